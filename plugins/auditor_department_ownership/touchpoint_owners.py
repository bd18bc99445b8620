"""OW007: every touchpoint has one accountable department."""

from __future__ import annotations

from typing import Final

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
    tally,
)
from auditor_department_ownership.owners import accountable
from auditor_department_ownership.sketches import owned, touchpoints

ALL: Final = message(
    "One accountable department is named for {having} of {touchpoints}."
)
WITHOUT: Final = message(
    "One accountable department is named for {having} of {touchpoints}, none for "
    "{names}."
)


@check(
    "OW007",
    title="Every touchpoint has exactly one accountable department",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["journeys"],
    logic=(
        "Met where a share of {met} or more of the touchpoints of all journeys have an "
        "owner, partly met from {partly}, else not met. A touchpoint has at most one "
        "owner in the profile; `everyone`, `all` and the like are nobody, and neither "
        "is a stage's owner that of its touchpoints."
    ),
    remedy="Make one department answer for each touchpoint, and consult the others.",
    parameters=[
        Parameter(
            "met",
            0.95,
            Unit.SHARE,
            "share of touchpoints with an owner that is met",
            OURS,
        ),
        Parameter("partly", 0.8, Unit.SHARE, "share that is partly met", OURS),
    ],
    sources=[bibliography.MACARANAS, bibliography.SMAPLY_JOURNEY_MAPS],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET, "19 of 20 touchpoints", touchpoints([*owned(sales=19), None])
        ),
        Example(
            Outcome.PARTLY_MET,
            "Nine of ten touchpoints",
            touchpoints([*owned(sales=9), None]),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Four of five touchpoints",
            touchpoints([*owned(sales=4), None]),
        ),
        Example(Outcome.NOT_MET, "Two of three", touchpoints([*owned(sales=2), None])),
        Example(Outcome.NOT_MET, "None of 20 touchpoints", touchpoints([None] * 20)),
        Example(
            Outcome.NOT_MET,
            "Everyone owns the rest, and departments are not described",
            {"departments": None} | touchpoints(owned(sales=2, everyone=1)),
        ),
        Example(
            Outcome.NOT_MET,
            "The owner is no department of the profile",
            touchpoints(owned(galaxy=1)),
        ),
        Example(Outcome.NOT_ASSESSED, "No touchpoints", touchpoints([])),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def touchpoints_have_owners(context: Context) -> Verdict:
    """What everyone owns, nobody mends.

    A touchpoint improves when one department answers for it and can be asked.
    """
    owners = tally(context.profile.touchpoints(), lambda t: accountable(t.owner))
    reason = (WITHOUT if owners.lacking else ALL).filled(
        touchpoints=counted(owners.total, "touchpoint"),
        names=named(touchpoint.name for touchpoint in owners.lacking),
    )
    return owners.verdict(context, reason, answered_by="journeys.stages.touchpoints")
