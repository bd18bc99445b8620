"""PR001: the organisation makes contact before the customer has to ask."""

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
    at_least,
    bibliography,
    check,
    counted,
    message,
    sentences,
)

LATE = {"trigger": "A visit will be late", "stage": "onboarding"}
DOWN = {"trigger": "The line is down", "stage": "use"}
ENDING = {"trigger": "The contract ends in six weeks", "stage": "loyalty"}


def _made(*contacts: dict[str, str]) -> dict[str, object]:
    """Return a profile patch with these contacts and no others."""
    numbered = [{"id": f"p{number}", **each} for number, each in enumerate(contacts)]
    return {"strategy": {"proactive": numbered}}


@check(
    "PR001",
    title="Customers hear from the organisation before they have to ask",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    needs=["strategy.proactive"],
    logic=(
        "Counts the contacts that the organisation makes before the customer asks and "
        "of which it says what sets them off: a check after the start, word of a "
        "delay or a fault, a warning before a renewal. Met with {contacts} or more in "
        "{stages} or more stages, partly met from {partly}."
    ),
    remedy=(
        "Take the reason for contact that could most easily have been prevented, and "
        "tell customers before they ask."
    ),
    parameters=[
        Parameter("contacts", 3, Unit.COUNT, "contacts made unasked", OURS),
        Parameter("stages", 2, Unit.COUNT, "stages in which they are made", OURS),
        Parameter(
            "partly", 1, Unit.COUNT, "contacts from which it is partly met", OURS
        ),
    ],
    sources=[
        bibliography.WHITE,
        bibliography.MACARANAS,
        bibliography.NEXTIVA,
        bibliography.CAMPAGNA,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Three, two of them in use", _made(LATE, DOWN, DOWN)),
        Example(Outcome.PARTLY_MET, "Three in one stage", _made(DOWN, DOWN, DOWN)),
        Example(Outcome.PARTLY_MET, "Two in two stages", _made(LATE, DOWN)),
        Example(
            Outcome.PARTLY_MET,
            "Of the third nobody says what sets it off",
            _made(LATE, DOWN, {"stage": "loyalty"}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three of which nobody says in which stage they come",
            _made({"trigger": "A delay"}, {"trigger": "A fault"}, {"trigger": "A fee"}),
        ),
        Example(
            Outcome.NOT_MET, "One, and no word of its trigger", _made({"stage": "use"})
        ),
        Example(Outcome.NOT_MET, "An empty list", _made()),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of such contacts",
            {"strategy": {"proactive": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of a strategy", {"strategy": None}),
    ],
)
def contacts_come_before_the_question(context: Context) -> Verdict:
    """Service answers; an experience is also made of questions that never arise.

    Who hears of a delay before the door stays shut has no reason to ring.
    """
    strategy, limits = context.profile.strategy, context.parameters
    listed = (strategy.proactive or ()) if strategy else ()
    contacts = [contact for contact in listed if contact.trigger]
    stages = {contact.stage for contact in contacts if contact.stage}
    outcome = at_least(len(contacts), limits["contacts"], limits["partly"])
    if len(stages) < limits["stages"] and outcome is Outcome.MET:
        outcome = Outcome.PARTLY_MET
    reason = message(
        "Customers hear unasked through {contacts} in {stages}.",
        contacts=counted(len(contacts), "contact"),
        stages=counted(len(stages), "stage"),
    )
    if others := len(listed) - len(contacts):
        more = message(
            "Not counted: {number} without a word of what sets it off.", number=others
        )
        reason = sentences(reason, more)
    places = tuple(contact.pointer for contact in contacts)
    return Verdict(outcome, reason, where=places or ("/strategy/proactive",))
