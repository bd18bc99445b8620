"""OW005: every department has a responsibility towards the customer."""

from __future__ import annotations

from typing import Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Function,
    Outcome,
    Parameter,
    Question,
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
from auditor_department_ownership.owners import function_of, names

ALL: Final = message(
    "A responsibility towards customers is stated for {having} of {departments}."
)
WITHOUT: Final = message(
    "A responsibility towards customers is stated for {having} of {departments}, not "
    "for {names}."
)


def _departments(having: int, lacking: int) -> dict[str, object]:
    """Return a patch with so many departments that have a responsibility or none."""
    duties: list[list[str]] = [["A bill that is right"]] * having + [[]] * lacking
    return {
        "departments": [
            {"id": f"d{number}", "cx_responsibilities": duty}
            for number, duty in enumerate(duties)
        ]
    }


@check(
    "OW005",
    title="Every department has a responsibility towards the customer",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    speaks_to=Question.SERVICE_FOR_EXPERIENCE,
    needs=["departments"],
    logic=(
        "Met where a share of {met} or more of the departments have at least one "
        "responsibility towards the customer, partly met from {partly}, else not met. "
        "Not met, whatever the share, if only support has one."
    ),
    remedy="Write one sentence for each department on what it owes the customer.",
    parameters=[
        Parameter("met", 0.9, Unit.SHARE, "share of departments that is met", OURS),
        Parameter(
            "partly", 0.6, Unit.SHARE, "share of departments that is partly met", OURS
        ),
    ],
    sources=[bibliography.MACARANAS, bibliography.CAMPAGNA],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Nine of ten departments", _departments(9, 1)),
        Example(Outcome.PARTLY_MET, "Eight of ten departments", _departments(8, 2)),
        Example(Outcome.PARTLY_MET, "Three of five departments", _departments(3, 2)),
        Example(Outcome.NOT_MET, "One of two departments", _departments(1, 1)),
        Example(
            Outcome.NOT_MET,
            "Support is the only department, and has one",
            {
                "departments": [
                    {
                        "id": "help-desk",
                        "function": "support",
                        "cx_responsibilities": ["Everything"],
                    }
                ]
            },
        ),
        Example(Outcome.NOT_MET, "Departments only", {"departments": [{"id": "it"}]}),
        Example(Outcome.NOT_ASSESSED, "An empty list", {"departments": []}),
        Example(Outcome.NOT_ASSESSED, "No word of departments", {"departments": None}),
    ],
)
def departments_answer_for_the_experience(context: Context) -> Verdict:
    """Each department makes some moment that customers remember.

    What is nobody's task is left to the help desk, which can apologise for a wrong
    bill but not stop it.
    """
    profile = context.profile
    duty = tally(profile.departments or (), lambda d: d.cx_responsibilities)
    reason = (WITHOUT if duty.lacking else ALL).filled(
        departments=counted(duty.total, "department"),
        names=names(profile, (d.id for d in duty.lacking)),
    )
    verdict = duty.verdict(context, reason, answered_by="departments")
    functions = {function_of(profile, department.id) for department in duty.having}
    if functions != {Function.SUPPORT}:
        return verdict
    only = message("Support alone has a responsibility towards the customer.")
    return Verdict(Outcome.NOT_MET, only, share=verdict.share, where=verdict.where)
