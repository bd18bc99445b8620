"""OW010: results of customer experience reach the top table."""

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
    plural,
)
from auditor_department_ownership.goals import reached


def _reports(count: int | None) -> dict[str, object]:
    """Return a patch with so many reports a year."""
    return {"governance": {"board_reports_per_year": count}}


@check(
    "OW010",
    title="Results of customer experience reach the top table",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.ARTEFACT,
    needs=["governance.board_reports_per_year"],
    logic=(
        "Met if the board or the executive team discusses it {met} times a year or "
        "more, partly met with {partly} or more, else not met. The profile has no "
        "dates for it, so it stays a declaration."
    ),
    remedy="Make it a standing item each quarter: trend, cause, action.",
    parameters=[
        Parameter(
            "met", 4, Unit.COUNT, "discussions a year for the criterion to be met", OURS
        ),
        Parameter(
            "partly",
            1,
            Unit.COUNT,
            "discussions a year for it to be partly met",
            bibliography.FCA_BOARD_REPORTS,
        ),
    ],
    sources=[bibliography.FCA_BOARD_REPORTS, bibliography.OMB_A11],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Every month", _reports(12)),
        Example(Outcome.PARTLY_MET, "Three times a year", _reports(3)),
        Example(Outcome.PARTLY_MET, "Once a year", _reports(1)),
        Example(Outcome.NOT_MET, "Never", _reports(0)),
        Example(
            Outcome.NOT_ASSESSED,
            "A governance without a word of the top table",
            {"governance": {"board_reports_per_year": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of governance", {"governance": None}),
    ],
)
def results_reach_the_top(context: Context) -> Verdict:
    """What the top table does not see, it does not fund.

    A figure once a year is a formality. Every quarter it has a trend, a cause and a
    decision.
    """
    governance, limits = context.profile.governance, context.parameters
    count = (governance.board_reports_per_year if governance else None) or 0
    reason = plural(
        "It is discussed at the top table {n:,} time a year.",
        "It is discussed at the top table {n:,} times a year.",
        count,
    )
    return Verdict(
        at_least(count, limits["met"], limits["partly"]),
        reason,
        share=reached(count, limits["met"]),
        where=("/governance/board_reports_per_year",),
        verified_by=Verification.DECLARED,
    )
