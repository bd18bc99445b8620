"""Service that reaches its targets while customers leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    JUDGED_FROM,
    MetricKind,
    Votes,
    beyond_chance,
    contrast,
    message,
    shown,
)
from auditor_metric_balance.names import names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor import Context, Measure, Message, Metric

__all__ = ["service_without_loyalty"]

SERVED: Final = (MetricKind.CSAT, MetricKind.FIRST_RESPONSE_TIME)
"""What service is usually steered by."""


def service_without_loyalty(context: Context) -> str:
    """Return that service is on target and loyalty falls; empty where it is not so.

    Service by the profile's own figures: satisfaction and first response time, each
    with a target, all of them on it. Loyalty by the tables where they tell, or else by
    a retention or churn of the profile that was better before.
    """
    metrics = context.profile.metrics or ()
    aimed = [each for each in metrics if each.kind in SERVED and _aim(each) is not None]
    both = {each.kind for each in aimed} == set(SERVED)
    if not (both and all(map(_on_target, aimed))):
        return ""
    served = names(aimed)
    falling = _fall_in_tables(context, served)
    return _fall_in_profile(metrics, served) if falling is None else falling


def _fall_in_profile(metrics: Iterable[Metric], served: Message) -> str:
    """Return which metrics of loyalty got worse; empty where none did."""
    worse = [each for each in metrics if _falls(each)]
    if not worse:
        return ""
    return message(
        "Service is good and loyalty poor: {served} are on target, and yet {worse} got "
        "worse.",
        served=served,
        worse=names(worse),
    )


def _fall_in_tables(context: Context, served: Message) -> str | None:
    """Return by how much retention fell, by more than chance; nothing if unknown.

    A table in which nobody left in the earlier year keeps those alone who stayed, and
    would show a fall that never was.
    """
    now = context.evidence.measure("customers", "retention")
    before = context.evidence.measure("customers", "retention_before")
    if now is None or before is None or now.value is None or before.value in {None, 1}:
        return None
    if min(now.n, before.n) < JUDGED_FROM:
        return None
    change = contrast(_votes(now), _votes(before))
    fell = change and change.points < 0 and beyond_chance([change])[0]
    if not fell:
        return ""
    return message(
        "Service is good and loyalty poor: {served} are on target, and yet retention "
        "fell from {before} to {now}.",
        served=served,
        before=shown(before, interval=False),
        now=shown(now, interval=False),
    )


def _votes(share: Measure) -> Votes:
    return Votes(round((share.value or 0.0) * share.n), share.n)


def _aim(metric: Metric) -> float | None:
    """Return the target of a metric that has a value too."""
    has_value = metric.value is not None and metric.target is not None
    return metric.target.value if has_value and metric.target else None


def _on_target(metric: Metric) -> bool:
    value, aim = metric.value or 0.0, _aim(metric) or 0.0
    reversed_ = metric.scale is not None and metric.scale.higher_is_better is False
    lower_is_better = reversed_ or metric.kind is MetricKind.FIRST_RESPONSE_TIME
    return value <= aim if lower_is_better else value >= aim


def _falls(metric: Metric) -> bool:
    """Whether fewer customers stay than at the latest earlier value."""
    earlier = [each.value for each in metric.history or () if each.value is not None]
    if metric.value is None or not earlier:
        return False
    if metric.kind is MetricKind.RETENTION:
        return metric.value < earlier[-1]
    return metric.kind is MetricKind.CHURN and metric.value > earlier[-1]
