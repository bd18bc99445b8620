"""Percentiles: which of the sorted values they are, and how sure.

A percentile of skewed times is bounded by two of the values themselves: their ranks
come from the binomial distribution and suppose nothing of the values.
"""

from __future__ import annotations

from math import ceil, floor, log
from typing import NamedTuple

from auditor.evidence.statistics.interval import CONFIDENCE

__all__ = ["Ranks", "interpolation", "interval_ranks", "smallest_bounded"]


class Ranks(NamedTuple):
    """Ranks, from 1, of the values that bound a percentile; none: no finite bound."""

    low: int | None
    high: int | None


def interval_ranks(n: int, share: float, confidence: float = CONFIDENCE) -> Ranks:
    """The ranks between which the percentile of the population lies.

    Source: Conover, Practical Nonparametric Statistics, 3rd ed., section 3.2.

    Args:
        n: Number of values.
        share: The percentile as a share: 0.9 for p90.
        confidence: At least this confidence, where both bounds are finite.
    """
    if not n:
        return Ranks(None, None)
    tail = (1 - confidence) / 2
    low = _binomial_quantile(tail, n, share)
    high = _binomial_quantile(1 - tail, n, share) + 1
    return Ranks(low if low >= 1 else None, high if high <= n else None)


def interpolation(n: int, share: float) -> tuple[int, int, float]:
    """Where a percentile lies between two ranks, by linear interpolation.

    The rule of `percentile_cont` in SQL: type 7 of Hyndman and Fan (1996).

    Returns:
        The rank below, the rank above (both from 1), and how far along it lies, from
        0 to 1.
    """
    place = (n - 1) * share
    below = floor(place)
    return below + 1, min(below + 2, n), place - below


def smallest_bounded(share: float, confidence: float = CONFIDENCE) -> int:
    """The least number of values that gives the percentile a finite upper bound."""
    return ceil(log((1 - confidence) / 2) / log(share))


def _binomial_quantile(probability: float, n: int, share: float) -> int:
    """The least count that the binomial distribution does not exceed so often."""
    from scipy.special import (
        bdtr,
        bdtrik,
    )

    # The inverse is continuous and may land a hair above the count: look one below.
    count = ceil(float(bdtrik(probability, n, share)))
    below = max(count - 1, 0)
    return below if float(bdtr(below, n, share)) >= probability else count
