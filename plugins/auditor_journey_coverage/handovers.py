"""JC012: handovers are defined."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

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
from auditor_journey_coverage.contacts import contacts_of
from auditor_journey_coverage.sketches import Part, contact, journey, journeys, stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor import Journey, Profile, Touchpoint

NOTE = {"to": "end", "passes": ["what was agreed"], "within": "1h"}
END = contact(id="end", owner="billing")
SALES = contact(owner="sales")
PASSES_ON = contact(owner="sales", handover=NOTE)
"""A contact that hands over properly, before one of another department."""


def _contacts(*contacts: Part) -> Part:
    """Return a profile patch with one stage of these contacts."""
    return journeys(journey(stage(*contacts)))


def _noted(handover: Part) -> Part:
    """Return a profile patch with one boundary and this note on it."""
    return _contacts(contact(owner="sales", handover=handover), END)


@check(
    "JC012",
    title="Handovers between departments are defined",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    needs=["journeys"],
    logic=(
        "A touchpoint is a boundary if the next one in the order written, across "
        "stages of the journey, belongs to another department, or if it declares a "
        "handover. A boundary counts if its handover says to which touchpoint, what "
        "information is passed and within which time. Met if a share of {met} or more "
        "of the boundaries of all journeys counts, partly met from {partly}. Not met "
        "if two or more departments own touchpoints and no handover is declared. Not "
        "applicable if the organisation has a single department. Not assessed if one "
        "of several owns every touchpoint, because such a map does not show where the "
        "others take over, or if touchpoints state no owner."
    ),
    remedy=(
        "Write a handover note for each boundary: to whom, with what information, "
        "within what time."
    ),
    parameters=[
        Parameter(
            "met", 0.9, Unit.SHARE, "share of boundaries with a complete handover", OURS
        ),
        Parameter(
            "partly",
            0.6,
            Unit.SHARE,
            "share of boundaries with a complete handover",
            OURS,
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.CAMPAGNA,
        bibliography.GOVUK_SERVICE_STANDARD,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Nine of ten boundaries",
            _contacts(*[PASSES_ON] * 9, SALES, END),
        ),
        Example(
            Outcome.MET,
            "A handover within one department",
            _contacts(PASSES_ON, contact(id="end", owner="sales")),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three of five boundaries",
            _contacts(*[PASSES_ON] * 3, SALES, END, SALES),
        ),
        Example(
            Outcome.NOT_MET,
            "One of two boundaries",
            _contacts(PASSES_ON, END, SALES),
        ),
        Example(Outcome.NOT_MET, "No time limit", _noted(NOTE | {"within": None})),
        Example(Outcome.NOT_MET, "Nothing is passed", _noted(NOTE | {"passes": []})),
        Example(
            Outcome.NOT_MET,
            "To a touchpoint that does not exist",
            _noted(NOTE | {"to": "nowhere"}),
        ),
        Example(
            Outcome.NOT_MET,
            "Another department in the next stage, without a word",
            journeys(journey(stage(SALES), stage(END))),
        ),
        Example(
            Outcome.NOT_MET,
            "Two departments in two journeys, and no handover anywhere",
            journeys(journey(stage(SALES)), journey(stage(END))),
        ),
        Example(
            Outcome.NOT_APPLICABLE,
            "There is only one department",
            _contacts(SALES, SALES) | {"departments": [{"id": "sales"}]},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "One of several departments owns every touchpoint",
            _contacts(SALES, SALES),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "An owner is not stated",
            _contacts(SALES, contact(), SALES),
        ),
        Example(Outcome.NOT_ASSESSED, "No touchpoint at all", _contacts()),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def handovers_are_defined(context: Context) -> Verdict:
    """Customers fall into the gaps between departments, and have to tell all again.

    A handover that says who takes over, with what and how soon keeps the promise of
    one department alive in the next.
    """
    profile = context.profile
    boundaries = tally(
        (
            touchpoint
            for one in profile.journeys or ()
            for touchpoint in _boundaries(one)
        ),
        _is_defined,
    )
    if not boundaries.total:
        return _without_boundary(profile)
    reason = message(
        "A complete handover is declared for {having} of {boundaries}.",
        having=len(boundaries.having),
        boundaries=counted(boundaries.total, "boundary", "boundaries"),
    )
    if boundaries.lacking:
        names = named(touchpoint.name for touchpoint in boundaries.lacking)
        after = message("It is missing or incomplete after {places}.", places=names)
        reason = sentences(reason, after)
    return boundaries.verdict(context, reason)


def _boundaries(journey: Journey) -> Iterator[Touchpoint]:
    """Yield the touchpoints after which another department or contact takes over.

    A declared handover says itself where it leads, so it stands for the boundary
    after its touchpoint, wherever that touchpoint is written.
    """
    contacts = contacts_of(journey)
    for here, after in zip_longest(contacts, contacts[1:]):
        owners = {here.owner, after.owner} if after else {here.owner}
        if here.handover or len(owners - {None}) > 1:
            yield here


def _is_defined(boundary: Touchpoint) -> bool:
    note = boundary.handover
    return bool(note and note.to and note.passes and note.within)


def _without_boundary(profile: Profile) -> Verdict:
    """Return what to say where no department is seen to hand over to another."""
    every = tuple(profile.touchpoints())
    owners = {touchpoint.owner for touchpoint in every}
    where = tuple(touchpoint.pointer for touchpoint in every)
    if len(owners - {None}) > 1:
        number = len(owners - {None})
        reason = message(
            "{number} departments own touchpoints and no handover is declared.",
            number=number,
        )
        return Verdict(Outcome.NOT_MET, reason, where=where)
    if None in owners or not owners:
        reason = message(
            "Too few touchpoints state an owner to see where handovers are needed."
        )
        return _open(reason, "owner")
    if len(profile.departments or ()) == 1:
        reason = message("There is one department only, so none hands over to another.")
        return Verdict(Outcome.NOT_APPLICABLE, reason)
    reason = message(
        "One department owns every touchpoint, so the map does not show where others "
        "take over."
    )
    return _open(reason, "handover")


def _open(reason: str, key: str) -> Verdict:
    keys = (f"journeys.stages.touchpoints.{key}",)
    return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
