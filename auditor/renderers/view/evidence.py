"""The tables of evidence: what was read, what was left out, and what they show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.evidence.statistics.minimums import SHOWN_FROM, Standing, standing
from auditor.grading import PERIOD, counted, months_before
from auditor.renderers import measured
from auditor.renderers.plain import short
from auditor.renderers.tables_of_evidence import (
    counted_rows,
    days,
    file_name,
    kept,
    oddities,
    reviewed,
    wholes,
)
from auditor.renderers.view.groups import groups_of, keyed
from auditor.renderers.view.intervals import axis, whisker
from auditor.renderers.view.trends import by_month
from auditor.renderers.view.words import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditor.evidence import Measure, MeasuredTable
    from auditor.renderers.view.groups import Keyed
    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["evidence"]

# All ours: more tables than an organisation has systems.
MOST_TABLES: Final = 12
MOST_FAULTS: Final = 40
MOST_REASONS: Final = 8
MOST_FIGURES: Final = 40
MOST_REFUSED: Final = 20
MOST_TRENDS: Final = 3
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
        "more": f"{counted(more, 'more table')} in the JSON result."
        if more > 0
        else "",
        "faults": [
            {
                "name": short(fault.dataset, LONGEST_NAME),
                "kind": fault.kind,
                "reason": short(fault.reason, LONGEST),
            }
            for fault in found.faults[:MOST_FAULTS]
        ],
        "more_faults": f"{counted(lost, 'more table')} could not be read."
        if lost > 0
        else "",
    }


def headline(report: Report) -> str:
    """Return how much could be read, as a sentence."""
    found = report.evidence
    rows = sum(kept(table.info) for table in found.tables)
    read = f"{counted(len(found.tables), 'table')} with {rows:,} rows"
    if not found.faults:
        return read
    return f"{read}; {counted(len(found.faults), 'table')} could not be read"


def _table(report: Report, table: MeasuredTable, number: int) -> View:
    info = table.info
    figures = keyed(table)
    told = [m for m in wholes(table) if m.n or not m.by][:MOST_FIGURES]
    name = short(info.id, LONGEST_NAME)
    return {
        "id": f"table-{number}",
        "title": name if name == info.kind else f"{name}: {info.kind}",
        "facts": _facts(report, table),
        "rows": _rows(table),
        "remarks": [short(oddity, LONGEST) for oddity in oddities(table)],
        "figures": [_figure(measure, told) for measure in told],
        "cuts": list(groups_of(figures)),
        "trends": list(_trends(report, table, figures)),
        "refused": _refused(table),
    }


def _facts(report: Report, table: MeasuredTable) -> list[Row]:
    info = table.info
    facts = {
        "Source": short(file_name(info.source), LONGEST_NAME),
        "Digest (SHA-256)": info.sha256,
        "Days of its rows": days(info) or "Its rows have no days",
        "Days under review": reviewed(info, report.as_of),
    }
    return [{"name": name, "value": value} for name, value in facts.items() if value]


def _rows(table: MeasuredTable) -> list[Row]:
    """Return the rows read, left out and kept, which add up, and those under review."""
    counts = (m.n for m in table.measures if m.statistic == "count" and not m.by)
    under = [("Rows under review", number) for number in list(counts)[:1]]
    return [
        {"name": short(sentence(name).rstrip("."), LONGEST), "number": f"{number:,}"}
        for name, number in (*counted_rows(table.info), *under)
    ]


def _figure(measure: Measure, beside: Sequence[Measure]) -> View:
    """Return one figure, drawn on one line with those of its unit beside it."""
    hidden = bool(measure.by) and standing(measure.n) is Standing.SUPPRESSED
    is_count = measure.statistic == "count"
    judged = measured.is_judged(measure) and not is_count
    few = not measured.is_judged(measure) and not is_count
    # The rows of a table of invitations are waves: few of them are many answers.
    few = few and measure.low is not None
    ends = axis(measure.unit, [each for each in beside if each.unit == measure.unit])
    return {
        "name": measured.called(measure),
        "definition": sentence(short(measure.definition, LONGEST)),
        "figure": "" if hidden else measured.figure(measure),
        "interval": "" if hidden else measured.interval(measure),
        "n": f"Fewer than {SHOWN_FROM} rows" if hidden else measured.rows(measure),
        "few": "not judged" if few else "",
        "left_out": _left_out(measure),
        "drawing": whisker(measure, ends) if judged else None,
    }


def _left_out(measure: Measure) -> str:
    """Return the rows under review that do not count, by reason."""
    reasons = [
        f"{short(reason, LONGEST_NAME)} {number:,}"
        for reason, number in measure.excluded.items()
        if not reason.endswith("the period under review")
    ]
    return "; ".join(reasons[:MOST_REASONS])


def _trends(
    report: Report, table: MeasuredTable, figures: Mapping[tuple[str, str], Keyed]
) -> Iterator[View]:
    info = table.info
    if info.kind == "customers" or info.first is None or info.last is None:
        return
    first = max(info.first, months_before(report.as_of, PERIOD))
    drawn = 0
    for each in figures.values():
        months = {group[0]: m for group, m in each.get(("period",), {}).items()}
        drawing = by_month(months, first, info.last) if months else None
        if drawing and drawn < MOST_TRENDS:
            drawn += 1
            named = next(iter(months.values()))
            level = named.by.get("level", "")
            told = f" ({short(level, LONGEST_NAME)})" if level else ""
            yield {"name": f"{measured.name(named)}{told}", "drawing": drawing}


def _refused(table: MeasuredTable) -> list[Row]:
    return [
        {
            "name": measured.title(refusal.name),
            "reason": sentence(short(refusal.reason, LONGEST)),
        }
        for refusal in table.refused[:MOST_REFUSED]
    ]
