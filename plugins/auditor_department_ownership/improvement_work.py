"""OW012: improvement work is spread and gets done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
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
    sentences,
    tally,
)
from auditor_department_ownership.due_dates import fell_due, is_undated, on_time
from auditor_department_ownership.holdings import undertaken
from auditor_department_ownership.owners import accountable
from auditor_department_ownership.sketches import improvements

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DUE: Final = {"status": "done", "due": "2026-03-31"}
ON_TIME: Final = {**DUE, "closed": "2026-03-31"}
LAST_DAY: Final = {**DUE, "closed": "2026-04-30"}
LATE: Final = {**DUE, "closed": "2026-05-01"}
UNDATED: Final = {"status": "done", "closed": "2026-03-31"}
AHEAD: Final = {"status": "in_progress", "due": "2026-06-15"}
NOTHING: Final = Verdict(
    Outcome.NOT_MET,
    message("The profile lists no improvement that was made or is to be made."),
    message("Open an improvement for each of the themes that customers bring up most."),
    where=("/feedback/improvements",),
    verified_by=Verification.DECLARED,
)

OWNERS: Final = ("billing", "sales", "operations")


def _work(
    *rows: Mapping[str, object], owners: Sequence[str] = OWNERS
) -> dict[str, object]:
    """Return a patch with improvements whose owners take turns."""
    return improvements(
        *(
            {**row, "owner": owners[number % len(owners)]}
            for number, row in enumerate(rows)
        )
    )


@check(
    "OW012",
    title="Improvement work is spread and gets done",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    speaks_to=Question.FEEDBACK_WITHOUT_ACTION,
    needs=["feedback.improvements"],
    logic=(
        "Met if improvements belong to {owners} departments or more, and a share of "
        "{closed} or more of those that fell due were closed within {days} days of the "
        "due date. Partly met from {partly_owners} departments and a share of "
        "{partly_closed}, else not met. An improvement fell due if its due date lies "
        "in the {months} months before the audit and the {days} days after it are "
        "over. One that was begun and has no due date counts as not closed on time. "
        "Declined improvements are left out. Fewer than {fewest_rows} that fell due "
        "are not assessed; an empty list is not met."
    ),
    remedy="Begin each steering meeting with the improvements that are overdue.",
    parameters=[
        Parameter("owners", 3, Unit.COUNT, "departments that own improvements", OURS),
        Parameter("closed", 0.7, Unit.SHARE, "share closed on time", OURS),
        Parameter(
            "partly_owners", 2, Unit.COUNT, "departments for it to be partly met", OURS
        ),
        Parameter("partly_closed", 0.4, Unit.SHARE, "share that is partly met", OURS),
        Parameter(
            "days",
            30,
            Unit.DAYS,
            "days after the due date that are still on time",
            OURS,
        ),
        Parameter(
            "months", 12, Unit.MONTHS, "months before the audit that are counted", OURS
        ),
        Parameter(
            "fewest_rows",
            5,
            Unit.COUNT,
            "improvements that have to have fallen due",
            OURS,
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.MACARANAS,
        bibliography.FORRESTER_MEASUREMENT_STUDY,
        bibliography.FCA_COMPLAINTS_ROOT_CAUSE,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Seven of ten on time, one of them on the last day",
            _work(*[ON_TIME] * 6, LAST_DAY, *[LATE] * 3),
        ),
        Example(
            Outcome.MET,
            "What fell due lately may still be closed in time",
            _work(*[ON_TIME] * 5, *[AHEAD] * 5),
        ),
        Example(
            Outcome.PARTLY_MET,
            "All on time, by two departments",
            _work(*[ON_TIME] * 6, owners=OWNERS[:2]),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Two of five on time",
            _work(*[ON_TIME] * 2, *[LATE] * 3),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Five on time, and three without a due date",
            _work(*[ON_TIME] * 5, *[UNDATED] * 3),
        ),
        Example(
            Outcome.NOT_MET,
            "One of five on time",
            _work(ON_TIME, *[LATE] * 4),
        ),
        Example(
            Outcome.NOT_MET,
            "All on time, by one department",
            _work(*[ON_TIME] * 6, owners=OWNERS[:1]),
        ),
        Example(
            Outcome.NOT_MET,
            "Done, but nobody knows when",
            _work(*[DUE] * 6),
        ),
        Example(Outcome.NOT_MET, "An empty list", improvements()),
        Example(
            Outcome.NOT_ASSESSED, "Four fell due", _work(*[ON_TIME] * 4, *[AHEAD] * 9)
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "One of five fell due a day too early",
            _work(*[ON_TIME] * 4, {**ON_TIME, "due": "2025-06-29"}),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "One of five was declined",
            _work(*[ON_TIME] * 4, {**DUE, "status": "declined"}),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of improvements",
            {"feedback": {"improvements": None}},
        ),
    ],
)
def improvements_get_done(context: Context) -> Verdict:
    """A list of improvements is a promise to those who gave the feedback.

    It is kept when several departments do their part, by the day that they named.
    """
    work = undertaken(context.profile)
    if not work:
        return NOTHING
    due = [one for one in work if fell_due(context, one)]
    undated = [one for one in work if is_undated(context, one)]
    if len(due) < max(context.parameters["fewest_rows"], 1):
        return _too_few(context, len(due), len(undated))
    closed = tally([*due, *undated], lambda one: on_time(context, one))
    owners = {one.owner for one in work if accountable(one.owner)}
    return Verdict(
        _outcome(context, len(owners), closed.share),
        sentences(
            message(
                "Improvements belong to {departments}.",
                departments=counted(len(owners), "department"),
            ),
            message(
                "Of {due} that fell due, the owners closed {closed} within {days:g} "
                "days of the due date.",
                due=len(due),
                closed=len(closed.having),
                days=context.parameters["days"],
            ),
            _note(len(undated)),
        ),
        where=tuple(one.pointer for one in closed.lacking or closed.having),
    )


def _outcome(context: Context, owners: int, share: float) -> Outcome:
    limits = context.parameters
    if owners >= limits["owners"] and share >= limits["closed"]:
        return Outcome.MET
    if owners >= limits["partly_owners"] and share >= limits["partly_closed"]:
        return Outcome.PARTLY_MET
    return Outcome.NOT_MET


def _too_few(context: Context, due: int, undated: int) -> Verdict:
    reason = message(
        "{improvements} fell due and can be judged; {needed:g} are needed.",
        improvements=counted(due, "improvement"),
        needed=context.parameters["fewest_rows"],
    )
    told = sentences(reason, _note(undated))
    key = ("feedback.improvements.due",)
    return Verdict(Outcome.NOT_ASSESSED, told, answered_by=key)


def _note(undated: int) -> str:
    if not undated:
        return ""
    return message(
        "No due date is stated for {improvements}: not counted as closed on time.",
        improvements=counted(undated, "further improvement"),
    )
