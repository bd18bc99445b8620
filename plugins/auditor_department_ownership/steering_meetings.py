"""OW004: the steering group meets and decides."""

from __future__ import annotations

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Message,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    counted,
    message,
    recent,
)
from auditor_department_ownership.goals import reached
from auditor_department_ownership.meetings import held


def _meetings(*dates: str, decisions: int = 1) -> dict[str, object]:
    """Return a patch with meetings on these days, with so many decisions each."""
    listed = [{"date": date, "decisions": ["Go on"] * decisions} for date in dates]
    return {"governance": {"steering_group": {"meetings": listed}}}


QUARTERLY = ("2025-09-30", "2025-12-31", "2026-03-31", "2026-06-30")


@check(
    "OW004",
    title="The steering group meets and decides",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.COMPUTED,
    needs=["governance.steering_group"],
    logic=(
        "Counts meetings in the {months} months before the audit with at least one "
        "recorded decision. Met with {met} or more, partly met with {partly} or more, "
        "else not met. Meetings without a date, and those still to come, do not count."
    ),
    remedy="Fix the dates of the whole year and keep a log of decisions.",
    parameters=[
        Parameter("met", 4, Unit.COUNT, "meetings for the criterion to be met", OURS),
        Parameter("partly", 2, Unit.COUNT, "meetings for it to be partly met", OURS),
        Parameter(
            "months", 12, Unit.MONTHS, "months before the audit that are counted", OURS
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.XM_INSTITUTE_GOVERNANCE,
        bibliography.FORRESTER_MATURITY,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Once a quarter", _meetings(*QUARTERLY)),
        Example(
            Outcome.PARTLY_MET,
            "One of four is to come",
            _meetings(*QUARTERLY[:3], "2026-07-01"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of four was a day too early",
            _meetings("2025-06-29", *QUARTERLY[:3]),
        ),
        Example(Outcome.PARTLY_MET, "Twice", _meetings(*QUARTERLY[:2])),
        Example(Outcome.NOT_MET, "Once", _meetings(QUARTERLY[0])),
        Example(
            Outcome.NOT_MET,
            "Four meetings without a decision",
            _meetings(*QUARTERLY, decisions=0),
        ),
        Example(
            Outcome.NOT_MET,
            "Meetings without dates",
            {
                "governance": {
                    "steering_group": {"meetings": [{"decisions": ["Go on"]}] * 4}
                }
            },
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
def steering_group_decides(context: Context) -> Verdict:
    """A group that meets twice and decides nothing steers nothing.

    Regular meetings with recorded decisions keep up the momentum once the first
    enthusiasm is spent, and let everybody see what was settled.
    """
    months, limits = context.parameters["months"], context.parameters
    past = [m for m in held(context) if recent(context, m.date, months)]
    deciding = [meeting for meeting in past if meeting.decisions]
    return Verdict(
        at_least(len(deciding), limits["met"], limits["partly"]),
        _reason(len(past), len(deciding), months),
        share=reached(len(deciding), limits["met"]),
        where=tuple(meeting.pointer for meeting in past) or ("/governance",),
        verified_by=None if past else Verification.DECLARED,
    )


def _reason(past: int, deciding: int, months: float) -> Message:
    if not past:
        return message(
            "No meeting of a steering group is dated in the last {months:g} months.",
            months=months,
        )
    return message(
        "In the last {months:g} months the steering group had {meetings}, {deciding} "
        "of them with a recorded decision.",
        months=months,
        meetings=counted(past, "meeting"),
        deciding=deciding,
    )
