"""Works stand behind checks, and a work or our own mark behind each threshold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditor.bibliography import OURS, Source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.checks import Check

__all__ = ["sources_are_present"]

THRESHOLD: Final = re.compile(r"\{(\w+)")


def sources_are_present(check: Check) -> Iterator[str]:
    """Yield for each source and threshold whether readers can look it up."""
    for source in check.sources:
        yield from _named(source)
    for parameter in check.parameters:
        whose = parameter.source
        if isinstance(whose, Source):
            yield from _named(whose)
        else:
            name = parameter.name
            yield "" if whose == OURS else f"The threshold {name} is of nobody: {whose}"
        yield (
            ""
            if parameter.meaning
            else f"The threshold {parameter.name} means nothing."
        )
    named = set(THRESHOLD.findall(check.logic))
    for parameter in check.parameters:
        there = parameter.name in named
        yield (
            "" if there else f"Its logic does not name the threshold {parameter.name}."
        )


def _named(source: Source) -> Iterator[str]:
    """Yield whether a work has an author, a title, and an address if it was read."""
    there = source.author.strip() and source.title.strip()
    yield "" if there else f"The source {source.key} lacks an author or a title."
    if source.address:
        whole = source.address.startswith(("https://", "http://"))
        yield "" if whole else f"The source {source.key} has no whole address."
