"""Times of which some are not over yet: Kaplan and Meier's estimate.

An open request is not missing: it has already lasted its age. Leaving it out flatters
the median; calling it infinite slanders it. The estimate counts it among those at risk
until its age and no longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, exp, log, sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.evidence.statistics.interval import CONFIDENCE, critical
from auditor.evidence.statistics.percentiles import Ranks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["Step", "SurvivalCurve", "SurvivalQuantile"]

_TINY: Final = 1e-12
"""Rounding allowed when a survival is compared with a share."""


class Step(NamedTuple):
    """What ends at one time, or within one narrow span of times."""

    ended: int
    """How many were over then."""
    censored: int
    """How many were still open at that age; they count as open after those above."""


@dataclass(frozen=True, slots=True)
class SurvivalQuantile:
    """A percentile as a rank among the times that are over, shortest first, from 1."""

    rank: int | None
    """The rank; none where too many are still open to say."""
    bounds: Ranks
    """The ranks that bound it; none where there is no finite bound."""


class _Point(NamedTuple):
    """The state at a step."""

    at_risk: int
    ended_before: int
    ended: int
    survival_before: float
    survival: float
    greenwood: float
    """Greenwood's sum up to here, for the variance."""


class SurvivalCurve:
    """Kaplan and Meier's estimate of the share that is still open after a time.

    Source: Kaplan and Meier (1958), Journal of the American Statistical Association
    53, 457-481; bounds by Brookmeyer and Crowley (1982) on the log-log scale.
    """

    def __init__(self, steps: Iterable[Step]) -> None:
        """Take the steps in order of time."""
        self._points = tuple(_points(steps))

    def quantile(
        self, share: float, confidence: float = CONFIDENCE
    ) -> SurvivalQuantile:
        """The first time by which at least `share` of all would be over.

        Args:
            share: The percentile as a share: 0.5 for the median.
            confidence: Confidence of the bounds.
        """
        left, z, points = 1 - share, critical(confidence), self._points
        at = next((p for p in points if p.survival <= left + _TINY), None)
        low = next((p for p in points if _bound(p, -z) <= left), None)
        high = next((p for p in points if _bound(p, z) <= left), None)
        return SurvivalQuantile(
            _crossing(at, left) if at else None,
            Ranks(
                low.ended_before + 1 if low else None,
                high.ended_before + high.ended if high else None,
            ),
        )


def _points(steps: Iterable[Step]) -> Iterator[_Point]:
    """Survival after each step at which something ended."""
    steps = tuple(steps)
    at_risk = sum(step.ended + step.censored for step in steps)
    ended, survival, greenwood = 0, 1.0, 0.0
    for step in steps:
        if step.ended:
            left = at_risk - step.ended
            before, survival = survival, survival * left / at_risk
            greenwood += step.ended / (at_risk * left) if left else 0.0
            yield _Point(at_risk, ended, step.ended, before, survival, greenwood)
        ended += step.ended
        at_risk -= step.ended + step.censored


def _crossing(point: _Point, left: float) -> int:
    """The rank of the event within the step that brings survival down to `left`.

    Within a step survival falls evenly, by one part in those at risk for each event.
    """
    share = 1 - left / point.survival_before
    needed = ceil(point.at_risk * share - _TINY * point.at_risk)
    return point.ended_before + min(max(needed, 1), point.ended)


def _bound(point: _Point, z: float) -> float:
    """A bound of survival on the log-log scale, which keeps it within 0 and 1."""
    if point.survival <= 0:
        return 0.0
    logged = log(point.survival)
    spread = z * sqrt(point.greenwood) / logged
    # A negative z gives the lower bound: log(survival) is negative.
    return exp(logged * exp(spread))
