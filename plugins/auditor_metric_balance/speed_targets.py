"""MB010: speed targets are paired with quality."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    MetricKind,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    sentences,
    tally,
)
from auditor_metric_balance.names import names
from auditor_metric_balance.sketches import kinds, metrics
from auditor_metric_balance.times import is_time

if TYPE_CHECKING:
    from auditor import Metric

GUARDS: Final = frozenset(
    {
        MetricKind.CSAT,
        MetricKind.CES,
        MetricKind.FIRST_CONTACT_RESOLUTION,
        MetricKind.REOPEN_RATE,
    }
)
"""Kinds that get worse when haste does harm."""

CSAT: Final = {"kind": "csat", "level": "interaction"}


def _speed(**stated: object) -> dict[str, object]:
    """Return a metric of waiting time with a target."""
    return {"kind": "wait_time", "target": {"value": 60}, **stated}


@check(
    "MB010",
    title="Every speed target is paired with a metric of quality",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["metrics"],
    logic=(
        "A speed target is a target value, or a target for individuals, on a metric of "
        "response, resolution, waiting or handling time, or on a custom metric whose "
        "unit is a time. Met where a share of {met} or more of them is paired with "
        "satisfaction, effort, resolution at the first contact or reopened cases; "
        "partly met from {partly}; else not met. Without speed targets there is "
        "nothing to pair, and it is not assessed."
    ),
    remedy="Show each speed target beside the quality it could cost, and set both.",
    parameters=[
        Parameter("met", 1, Unit.SHARE, "share of paired targets that is met", OURS),
        Parameter(
            "partly",
            0.5,
            Unit.SHARE,
            "share of paired targets that is partly met",
            OURS,
        ),
    ],
    sources=[
        bibliography.MACARANAS,
        bibliography.BROWN,
        bibliography.BAIN_NPS_PAY,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "A time without a target needs no pair",
            metrics(CSAT, _speed(paired_with=["m1"]), {"kind": "handle_time"}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of two is paired",
            metrics(CSAT, _speed(paired_with=["m1"]), _speed()),
        ),
        Example(Outcome.NOT_MET, "A target on its own", metrics(CSAT, _speed())),
        Example(
            Outcome.NOT_MET,
            "Paired with another time",
            metrics({"kind": "handle_time"}, _speed(paired_with=["m1"])),
        ),
        Example(
            Outcome.NOT_MET,
            "Handling time as a target for agents",
            metrics({"kind": "handle_time", "agent_target": True}),
        ),
        Example(
            Outcome.NOT_MET,
            "A custom metric in minutes",
            metrics(
                {"kind": "custom", "unit": "minutes late", "target": {"value": 10}}
            ),
        ),
        Example(
            Outcome.NOT_MET,
            "Paired with a metric that the profile does not have",
            metrics(_speed(paired_with=["galaxy"])),
        ),
        Example(Outcome.NOT_ASSESSED, "No target on speed", kinds("wait_time", "csat")),
        Example(Outcome.NOT_ASSESSED, "An empty list", kinds()),
        Example(Outcome.NOT_ASSESSED, "No word of metrics", {"metrics": None}),
    ],
)
def speed_is_paired_with_quality(context: Context) -> Verdict:
    """A target on time alone is met by ending conversations.

    Calls get shorter and come back. A second figure beside it, such as satisfaction
    or cases reopened, shows when speed is bought with quality.
    """
    listed = context.profile.metrics or ()
    guards = {metric.id for metric in listed if metric.kind in GUARDS}
    targets = [metric for metric in listed if _is_speed_target(metric)]
    if not targets:
        reason = message("No metric of time has a target, so there is nothing to pair.")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("metrics.target",))
    paired = tally(targets, lambda metric: guards & set(metric.paired_with or ()))
    reason = message(
        "A metric of quality is paired with {having} of {targets}.",
        having=len(paired.having),
        targets=counted(paired.total, "speed target"),
    )
    if paired.lacking:
        lacking = names(paired.lacking)
        unpaired = message("None is paired with {metrics}.", metrics=lacking)
        reason = sentences(reason, unpaired)
    return paired.verdict(context, reason)


def _is_speed_target(metric: Metric) -> bool:
    stated = metric.target is not None and metric.target.value is not None
    return is_time(metric) and (stated or metric.agent_target is True)
