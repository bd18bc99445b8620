"""Counts per exposure: contacts per thousand customers, complaints per month."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, sqrt

from auditor.evidence.statistics.interval import CONFIDENCE, Interval, critical

__all__ = ["Rate", "rate_ratio"]


@dataclass(frozen=True, slots=True)
class Rate:
    """Events and what they are counted against.

    Counts alone rise with the number of customers: an exposure makes them comparable.
    """

    events: int
    """How many there were; from 0."""
    exposure: float
    """Customers, contacts or days; more than 0."""

    def per(self, unit: float) -> float:
        """Events for so much exposure: `per(1000)` for each thousand customers."""
        return self.events / self.exposure * unit


def rate_ratio(
    after: Rate, before: Rate, confidence: float = CONFIDENCE
) -> tuple[float, Interval] | None:
    """A rate over another, with its interval; none where either has no event.

    There is an effect where the interval leaves out 1.

    Args:
        after: The rate of interest.
        before: What it is held against, over the same kind of exposure.
        confidence: Confidence of the interval, between 0 and 1.

    Source: Rothman, Greenland and Lash, Modern Epidemiology, 3rd ed., chapter 14
    (Poisson counts, interval on the log scale).
    """
    if not after.events or not before.events:
        return None
    ratio = after.per(1) / before.per(1)
    spread = critical(confidence) * sqrt(1 / after.events + 1 / before.events)
    return ratio, Interval(ratio * exp(-spread), ratio * exp(spread))
