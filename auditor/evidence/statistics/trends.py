"""Figures by month: what may be called a trend."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import fsum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "CHARTED_FROM",
    "STATED_FROM",
    "Month",
    "Run",
    "control_limits",
    "is_partial",
    "last_run",
]

STATED_FROM: Final = 4
"""Ours: periods without a gap before a trend is stated; two points are no trend."""
CHARTED_FROM: Final = 8
"""Ours: periods before control limits are drawn."""
XMR: Final = 2.66
"""Turns a mean moving range into three standard deviations (Wheeler,
Understanding Variation)."""


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int
    """From 1 to 12."""

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read `2026-03`.

        Raises:
            ValueError: The text is no month.
        """
        first = date.fromisoformat(f"{text}-01")
        return cls(first.year, first.month)

    def __str__(self) -> str:
        return f"{self.year:04}-{self.month:02}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.next.first - timedelta(days=1)

    @property
    def next(self) -> Month:
        """The month after it."""
        years, month = divmod(self.month, 12)
        return Month(self.year + years, month + 1)


@dataclass(frozen=True, slots=True)
class Run:
    """Months on end, oldest first."""

    months: tuple[Month, ...]

    @property
    def stated(self) -> bool:
        """Whether a trend may be stated over it."""
        return len(self.months) >= STATED_FROM


def is_partial(month: Month, first: date, last: date) -> bool:
    """Whether a table that spans from `first` to `last` covers only part of a month."""
    return month.first < first <= month.last or month.first <= last < month.last


def last_run(months: Iterable[Month], first: date, last: date) -> Run:
    """The latest whole months without a gap between them.

    A gap ends a run: nobody knows what happened in it. Months that the table covers
    only in part are left out.
    """
    run: list[Month] = []
    for month in sorted(set(months)):
        if is_partial(month, first, last):
            continue
        if run and run[-1].next != month:
            run.clear()
        run.append(month)
    return Run(tuple(run))


def control_limits(values: Sequence[float]) -> tuple[float, float] | None:
    """Limits within which values vary by chance; none below eight of them.

    The individuals chart (XmR): the mean, plus and minus 2.66 mean moving ranges.
    """
    if len(values) < CHARTED_FROM:
        return None
    centre = fsum(values) / len(values)
    moves = [abs(b - a) for a, b in pairwise(values)]
    half = XMR * fsum(moves) / len(moves)
    return centre - half, centre + half
