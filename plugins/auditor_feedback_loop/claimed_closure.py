"""FL017: the closure rate that is told matches the records."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Feedback,
    Outcome,
    Parameter,
    Question,
    Room,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_most,
    bibliography,
    check,
    length_of_time,
    measured,
    message,
    rows,
    sentences,
    shown,
)
from auditor_feedback_loop.sketches import LONG_AGO, RECEIVED, feedback, log

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor import Limits, Measure, Message, Rows

HOUR: Final = 3600
"""Seconds."""
LEAST_ROOM: Final = 0.01
"""Points: less than any report shows, where a rubric leaves a claim no room at all."""
DIGITS: Final = 9
"""Digits of a difference that are more than the noise of binary fractions."""
FLAGS: Final = {
    "closed_in_bulk": message(
        "To be looked at: {figure} of closures with over {share} of their month's "
        "closures in the hour before."
    ),
    "closed_at_once": message(
        "To be looked at: {figure} of closures within {instant} of receipt, the sender "
        "never contacted."
    ),
}
"""Closures that look like no work on single cases."""

BY_STATUS: Final = message(
    "Declared: {declared:.1f} %; closed by their status: {figure}, {apart:.1f} points "
    "apart."
)
BY_OUTCOME: Final = message(
    "Declared: {declared:.1f} %; told the outcome in {limit}: {figure}, {apart:.1f} "
    "points apart."
)

TOLD = "2026-03-09 09:01"


def _told(told: int, untold: int, **more: object) -> dict[str, tuple[Rows, ...]]:
    """Return closed complaints whose outcome was told or not."""
    values = {"received_at": RECEIVED, "status": "closed"} | more
    return log(
        rows(told, outcome_told_at=TOLD, **values),
        rows(untold, outcome_told_at=None, **values),
    )


def _closed(closed: int, still_open: int) -> dict[str, tuple[Rows, ...]]:
    """Return complaints of which only the status is known."""
    return {
        "feedback": (
            rows(closed, received_at=RECEIVED, status="closed"),
            rows(still_open, received_at=RECEIVED, status="open"),
        )
    }


@check(
    "FL017",
    title="The closure rate that is told matches the records",
    severity=Severity.CRITICAL,
    effort=Effort.SMALL,
    verification=Verification.CROSS_CHECK,
    speaks_to=Question.FEEDBACK_WITHOUT_ACTION,
    needs=["feedback.declared_closure_rate"],
    tables=["feedback"],
    logic=(
        "How far, in points, the declared closure rate is from the share of the last "
        "twelve months' feedback whose sender was told the outcome within 30 days or, "
        "where the table does not say who was told, from the share whose status is "
        "solved or closed. Met up to {met}, partly met up to {partly}; beyond, the "
        "claim is contradicted, whichever way it errs. Closures in bulk (over 30 % of "
        "a month's within one hour) and those within a minute of receipt without any "
        "contact are flagged, and do not change the verdict."
    ),
    remedy=(
        "Define in writing what counts as closed, and look at thirty closures a "
        "quarter, drawn at random."
    ),
    parameters=[
        Parameter("met", 5, Unit.POINTS, "points apart that are met", OURS),
        Parameter("partly", 15, Unit.POINTS, "points apart that are partly met", OURS),
    ],
    sources=[bibliography.MEDALLIA_CLOSED_LOOP, bibliography.CX_STANDARD],
    examples=[
        Example(Outcome.MET, "88 % declared, 83 % told", evidence=_told(83, 17)),
        Example(Outcome.MET, "88 % declared, 93 % told", evidence=_told(93, 7)),
        Example(
            Outcome.MET,
            "As declared, by the status; nobody knows who was told",
            evidence=_closed(88, 12),
        ),
        Example(Outcome.PARTLY_MET, "Six points too high", evidence=_told(82, 18)),
        Example(Outcome.PARTLY_MET, "Fifteen points too high", evidence=_told(73, 27)),
        Example(
            Outcome.NOT_MET,
            "Sixteen points too high, though all are closed",
            evidence=_told(72, 28),
            contradicted=True,
        ),
        Example(
            Outcome.NOT_MET,
            "Sixteen points too low",
            feedback(declared_closure_rate=0.6),
            evidence=_told(76, 24),
            contradicted=True,
        ),
        Example(
            Outcome.NOT_MET,
            "By the status alone, sixteen points too high",
            evidence=_closed(72, 28),
            contradicted=True,
        ),
        Example(Outcome.NOT_ASSESSED, "Twenty-nine", evidence=_told(29, 0)),
        Example(
            Outcome.NOT_ASSESSED,
            "All are older than a year",
            evidence=_told(0, 99, received_at=LONG_AGO),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "The table says nothing of closing",
            evidence=log(rows(99, received_at=RECEIVED)),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No rate is declared",
            feedback(declared_closure_rate=None),
            evidence=_told(99, 0),
        ),
        Example(Outcome.NOT_ASSESSED, "No feedback is attached"),
    ],
)
def claimed_closure_is_real(context: Context) -> Verdict:
    """A rate that is reported and wrong keeps everyone from looking.

    Closing has become a box to tick where cases are closed and customers hear nothing.
    """
    heard = context.profile.feedback or Feedback()
    by_status = bool(context.evidence.lacking("feedback", "loop_closed"))
    found = measured(context, "feedback", "closure" if by_status else "loop_closed")
    if isinstance(found, Verdict):
        return found
    declared = heard.declared_closure_rate or 0.0
    apart = round(100 * abs(declared - (found.value or 0.0)), DIGITS)
    outcome = at_most(apart, context.parameters["met"], context.parameters["partly"])
    flagged = tuple(_flagged(context))
    limits = context.evidence.limits
    reason = BY_STATUS if by_status else BY_OUTCOME
    told = reason.filled(
        declared=100 * declared,
        figure=shown(found, interval=False),
        apart=apart,
        limit=limits.worded("outcome_days"),
    )
    return Verdict(
        outcome,
        sentences(told, *(_warning(each, limits) for each in flagged)),
        where=(heard.at("declared_closure_rate"),),
        contradicted=outcome is Outcome.NOT_MET,
        measures=(found, *flagged),
        rooms={heard.at("declared_closure_rate"): _room(context)},
    )


def _room(context: Context) -> Room:
    """Return how far off the claim may be, for whoever shows both figures."""
    points = max(context.parameters["met"], LEAST_ROOM)
    return Room(points, near=context.parameters["partly"] / points)


def _flagged(context: Context) -> Iterator[Measure]:
    """Yield what the table says of suspicious closures, where there are any."""
    for name in FLAGS:
        measure = context.evidence.measure("feedback", name)
        if measure is not None and measure.value:
            yield measure


def _warning(measure: Measure, limits: Limits) -> Message:
    return FLAGS[measure.name].filled(
        figure=shown(measure, interval=False),
        share=limits.worded("bulk_share"),
        instant=length_of_time(limits.instant_seconds / HOUR),
    )
