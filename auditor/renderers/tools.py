"""Who made a report: its plugins with their digests, and what guarded those of others.

Every format for people tells the same, in its own form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.confinement import Guard
from auditor.grading import named
from auditor.translation import message, say, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.report import Report

__all__ = ["digests", "guards"]

GUARDS: Final = {
    Guard.TIME: message("running without end"),
    Guard.MEMORY: message("taking more memory than allowed"),
    Guard.PROCESSES: message("starting processes"),
    Guard.WRITING: message("writing files"),
    Guard.NETWORK: message("using a network"),
    Guard.READING: message("reading files outside of Python's folders"),
}
"""What checks of others can be kept from."""


def digests(report: Report) -> Iterator[tuple[str, str]]:
    """Yield a label for each plugin with files, and their digest."""
    for plugin in report.plugins:
        if plugin.sha256:
            label = say("Files of the plugin {name} (SHA-256)", name=plugin.name)
            yield label, plugin.sha256


def guards(report: Report) -> Iterator[tuple[str, str]]:
    """Yield a label and a sentence or two on checks of others, if they ran apart."""
    isolation = report.isolation
    if isolation is None:
        return
    apart = say(
        "{plugins}: imported and judged in processes of their own.",
        plugins=named(plugin.name for plugin in report.plugins if plugin.isolated),
    )
    kept = say("Kept from {guards}.", guards=_listed(isolation.guarded))
    parts = [apart, kept]
    if isolation.unguarded:
        parts.append(
            say(
                "This system does not keep them from {guards}.",
                guards=_listed(isolation.unguarded),
            )
        )
    yield say("Checks of third parties"), " ".join(parts)


def _listed(guards: Iterable[Guard]) -> str:
    """Return guards as a sentence lists them, all of them."""
    *first, last = (GUARDS[guard] for guard in guards)
    if not first:
        return last
    start = sentences(*first, between=", ")
    return message("{start} and {last}", start=start, last=last)
