"""How many cases a statement takes."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

__all__ = [
    "COMPARED_SCORE_FROM",
    "JUDGED_FROM",
    "SHOWN_FROM",
    "Standing",
    "standing",
]

SHOWN_FROM: Final = 10
"""Ours: a smaller group might let a reader recognise a person, so it is not shown."""
JUDGED_FROM: Final = 30
"""Ours, after a common rule of thumb: a smaller group is shown, but not judged."""
COMPARED_SCORE_FROM: Final = 100
"""Ours: answers on each side before two Net Promoter Scores are compared; even then
each is good to about 15 points."""


class Standing(StrEnum):
    """What may be done with a figure."""

    SUPPRESSED = "suppressed"
    """Not shown."""
    SHOWN = "shown"
    """Shown with its interval, without a verdict."""
    JUDGED = "judged"
    """Shown and judged."""


def standing(n: int) -> Standing:
    """What may be done with the figure of a group of n cases."""
    if n < SHOWN_FROM:
        return Standing.SUPPRESSED
    return Standing.SHOWN if n < JUDGED_FROM else Standing.JUDGED
