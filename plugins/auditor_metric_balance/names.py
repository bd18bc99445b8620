"""What a sentence calls metrics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor import Message, Metric

__all__ = ["names"]


def names(metrics: Iterable[Metric]) -> Message:
    """Return the metrics' names as a sentence lists them, ids where they have none."""
    return named(metric.name or metric.id for metric in metrics)
