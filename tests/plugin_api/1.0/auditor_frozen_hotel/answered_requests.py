"""HZ002: requests are answered."""

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
    bibliography,
    check,
    graded,
    measured,
    rows,
)


def _complaints(solved: int, left: int) -> dict[str, tuple[object, ...]]:
    return {
        "feedback": (
            rows(solved, received_at="2026-03-02", status="solved"),
            rows(left, received_at="2026-03-02", status="open"),
        )
    }


@check(
    "HZ002",
    title="Complaints of guests are closed",
    severity=Severity.CRITICAL,
    effort=Effort.LARGE,
    verification=Verification.COMPUTED,
    tables=["feedback"],
    logic="Met if a share of {met} or more is closed, partly met from {partly}.",
    remedy="Give each open complaint a name and a day.",
    parameters=[
        Parameter("met", 0.9, Unit.SHARE, "share of complaints closed", OURS),
        Parameter("partly", 0.5, Unit.SHARE, "share of complaints closed", OURS, 0.1),
    ],
    sources=[bibliography.MACARANAS],
    examples=[
        Example(Outcome.MET, "Nine of ten", evidence=_complaints(36, 4)),
        Example(Outcome.PARTLY_MET, "Half of them", evidence=_complaints(20, 20)),
        Example(Outcome.NOT_MET, "Not quite half", evidence=_complaints(19, 21)),
        Example(Outcome.NOT_ASSESSED, "No table of complaints"),
    ],
)
def requests_are_answered(context: Context) -> Verdict:
    """A guest who hears nothing tells others instead."""
    closed = measured(context, "feedback", "closure")
    if isinstance(closed, Verdict):
        return closed
    return graded(context, closed, "Of all complaints, {figure} are closed.")
