"""FL008: customers are told what came of their feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Question,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    graded,
    measured,
    message,
    rows,
)
from auditor_feedback_loop.sketches import LONG_AGO, RECEIVED, log

if TYPE_CHECKING:
    from auditor import Rows


IN_TIME = "2026-04-01 09:01"
LATE = "2026-04-01 09:02"


def _told(*when: str | None, **more: object) -> dict[str, tuple[Rows, ...]]:
    """Return closed complaints whose outcome was told then, in turn."""
    values = {"received_at": RECEIVED, "status": "closed"} | more
    return log(rows(100, outcome_told_at=when, **values))


@check(
    "FL008",
    title="Customers hear what came of their feedback",
    severity=Severity.CRITICAL,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    speaks_to=Question.FEEDBACK_WITHOUT_ACTION,
    tables=["feedback"],
    logic=(
        "The share of the last twelve months' feedback whose sender was told the "
        "outcome within 30 days. Closed without telling is not closed; compliments, "
        "deleted records and what is younger than 30 days do not count. Met from "
        "{met}, partly met from {partly}."
    ),
    remedy="Make the closing message to the customer a required field.",
    parameters=[
        Parameter("met", 0.8, Unit.SHARE, "share told in time", OURS),
        Parameter("partly", 0.5, Unit.SHARE, "share from which it is partly met", OURS),
    ],
    sources=[
        bibliography.MACARANAS,
        bibliography.BAIN_NPS,
        bibliography.ISO_10002,
    ],
    examples=[
        Example(
            Outcome.MET,
            "Four of five, after thirty days to the minute",
            evidence=_told(*[IN_TIME] * 4, LATE),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Seventy-nine of a hundred",
            evidence=_told(*[IN_TIME] * 79, *[LATE] * 21),
        ),
        Example(Outcome.PARTLY_MET, "Half", evidence=_told(IN_TIME, None)),
        Example(
            Outcome.NOT_MET,
            "Forty-nine of a hundred; all are called closed",
            evidence=_told(*[IN_TIME] * 49, *[None] * 51),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All are younger than thirty days",
            evidence=_told(None, received_at="2026-06-01 09:00"),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All are older than a year",
            evidence=_told(None, received_at=LONG_AGO),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All are compliments",
            evidence=_told(None, kind="compliment"),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "The table says only what is closed",
            evidence=log(rows(99, received_at=RECEIVED, status="closed")),
        ),
        Example(Outcome.NOT_ASSESSED, "No feedback is attached"),
    ],
)
def outcomes_are_told(context: Context) -> Verdict:
    """For the customer a matter is closed when an answer comes, not when a form is.

    Whoever never hears of it again learns that speaking up is useless.
    """
    found = measured(context, "feedback", "loop_closed")
    if isinstance(found, Verdict):
        return found
    limit = context.evidence.limits.worded("outcome_days")
    reason = message(
        "Told the outcome within {limit}: {figure} of feedback.", limit=limit
    )
    return graded(context, found, reason)
