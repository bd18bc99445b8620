"""Which metrics are of times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditor import MetricKind

if TYPE_CHECKING:
    from auditor import Metric

__all__ = ["is_time"]

TIMES: Final = frozenset(
    {
        MetricKind.FIRST_RESPONSE_TIME,
        MetricKind.RESOLUTION_TIME,
        MetricKind.WAIT_TIME,
        MetricKind.HANDLE_TIME,
    }
)
TIME: Final = re.compile(
    r"(?:business |working )?"
    r"(?:s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?)\b",
    re.IGNORECASE,
)
"""How the unit of a custom metric begins that is one of time."""


def is_time(metric: Metric) -> bool:
    """Whether a metric is of a time, by its kind or, for a custom one, by its unit."""
    if metric.kind is MetricKind.CUSTOM:
        return TIME.match(metric.unit or "") is not None
    return metric.kind in TIMES
