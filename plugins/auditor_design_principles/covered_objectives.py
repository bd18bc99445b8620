"""DP004: every customer-relevant objective has a principle."""

from __future__ import annotations

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
    named,
    sentences,
    tally,
)
from auditor_design_principles.sketches import principles


def _objectives(served: int, unserved: int) -> dict[str, object]:
    """Return a patch with so many customer-relevant objectives, some of them served."""
    ids = [f"o{number}" for number in range(served + unserved)]
    listed = [{"id": id_, "name": id_, "customer_relevant": True} for id_ in ids]
    return {
        "organisation": {"objectives": listed},
        **principles({"objectives": ids[:served]}),
    }


@check(
    "DP004",
    title="Every customer-relevant objective has a principle",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["principles", "organisation.objectives"],
    logic=(
        "The share of objectives marked as customer-relevant to which at least one "
        "principle refers. Met with a share of {met} or more, partly met from "
        "{partly}. Not met if no objective is marked as customer-relevant."
    ),
    remedy="Write or extend a principle for each objective that has none.",
    parameters=[
        Parameter(
            "met", 1.0, Unit.SHARE, "share of such objectives that have one", OURS
        ),
        Parameter("partly", 0.6, Unit.SHARE, "share from which it is partly met", OURS),
    ],
    sources=[bibliography.BROWN, bibliography.FORRESTER_MATURITY],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.PARTLY_MET, "Three of five have one", _objectives(3, 2)),
        Example(Outcome.NOT_MET, "One of two has one", _objectives(1, 1)),
        Example(Outcome.NOT_MET, "No principles at all", principles()),
        Example(
            Outcome.NOT_MET,
            "Nothing marked as customer-relevant",
            {"organisation": {"objectives": [{"id": "grow", "name": "Grow"}]}},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of objectives",
            {"organisation": {"objectives": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of principles", {"principles": None}),
    ],
)
def customer_objectives_have_principles(context: Context) -> Verdict:
    """An objective without a principle reaches no drawing board.

    It is measured at the end of the year and steers nothing during it.
    """
    organisation = context.profile.organisation
    relevant = [o for o in organisation.objectives or () if o.customer_relevant]
    if not relevant:
        return Verdict(
            Outcome.NOT_MET,
            message("No objective is marked as one that customers would notice."),
            message("Decide which objectives customers would notice, and mark them."),
            where=(organisation.at("objectives"),),
        )
    listed = context.profile.principles or ()
    served = {id_ for principle in listed for id_ in principle.objectives or ()}
    found = tally(relevant, lambda objective: objective.id in served)
    reason = message(
        "A principle serves {having} of {objectives}.",
        objectives=counted(found.total, "customer-relevant objective"),
    )
    if found.lacking:
        names = named(each.name for each in found.lacking)
        reason = sentences(reason, message("Without one: {names}.", names=names))
    return found.verdict(context, reason)
