"""FL007: unhappy respondents are contacted."""

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
from auditor_feedback_loop.sketches import LONG_AGO, RECEIVED

if TYPE_CHECKING:
    from auditor import Rows


IN_TIME = "2026-03-04 09:01"
LATE = "2026-03-04 09:02"


def _answers(
    *called: str | None,
    count: int = 100,
    answered: str = RECEIVED,
    **scores: object,
) -> dict[str, tuple[Rows, ...]]:
    """Return unhappy answers with the calls that followed, and a happy one."""
    unhappy = rows(
        count, responded_at=answered, contacted_at=called, **scores or {"nps": (0, 6)}
    )
    happy = rows(1, responded_at="2026-06-30 12:00", nps=7, csat=3)
    return {"surveys": (unhappy, happy)}


@check(
    "FL007",
    title="Unhappy respondents are contacted in time",
    severity=Severity.CRITICAL,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    speaks_to=Question.FEEDBACK_WITHOUT_ACTION,
    tables=["surveys"],
    logic=(
        "Of the respondents of the last twelve months who gave 0 to 6 as likelihood to "
        "recommend, or an answer in the lowest quarter of the declared scale of "
        "satisfaction (1 or 2 of five), the share whom somebody contacted within 48 "
        "hours. Without a date of contact nobody did; whoever answered less than 48 "
        "hours before the table ends does not count. Met from {met}, partly met from "
        "{partly}; not met only if the whole interval lies below that."
    ),
    remedy=(
        "Alert a named owner to each unhappy answer, and begin with the customers who "
        "have most at stake."
    ),
    parameters=[
        Parameter("met", 0.8, Unit.SHARE, "share contacted in time", OURS),
        Parameter("partly", 0.5, Unit.SHARE, "share from which it is partly met", OURS),
    ],
    sources=[
        bibliography.MACARANAS,
        bibliography.BAIN_NPS,
        bibliography.MEDALLIA_CLOSED_LOOP,
        bibliography.CUSTOMERGAUGE_DETRACTORS,
    ],
    examples=[
        Example(
            Outcome.MET,
            "Four of five, after 48 hours to the minute",
            evidence=_answers(*[IN_TIME] * 4, LATE),
        ),
        Example(
            Outcome.MET,
            "Everyone with 1 or 2 of five",
            evidence=_answers(IN_TIME, csat=(1, 2)),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Seventy-nine of a hundred",
            evidence=_answers(*[IN_TIME] * 79, *[None] * 21),
        ),
        Example(Outcome.PARTLY_MET, "Half", evidence=_answers(IN_TIME, LATE)),
        Example(
            Outcome.PARTLY_MET,
            "Forty-one of a hundred: it could be half",
            evidence=_answers(*[IN_TIME] * 41, *[LATE] * 59),
        ),
        Example(
            Outcome.NOT_MET,
            "Forty of a hundred: it is not half",
            evidence=_answers(*[IN_TIME] * 40, *[LATE] * 60),
        ),
        Example(Outcome.NOT_MET, "No date of any call", evidence=_answers(None)),
        Example(
            Outcome.NOT_ASSESSED,
            "Nobody is unhappy",
            evidence=_answers(None, nps=(7, 10)),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Twenty-nine are unhappy",
            evidence=_answers(IN_TIME, count=29),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All answered the day before the audit",
            evidence=_answers(None, answered="2026-06-29 09:00"),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All answered more than a year ago",
            evidence=_answers(None, answered=LONG_AGO),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Nothing is known of calls",
            evidence={"surveys": (rows(99, responded_at=RECEIVED, nps=0),)},
        ),
        Example(Outcome.NOT_ASSESSED, "No answers are attached"),
    ],
)
def unhappy_respondents_are_called(context: Context) -> Verdict:
    """Whoever says that all is not well, and hears nothing, has been asked in vain.

    A call within days often keeps the customer, and tells more than the score.
    """
    found = measured(context, "surveys", "unhappy_contacted_in_time")
    if isinstance(found, Verdict):
        return found
    limit = context.evidence.limits.worded("contact_hours")
    reason = message(
        "Contacted within {limit}: {figure} of unhappy respondents.", limit=limit
    )
    return graded(context, found, reason, sample=True)
