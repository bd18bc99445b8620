"""Which metrics are of times, and how uneven the times are that they stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor import JUDGED_FROM, Measure, MetricKind, Verdict, measured, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor import Context, Message, Metric, Statistic

__all__ = [
    "TIMES",
    "MeanAndMedian",
    "alike",
    "is_time",
    "mean_and_median",
    "statistics_of",
]

TIMES: Final[Mapping[str, Message]] = {
    MetricKind.FIRST_RESPONSE_TIME: message("first response time"),
    MetricKind.RESOLUTION_TIME: message("resolution time"),
    MetricKind.WAIT_TIME: message("wait time"),
    MetricKind.HANDLE_TIME: message("handle time"),
}
"""Kinds of metrics that are of times, and what a sentence calls the times."""
TIME: Final = re.compile(
    r"(?:business |working )?"
    r"(?:s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?)\b",
    re.IGNORECASE,
)
"""How the unit of a custom metric begins that is one of time."""
CUTS: Final = frozenset({"channel", "stage", "segment", "department", "reason"})
"""Columns by which times are computed."""


def is_time(metric: Metric) -> bool:
    """Whether a metric is of a time, by its kind or, for a custom one, by its unit."""
    if metric.kind is MetricKind.CUSTOM:
        return TIME.match(metric.unit or "") is not None
    return metric.kind in TIMES


def alike(times: Iterable[Metric]) -> list[list[Metric]]:
    """Return metrics that differ only in their statistic, together."""
    found: dict[tuple[object, ...], list[Metric]] = {}
    for metric in times:
        own = metric.unit if metric.kind == "custom" else None
        key = (metric.kind, own, *sorted(_rows(metric).items()))
        found.setdefault(key, []).append(metric)
    return list(found.values())


def _rows(metric: Metric) -> dict[str, str]:
    """Return the values that choose the rows of a metric."""
    return dict((metric.evidence and metric.evidence.where) or {})


def statistics_of(group: Iterable[Metric]) -> set[Statistic | None]:
    """Return how the metrics sum up their times."""
    return {metric.statistic for metric in group}


class MeanAndMedian(NamedTuple):
    """Both figures of the same times; the median is known and not nothing."""

    mean: Measure
    median: Measure

    @property
    def ratio(self) -> float:
        """How many times the median the mean is."""
        return (self.mean.value or 0.0) / (self.median.value or 1.0)


def mean_and_median(context: Context, metric: Metric) -> MeanAndMedian | None:
    """Return both figures of a metric's own tickets, where those show its time.

    A median of nothing is a clock that shows only days.
    """
    rows_of = _rows(metric)
    if len(rows_of) > 1 or rows_of.keys() - CUTS:
        return None
    mean, median = (
        measured(
            context, "tickets", metric.kind, statistic, least=JUDGED_FROM, **rows_of
        )
        for statistic in ("mean", "p50")
    )
    if isinstance(mean, Verdict) or isinstance(median, Verdict) or not median.value:
        return None
    return MeanAndMedian(mean, median)
