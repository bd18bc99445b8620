"""Which improvements fell due, and which were closed on time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from auditor import ImprovementStatus, recent

if TYPE_CHECKING:
    from auditor import Context, Improvement

__all__ = ["fell_due", "is_undated", "on_time"]

BEGUN: Final = frozenset({ImprovementStatus.IN_PROGRESS, ImprovementStatus.DONE})


def fell_due(context: Context, improvement: Improvement) -> bool:
    """Whether the due date is past, and the days of grace after it are over.

    Until they are over it may still be closed on time: counting only those that
    already were would flatter.
    """
    due, limits = improvement.due, context.parameters
    if due is None or not recent(context, due, limits["months"]):
        return False
    return due + timedelta(days=limits["days"]) < context.as_of


def on_time(context: Context, improvement: Improvement) -> bool:
    """Whether it was closed within the days of grace after its due date."""
    due, closed = improvement.due, improvement.closed
    if due is None or closed is None:
        return False
    return closed <= due + timedelta(days=context.parameters["days"])


def is_undated(context: Context, improvement: Improvement) -> bool:
    """Whether it was begun without a due date, and is not closed long since."""
    closed = improvement.closed
    if improvement.due is not None:
        return False
    if closed is None:
        return improvement.status in BEGUN
    return recent(context, closed, context.parameters["months"])
