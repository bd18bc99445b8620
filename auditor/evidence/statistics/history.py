"""Answers by month, put together into periods that can be compared."""

from __future__ import annotations

from functools import reduce
from itertools import takewhile
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.evidence.statistics.contrasts import contrast
from auditor.evidence.statistics.trends import STATED_FROM, Month, last_run

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from auditor.evidence.statistics.contrasts import Contrast, Votes

__all__ = ["LENGTHS", "Period", "change_over", "whole_periods"]

LENGTHS: Final = (1, 2, 3)
"""Ours: months that a period may have; the shortest that has answers enough."""


class Period(NamedTuple):
    """Some months on end, and their answers."""

    first: Month
    """The first of them."""
    last: Month
    """The last of them."""
    votes: Votes
    """All their answers."""

    def __str__(self) -> str:
        return (
            str(self.first)
            if self.first == self.last
            else f"{self.first} to {self.last}"
        )


def whole_periods(
    by_month: Mapping[str, Votes], first: date, last: date, least: int
) -> tuple[Period, ...]:
    """Return the latest periods on end, oldest first; none where they are too few.

    Months that the table covers only in part are left out, and a month without any
    answer ends the run. Periods are counted back from the last whole month.

    Args:
        by_month: The answers of each month, such as `2026-03`.
        first: The first day under review.
        last: The last day under review.
        least: Answers that a period must have.

    Raises:
        ValueError: If a key is no month.
    """
    votes = {Month.parse(month): found for month, found in by_month.items()}
    run = last_run(votes, first, last).months
    for length in LENGTHS:
        ends = range(len(run), length - 1, -length)
        blocks = [run[end - length : end] for end in ends]
        periods = [
            Period(block[0], block[-1], reduce(add, (votes[m] for m in block)))
            for block in blocks
        ]
        found = tuple(takewhile(lambda period: period.votes.n >= least, periods))
        if len(found) >= STATED_FROM:
            return found[::-1]
    return ()


def change_over(periods: Sequence[Period]) -> Contrast | None:
    """Compare the later half of some periods with the earlier one.

    Halves use all answers, and no single month makes a trend. Of an odd number the
    one in the middle is left out.

    Args:
        periods: Periods on end, oldest first, as `whole_periods` gives them.

    Returns:
        What the later half has more; none of fewer than two periods, or of too few
        answers.
    """
    half = len(periods) // 2
    if not half:
        return None
    later = reduce(add, (period.votes for period in periods[-half:]))
    earlier = reduce(add, (period.votes for period in periods[:half]))
    return contrast(later, earlier)
