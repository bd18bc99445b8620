"""FL015: customers at large are told what changed."""

from __future__ import annotations

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Feedback,
    ImprovementStatus,
    Message,
    Outcome,
    Parameter,
    Question,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    message,
    plural,
    recent,
    sentences,
)
from auditor_feedback_loop.sketches import feedback

TELLING: dict[str, object] = {"date": "2026-03-31", "improvements": ["I-1"]}
FIRST_DAY = TELLING | {"date": "2025-06-30"}
DAY_BEFORE = TELLING | {"date": "2025-06-29"}
TO_COME = TELLING | {"date": "2026-07-01"}
UNDATED = TELLING | {"date": None}
EMPTY = TELLING | {"improvements": []}
INVENTED = TELLING | {"improvements": ["I-99"]}


def _told(*announcements: dict[str, object]) -> dict[str, object]:
    """Return a profile patch with these announcements and no others."""
    return feedback(announcements=list(announcements))


@check(
    "FL015",
    title="Customers at large are told what changed",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.ARTEFACT,
    speaks_to=Question.FEEDBACK_WITHOUT_ACTION,
    needs=["feedback.announcements"],
    logic=(
        "Counts the announcements of the last {months} months that name at least one "
        "listed improvement; a declined one is no change. Met with {met} or more, "
        "partly met from {partly}. An announcement without a day does not count. Not "
        "assessed while it is unknown whether the improvements named exist. It rests "
        "on the days given, or else, where no announcement has one, on the "
        "organisation's word."
    ),
    remedy="Add a note on what changed to the newsletter and to the website.",
    parameters=[
        Parameter("met", 2, Unit.COUNT, "announcements in the window", OURS),
        Parameter(
            "partly", 1, Unit.COUNT, "announcements from which it is partly met", OURS
        ),
        Parameter(
            "months",
            12,
            Unit.MONTHS,
            "months before the audit that are looked at",
            OURS,
        ),
    ],
    sources=[
        bibliography.MACARANAS,
        bibliography.BAIN_OUTER_LOOP,
        bibliography.CUSTOMERTHINK_CLOSING_THE_LOOP,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Two, one of them on the first day of the window",
            _told(TELLING, FIRST_DAY),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One; the others are too old, to come or without a day",
            _told(TELLING, DAY_BEFORE, TO_COME, UNDATED),
        ),
        Example(
            Outcome.NOT_MET,
            "Two that name no improvement, or one that is not listed",
            _told(EMPTY, INVENTED),
        ),
        Example(
            Outcome.NOT_MET,
            "What they name was declined",
            feedback(
                improvements=[{"id": "I-1", "status": "declined"}],
                announcements=[TELLING, TELLING],
            ),
        ),
        Example(Outcome.NOT_MET, "An empty list", _told()),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of improvements",
            feedback(improvements=None),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of announcements",
            feedback(announcements=None),
        ),
    ],
)
def customers_are_told(context: Context) -> Verdict:
    """Customers who never hear what came of their answers stop giving them.

    Saying what changed, and that it changed because somebody spoke, closes the loop
    for all those who could not be answered one by one.
    """
    heard = context.profile.feedback or Feedback()
    months, announced = context.parameters["months"], heard.announcements or ()
    window = [each for each in announced if recent(context, each.date, months)]
    if heard.improvements is None and any(each.improvements for each in window):
        reason = message(
            "Nothing tells whether the improvements that were announced exist."
        )
        keys = ("feedback.improvements",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    made = _made(heard)
    telling = [each for each in window if made.intersection(each.improvements or ())]
    dated = any(each.date for each in announced)
    return Verdict(
        at_least(len(telling), context.parameters["met"], context.parameters["partly"]),
        _reason(months, len(telling), len(announced) - len(telling)),
        where=tuple(each.pointer for each in telling) or (heard.at("announcements"),),
        verified_by=None if dated else Verification.DECLARED,
    )


def _made(heard: Feedback) -> set[str]:
    """Return the ids of the improvements that were not declined."""
    return {
        improvement.id
        for improvement in heard.improvements or ()
        if improvement.status is not ImprovementStatus.DECLINED
    }


def _reason(months: float, telling: int, others: int) -> Message:
    reason = plural(
        "In the last {months:g} months {n:,} announcement named an improvement.",
        "In the last {months:g} months {n:,} announcements named an improvement.",
        telling,
        months=months,
    )
    if not others:
        return reason
    left_out = plural(
        "Not counted: {n:,} other (older, undated, still to come, or naming none).",
        "Not counted: {n:,} others (older, undated, still to come, or naming none).",
        others,
    )
    return sentences(reason, left_out)
