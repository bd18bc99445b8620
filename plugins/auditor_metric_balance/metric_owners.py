"""MB008: metrics have owners across the company."""

from __future__ import annotations

from collections import Counter

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
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
)
from auditor_metric_balance.sketches import kinds, metrics


def _owned(**counts: int) -> dict[str, object]:
    """Return a patch with so many metrics for each owner."""
    owners = [owner for owner, count in counts.items() for _ in range(count)]
    return metrics(*({"kind": "nps", "owner": owner} for owner in owners))


@check(
    "MB008",
    title="Metrics have owners across the company",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["metrics"],
    logic=(
        "Of the metrics that have an owner: met if {owners} departments or more own "
        "one and none owns a share above {largest}. Partly met with {partly_owners} "
        "owners or more and no share above {partly_largest}. Else not met. Metrics "
        "without an owner are left out here."
    ),
    remedy="Hand metrics of billing, delivery and product to their departments.",
    parameters=[
        Parameter("owners", 3, Unit.COUNT, "departments that own a metric", OURS),
        Parameter("largest", 0.6, Unit.SHARE, "largest share in one department", OURS),
        Parameter(
            "partly_owners", 2, Unit.COUNT, "departments for it to be partly met", OURS
        ),
        Parameter(
            "partly_largest", 0.8, Unit.SHARE, "largest share that is partly met", OURS
        ),
    ],
    # Gartner describes scattered ownership, and calls for one view over it; that
    # ownership should be spread is from the articles.
    sources=[
        bibliography.MACARANAS,
        bibliography.CAMPAGNA,
        bibliography.GARTNER_METRICS,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Three owners, the largest with three of five",
            _owned(support=3, billing=1, sales=1),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three owners, the largest with four of six",
            _owned(support=4, billing=1, sales=1),
        ),
        Example(Outcome.PARTLY_MET, "Two owners", _owned(support=1, billing=1)),
        Example(
            Outcome.PARTLY_MET,
            "Two owners, one with four of five",
            _owned(support=4, billing=1),
        ),
        Example(
            Outcome.NOT_MET,
            "Three owners, one with nine of eleven",
            _owned(support=9, billing=1, sales=1),
        ),
        Example(Outcome.NOT_MET, "One owner", _owned(support=3)),
        Example(Outcome.NOT_MET, "No metric has an owner", kinds("nps", "churn")),
        Example(Outcome.NOT_ASSESSED, "An empty list", kinds()),
        Example(Outcome.NOT_ASSESSED, "No word of metrics", {"metrics": None}),
    ],
)
def metrics_are_owned_across_the_company(context: Context) -> Verdict:
    """A metric moves what its owner can move.

    Where one department owns them all, the figures of billing, delivery and product
    have nobody who can change their cause.
    """
    listed = context.profile.metrics or ()
    owners = Counter(metric.owner for metric in listed if metric.owner)
    owned = owners.total()
    if not owned:
        return _nobody(context, len(listed))
    owner, most = owners.most_common(1)[0]
    department = context.profile.department(owner)
    name = department.name if department and department.name else owner
    reason = message(
        "An owner is named for {owned} of {metrics}, in {departments}. {largest} has "
        "{most} of them ({share:.0f} %).",
        owned=owned,
        metrics=counted(len(listed), "metric"),
        departments=counted(len(owners), "department"),
        largest=name,
        most=most,
        share=100 * most / owned,
    )
    return Verdict(
        _outcome(len(owners), most / owned, context),
        reason,
        where=tuple(m.pointer for m in listed if m.owner == owner),
    )


def _nobody(context: Context, count: int) -> Verdict:
    where = (context.profile.at("metrics"),)
    if not count:
        reason = message("The profile lists no metric, so nobody can own one.")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("metrics",))
    reason = message(
        "None of {metrics} has an owner.", metrics=counted(count, "metric")
    )
    advice = message("Name an owner for each.")
    return Verdict(Outcome.NOT_MET, reason, advice, where=where)


def _outcome(owners: int, largest: float, context: Context) -> Outcome:
    limits = context.parameters
    if owners >= limits["owners"] and largest <= limits["largest"]:
        return Outcome.MET
    if owners >= limits["partly_owners"] and largest <= limits["partly_largest"]:
        return Outcome.PARTLY_MET
    return Outcome.NOT_MET
