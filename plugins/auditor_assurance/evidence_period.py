"""DQ001: evidence is current and covers the year."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

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
    bibliography,
    check,
    counted,
    message,
    months_before,
    rows,
    sentences,
    unmeasured,
)
from auditor_assurance.attached_tables import pointers, without_tables

if TYPE_CHECKING:
    from auditor import EvidenceTable, Rows

DATED: Final = frozenset({"surveys", "tickets", "feedback"})
"""Kinds of tables of which each row belongs to a day."""
TOLD: Final = 3
"""Ours: tables of which each gets a sentence."""
WORST_FIRST: Final = (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.MET)


ENDED_BEFORE: Final = message(
    "The rows of {table} span {days} and end {age} before the audit."
)
CURRENT: Final = message(
    "The rows of {table} span {days} and end on the day of the audit."
)


def _tickets(first: str, last: str) -> dict[str, tuple[Rows, ...]]:
    """Return tickets from a day to another; the audit is on 30 June 2026."""
    return {"tickets": (rows(2, opened_at=(f"{first} 09:00", f"{last} 17:00")),)}


@check(
    "DQ001",
    title="Evidence is current and covers the year",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.COMPUTED,
    reads=["evidence"],
    logic=(
        "Looks at each attached table whose rows belong to days: at its last day, and "
        "from its first to its last. Met where it ends {current_days} days or less "
        "before the audit and covers {whole_months} months or more, but for "
        "{slack_days} days. Partly met where it ends {recent_days} days or less before "
        "the audit, or covers {part_months} months. The table that fares worst decides."
    ),
    remedy="Export the tables again, with all rows of the last twelve months.",
    parameters=[
        Parameter("current_days", 90, Unit.DAYS, "age of the last row", OURS),
        Parameter("recent_days", 180, Unit.DAYS, "age that is partly met", OURS),
        Parameter("whole_months", 12, Unit.MONTHS, "months that are covered", OURS),
        Parameter("part_months", 6, Unit.MONTHS, "months that are partly met", OURS),
        Parameter(
            "slack_days", 7, Unit.DAYS, "days at the beginning without a row", OURS
        ),
    ],
    sources=[bibliography.ISO_10004, bibliography.GOVCX],
    examples=[
        Example(
            Outcome.MET,
            "A year up to ninety days ago",
            evidence=_tickets("2025-04-02", "2026-04-01"),
        ),
        Example(
            Outcome.MET,
            "The first week brought nothing",
            evidence=_tickets("2025-07-08", "2026-06-30"),
        ),
        Example(
            Outcome.MET,
            "It goes on after the day of the audit",
            evidence=_tickets("2025-07-01", "2026-11-30"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "It covers a year only by what comes after the audit",
            evidence=_tickets("2025-09-01", "2026-11-30"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A day less than a year but for a week",
            evidence=_tickets("2025-07-09", "2026-06-30"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A year up to ninety-one days ago",
            evidence=_tickets("2025-03-01", "2026-03-31"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A month, half a year ago",
            evidence=_tickets("2025-12-01", "2026-01-01"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Half a year, long ago",
            evidence=_tickets("2024-01-08", "2024-06-30"),
        ),
        Example(
            Outcome.NOT_MET,
            "Less than half a year, 181 days ago",
            evidence=_tickets("2025-07-09", "2025-12-31"),
        ),
        Example(
            Outcome.NOT_MET,
            "Of one table of two every row is left out",
            evidence=_tickets("2025-07-01", "2026-06-30")
            | {"feedback": (rows(9, received_at="2026-01-01", excluded="deleted"),)},
        ),
        Example(
            Outcome.NOT_MET,
            "All of it comes after the day of the audit",
            evidence=_tickets("2026-07-01", "2027-06-30"),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Only customers are attached, who belong to no day",
            evidence={"customers": (rows(3, customer="c{n}"),)},
        ),
        Example(Outcome.NOT_ASSESSED, "Nothing is attached"),
    ],
)
def evidence_covers_the_year(context: Context) -> Verdict:
    """A good quarter is not a year, and last year's figures are not this year's.

    Who may choose the period of the evidence may choose the result.
    """
    tables = [table.info for table in context.evidence.tables]
    dated = [table for table in tables if table.kind in DATED]
    if not dated:
        lacking = message("No attached table has rows that belong to days.")
        return unmeasured(lacking) if tables else without_tables(context)
    grades = [_grade(context, table) for table in dated]
    worst = next(outcome for outcome in WORST_FIRST if outcome in grades)
    deciding = [
        table for table, outcome in zip(dated, grades, strict=True) if outcome is worst
    ]
    told = [_told(context, table) for table in deciding]
    if len(told) > TOLD:
        others = counted(len(told) - TOLD, "other table")
        told[TOLD:] = [message("No better: {tables}.", tables=others)]
    where = pointers(context, (table.id for table in deciding))
    return Verdict(worst, sentences(*told), where=where)


def _grade(context: Context, table: EvidenceTable) -> Outcome:
    """Return how one table fares."""
    limits, age = context.parameters, _age(context, table)
    if age is None:
        return Outcome.NOT_MET
    whole = _covers(context, table, limits["whole_months"])
    if age <= limits["current_days"] and whole:
        return Outcome.MET
    part = _covers(context, table, limits["part_months"])
    return (
        Outcome.PARTLY_MET if age <= limits["recent_days"] or part else Outcome.NOT_MET
    )


def _end(context: Context, table: EvidenceTable) -> date | None:
    """Return the last day that counts: nothing has happened after the audit."""
    if table.first is None or table.last is None or table.first > context.as_of:
        return None
    return min(table.last, context.as_of)


def _age(context: Context, table: EvidenceTable) -> int | None:
    end = _end(context, table)
    return (context.as_of - end).days if end else None


def _covers(context: Context, table: EvidenceTable, months: float) -> bool:
    """Whether a table goes back so many months from its last day."""
    end = _end(context, table)
    if end is None or table.first is None:
        return False
    slack = timedelta(days=context.parameters["slack_days"])
    return table.first <= months_before(end + timedelta(days=1), int(months)) + slack


def _told(context: Context, table: EvidenceTable) -> Message:
    """Return what a table covers, in a sentence."""
    end, age = _end(context, table), _age(context, table)
    if end is None or age is None or table.first is None:
        return message("No row of {table} counts.", table=table.id)
    return (ENDED_BEFORE if age else CURRENT).filled(
        table=table.id,
        days=counted((end - table.first).days + 1, "day"),
        age=counted(age, "day"),
    )
