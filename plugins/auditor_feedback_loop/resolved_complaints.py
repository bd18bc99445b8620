"""FL009: complaints are resolved in time."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Feedback,
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
    graded,
    length_of_time,
    measured,
    message,
    rows,
    sentences,
    shown,
)
from auditor_feedback_loop.sketches import LONG_AGO, RECEIVED, feedback, log

if TYPE_CHECKING:
    from auditor import Rows

DAY: Final = 24.0
"""Hours."""
WEEK: Final = 7 / 5
"""Days of the calendar for each working day."""
WORKING_DAY: Final = 8
"""Ours, as for first answers: hours of working time in a day."""
FEWEST: Final = 36
"""Times from which a ninth decile has an upper bound at all."""

SOON = "2026-03-17 09:01"
SLOW = "2026-03-17 10:01"
AT_LIMIT = "2026-04-27 09:01"
LATE = "2026-04-27 09:02"


def _resolved(
    *when: str | None, count: int = 200, **more: object
) -> dict[str, tuple[Rows, ...]]:
    """Return complaints that were resolved then, in turn."""
    values = {"received_at": RECEIVED, "status": "open"} | more
    return log(rows(count, resolved_at=when, **values))


@check(
    "FL009",
    title="Complaints are resolved in time",
    severity=Severity.CRITICAL,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    tables=["feedback"],
    logic=(
        "The share of the last twelve months' feedback that was resolved by its due "
        "time or, where it has none, within 56 days; open ones past that are failures, "
        "and what is not yet due does not count. Met from {met}, partly met from "
        "{partly}; at best partly met unless nine in ten, open ones reckoned in, are "
        "resolved within `feedback.complaints.resolve_within` or, where the profile "
        "names none, within {target_days} days of the calendar. Five working days "
        "are a week."
    ),
    remedy="Work by age, and escalate what has used up three fifths of its time.",
    parameters=[
        Parameter("met", 0.99, Unit.SHARE, "share resolved in time", OURS),
        Parameter(
            "partly", 0.95, Unit.SHARE, "share from which it is partly met", OURS
        ),
        Parameter(
            "target_days",
            15,
            Unit.DAYS,
            "days within which nine in ten are resolved",
            bibliography.CFPB_COMPLAINTS,
        ),
    ],
    sources=[bibliography.FCA_DISP_1_6, bibliography.CFPB_COMPLAINTS],
    examples=[
        Example(
            Outcome.MET,
            "All in fifteen days to the minute, the exemplary target",
            evidence=_resolved(SOON),
        ),
        Example(
            Outcome.MET,
            "All but one in a hundred, which is open",
            evidence=_resolved(*[SOON] * 99, None),
        ),
        Example(
            Outcome.MET,
            "Nine in ten in fifteen days; no target of its own",
            feedback(complaints=None),
            evidence=_resolved(*[SOON] * 19, AT_LIMIT),
        ),
        Example(
            Outcome.MET,
            "Eleven working days are fifteen days of the calendar",
            feedback(complaints={"resolve_within": "11 business days"}),
            evidence=_resolved(SOON),
        ),
        Example(
            Outcome.MET,
            "The same in working hours: eleven days are begun",
            feedback(complaints={"resolve_within": "81 business hours"}),
            evidence=_resolved(SOON),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Ten working days are a day less",
            feedback(complaints={"resolve_within": "10 business days"}),
            evidence=_resolved(SOON),
        ),
        Example(
            Outcome.PARTLY_MET,
            "All are resolved, an hour after fifteen days",
            evidence=_resolved(SLOW),
        ),
        Example(
            Outcome.PARTLY_MET,
            "An hour after fifteen days; no target of its own",
            feedback(complaints=None),
            evidence=_resolved(SLOW),
        ),
        Example(
            Outcome.PARTLY_MET,
            "All are resolved within 56 days, not within a promise of two",
            feedback(complaints={"resolve_within": "2 days"}),
            evidence=_resolved(SOON),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Nineteen of twenty, the last a minute late",
            evidence=_resolved(*[SOON] * 19, LATE),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three of two hundred are late",
            evidence=_resolved(*[SOON] * 197, *[LATE] * 3),
        ),
        Example(
            Outcome.PARTLY_MET,
            "All of thirty-five: too few for a ninth decile",
            evidence=_resolved(SOON, count=35),
        ),
        Example(
            Outcome.NOT_MET,
            "Eleven of two hundred are open",
            evidence=_resolved(*[SOON] * 189, *[None] * 11),
        ),
        Example(
            Outcome.NOT_MET,
            "In fifteen days, but due in a week",
            evidence=_resolved(SOON, due_at="2026-03-09 09:01"),
        ),
        Example(
            Outcome.NOT_ASSESSED, "Twenty-nine", evidence=_resolved(SOON, count=29)
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All are older than a year",
            evidence=_resolved(None, received_at=LONG_AGO),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Nobody knows when they were closed",
            evidence=_resolved(None, status="closed"),
        ),
        Example(Outcome.NOT_ASSESSED, "No feedback is attached"),
    ],
)
def complaints_are_resolved(context: Context) -> Verdict:
    """A complaint that drags on turns one failure into a quarrel.

    Averages hide the few who wait longest, so nine in ten have to be in time.
    """
    found = measured(context, "feedback", "resolved_in_time")
    if isinstance(found, Verdict):
        return found
    verdict = graded(
        context, found, message("Resolved within the limit: {figure} of feedback.")
    )
    hours, target = _target(context)
    ninth = measured(
        context, "feedback", "time_to_resolve", "p90_with_open", least=FEWEST
    )
    if isinstance(ninth, Verdict):
        unknown = message("How long nine in ten take cannot be told.")
        return _capped(replace(verdict, reason=sentences(verdict.reason, unknown)))
    took = message(
        "Nine in ten are within {figure}; the target is {target}.",
        figure=shown(ninth, interval=False),
        target=target,
    )
    reason = sentences(verdict.reason, took)
    verdict = replace(verdict, reason=reason, measures=(found, ninth))
    return verdict if (ninth.value or 0.0) <= hours else _capped(verdict)


def _target(context: Context) -> tuple[float, Message]:
    """Return the hours within which nine in ten are to be resolved, and in words."""
    promise = (context.profile.feedback or Feedback()).complaints
    own = promise.resolve_within if promise else None
    if own is None:
        days = context.parameters["target_days"]
        return days * DAY, message("the usual {days}", days=counted(int(days), "day"))
    unit = own.unit.value
    if not own.business or unit == "week":
        return own.hours, message("its own {promise}", promise=own.words)
    days = own.amount if unit == "day" else ceil(own.hours / WORKING_DAY)
    hours = days * WEEK * DAY
    about = message(
        "its own {promise}, about {time}",
        promise=own.words,
        time=length_of_time(hours),
    )
    return hours, about


def _capped(verdict: Verdict) -> Verdict:
    """Return at best a partly met verdict."""
    if verdict.outcome is not Outcome.MET:
        return verdict
    return replace(verdict, outcome=Outcome.PARTLY_MET, share=None)
