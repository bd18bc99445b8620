"""The tables of evidence: what was read, what was left out, and what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers import measured
from auditor.renderers.plain import short
from auditor.renderers.spoken import spoken
from auditor.renderers.tables_of_evidence import (
    counted_rows,
    days,
    file_name,
    kept,
    oddities,
    reviewed,
)
from auditor.renderers.view.groups import groups_of, keyed
from auditor.renderers.view.names import Names
from auditor.renderers.view.table_figures import figures_of, trends_of
from auditor.renderers.view.words import sentence
from auditor.translation import labelled, say, say_plural, written

if TYPE_CHECKING:
    from auditor.evidence import MeasuredTable
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["evidence"]

# All ours: more tables than an organisation has systems.
MOST_TABLES: Final = 12
MOST_FAULTS: Final = 40
MOST_REFUSED: Final = 20
LONGEST: Final = 300
LONGEST_NAME: Final = 60


def evidence(report: Report) -> View | None:
    """Return the view of the tables, or None where the profile names none."""
    found = report.evidence
    if not found.tables and not found.faults:
        return None
    more = len(found.tables) - MOST_TABLES
    lost = len(found.faults) - MOST_FAULTS
    return {
        "headline": headline(report),
        "tables": [
            _table(report, table, number)
            for number, table in enumerate(found.tables[:MOST_TABLES], 1)
        ],
        "more": say_plural(
            "{n:,} more table in the JSON result.",
            "{n:,} more tables in the JSON result.",
            more,
        )
        if more > 0
        else "",
        "faults": [
            {
                "name": short(fault.dataset, LONGEST_NAME),
                "kind": spoken(fault.kind),
                "reason": short(say(fault.reason), LONGEST),
            }
            for fault in found.faults[:MOST_FAULTS]
        ],
        "more_faults": say_plural(
            "{n:,} more table could not be read.",
            "{n:,} more tables could not be read.",
            lost,
        )
        if lost > 0
        else "",
    }


def headline(report: Report) -> str:
    """Return how much could be read, as a sentence."""
    found = report.evidence
    rows = sum(kept(table.info) for table in found.tables)
    read = say_plural(
        "{n:,} table with {rows:,} rows",
        "{n:,} tables with {rows:,} rows",
        len(found.tables),
        rows=rows,
    )
    if not found.faults:
        return read
    return say_plural(
        "{read}; {n:,} table could not be read",
        "{read}; {n:,} tables could not be read",
        len(found.faults),
        read=read,
    )


def _table(report: Report, table: MeasuredTable, number: int) -> View:
    info = table.info
    figures = keyed(table)
    name = short(info.id, LONGEST_NAME)
    return {
        "id": f"table-{number}",
        "title": spoken(info.kind)
        if name == info.kind
        else labelled(name, spoken(info.kind)),
        "facts": _facts(report, table),
        "rows": _rows(table),
        "remarks": [short(oddity, LONGEST) for oddity in oddities(table)],
        "figures": figures_of(table),
        "cuts": list(groups_of(figures, Names.of(report.profile))),
        "trends": list(trends_of(report, table, figures)),
        "refused": _refused(table),
    }


def _facts(report: Report, table: MeasuredTable) -> list[Row]:
    info = table.info
    facts = [
        (say("Source"), short(file_name(info.source), LONGEST_NAME)),
        (say("Digest (SHA-256)"), info.sha256),
        (say("Days of its rows"), days(info) or say("Its rows have no days")),
        (say("Days under review"), reviewed(info, report.as_of)),
    ]
    return [{"name": name, "value": value} for name, value in facts if value]


def _rows(table: MeasuredTable) -> list[Row]:
    """Return the rows read, left out and kept, which add up, and those under review."""
    counts = (m.n for m in table.measures if m.statistic == "count" and not m.by)
    under = [(say("Rows under review"), number) for number in list(counts)[:1]]
    return [
        {
            "name": short(sentence(name).rstrip("."), LONGEST),
            "number": written(number, ","),
        }
        for name, number in (*counted_rows(table.info), *under)
    ]


def _refused(table: MeasuredTable) -> list[Row]:
    return [
        {
            "name": (name := measured.title(refusal.name)),
            "reason": (reason := sentence(short(say(refusal.reason), LONGEST))),
            "told": labelled(name, reason),
        }
        for refusal in table.refused[:MOST_REFUSED]
    ]
