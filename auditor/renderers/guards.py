"""What kept the plugins of others from doing harm.

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
    from auditor.translation import Message

__all__ = ["guards"]

GUARDS: Final = {
    Guard.TIME: message("time"),
    Guard.MEMORY: message("memory"),
    Guard.PROCESSES: message("starting of processes"),
    Guard.WRITING: message("writing of files"),
    Guard.NETWORK: message("use of a network"),
    Guard.READING: message("reading of files outside of Python's folders"),
}
"""What checks of others can be kept from."""


def guards(report: Report) -> Iterator[tuple[str, str]]:
    """Yield a label and a sentence or two on checks of others, if they ran apart."""
    isolation = report.isolation
    if isolation is None:
        return
    apart = say(
        "{plugins}: imported and judged in processes of their own.",
        plugins=named(plugin.name for plugin in report.plugins if plugin.isolated),
    )
    parts = [apart, say("Guarded: {guards}.", guards=_listed(isolation.guarded))]
    if isolation.unguarded:
        listed = _listed(isolation.unguarded)
        parts.append(say("Not guarded on this system: {guards}.", guards=listed))
    yield say("Checks of third parties"), " ".join(parts)


def _listed(guards: Iterable[Guard]) -> Message:
    """Return guards as a list, all of them."""
    return sentences(*(GUARDS[guard] for guard in guards), between=", ")
