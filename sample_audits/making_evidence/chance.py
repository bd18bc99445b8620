"""When things begin, how long they take, and how often they happen."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from random import Random

__all__ = [
    "DAYS",
    "DETRACTOR",
    "DONE",
    "FIRST",
    "PROMOTER",
    "chosen",
    "ended",
    "happens",
    "moment",
    "within",
]

FIRST: Final = datetime(2025, 10, 13)


DAYS: Final = 395
"""Days on which rows begin: more than a year, to ten days before the audit."""


DONE: Final = FIRST + timedelta(days=DAYS)


DETRACTOR, PROMOTER = 6, 9


def moment(dice: Random) -> datetime:
    """Return some minute within the year, by day more often than by night."""
    hour = min(23, max(0, round(dice.gauss(14, 4))))
    day = timedelta(days=dice.randrange(DAYS))
    return FIRST + day + timedelta(hours=hour, minutes=dice.randrange(60))


def within(dice: Random, median_hours: float, spread: float = 1.0) -> timedelta:
    """Return a span of the skewed kind that waiting times have."""
    return timedelta(hours=median_hours * dice.lognormvariate(0, spread))


def happens(dice: Random, share: float) -> bool:
    """Return whether something happens that happens this often."""
    return dice.random() < share


def ended(begin: datetime, span: timedelta) -> datetime | None:
    """Return when a span ends, if the export still sees it."""
    end = begin + span
    return end if end < DONE else None


def chosen(dice: Random, shares: dict[str, float]) -> str:
    """Return one of some values, as often as they say."""
    return dice.choices(list(shares), list(shares.values()))[0]
