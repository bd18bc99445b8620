"""The sheets of what is claimed, what was measured, and in which tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.evidence.statistics.minimums import JUDGED_FROM
from auditor.renderers import measured
from auditor.renderers.said_and_shown import confronted
from auditor.renderers.spoken import spoken
from auditor.renderers.tables_of_evidence import file_name, kept
from auditor.renderers.xlsx.sheet import Column, Sheet
from auditor.translation import message, say

if TYPE_CHECKING:
    from auditor.evidence import EvidenceTable, Measure
    from auditor.renderers.xlsx.sheet import Value
    from auditor.report import Report

__all__ = ["measures", "said_and_shown", "tables"]


def said_and_shown(report: Report) -> Sheet:
    """Return each claim beside its figure, the contradicted ones first."""
    columns = (
        Column(message("Claim"), 40),
        Column(message("Said"), 22),
        Column(message("Shown"), 22),
        Column(message("95 % interval"), 20),
        Column(message("Rows"), 14),
        Column(message("Period"), 26),
        Column(message("Verdict"), 20),
        Column(message("Why"), 60),
    )
    rows = [
        (
            *(row.name, row.said, row.shown, row.interval),
            *(row.rows, row.period, row.verdict, row.reason),
        )
        for row in confronted(report)
    ]
    return Sheet(message("Said and shown"), columns, rows)


def measures(report: Report) -> Sheet:
    """Return every figure, for whole tables and for each group."""
    columns = (
        Column(message("Measure"), 40),
        Column(message("Group"), 28),
        Column(message("Table"), 16),
        Column(message("Figure"), 12, "figure"),
        Column(message("Lower end"), 12, "figure"),
        Column(message("Upper end"), 12, "figure"),
        Column(message("Unit"), 10),
        Column(message("Rows"), 10, "count"),
        Column(message("Judged"), 9),
        Column(message("Definition"), 70),
        Column(message("Id"), 40),
    )
    rows = [_measure(measure) for measure in report.evidence.measures]
    return Sheet(message("Measures"), columns, rows)


def _measure(measure: Measure) -> tuple[Value, ...]:
    few = measure.n < JUDGED_FROM and measure.low is not None
    return (
        *(measured.name(measure), measured.group(measure), measure.table),
        *(measure.value, measure.low, measure.high, spoken(measure.unit), measure.n),
        say("No") if few or measure.value is None else say("Yes"),
        *(say(measure.definition), measure.id),
    )


def tables(report: Report) -> Sheet:
    """Return the tables that were read, and those that could not be."""
    columns = (
        Column(message("Table"), 22),
        Column(message("Kind"), 14),
        Column(message("Source"), 34),
        Column(message("Rows read"), 12, "count"),
        Column(message("Rows kept"), 12, "count"),
        Column(message("From"), 12, "day"),
        Column(message("To"), 12, "day"),
        Column(message("Remarks"), 70),
        Column(message("Digest (SHA-256)"), 68),
    )
    read = [
        _table(t.info, [say(r.text) for r in t.remarks]) for t in report.evidence.tables
    ]
    lost = say("Could not be read")
    faults = [
        (f.dataset, say(f.kind), lost, *(None,) * 4, say(f.reason), None)
        for f in report.evidence.faults
    ]
    return Sheet(message("Evidence"), columns, [*read, *faults])


def _table(table: EvidenceTable, remarks: list[str]) -> tuple[Value, ...]:
    return (
        *(table.id, say(table.kind), file_name(table.source), table.rows, kept(table)),
        *(table.first, table.last, "; ".join(remarks), table.sha256),
    )
