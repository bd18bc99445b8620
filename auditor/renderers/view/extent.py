"""How much of the profile is drawn: all of an honest one, the first part of a huge one.

A profile may hold a hundred thousand touchpoints, and a page of PDF takes a tenth of a
second or more: drawing stops where nobody would read on. All of it is
audited, and each page says what it leaves out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.profile.journeys import Journey

__all__ = ["Extent", "level"]

# All ours: about four times what the largest of our samples maps.
MOST_JOURNEYS: Final = 10
MOST_STAGES: Final = 30
"""Stages of one journey."""
MOST_STAGES_IN_ALL: Final = 60
MOST_ENTRIES: Final = 20
"""Touchpoints, and pain points, of one stage."""
MOST_ENTRIES_IN_ALL: Final = 240


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of the journeys is drawn."""

    journeys: int
    """How many journeys."""
    stages: int
    """How many stages of each."""
    entries: int
    """How many touchpoints, and how many pain points, of each stage."""

    @classmethod
    def of(cls, journeys: Sequence[Journey]) -> Extent:
        """Return how much of these journeys fits into a report."""
        drawn = [journey.stages or () for journey in journeys[:MOST_JOURNEYS]]
        stages = level(map(len, drawn), MOST_STAGES, MOST_STAGES_IN_ALL)
        shown = [stage for each in drawn for stage in each[:stages]]
        sizes = [len(stage.touchpoints or ()) for stage in shown]
        sizes += [len(stage.pain_points or ()) for stage in shown]
        entries = level(sizes, MOST_ENTRIES, MOST_ENTRIES_IN_ALL)
        return cls(len(drawn), stages, entries)


def level(sizes: Iterable[int], most: int, in_all: int) -> int:
    """Return how many entries each list may show, so that `in_all` suffice for all.

    Short lists leave their room to long ones. It is at most `most` and at least 1.
    """
    every = tuple(sizes)
    fitting = (
        number
        for number in range(most, 1, -1)
        if sum(min(size, number) for size in every) <= in_all
    )
    return next(fitting, 1)
