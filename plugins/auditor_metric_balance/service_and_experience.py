"""MB002: headline metrics balance service and experience."""

from __future__ import annotations

from collections import Counter
from typing import Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    MetricFamily,
    Outcome,
    Parameter,
    Question,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    sentences,
)
from auditor_metric_balance.headlines import headlines
from auditor_metric_balance.sketches import kinds, metrics

ADD_SERVICE: Final = message(
    "Add one or two metrics of service, such as resolution at the first contact."
)


def _balance(service: int, experience: int) -> dict[str, object]:
    """Return a patch with so many metrics of each family."""
    return kinds(*["wait_time"] * service, *["nps"] * experience)


@check(
    "MB002",
    title="Headline metrics balance service and experience",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    speaks_to=Question.SERVICE_FOR_EXPERIENCE,
    needs=["metrics"],
    logic=(
        "Of the headline metrics that tell of service or of experience, a share from "
        "{lowest} to {highest} is of service: met. From {partly_lowest} to "
        "{partly_highest}: partly met. Outside: not met. Where no metric is marked as "
        "a headline, every metric counts that does not deny it. Business and employee "
        "metrics are left out; without any of the two families it is not assessed."
    ),
    remedy="Replace speed metrics that repeat each other with one of the relationship.",
    parameters=[
        Parameter(
            "lowest", 0.25, Unit.SHARE, "lowest share of service that is met", OURS
        ),
        Parameter(
            "highest", 0.65, Unit.SHARE, "highest share of service that is met", OURS
        ),
        Parameter(
            "partly_lowest", 0.15, Unit.SHARE, "lowest share that is partly met", OURS
        ),
        Parameter(
            "partly_highest", 0.8, Unit.SHARE, "highest share that is partly met", OURS
        ),
    ],
    sources=[bibliography.WHITE, bibliography.MACARANAS, bibliography.CAMPAGNA],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "One of four tells of service", _balance(1, 3)),
        Example(Outcome.MET, "13 of 20 tell of service", _balance(13, 7)),
        Example(
            Outcome.MET,
            "Speed is measured, but not a headline",
            metrics(
                {"kind": "wait_time", "headline": False},
                {"kind": "handle_time", "headline": False},
                {"kind": "reopen_rate"},
                {"kind": "nps"},
            ),
        ),
        Example(Outcome.PARTLY_MET, "Two of three tell of service", _balance(2, 1)),
        Example(Outcome.PARTLY_MET, "Four of five tell of service", _balance(4, 1)),
        Example(Outcome.PARTLY_MET, "One of five tells of service", _balance(1, 4)),
        Example(Outcome.NOT_MET, "Five of six tell of service", _balance(5, 1)),
        Example(Outcome.NOT_MET, "Service only", _balance(3, 0)),
        Example(Outcome.NOT_MET, "Experience only", _balance(0, 3)),
        Example(
            Outcome.NOT_ASSESSED,
            "Business results only",
            kinds("revenue", "revenue"),
        ),
        Example(Outcome.NOT_ASSESSED, "An empty list", kinds()),
        Example(Outcome.NOT_ASSESSED, "No word of metrics", {"metrics": None}),
    ],
)
def service_and_experience_are_balanced(context: Context) -> Verdict:
    """Leaders improve what stands on their page.

    A page full of response times makes the help desk faster and leaves the rest of
    the journey as it is; a page without them hides how customers in trouble fare.
    """
    chosen = headlines(context.profile)
    families = Counter(metric.effective_family for metric in chosen.metrics)
    service = families[MetricFamily.SERVICE]
    both = service + families[MetricFamily.EXPERIENCE]
    if not both:
        reason = message("No headline metric tells of service or of experience.")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("metrics",))
    share = service / both
    reason = message(
        "Of {metrics} on the two families, service has {service} ({share:.0f} %).",
        metrics=counted(both, "headline metric"),
        service=service,
        share=100 * share,
    )
    return Verdict(
        _outcome(share, context),
        sentences(reason, chosen.note),
        ADD_SERVICE if share < context.parameters["lowest"] else "",
        where=tuple(metric.pointer for metric in chosen.metrics),
    )


def _outcome(share: float, context: Context) -> Outcome:
    limits = context.parameters
    if limits["lowest"] <= share <= limits["highest"]:
        return Outcome.MET
    if limits["partly_lowest"] <= share <= limits["partly_highest"]:
        return Outcome.PARTLY_MET
    return Outcome.NOT_MET
