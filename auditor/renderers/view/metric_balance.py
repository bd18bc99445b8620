"""The balance of metrics: what is measured, and what leaders steer by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.grading import counted
from auditor.profile.vocabulary import MetricFamily
from auditor.renderers.plain import short
from auditor.renderers.view.names import Names
from auditor.renderers.view.words import capital, left_out, spoken
from auditor.translation import message, say, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.profile.metrics import Metric
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["metric_balance"]

FAMILIES: Final = {
    MetricFamily.SERVICE: message("How single contacts were served"),
    MetricFamily.EXPERIENCE: message(
        "What customers make of the journey and the whole"
    ),
    MetricFamily.BUSINESS: message("What it brings and costs the organisation"),
    MetricFamily.EMPLOYEE: message("How those who serve fare themselves"),
    None: message("Custom metrics that state no family"),
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
    more = len(rows) - MOST_LISTED
    return {
        "headline": headline(report),
        "empty": not metrics,
        "no_metric": say("None") if metrics else say("Not known"),
        "families": [
            _family(family, [m for m in metrics if m.effective_family == family])
            for family in FAMILIES
            if family or any(m.effective_family is None for m in metrics)
        ],
        "metrics": [_metric(metric, names) for metric in rows[:MOST_LISTED]],
        "left_out": left_out(more, counted(more, "more metric")),
    }


def headline(report: Report) -> str:
    """Return where the weight of measurement lies, as a sentence."""
    metrics = report.profile.metrics
    if not metrics:
        return say("No metric is described")
    service = _of(metrics, MetricFamily.SERVICE)
    experience = _of(metrics, MetricFamily.EXPERIENCE)
    leading = [metric for metric in metrics if metric.headline]
    told = say(
        "{service} of {metrics} tell of service, {experience} of experience",
        service=len(service),
        metrics=counted(len(metrics), "metric"),
        experience=len(experience),
    )
    if not leading:
        return say("{told}; none is a headline", told=told)
    return say(
        "{told}; among {headlines}, {led} of experience",
        told=told,
        headlines=counted(len(leading), "headline"),
        led=len(_of(leading, MetricFamily.EXPERIENCE)),
    )


def _of(metrics: Sequence[Metric], family: MetricFamily | None) -> list[Metric]:
    return [metric for metric in metrics if metric.effective_family == family]


def _family_first(metric: Metric) -> tuple[int, bool]:
    return (list(FAMILIES).index(metric.effective_family), not metric.headline)


def _family(family: MetricFamily | None, metrics: Sequence[Metric]) -> View:
    """Return a row of squares, one a metric, filled where leaders steer by it."""
    leading = sorted((bool(metric.headline) for metric in metrics), reverse=True)
    name = capital(spoken(family or "unknown"))
    return {
        "name": name,
        "meaning": say(FAMILIES[family]),
        "number": written(len(metrics)),
        "headline": written(sum(leading)),
        "squares": [
            {"x": 1 + PITCH * index, "filled": filled}
            for index, filled in enumerate(leading[:MOST_DRAWN])
        ],
        "size": SQUARE,
        "width": PITCH * MOST_DRAWN,
        "none": not metrics,
        "says": say(
            "{family}: {metrics}, {headlines} headlines.",
            family=name,
            metrics=counted(len(metrics), "metric"),
            headlines=sum(leading),
        ),
    }


def _metric(metric: Metric, names: Names) -> Row:
    return {
        "name": names.metric(metric.id),
        "family": capital(spoken(metric.effective_family or "unknown")),
        "kind": spoken(metric.kind),
        "level": capital(spoken(metric.level)) if metric.level else say("Not stated"),
        "mark": "■" if metric.headline else "□",
        "meaning": say("headline") if metric.headline else say("measured"),
        "value": _value(metric),
        "target": _target(metric),
        "owner": names.department(metric.owner) or say("No owner"),
    }


def _value(metric: Metric) -> str:
    if metric.value is None:
        return say("Not stated")
    return f"{written(metric.value, ',.12g')} {short(metric.unit or '', 24)}".strip()


def _target(metric: Metric) -> str:
    target = metric.target
    if target is None or target.value is None:
        return say("None")
    if not target.by:
        return written(target.value, ",.12g")
    return say("{value:,.12g} by {day:brief}", value=target.value, day=target.by)
