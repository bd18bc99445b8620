"""The sheets of what is claimed, what was measured, and in which tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.evidence.statistics.minimums import JUDGED_FROM
from auditor.renderers import measured
from auditor.renderers.said_and_shown import confronted
from auditor.renderers.tables_of_evidence import file_name, kept
from auditor.renderers.xlsx.sheet import Column, Sheet

if TYPE_CHECKING:
    from auditor.evidence import EvidenceTable, Measure
    from auditor.renderers.xlsx.sheet import Value
    from auditor.report import Report

__all__ = ["measures", "said_and_shown", "tables"]


def said_and_shown(report: Report) -> Sheet:
    """Return each claim beside its figure, the contradicted ones first."""
    columns = (
        Column("Claim", 40),
        Column("Said", 22),
        Column("Shown", 22),
        Column("95 % interval", 20),
        Column("Rows", 14),
        Column("Period", 26),
        Column("Verdict", 20),
        Column("Why", 60),
    )
    rows = [
        (
            *(row.name, row.said, row.shown, row.interval),
            *(row.n.removeprefix("n = "), row.period, row.verdict, row.reason),
        )
        for row in confronted(report)
    ]
    return Sheet("Said and shown", columns, rows)


def measures(report: Report) -> Sheet:
    """Return every figure, for whole tables and for each group."""
    columns = (
        Column("Measure", 40),
        Column("Group", 28),
        Column("Table", 16),
        Column("Figure", 12, "figure"),
        Column("Low", 12, "figure"),
        Column("High", 12, "figure"),
        Column("Unit", 10),
        Column("Rows", 10, "count"),
        Column("Judged", 9),
        Column("Definition", 70),
        Column("Id", 40),
    )
    rows = [_measure(measure) for measure in report.evidence.measures]
    return Sheet("Measures", columns, rows)


def _measure(measure: Measure) -> tuple[Value, ...]:
    few = measure.n < JUDGED_FROM and measure.low is not None
    return (
        *(measured.name(measure), measured.group(measure), measure.table),
        *(measure.value, measure.low, measure.high, measure.unit, measure.n),
        "No" if few or measure.value is None else "Yes",
        *(measure.definition, measure.id),
    )


def tables(report: Report) -> Sheet:
    """Return the tables that were read, and those that could not be."""
    columns = (
        Column("Table", 22),
        Column("Kind", 14),
        Column("Source", 34),
        Column("Rows read", 12, "count"),
        Column("Rows kept", 12, "count"),
        Column("From", 12, "day"),
        Column("To", 12, "day"),
        Column("Remarks", 70),
        Column("Digest (SHA-256)", 68),
    )
    read = [_table(t.info, [r.text for r in t.remarks]) for t in report.evidence.tables]
    lost = [
        (f.dataset, f.kind, "Could not be read", *(None,) * 4, f.reason, None)
        for f in report.evidence.faults
    ]
    return Sheet("Evidence", columns, [*read, *lost])


def _table(table: EvidenceTable, remarks: list[str]) -> tuple[Value, ...]:
    return (
        *(table.id, table.kind, file_name(table.source), table.rows, kept(table)),
        *(table.first, table.last, "; ".join(remarks), table.sha256),
    )
