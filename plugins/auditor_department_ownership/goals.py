"""How much of a number that is asked for is there."""

from __future__ import annotations

__all__ = ["reached"]


def reached(count: float, goal: float) -> float:
    """Return how much of a goal is reached, from 0 to 1; all of none."""
    return min(count / goal, 1.0) if goal > 0 else 1.0
