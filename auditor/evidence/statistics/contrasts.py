"""What two groups of answers differ by, in points: shares or Net Promoter Scores."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.evidence.statistics.comparisons import holm
from auditor.evidence.statistics.interval import Interval, sure
from auditor.evidence.statistics.minimums import COMPARED_SCORE_FROM
from auditor.evidence.statistics.nps import NetPromoterScore
from auditor.evidence.statistics.proportions import difference_p_value, wilson

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Contrast", "Votes", "beyond_chance", "contrast"]

POINTS: Final = 100


@dataclass(frozen=True, slots=True)
class Votes:
    """How the answers of one group count."""

    up: int
    """Answers that raise the figure: satisfied ones, or promoters."""
    n: int
    """All answers."""
    down: int | None = None
    """Answers that lower it: detractors; none where it is a plain share."""

    def __add__(self, other: Votes) -> Votes:
        """Return the answers of two groups that have none in common."""
        down = None if self.down is None else self.down + (other.down or 0)
        return Votes(self.up + other.up, self.n + other.n, down)

    def __sub__(self, part: Votes) -> Votes:
        """Return the answers without those of a group among them."""
        down = None if self.down is None else self.down - (part.down or 0)
        return Votes(self.up - part.up, self.n - part.n, down)

    @property
    def points(self) -> float:
        """The figure: from 0 to 100 for a share, from -100 for a score.

        Raises:
            ZeroDivisionError: If there are no answers.
        """
        return POINTS * (self.up - (self.down or 0)) / self.n

    def interval(self) -> Interval | None:
        """The 95 % interval of the figure, in points; none of nothing."""
        if self.down is not None and self.n:
            return NetPromoterScore(self.up, self.down, self.n).interval()
        found = wilson(self.up, self.n)
        return found and Interval(POINTS * found.low, POINTS * found.high)


class Contrast(NamedTuple):
    """What one group has more than another, and whether that may be chance."""

    points: float
    """The difference of their figures."""
    low: float
    """Lower end of its 95 % interval."""
    high: float
    """Upper end of it."""
    p_value: float
    """How often chance alone would show as much, both sides counted."""


def contrast(one: Votes, other: Votes) -> Contrast | None:
    """Compare two groups that have no answer in common; none where they are too few.

    A Net Promoter Score needs a hundred answers on either side, a share only some.

    The interval squares and adds the distances of the single intervals' ends: for
    shares it is Newcombe's, of Wilson's intervals.

    Args:
        one: The answers of a group.
        other: The answers of another, or of all others.

    Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10; for any
    figures Zou and Donner (2008), Statistics in Medicine 27, 1693-1702.
    """
    if any(v.down is not None and v.n < COMPARED_SCORE_FROM for v in (one, other)):
        return None
    first, second = one.interval(), other.interval()
    if first is None or second is None:
        return None
    a, b = one.points, other.points
    return Contrast(
        a - b,
        a - b - sqrt((a - first.low) ** 2 + (second.high - b) ** 2),
        a - b + sqrt((first.high - a) ** 2 + (b - second.low) ** 2),
        _p_value(one, other),
    )


def beyond_chance(contrasts: Sequence[Contrast]) -> tuple[bool, ...]:
    """Whether each of many contrasts is more than chance, in the order given.

    P-values are adjusted for their number (Holm): one in twenty of groups that do not
    differ looks as if it did. The level is 5 %, over all of them.

    Args:
        contrasts: All that were looked at, not only those that stand out.
    """
    return tuple(map(sure, holm([found.p_value for found in contrasts])))


def _p_value(one: Votes, other: Votes) -> float:
    if one.down is None or other.down is None:
        return difference_p_value(one.up, one.n, other.up, other.n)
    score = NetPromoterScore(one.up, one.down, one.n)
    return score.p_value_against(NetPromoterScore(other.up, other.down, other.n))
