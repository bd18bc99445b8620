"""Keeping customers: churn over other lengths of time, and what a customer is worth."""

from __future__ import annotations

from typing import Final

__all__ = ["YEAR", "lifetime_value", "rescaled"]

YEAR: Final = 365.0
"""Days."""


def rescaled(churn: float, days: float, to: float = YEAR) -> float:
    """The churn over another length of time, at the same pace.

    Multiplying a month's churn by 12 is wrong: those who left cannot leave again.

    Source: Gold, Fighting Churn with Data (2020), listing 2.5.

    Args:
        churn: From 0 to 1.
        days: Over so many days, more than 0.
        to: Over so many days it is wanted.
    """
    kept: float = (1 - churn) ** (to / days)
    return 1 - kept


def lifetime_value(
    margin: float, retention: float, discount: float, *, at_once: bool = False
) -> float:
    """What a customer is worth at constant margin, retention and discount.

    Margin, not revenue; and of customers who are alike: over a mixed base one average
    retention misleads, so compute it by segment.

    Source: Gupta and Lehmann (2003), Journal of Interactive Marketing 17, 9-24.

    Args:
        margin: Per period.
        retention: Share that stays for another period, from 0 to 1.
        discount: Per period, as a share; more than 0 where all stay.
        at_once: Whether the first margin comes at once, not after the first period.

    Raises:
        ValueError: Nobody ever leaves and nothing is discounted: no finite value.
    """
    left = 1 + discount - retention
    if left <= 0:
        raise ValueError("no finite value without churn or discount")
    return margin * ((1 + discount) if at_once else retention) / left
