"""What those who did not answer could change."""

from __future__ import annotations

from auditor.evidence.statistics.interval import Interval

__all__ = ["worst_case"]


def worst_case(share: float, rate: float) -> Interval:
    """Where the share of all who were asked lies, supposing nothing of the silent.

    At the low end none of them would have said so, at the high end all.

    Source: Manski (1989), Journal of Human Resources 24, 343-360.

    Args:
        share: The share among those who answered, from 0 to 1.
        rate: The response rate, from 0 to 1.
    """
    return Interval(rate * share, rate * share + 1 - rate)
