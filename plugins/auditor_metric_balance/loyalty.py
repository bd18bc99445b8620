"""Service that reaches its targets while customers leave."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import MetricKind
from auditor_metric_balance.names import names

if TYPE_CHECKING:
    from auditor import Metric, Profile

__all__ = ["service_without_loyalty"]

SERVED: Final = (MetricKind.CSAT, MetricKind.FIRST_RESPONSE_TIME)
"""What service is usually steered by."""


def service_without_loyalty(profile: Profile) -> str:
    """Return that service is on target and loyalty falls; empty where it is not so.

    By the profile's own figures: satisfaction and first response time, each with a
    target, all of them on it, and a retention that is lower than it was.
    """
    metrics = profile.metrics or ()
    aimed = [each for each in metrics if each.kind in SERVED and _aim(each) is not None]
    falling = [each for each in metrics if _falls(each)]
    both = {each.kind for each in aimed} == set(SERVED)
    if not (both and falling and all(map(_on_target, aimed))):
        return ""
    return (
        f"Service is good and loyalty poor: {names(aimed)} are on target, and yet "
        f"{names(falling)} got worse."
    )


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
