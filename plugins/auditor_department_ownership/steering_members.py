"""OW003: the steering group is cross-functional."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Function,
    Message,
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
)
from auditor_department_ownership.meetings import held
from auditor_department_ownership.owners import function_of

if TYPE_CHECKING:
    from collections.abc import Collection

BACK: Final = frozenset(
    {
        Function.BILLING,
        Function.FINANCE,
        Function.HR,
        Function.IT,
        Function.LEGAL,
        Function.LOGISTICS,
    }
)
"""The back office, which customers feel and seldom meet."""
FRONT: Final = frozenset({Function.MARKETING, Function.PRODUCT, Function.SALES})
"""Those who make the promises."""
SIDES: Final = {
    message("the back office"): BACK,
    message("product, marketing or sales"): FRONT,
}


def _members(*ids: str) -> dict[str, object]:
    """Return a patch with these departments in the group."""
    return {"governance": {"steering_group": {"members": list(ids)}}}


@check(
    "OW003",
    title="The steering group is cross-functional",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.ARTEFACT,
    needs=["governance.steering_group"],
    logic=(
        "Met with {met} departments or more, one of them from the back office "
        "(billing, finance, HR, IT, legal, logistics) and one from product, marketing "
        "or sales. Partly met with {partly} or more. Else not met. A member whose "
        "function is not stated counts, but for neither side, unless its id is the "
        "name of a function. Dated meetings make the group more than a declaration."
    ),
    remedy="Invite the departments in which the worst pain points arise.",
    parameters=[
        Parameter(
            "met", 5, Unit.COUNT, "departments for the criterion to be met", OURS
        ),
        Parameter("partly", 3, Unit.COUNT, "departments for it to be partly met", OURS),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.CAMPAGNA,
        bibliography.XM_INSTITUTE_GOVERNANCE,
        bibliography.FORRESTER_MATURITY,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Five departments from both sides",
            _members("cx", "support", "operations", "sales", "it"),
        ),
        Example(
            Outcome.MET,
            "Departments are not described, but ids name functions",
            {"departments": None, **_members("cx", "support", "field", "sales", "hr")},
        ),
        Example(
            Outcome.PARTLY_MET,
            "Five departments, none of the back office",
            _members("cx", "support", "operations", "sales", "product"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Five departments, none of product, marketing and sales",
            _members("cx", "support", "operations", "billing", "it"),
        ),
        Example(Outcome.PARTLY_MET, "Three", _members("cx", "billing", "sales")),
        Example(Outcome.NOT_MET, "Two, one of them twice", _members("cx", "it", "cx")),
        Example(
            Outcome.NOT_MET,
            "Members that are no departments of the profile",
            _members("galaxy", "orbit", "moon"),
        ),
        Example(
            Outcome.NOT_MET,
            "No group: declared so",
            {"governance": {"steering_group": False}},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A governance without a word of a group",
            {"governance": {"steering_group": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of governance", {"governance": None}),
    ],
)
def steering_group_is_cross_functional(context: Context) -> Verdict:
    """What customers live through is made by several departments.

    A group without those who bill, deliver and promise can only ask them for favours;
    with them, it can decide.
    """
    profile = context.profile
    group = profile.governance.steering_group if profile.governance else None
    members = set((group.members if group else None) or ())
    functions = {function_of(profile, member) for member in members}
    sides = {name for name, side in SIDES.items() if side & functions}
    return Verdict(
        _outcome(len(members), len(sides), context),
        _reason(len(members), sides),
        where=(group.at("members") if group else "/governance",),
        verified_by=None if held(context) else Verification.DECLARED,
    )


def _outcome(count: int, sides: int, context: Context) -> Outcome:
    if count >= context.parameters["met"] and sides == len(SIDES):
        return Outcome.MET
    enough = count >= context.parameters["partly"]
    return Outcome.PARTLY_MET if enough else Outcome.NOT_MET


def _reason(count: int, sides: Collection[str]) -> Message:
    if not count:
        return message("No department is known to sit in a steering group.")
    missing = [name for name in SIDES if name not in sides]
    departments = counted(count, "department")
    if not missing:
        return message(
            "The steering group brings together {departments}.", departments=departments
        )
    if len(missing) == 1:
        return message(
            "The steering group brings together {departments}, but none from {side}.",
            departments=departments,
            side=missing[0],
        )
    return message(
        "The steering group brings together {departments}, but none from {side} and "
        "none from {other}.",
        departments=departments,
        side=missing[0],
        other=missing[1],
    )
