"""JC005: every touchpoint has a channel and a department."""

from __future__ import annotations

from typing import Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Message,
    Outcome,
    Parameter,
    Severity,
    Tally,
    Touchpoint,
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
from auditor_journey_coverage.sketches import Part, contact, journey, journeys, stage

ASKED: Final = {
    "channel": message("No channel is stated for {names}."),
    "owner": message("Nobody owns {names}."),
}
"""What each touchpoint has to state, and the sentence on its lack."""

PLACED: Final = {"channel": "web", "owner": "sales"}


def _inventory(complete: int, *others: Part) -> Part:
    """Return a profile patch with so many complete touchpoints, and others."""
    return journeys(journey(stage(*[contact(**PLACED)] * complete, *others)))


@check(
    "JC005",
    title="Every touchpoint has a channel and a department",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["journeys"],
    logic=(
        "Looks at the touchpoints of all journeys; each stands in a stage. Met if a "
        "share of {met} or more states both its channel and the department that owns "
        "it, partly met from {partly}. The owner of the stage does not stand in for "
        "the owner of a touchpoint. Not assessed without any touchpoint."
    ),
    remedy="Complete the inventory of touchpoints: channel and owner for each.",
    parameters=[
        Parameter(
            "met", 0.95, Unit.SHARE, "share of touchpoints that state both", OURS
        ),
        Parameter(
            "partly", 0.75, Unit.SHARE, "share of touchpoints that state both", OURS
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.MACARANAS,
        bibliography.GLOBAL_CX_STANDARDS,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "One of twenty has no owner",
            _inventory(19, contact(channel="web")),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of four has no channel",
            _inventory(3, contact(owner="sales")),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of four names a channel that does not exist",
            _inventory(3, contact(channel="fax", owner="sales")),
        ),
        Example(Outcome.NOT_MET, "One of three has neither", _inventory(2, contact())),
        Example(
            Outcome.NOT_MET,
            "None of twenty has an owner",
            _inventory(0, *[contact(channel="web")] * 20),
        ),
        Example(
            Outcome.NOT_MET,
            "Only the stage has an owner",
            journeys(journey(stage(contact(channel="web"), owner="sales"))),
        ),
        Example(Outcome.NOT_ASSESSED, "No touchpoint at all", _inventory(0)),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def every_touchpoint_has_channel_and_department(context: Context) -> Verdict:
    """A contact that belongs to no channel and no department cannot be improved.

    One inventory in the same words lets departments speak about the same contact.
    """
    touchpoints = tally(
        context.profile.touchpoints(),
        lambda touchpoint: all(touchpoint.states(key) for key in ASKED),
    )
    return touchpoints.verdict(
        context, _reason(touchpoints), answered_by="journeys.stages.touchpoints"
    )


def _reason(touchpoints: Tally[Touchpoint]) -> Message:
    reasons = [
        message(
            "Channel and department are stated for {having} of {touchpoints}.",
            having=len(touchpoints.having),
            touchpoints=counted(touchpoints.total, "touchpoint"),
        )
    ]
    for key, complaint in ASKED.items():
        lacking = [part.name for part in touchpoints.lacking if not part.states(key)]
        if lacking:
            reasons.append(complaint.filled(names=named(lacking)))
    return sentences(*reasons)
