"""Figures as every report for people writes them, so that all reports agree."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from auditor.translation import message, say, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.scoring import Gate, Score

__all__ = [
    "UNKNOWN",
    "barred",
    "cost",
    "level_of",
    "per_cent",
    "points",
    "price",
    "ranged",
    "span",
]

UNKNOWN: Final = message("unknown")
"""Stands for a figure that nothing supports."""
LEAST: Final = 0.05
"""Points below which one decimal would read 0.0."""


def points(value: float | None) -> str:
    """Return points of the 100 with one decimal: "62.4"."""
    return say(UNKNOWN) if value is None else written(value, ".1f")


def barred(gates: Iterable[Gate]) -> Iterator[tuple[int, str]]:
    """Yield each level that is not exceeded, once, with all that holds it there."""
    for level, held in groupby(gates, attrgetter("level")):
        yield level, " ".join(say(gate.reason) for gate in held)


def cost(value: float) -> str:
    """Return the points that something costs, never a zero for what costs anything."""
    return say("under {least:.1f}", least=0.1) if 0 < value < LEAST else points(value)


def price(value: float) -> str:
    """Return what a finding costs, in words: beside the total nothing costs points."""
    if not value:
        return say("costs no points")
    return say("costs {cost} points", cost=cost(value))


def per_cent(share: float | None) -> str:
    """Return a share of 1 as a whole percentage: "45 %"."""
    if share is None:
        return say(UNKNOWN)
    return say("{percentage:.0f} %", percentage=100 * share)


def span(low: float | None, high: float | None) -> str:
    """Return a range of points: "40.1 to 80.3"; one figure where both ends agree."""
    if points(low) == points(high):
        return points(low)
    return say("{low} to {high}", low=points(low), high=points(high))


def ranged(total: float | None, low: float | None, high: float | None) -> str:
    """Return a score with its range, "62.1 (58.1 to 66.9)", if it has one."""
    span_ = span(low, high)
    return points(total) if span_ == points(total) else f"{points(total)} ({span_})"


def level_of(score: Score) -> str:
    """Return the level: "3 of 5"."""
    if score.level is None:
        return say(UNKNOWN)
    return say("{level} of 5", level=score.level)
