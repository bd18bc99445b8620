"""What tables of evidence are, in the words of all reports: rows add up."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from auditor.grading import counted
from auditor.renderers.said_and_shown import under_review
from auditor.translation import say, say_plural, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from auditor.evidence import EvidenceTable, Measure, MeasuredTable

__all__ = [
    "counted_rows",
    "days",
    "file_name",
    "kept",
    "oddities",
    "reviewed",
    "wholes",
]

ALTERNATIVES: Final = {"p50": "p50_with_open", "p90": "p90_with_open"}
"""Figures that flatter, and those that are told instead; the JSON result has both."""

MOST_REASONS: Final = 20
"""Ours: reasons told one by one; the rest are summed up."""
MOST_REMARKS: Final = 12
"""Ours: remarks on one table that are told."""


def kept(table: EvidenceTable) -> int:
    """Return the rows that are left once those left out are gone."""
    return table.rows - sum(table.excluded.values())


def counted_rows(table: EvidenceTable) -> Iterator[tuple[str, int]]:
    """Yield the rows read, those left out by reason, and those kept: they add up."""
    reasons = list(table.excluded.items())
    yield say("Rows read"), table.rows
    for reason, number in reasons[:MOST_REASONS]:
        yield say("left out: {reason}", reason=say(reason)), number
    if rest := reasons[MOST_REASONS:]:
        yield say("left out: other reasons"), sum(number for _, number in rest)
    yield say("Rows kept"), kept(table)


def oddities(table: MeasuredTable) -> Iterator[str]:
    """Yield what is odd about a table, and which of its rows are wrong."""
    for remark in table.remarks[:MOST_REMARKS]:
        column = f"{remark.column}: " if remark.column else ""
        rows = counted(remark.count, "row") if remark.count else ""
        count = f" ({say(rows)})" if rows else ""
        yield f"{column}{say(remark.text)}{count}"
    if (more := len(table.remarks) - MOST_REMARKS) > 0:
        yield say_plural(
            "{n:,} more remark in the JSON result.",
            "{n:,} more remarks in the JSON result.",
            more,
        )
    if table.faulty.rows:
        yield say(
            "Rows that are wrong, left out or kept: {rows:,} ({reasons})",
            rows=table.faulty.rows,
            reasons="; ".join(
                f"{say(why)} {written(n, ',')}"
                for why, n in table.faulty.reasons.items()
            ),
        )


def file_name(source: str) -> str:
    """Return a source without the folders above it, or an address without its rest."""
    scheme, is_address, _ = source.partition("://")
    if is_address:
        return f"{scheme}://…"
    return PurePath(source).name or source


def days(table: EvidenceTable) -> str:
    """Return the days of its rows; empty where they have none."""
    if table.first is None or table.last is None:
        return ""
    return say("{first} to {last}", first=table.first, last=table.last)


def reviewed(table: EvidenceTable, as_of: date) -> str:
    """Return the days that its figures are of, where those are not all of its days."""
    span = under_review(as_of, table)
    return "" if span == days(table) else span


def wholes(table: MeasuredTable) -> list[Measure]:
    """Return the figures of a whole table that a report tells.

    Scores of several levels are never thrown together, so they are told by level.
    Where open items are counted too, the figure without them is left out.
    """
    of_all = [measure for measure in table.measures if not measure.by]
    known = {(measure.name, measure.statistic) for measure in of_all}
    levels = [
        measure
        for measure in table.measures
        if list(measure.by) == ["level"]
        and (measure.name, measure.statistic) not in known
    ]
    every = [*of_all, *levels]
    told = {(measure.name, measure.statistic) for measure in every}
    return [m for m in every if not _is_told_otherwise(m, told)]


def _is_told_otherwise(measure: Measure, told: set[tuple[str, str]]) -> bool:
    instead = ALTERNATIVES.get(measure.statistic, "")
    if measure.statistic == "mean":
        instead = "p50_with_open" if measure.unit == "hours" else "share"
    return (measure.name, instead) in told
