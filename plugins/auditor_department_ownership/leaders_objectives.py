"""OW009: heads of department have an objective for customer experience."""

from __future__ import annotations

from typing import Final

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
    counted,
    message,
    tally,
)
from auditor_department_ownership.owners import names

ALL: Final = message(
    "A CX objective is stated for the heads of {having} of {departments}."
)
WITHOUT: Final = message(
    "A CX objective is stated for the heads of {having} of {departments}, not for "
    "{names}."
)


def _heads(having: int, lacking: int) -> dict[str, object]:
    """Return a patch with so many heads who have an objective or have none."""
    flags = [True] * having + [False] * lacking
    return {
        "departments": [
            {"id": f"d{number}", "head_has_cx_objective": flag}
            for number, flag in enumerate(flags)
        ]
    }


@check(
    "OW009",
    title="Heads of department have an objective for the experience",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    needs=["departments"],
    logic=(
        "Met where the heads of a share of {met} or more of the departments have a "
        "personal objective for customer experience, partly met from {partly}, else "
        "not met. A head of whom the profile does not say it has none."
    ),
    remedy="Add one shared metric to the yearly objectives of every head.",
    parameters=[
        Parameter(
            "met",
            0.75,
            Unit.SHARE,
            "share of heads with an objective that is met",
            OURS,
        ),
        Parameter("partly", 0.25, Unit.SHARE, "share that is partly met", OURS),
    ],
    sources=[
        bibliography.FORRESTER_MATURITY,
        bibliography.GSA_CX_TOOLKIT,
        bibliography.GLOBAL_CX_STANDARDS,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Three of four", _heads(3, 1)),
        Example(Outcome.PARTLY_MET, "Two of three", _heads(2, 1)),
        Example(Outcome.PARTLY_MET, "One of four", _heads(1, 3)),
        Example(Outcome.NOT_MET, "One of five", _heads(1, 4)),
        Example(
            Outcome.NOT_MET,
            "Departments of whose heads nothing is said",
            {"departments": [{"id": "sales"}, {"id": "support"}]},
        ),
        Example(Outcome.NOT_ASSESSED, "An empty list", {"departments": []}),
        Example(Outcome.NOT_ASSESSED, "No word of departments", {"departments": None}),
    ],
)
def heads_have_an_objective(context: Context) -> Verdict:
    """People attend to what they are judged by.

    Without an objective of their own, heads of department give customers the time
    that is left over.
    """
    profile = context.profile
    heads = tally(profile.departments or (), lambda d: d.head_has_cx_objective)
    reason = (WITHOUT if heads.lacking else ALL).filled(
        departments=counted(heads.total, "department"),
        names=names(profile, (d.id for d in heads.lacking)),
    )
    return heads.verdict(context, reason, answered_by="departments")
