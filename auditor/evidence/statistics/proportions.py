"""Shares of a sample: Wilson, Newcombe, and whether two differ."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

from auditor.evidence.statistics.interval import CONFIDENCE, Interval, critical

__all__ = [
    "difference",
    "difference_p_value",
    "wilson",
]


def wilson(hits: int, n: int, confidence: float = CONFIDENCE) -> Interval | None:
    """Wilson's score interval for a share; none where nothing was counted.

    It stays within 0 and 1 and keeps its promise for small n and extreme shares,
    where the textbook's plus or minus does not.

    Source: Wilson (1927), Journal of the American Statistical Association 22, 209-212.
    """
    if not n:
        return None
    z, share = critical(confidence), hits / n
    shrink = 1 + z * z / n
    centre = (share + z * z / (2 * n)) / shrink
    half = z * sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / shrink
    # At the ends the bound is the share itself; rounding must not push it past.
    low = 0.0 if hits == 0 else min(max(centre - half, 0.0), share)
    high = 1.0 if hits == n else max(min(centre + half, 1.0), share)
    return Interval(low, high)


def difference(
    hits: int,
    n: int,
    other_hits: int,
    other_n: int,
    confidence: float = CONFIDENCE,
) -> Interval | None:
    """Newcombe's interval for a share less another; none where either is of nothing.

    Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
    """
    one = wilson(hits, n, confidence)
    two = wilson(other_hits, other_n, confidence)
    if one is None or two is None:
        return None
    p, q = hits / n, other_hits / other_n
    return Interval(
        p - q - sqrt((p - one.low) ** 2 + (two.high - q) ** 2),
        p - q + sqrt((one.high - p) ** 2 + (q - two.low) ** 2),
    )


def difference_p_value(hits: int, n: int, other_hits: int, other_n: int) -> float:
    """Two-sided p-value of the z-test that two shares are one; 1 where nothing varies.

    Source: any textbook; the pooled test of two proportions.
    """
    if not n or not other_n:
        return 1.0
    pooled = (hits + other_hits) / (n + other_n)
    spread = sqrt(pooled * (1 - pooled) * (1 / n + 1 / other_n))
    if not spread:
        return 1.0
    z = abs(hits / n - other_hits / other_n) / spread
    return 2 * NormalDist().cdf(-z)
