"""DQ002: evidence is clean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    JUDGED_FROM,
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
    at_most,
    bibliography,
    check,
    message,
    named,
    rows,
    unmeasured,
)
from auditor_assurance.attached_tables import pointers, without_tables

if TYPE_CHECKING:
    from auditor import MeasuredTable, Rows

ONE_WITH_FAULTS: Final = message(
    "The table is {table}: {wrong:,} of {rows:,} rows ({share:.1f} %) are wrong: "
    "{reasons}."
)
ONE_WITHOUT_FAULTS: Final = message(
    "The table is {table}: none of its {rows:,} rows is wrong."
)
WORST_OF_SOME: Final = message(
    "Of {tables} tables {table} fares worst: {wrong:,} of {rows:,} rows ({share:.1f} "
    "%) are wrong: {reasons}."
)
NONE_WRONG_OF_SOME: Final = message(
    "Of {tables} tables {table} fares worst: none of its {rows:,} rows is wrong."
)

OPENED = "2026-03-02 09:00"
EARLY = "closed_at before opened_at"


def _tickets(total: int, *wrong: Rows) -> dict[str, tuple[Rows, ...]]:
    """Return tickets, with others that are wrong among them."""
    right = total - sum(some.count for some in wrong)
    return {"tickets": (rows(right, opened_at=OPENED, id="t{n}"), *wrong)}


def _wrong(count: int, fault: str = EARLY, **values: object) -> Rows:
    """Return tickets of which the reader says what is wrong."""
    return rows(count, opened_at=OPENED, id="w{n}", fault=fault, **values)


@check(
    "DQ002",
    title="Evidence is clean",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.COMPUTED,
    reads=["evidence"],
    logic=(
        "The share of a table's rows that are wrong: a value that every row needs is "
        "missing, an id comes twice (looked for up to a million rows), a time cannot "
        "be read, lies before its beginning or after the audit, or an answer is off "
        "its scale. Rows left out on purpose, such as deleted ones, are not wrong. "
        "Met up to {met}, partly met up to {partly}. Of the tables with {fewest_rows} "
        "rows or more the one that fares worst decides."
    ),
    remedy="Correct the export, or map the codes and formats that it really has.",
    parameters=[
        Parameter("met", 0.01, Unit.SHARE, "share of wrong rows that is met", OURS),
        Parameter("partly", 0.05, Unit.SHARE, "share that is partly met", OURS),
        Parameter(
            "fewest_rows",
            JUDGED_FROM,
            Unit.COUNT,
            "fewest rows to take a share of",
            OURS,
        ),
    ],
    sources=[bibliography.CXXC, bibliography.GSA_TOUCHPOINTS],
    examples=[
        Example(Outcome.MET, "One row in a hundred", evidence=_tickets(100, _wrong(1))),
        Example(
            Outcome.MET,
            "Thirty rows left out on purpose",
            evidence=_tickets(60, _wrong(30, fault="", excluded="deleted")),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Two in a hundred, of which one was left out for it",
            evidence=_tickets(
                100, _wrong(1), _wrong(1, "opened_at blank", excluded="blank")
            ),
        ),
        Example(
            Outcome.PARTLY_MET, "Five in a hundred", evidence=_tickets(100, _wrong(5))
        ),
        Example(
            Outcome.PARTLY_MET,
            "Two ids come twice",
            evidence=_tickets(100, rows(2, opened_at=OPENED, id=("t1", "t2"))),
        ),
        Example(Outcome.NOT_MET, "Two in thirty", evidence=_tickets(30, _wrong(2))),
        Example(
            Outcome.NOT_MET,
            "Six of a hundred have a day after the audit",
            evidence=_tickets(100, rows(6, opened_at="2026-07-01 09:00", id="f{n}")),
        ),
        Example(
            Outcome.NOT_MET,
            "Of two tables one is clean",
            evidence=_tickets(100, _wrong(6))
            | {"surveys": (rows(500, responded_at=OPENED, csat=4),)},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Twenty-nine rows",
            evidence=_tickets(29, _wrong(9)),
        ),
        Example(Outcome.NOT_ASSESSED, "Nothing is attached"),
    ],
)
def evidence_is_clean(context: Context) -> Verdict:
    """Figures made of wrong rows are wrong in ways that no interval shows."""
    limits, tables = context.parameters, context.evidence.tables
    if not tables:
        return without_tables(context)
    judged = [table for table in tables if table.info.rows >= limits["fewest_rows"]]
    if not judged:
        fewest = limits["fewest_rows"]
        return unmeasured(message("No table has {fewest:g} rows.", fewest=fewest))
    worst = max(judged, key=_share)
    outcome = at_most(_share(worst), limits["met"], limits["partly"])
    where = pointers(context, [worst.info.id])
    return Verdict(outcome, _told(worst, len(judged)), where=where)


def _share(table: MeasuredTable) -> float:
    """Return how many of a table's rows are wrong."""
    # A row that is wrong in itself and has an id that comes twice counts for both.
    return min(table.faulty.rows / table.info.rows, 1.0)


def _told(table: MeasuredTable, of: int) -> Message:
    """Return how many rows are wrong, and in what, most frequent first."""
    if table.faulty.rows:
        reason = WORST_OF_SOME if of > 1 else ONE_WITH_FAULTS
    else:
        reason = NONE_WRONG_OF_SOME if of > 1 else ONE_WITHOUT_FAULTS
    reasons = sorted(table.faulty.reasons.items(), key=lambda pair: -pair[1])
    return reason.filled(
        tables=of,
        table=table.info.id,
        wrong=table.faulty.rows,
        rows=table.info.rows,
        share=100 * _share(table),
        reasons=named(
            message("{what} ({number:,})", what=reason, number=number)
            for reason, number in reasons
        ),
    )
