"""MB009: NPS is asked of the relationship, and is nobody's personal target."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    Context,
    Effort,
    Example,
    ExperienceLevel,
    MetricKind,
    Outcome,
    Severity,
    Verdict,
    Verification,
    bibliography,
    check,
    message,
)
from auditor_metric_balance.names import names
from auditor_metric_balance.sketches import kinds, metrics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor import Metric

LOYALTY: Final = frozenset(
    {
        MetricKind.RETENTION,
        MetricKind.CHURN,
        MetricKind.REPEAT_PURCHASE,
        MetricKind.REFERRAL,
    }
)
"""What shows loyalty without NPS; churn is retention counted from the other end."""

RELEASE: Final = message(
    "Take NPS out of personal targets, and show staff what customers said."
)


@check(
    "MB009",
    title="NPS is asked of the relationship and is nobody's personal target",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["metrics"],
    logic=(
        "Not met if NPS is set as a target for individuals. Else met if it is asked at "
        "the level of the relationship, partly met if only after interactions or "
        "journeys, and not assessed if no level is stated. Without NPS, met if "
        "retention, churn, repeat purchase or referral is measured, else not "
        "applicable."
    ),
    remedy="Ask for satisfaction or effort after a contact, and NPS once in a while.",
    sources=[bibliography.BROWN, bibliography.BAIN_NPS_PAY],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Asked of the relationship and after calls",
            metrics(
                {"kind": "nps", "level": "relationship"},
                {"kind": "nps", "level": "interaction"},
            ),
        ),
        Example(Outcome.MET, "No NPS, but churn", kinds("churn")),
        Example(
            Outcome.PARTLY_MET,
            "Only after calls",
            metrics({"kind": "nps", "level": "interaction"}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Only after a journey",
            metrics({"kind": "nps", "level": "journey"}),
        ),
        Example(
            Outcome.NOT_MET,
            "A target for agents",
            metrics(
                {"kind": "nps", "level": "relationship"},
                {"kind": "nps", "level": "interaction", "agent_target": True},
            ),
        ),
        Example(Outcome.NOT_ASSESSED, "NPS without a level", kinds("nps", "churn")),
        Example(
            Outcome.NOT_APPLICABLE,
            "Neither NPS nor another measure of loyalty",
            kinds("csat", "revenue"),
        ),
        Example(Outcome.NOT_APPLICABLE, "An empty list", kinds()),
        Example(Outcome.NOT_ASSESSED, "No word of metrics", {"metrics": None}),
    ],
)
def nps_is_of_the_relationship(context: Context) -> Verdict:
    """The question of NPS is about the organisation, not about one call.

    Asked after a call it mixes what the agent did with everything else. Set as a
    personal target, it gets begged for, and unhappy customers are not asked.
    """
    scores = [m for m in context.profile.metrics or () if m.kind is MetricKind.NPS]
    if not scores:
        return _without(context)
    personal = [metric for metric in scores if metric.agent_target]
    if personal:
        reason = message(
            "NPS is a target for individuals: {metrics}.", metrics=names(personal)
        )
        where = tuple(metric.at("agent_target") for metric in personal)
        return Verdict(Outcome.NOT_MET, reason, RELEASE, where=where)
    return _by_level(scores)


def _by_level(scores: Sequence[Metric]) -> Verdict:
    where = tuple(metric.pointer for metric in scores)
    whole = [m for m in scores if m.level is ExperienceLevel.RELATIONSHIP]
    if whole:
        reason = message(
            "NPS is asked of the relationship: {metrics}.", metrics=names(whole)
        )
        return Verdict(Outcome.MET, reason, where=where)
    if any(metric.level is None for metric in scores):
        reason = message(
            "The level at which NPS is asked is not stated: {metrics}.",
            metrics=names(scores),
        )
        key = ("metrics.level",)
        return Verdict(Outcome.NOT_ASSESSED, reason, where=where, answered_by=key)
    levels = {metric.level for metric in scores}
    after = (
        message("NPS is asked only after journeys: {metrics}.")
        if ExperienceLevel.JOURNEY in levels
        else message("NPS is asked only after interactions: {metrics}.")
    )
    reason = after.filled(metrics=names(scores))
    return Verdict(Outcome.PARTLY_MET, reason, where=where)


def _without(context: Context) -> Verdict:
    loyalty = [m for m in context.profile.metrics or () if m.kind in LOYALTY]
    if loyalty:
        reason = message(
            "NPS is not used; loyalty shows in {metrics}.", metrics=names(loyalty)
        )
        return Verdict(Outcome.MET, reason, where=tuple(m.pointer for m in loyalty))
    reason = message("Neither NPS nor another measure of loyalty is used.")
    return Verdict(Outcome.NOT_APPLICABLE, reason)
