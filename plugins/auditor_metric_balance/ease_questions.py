"""MB004: ease is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    at_least,
    bibliography,
    check,
    counted,
    message,
)
from auditor_metric_balance.names import names
from auditor_metric_balance.sketches import kinds, metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor import Metric, Profile


@check(
    "MB004",
    title="Ease is asked for at several points of the journey",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["metrics"],
    logic=(
        "Met if effort scores (CES) watch at least {met} places, partly met with "
        "{partly}, not met without an effort score. A place is a touchpoint that lists "
        "the metric, or a stage that the metric names and that has no such touchpoint. "
        "Effort scores without a place count as one place."
    ),
    remedy="Add one question on ease after help and one after onboarding.",
    parameters=[
        Parameter(
            "met", 2, Unit.COUNT, "places watched for the criterion to be met", OURS
        ),
        Parameter(
            "partly", 1, Unit.COUNT, "places watched for it to be partly met", OURS
        ),
    ],
    sources=[
        bibliography.WHITE,
        bibliography.BROWN,
        bibliography.MACARANAS,
        bibliography.CAMPAGNA,
        bibliography.GSA_TOUCHPOINTS,
        bibliography.VA_PRINCIPLES,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "One score in two stages",
            metrics({"kind": "ces", "stages": ["onboarding", "support"]}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One score in one stage",
            metrics({"kind": "ces", "stages": ["support"]}),
        ),
        Example(Outcome.PARTLY_MET, "Two scores without a place", kinds("ces", "ces")),
        Example(Outcome.NOT_MET, "No score of effort", kinds("nps", "csat")),
        Example(Outcome.NOT_MET, "An empty list", kinds()),
        Example(Outcome.NOT_ASSESSED, "No word of metrics", {"metrics": None}),
    ],
)
def ease_is_measured(context: Context) -> Verdict:
    """Effort is what customers feel and seldom complain about.

    They give up halfway, or do not come back. Asked in one place only, the answer
    shows how hard it is to get help, not how hard it is to be a customer.
    """
    profile = context.profile
    efforts = [m for m in profile.metrics or () if m.kind is MetricKind.CES]
    if not efforts:
        where = (profile.at("metrics"),)
        reason = message("No metric is an effort score.")
        return Verdict(Outcome.NOT_MET, reason, where=where)
    places = _places(profile, efforts)
    limits = context.parameters
    outcome = at_least(max(places, 1), limits["met"], limits["partly"])
    asked = (
        message(
            "Ease is asked for at {places} of the journey, by {metrics}.",
            places=counted(places, "place"),
        )
        if places
        else message(
            "Ease is asked for at no stated place of the journey, by {metrics}."
        )
    )
    return Verdict(
        outcome,
        asked.filled(metrics=names(efforts)),
        where=tuple(metric.pointer for metric in efforts),
    )


def _places(profile: Profile, efforts: Sequence[Metric]) -> int:
    """Count the touchpoints and the further stages that the effort scores watch."""
    ids = {metric.id for metric in efforts}
    stages = {stage for metric in efforts for stage in metric.stages or ()}
    touchpoints = 0
    for stage in profile.stages():
        watched = [t for t in stage.touchpoints or () if ids & set(t.metrics or ())]
        touchpoints += len(watched)
        if watched:
            stages.discard(stage.id)
    return touchpoints + len(stages)
