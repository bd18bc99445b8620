"""EE002: those who meet customers may put things right themselves."""

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
    message,
)
from auditor_foundations.customer_facing import judged_by_share
from auditor_foundations.sketches import departments

if TYPE_CHECKING:
    from auditor import Department

FREE = {"may_put_right": {"limit": "50 GBP", "roles_covered": 1}}


def _covered(share: float | None) -> dict[str, object]:
    """Return a profile patch with one department in which so many roles may act."""
    return departments(may_put_right={"limit": "50 GBP", "roles_covered": share})


@check(
    "EE002",
    title="Staff may put things right without asking first",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["departments"],
    logic=(
        "The share of roles that may put something right up to a stated limit, over "
        "the departments that meet customers, each of which counts the same. Met with "
        "a share of {met} or more, partly met with any; a limit of which nobody says "
        "how many roles it covers counts for none."
    ),
    remedy="Set a limit up to which staff may spend without approval.",
    parameters=[Parameter("met", 0.8, Unit.SHARE, "share of roles that may act", OURS)],
    sources=[
        bibliography.PHSO_COMPLAINT_STANDARDS,
        bibliography.SMARTBRIEF_RITZ_CARLTON,
        bibliography.SCHUMACHER_RECOVERY,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Four of five roles", _covered(0.8)),
        Example(Outcome.PARTLY_MET, "One role of a hundred", _covered(0.01)),
        Example(
            Outcome.PARTLY_MET,
            "All roles of one department, none of the other",
            departments(FREE, {}),
        ),
        Example(
            Outcome.NOT_MET,
            "All roles, and no limit that they could know",
            departments(may_put_right={"roles_covered": 1}),
        ),
        Example(Outcome.NOT_MET, "A limit, and no word of roles", _covered(None)),
        Example(Outcome.NOT_MET, "No word of any limit", departments({})),
        Example(
            Outcome.NOT_ASSESSED,
            "No department is said to meet customers",
            {"departments": [{"id": "support"}]},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of departments", {"departments": None}),
    ],
)
def staff_may_put_right(context: Context) -> Verdict:
    """A mistake that is put right at once is half forgotten.

    Each approval in between costs the customer a wait, and the organisation the time
    of two people.
    """
    return judged_by_share(
        context,
        _free,
        message(
            "Of those who meet customers, in {departments}, {share:.1f} % may put "
            "things right up to a limit."
        ),
        partly=0,
    )


def _free(department: Department) -> float:
    """Return the share of a department's roles that may act up to a limit."""
    authority = department.may_put_right
    if not authority or not authority.limit:
        return 0.0
    return authority.roles_covered or 0.0
