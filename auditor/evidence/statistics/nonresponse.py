"""What those who did not answer could change."""

from __future__ import annotations

from math import sqrt

from auditor.evidence.statistics.interval import Interval

__all__ = ["finite_population", "response_rate", "worst_case"]


def response_rate(answered: int, invited: int) -> float | None:
    """Answers over invitations that arrived; none where nobody was invited.

    Raises:
        ValueError: More answered than were invited, so one of the counts is wrong.
    """
    if answered > invited:
        raise ValueError(f"{answered} answers to {invited} invitations")
    return answered / invited if invited else None


def worst_case(share: float, rate: float) -> Interval:
    """Where the share of all who were asked lies, supposing nothing of the silent.

    At the low end none of them would have said so, at the high end all.

    Source: Manski (1989), Journal of Human Resources 24, 343-360.

    Args:
        share: The share among those who answered.
        rate: The response rate, from 0 to 1.
    """
    return Interval(rate * share, rate * share + 1 - rate)


def finite_population(margin: float, n: int, population: int) -> float:
    """A margin of error, less what asking a good part of everyone saves.

    Source: Cochran, Sampling Techniques, 3rd ed., section 2.6.
    """
    if population <= 1:
        return 0.0
    return margin * sqrt(max(population - n, 0) / (population - 1))
