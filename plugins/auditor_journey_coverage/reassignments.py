"""JC013: handovers work in practice."""

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

if TYPE_CHECKING:
    from auditor import Rows


def _tickets(
    *moves: int | None, opened: str = "2026-03-02 09:00"
) -> dict[str, tuple[Rows, ...]]:
    """Return sixty tickets that were moved so often, in turn."""
    return {"tickets": (rows(60, opened_at=opened, reassignments=moves),)}


@check(
    "JC013",
    title="Requests stay with the team that can solve them",
    severity=Severity.MEDIUM,
    effort=Effort.LARGE,
    verification=Verification.COMPUTED,
    tables=["tickets"],
    logic=(
        "The share of the last twelve months' tickets that moved to another team two "
        "times or more, of those of which it is known. Met up to {met}, partly met up "
        "to {partly}."
    ),
    remedy="Route requests by their reason at intake, and pass on what is known.",
    parameters=[
        Parameter("met", 0.1, Unit.SHARE, "share passed around that is met", OURS),
        Parameter("partly", 0.2, Unit.SHARE, "share that is partly met", OURS),
    ],
    sources=[bibliography.BROWN, bibliography.FORRESTER_MATURITY],
    examples=[
        Example(Outcome.MET, "One in ten", evidence=_tickets(*[0] * 9, 2)),
        Example(Outcome.MET, "Every one was moved once", evidence=_tickets(1)),
        Example(Outcome.PARTLY_MET, "One in five", evidence=_tickets(0, 1, 0, 1, 2)),
        Example(Outcome.NOT_MET, "One in four", evidence=_tickets(0, 0, 1, 3)),
        Example(
            Outcome.NOT_ASSESSED,
            "Of all but twenty nothing is known",
            evidence=_tickets(0, None, None),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All are older than a year",
            evidence=_tickets(0, opened="2025-03-02 09:00"),
        ),
        Example(Outcome.NOT_ASSESSED, "No tickets are attached"),
    ],
)
def requests_stay_put(context: Context) -> Verdict:
    """A request that is passed around makes the customer wait, and often start again.

    Handovers that look fine on the map fail here: nobody knew whose matter it was.
    """
    found = measured(context, "tickets", "reassigned")
    if isinstance(found, Verdict):
        return found
    reason = message(
        "Passed on {often} or more: {figure} of tickets.",
        often=context.evidence.limits.worded("reassigned_from"),
    )
    return graded(context, found, reason, fewer=True)
