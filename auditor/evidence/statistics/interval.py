"""Intervals, and the quantiles of the normal and of Student's distribution."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist
from typing import Final, NamedTuple

__all__ = ["CONFIDENCE", "Interval", "critical", "mean_interval", "sure"]

CONFIDENCE: Final = 0.95
"""The confidence of every interval, unless a caller asks for another."""


class Interval(NamedTuple):
    """The two ends of an interval, both inside it."""

    low: float
    high: float

    @property
    def margin(self) -> float:
        """Half its width."""
        return (self.high - self.low) / 2


def critical(confidence: float = CONFIDENCE) -> float:
    """The standard normal quantile that leaves half the rest on each side.

    Args:
        confidence: Between 0 and 1, both excluded; 0.95 gives 1.96.
    """
    return NormalDist().inv_cdf((1 + confidence) / 2)


def sure(p_value: float, confidence: float = CONFIDENCE) -> bool:
    """Whether chance alone would show as much less often than we tolerate."""
    return p_value < 1 - confidence


def mean_interval(
    n: int, total: float, squares: float, confidence: float = CONFIDENCE
) -> Interval | None:
    """Student's interval for a mean, from sums; none below two values.

    Answers on a scale are ordinal, so such a mean stands second to a share.

    Args:
        n: Number of values.
        total: Their sum.
        squares: The sum of their squares.
        confidence: Confidence of the interval.
    """
    if n <= 1:
        return None
    from scipy.special import stdtrit

    mean = total / n
    variance = max(squares - n * mean * mean, 0.0) / (n - 1)
    half = float(stdtrit(n - 1, (1 + confidence) / 2)) * sqrt(variance / n)
    return Interval(mean - half, mean + half)
