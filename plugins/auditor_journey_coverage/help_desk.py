"""JC004: the journey is more than the help desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Purpose,
    Question,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_most,
    bibliography,
    check,
    counted,
    message,
    sentences,
    tally,
)
from auditor_journey_coverage.contacts import contacts_of, too_little_known
from auditor_journey_coverage.several_journeys import weakest
from auditor_journey_coverage.sketches import Part, contact, journey, journeys, stage

if TYPE_CHECKING:
    from auditor import Journey, Message, Tally, Touchpoint

HELP = frozenset({Purpose.SUPPORT, Purpose.COMPLAINT})
UNTOLD: Final = message(
    "Too little is known: the purpose shows for only {known} of {touchpoints}."
)


def _for(**purposes: int) -> Part:
    """Return a profile patch with so many touchpoints of each purpose."""
    contacts = [
        contact(purpose=None if purpose == "unstated" else purpose)
        for purpose, number in purposes.items()
        for _ in range(number)
    ]
    return journeys(journey(stage(*contacts)))


@check(
    "JC004",
    title="The journey is more than the help desk",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    speaks_to=Question.SERVICE_FOR_EXPERIENCE,
    needs=["journeys"],
    logic=(
        "Counts touchpoints whose purpose is support or complaint. Met if they make up "
        "a share of {met} or less of the touchpoints that state a purpose, partly met "
        "up to {partly}. Not assessed if a share of less than {stated} of all "
        "touchpoints states a purpose. Each primary segment is judged by its fullest "
        "journey and the weakest segment decides."
    ),
    remedy="Add the touchpoints of product, billing, marketing and delivery.",
    parameters=[
        Parameter(
            "met", 0.4, Unit.SHARE, "share of contacts about support, at most", OURS
        ),
        Parameter(
            "partly", 0.6, Unit.SHARE, "share of contacts about support, at most", OURS
        ),
        Parameter(
            "stated", 0.5, Unit.SHARE, "share of touchpoints that state a purpose", OURS
        ),
    ],
    sources=[bibliography.WHITE, bibliography.MACARANAS, bibliography.CAMPAGNA],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Two of five are support", _for(support=2, sales=3)),
        Example(
            Outcome.PARTLY_MET,
            "Three of five are support or complaint",
            _for(support=2, complaint=1, sales=2),
        ),
        Example(Outcome.NOT_MET, "Two of three are support", _for(support=2, sales=1)),
        Example(
            Outcome.MET,
            "Half of the touchpoints state no purpose",
            _for(support=1, sales=4, unstated=5),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Most touchpoints state no purpose",
            _for(support=4, unstated=5),
        ),
        Example(Outcome.NOT_ASSESSED, "No touchpoint at all", journeys(journey())),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def journey_is_more_than_the_help_desk(context: Context) -> Verdict:
    """Service is what happens when customers have to ask; experience is all of it.

    A map that is mostly calls for help looks at the symptoms, and leaves out the
    product, the bill and the promise that made customers call.
    """
    return weakest(context, lambda journey: _judged(context, journey))


def _judged(context: Context, journey: Journey) -> Verdict:
    limits = context.parameters
    stated = tally(contacts_of(journey), lambda touchpoint: touchpoint.purpose)
    if not stated.having or stated.share < limits["stated"]:
        known = len(stated.having)
        return too_little_known(journey, known, "purpose", UNTOLD)
    other = tally(stated.having, lambda touchpoint: touchpoint.purpose not in HELP)
    # Counted, not 1 - share: 2 of 5 has to be exactly 0.4.
    share_of_help = len(other.lacking) / other.total
    return Verdict(
        at_most(share_of_help, limits["met"], limits["partly"]),
        _reason(other, len(stated.lacking)),
        share=other.share,
        where=tuple(part.pointer for part in other.lacking or other.having),
    )


def _reason(other: Tally[Touchpoint], unstated: int) -> Message:
    reason = message(
        "Support or complaint is the purpose of {number} of {touchpoints}.",
        number=len(other.lacking),
        touchpoints=counted(other.total, "touchpoint"),
    )
    if not unstated:
        return reason
    more = message(
        "No purpose is stated for {touchpoints}, left out here.",
        touchpoints=counted(unstated, "more touchpoint"),
    )
    return sentences(reason, more)
