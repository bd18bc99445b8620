"""The balance of metrics: what is measured, and what leaders steer by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.grading import counted
from auditor.profile.vocabulary import MetricFamily
from auditor.renderers.plain import short
from auditor.renderers.view.names import Names
from auditor.renderers.view.words import brief_day, left_out, spoken

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.profile.metrics import Metric
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["metric_balance"]

FAMILIES: Final = {
    MetricFamily.SERVICE: "How single contacts were served",
    MetricFamily.EXPERIENCE: "What customers make of the journey and the whole",
    MetricFamily.BUSINESS: "What it brings and costs the organisation",
    MetricFamily.EMPLOYEE: "How those who serve fare themselves",
    None: "Custom metrics that state no family",
}
MOST_DRAWN: Final = 30
"""Ours: squares that fit into one line."""
MOST_LISTED: Final = 50
SQUARE: Final = 12
PITCH: Final = 16


def metric_balance(report: Report) -> View:
    """Return the view of the metrics."""
    metrics = report.profile.metrics or ()
    names = Names.of(report.profile)
    rows = sorted(metrics, key=_family_first)
    return {
        "headline": headline(report),
        "empty": not metrics,
        "no_metric": "None" if metrics else "Not known",
        "families": [
            _family(family, [m for m in metrics if m.effective_family == family])
            for family in FAMILIES
            if family or any(m.effective_family is None for m in metrics)
        ],
        "metrics": [_metric(metric, names) for metric in rows[:MOST_LISTED]],
        "left_out": left_out(len(rows) - MOST_LISTED, "metric"),
    }


def headline(report: Report) -> str:
    """Return where the weight of measurement lies, as a sentence."""
    metrics = report.profile.metrics
    if not metrics:
        return "No metric is described"
    service = _of(metrics, MetricFamily.SERVICE)
    experience = _of(metrics, MetricFamily.EXPERIENCE)
    leading = [metric for metric in metrics if metric.headline]
    told = (
        f"{len(service)} of {counted(len(metrics), 'metric')} tell of service, "
        f"{len(experience)} of experience"
    )
    if not leading:
        return f"{told}; none is a headline"
    led = len(_of(leading, MetricFamily.EXPERIENCE))
    return f"{told}; among {counted(len(leading), 'headline')}, {led} of experience"


def _of(metrics: Sequence[Metric], family: MetricFamily | None) -> list[Metric]:
    return [metric for metric in metrics if metric.effective_family == family]


def _family_first(metric: Metric) -> tuple[int, bool]:
    return (list(FAMILIES).index(metric.effective_family), not metric.headline)


def _family(family: MetricFamily | None, metrics: Sequence[Metric]) -> View:
    """Return a row of squares, one a metric, filled where leaders steer by it."""
    leading = sorted((bool(metric.headline) for metric in metrics), reverse=True)
    name = (family or "unknown").capitalize()
    return {
        "name": name,
        "meaning": FAMILIES[family],
        "number": str(len(metrics)),
        "headline": str(sum(leading)),
        "squares": [
            {"x": 1 + PITCH * index, "filled": filled}
            for index, filled in enumerate(leading[:MOST_DRAWN])
        ],
        "size": SQUARE,
        "width": PITCH * MOST_DRAWN,
        "none": not metrics,
        "says": f"{name}: {counted(len(metrics), 'metric')}, {sum(leading)} headlines.",
    }


def _metric(metric: Metric, names: Names) -> Row:
    return {
        "name": names.metric(metric.id),
        "family": (metric.effective_family or "unknown").capitalize(),
        "kind": spoken(metric.kind),
        "level": metric.level.capitalize() if metric.level else "Not stated",
        "mark": "■" if metric.headline else "□",
        "meaning": "headline" if metric.headline else "measured",
        "value": _value(metric),
        "target": _target(metric),
        "owner": names.department(metric.owner) or "No owner",
    }


def _value(metric: Metric) -> str:
    if metric.value is None:
        return "Not stated"
    return f"{metric.value:,.12g} {short(metric.unit or '', 24)}".strip()


def _target(metric: Metric) -> str:
    target = metric.target
    if target is None or target.value is None:
        return "None"
    by = f" by {brief_day(target.by)}" if target.by else ""
    return f"{target.value:,.12g}{by}"
