"""FL014: the same problem does not come back."""

from __future__ import annotations

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
    graded,
    measured,
    message,
    rows,
)
from auditor_feedback_loop.sketches import LONG_AGO, RECEIVED, log

if TYPE_CHECKING:
    from auditor import Rows


AGAIN = "2026-04-01 09:01"


def _said(
    again: int, once: int, *, second: str = AGAIN, first: str = RECEIVED
) -> dict[str, tuple[Rows, ...]]:
    """Return feedback of customers of whom some come back on the same theme."""
    about = {"theme": "bill"}
    return log(
        rows(again, customer="back-{n}", received_at=first, **about),
        rows(again, customer="back-{n}", received_at=second, **about),
        rows(once, customer="once-{n}", received_at=first, **about),
    )


def _reopened(*times: int) -> dict[str, tuple[Rows, ...]]:
    """Return feedback that was reopened so often, in turn."""
    about = {"customer": "c{n}", "theme": "bill", "received_at": RECEIVED}
    return log(rows(100, reopened=times, **about))


@check(
    "FL014",
    title="The same problem does not come back",
    severity=Severity.MEDIUM,
    effort=Effort.LARGE,
    verification=Verification.COMPUTED,
    tables=["feedback"],
    logic=(
        "The share of the last twelve months' feedback that was reopened, where the "
        "table tells, or followed by more from the same customer on the same theme "
        "within 30 days of receipt. Compliments, deleted records, those without "
        "customer or theme and those of the last 30 days do not count. Met up to "
        "{met}, partly met up to {partly}."
    ),
    remedy=(
        "Study what comes back by its cause, and close nothing before the customer "
        "confirms it."
    ),
    parameters=[
        Parameter("met", 0.05, Unit.SHARE, "share that comes back that is met", OURS),
        Parameter("partly", 0.1, Unit.SHARE, "share that is partly met", OURS),
    ],
    sources=[bibliography.BROWN, bibliography.DBT_ZENDESK, bibliography.ISO_10002],
    examples=[
        Example(
            Outcome.MET,
            "Five of a hundred, after thirty days to the minute",
            evidence=_said(5, 90),
        ),
        Example(
            Outcome.MET,
            "All come back, but after thirty days and a minute",
            evidence=_said(50, 0, second="2026-04-01 09:02"),
        ),
        Example(
            Outcome.MET, "One in twenty reopened", evidence=_reopened(1, *[0] * 19)
        ),
        Example(Outcome.PARTLY_MET, "Six of a hundred", evidence=_said(6, 88)),
        Example(Outcome.PARTLY_MET, "Ten of a hundred", evidence=_said(10, 80)),
        Example(Outcome.NOT_MET, "Eleven of a hundred", evidence=_said(11, 78)),
        Example(
            Outcome.NOT_MET, "One in eight reopened", evidence=_reopened(2, *[0] * 7)
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Thirty days have not passed",
            evidence=_said(50, 0, first="2026-06-02 09:00", second="2026-06-03"),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All are older than a year",
            evidence=_said(50, 0, first=LONG_AGO, second="2025-03-04"),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Nobody knows who said it",
            evidence=log(rows(99, received_at=RECEIVED, theme="bill", customer=None)),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "The table has no themes",
            evidence=log(rows(99, received_at=RECEIVED, customer="c{n}")),
        ),
        Example(Outcome.NOT_ASSESSED, "No feedback is attached"),
    ],
)
def problems_stay_solved(context: Context) -> Verdict:
    """A customer who has to say it twice was not helped the first time.

    What is closed quickly and comes back costs both sides more than it saved.
    """
    found = measured(context, "feedback", "recurred")
    if isinstance(found, Verdict):
        return found
    reason = message(
        "Reopened, or the same customer on the same theme again: {figure} of feedback."
    )
    return graded(context, found, reason, fewer=True)
