"""The Net Promoter Score and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Final

from auditor.evidence.statistics.interval import CONFIDENCE, Interval, critical

__all__ = ["ADDED", "NetPromoterScore"]

ADDED: Final = 3
"""Answers that the adjustment adds: a quarter promoters, a quarter detractors."""
POINTS: Final = 100


@dataclass(frozen=True, slots=True)
class NetPromoterScore:
    """Promoters (9, 10) less detractors (0 to 6) among all who answered from 0 to 10.

    The score is the plain one; the interval is the adjusted Wald interval, the best of
    those compared by Rocks (2016) and by Sauro and Lewis
    (measuringu.com/nps-three-confidence-intervals).
    """

    promoters: int
    detractors: int
    n: int
    """All who answered, passives included; at least one."""

    @property
    def value(self) -> float:
        """The score, from -100 to 100 points; not a percentage."""
        return POINTS * (self.promoters - self.detractors) / self.n

    def interval(self, confidence: float = CONFIDENCE) -> Interval:
        """The adjusted Wald interval, cut at -100 and 100 points."""
        half = critical(confidence) * sqrt(self._variance)
        centre = self._centre
        return Interval(
            POINTS * max(centre - half, -1.0), POINTS * min(centre + half, 1.0)
        )

    @property
    def margin(self) -> float:
        """Half the width of the 95 % interval before it is cut, in points."""
        return POINTS * critical() * sqrt(self._variance)

    def p_value_against(self, other: NetPromoterScore) -> float:
        """Two-sided p-value of the test that two independent scores are one.

        Source: measuringu.com/nps-significance-test, on adjusted scores.
        """
        gap = abs(self._centre - other._centre)
        return 2 * NormalDist().cdf(-gap / sqrt(self._variance + other._variance))

    @property
    def _centre(self) -> float:
        return (self.promoters - self.detractors) / (self.n + ADDED)

    @property
    def _variance(self) -> float:
        """Variance of the adjusted score, as a share."""
        n = self.n + ADDED
        extremes = (self.promoters + self.detractors + 2 * ADDED / 4) / n
        return (extremes - self._centre**2) / n
