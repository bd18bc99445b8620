"""FL010: no complaints lie open past their limit."""

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
from auditor_feedback_loop.sketches import LONG_AGO, log

if TYPE_CHECKING:
    from auditor import Rows


OVERDUE = "2026-05-05 11:59"
AT_LIMIT = "2026-05-05 12:00"


def _open(
    *received: str, count: int = 100, **more: object
) -> dict[str, tuple[Rows, ...]]:
    """Return open complaints that came in then, in turn, and closed ones."""
    values = {"status": "open", "resolved_at": None} | more
    closed = rows(50, received_at=LONG_AGO, status="closed", resolved_at=LONG_AGO)
    return log(rows(count, received_at=received, **values), closed)


@check(
    "FL010",
    title="No complaints lie open past their limit",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    tables=["feedback"],
    logic=(
        "The share of open feedback that is past its due time or, where it has none, "
        "older than 56 days when the table ends; of all open feedback, whatever its "
        "age. Compliments and deleted records do not count. Met up to {met}, partly "
        "met up to {partly}."
    ),
    remedy="Clear what is overdue within two weeks, then look for the cause.",
    parameters=[
        Parameter("met", 0.05, Unit.SHARE, "share past the limit that is met", OURS),
        Parameter("partly", 0.15, Unit.SHARE, "share that is partly met", OURS),
    ],
    sources=[bibliography.FCA_DISP_1_6, bibliography.COPC_CX],
    examples=[
        Example(
            Outcome.MET,
            "One in twenty; the others reach 56 days to the minute",
            evidence=_open(*[AT_LIMIT] * 19, OVERDUE),
        ),
        Example(
            Outcome.MET,
            "All are older than 56 days, but due later",
            evidence=_open(OVERDUE, due_at="2026-07-31"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Six of a hundred",
            evidence=_open(*[AT_LIMIT] * 94, *[OVERDUE] * 6),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three in twenty; a year old counts too",
            evidence=_open(*[AT_LIMIT] * 17, OVERDUE, *[LONG_AGO] * 2),
        ),
        Example(
            Outcome.NOT_MET,
            "Sixteen of a hundred",
            evidence=_open(*[AT_LIMIT] * 84, *[OVERDUE] * 16),
        ),
        Example(
            Outcome.NOT_MET,
            "All came in last week, and were due yesterday",
            evidence=_open("2026-06-23", due_at="2026-06-29"),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Twenty-nine are open",
            evidence=_open(OVERDUE, count=29),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "None is open",
            evidence=_open(OVERDUE, status="closed"),
        ),
        Example(Outcome.NOT_ASSESSED, "No feedback is attached"),
    ],
)
def backlog_is_within_limits(context: Context) -> Verdict:
    """What lies open longest belongs to the customers who were let down most.

    Figures of what was resolved never show them.
    """
    found = measured(context, "feedback", "backlog_past_limit")
    if isinstance(found, Verdict):
        return found
    reason = message("Past its limit: {figure} of open feedback.")
    return graded(context, found, reason, fewer=True)
