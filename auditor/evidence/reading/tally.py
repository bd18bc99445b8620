"""Counting every row of a dataset once: kept, left out, without a value, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from auditor.evidence.canonical_table import FaultyRows
from auditor.evidence.columns import ColumnType
from auditor.evidence.reading.values import BLANK, Reason, of_column
from auditor.evidence.sql import how_many, quoted
from auditor.translation import Message, message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.evidence.reading.rows import Plan
    from auditor.evidence.reading.values import Cell
    from auditor.translation import Message

__all__ = ["Tally", "counts", "tallied"]


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted."""

    rows: int
    """Rows read, without those that the engine could not part into fields."""
    kept: int
    """Rows that measures see."""
    excluded: Mapping[str, int]
    """Rows left out, by reason."""
    missing: Mapping[str, Mapping[str, int]]
    """For each column, kept rows without a value, by reason."""
    first: date | None
    """Earliest day of the column that every row needs."""
    last: date | None
    """Latest day of it."""
    faulty: FaultyRows
    """Rows that are wrong."""
    figures: Mapping[str, object]
    """Other aggregates over the kept rows, by name."""

    def figure(self, name: str) -> int:
        """A count among the other aggregates; 0 where it was not wanted."""
        return _whole(self.figures.get(name))


def counts(plan: Plan, extra: Mapping[str, str]) -> dict[str, str]:
    """The aggregates to compute for each value of `exclusion`, by name.

    Args:
        plan: The rows.
        extra: Further aggregates, by name.
    """
    wanted = {"rows": "count(*)", "faulty": how_many(_is_faulty(plan))}
    for cell in plan.cells:
        key = cell.column.name
        wanted[f"{key} values"] = f"count({quoted(key)})"
        for place, reason in enumerate(_reasons(cell), 1):
            wanted[_name(cell, reason)] = how_many(_holds(cell, place))
        if cell.column.needed and cell.column.type is ColumnType.TIMESTAMP:
            wanted["first"] = f"CAST(min({quoted(key)}) AS DATE)"
            wanted["last"] = f"CAST(max({quoted(key)}) AS DATE)"
    return {**wanted, **extra}


def tallied(plan: Plan, groups: Mapping[int | None, Mapping[str, object]]) -> Tally:
    """What was counted, from the aggregates for each value of `exclusion`."""
    rows = {place: _whole(group["rows"]) for place, group in groups.items()}
    kept = groups.get(None, {})
    return Tally(
        rows=sum(rows.values()),
        kept=rows.get(None, 0),
        excluded={
            reason.text: rows[place]
            for place, reason in enumerate(plan.exclusions, 1)
            if place in rows
        },
        missing={cell.column.name: _missing(cell, kept) for cell in plan.cells},
        first=_day(kept.get("first")),
        last=_day(kept.get("last")),
        faulty=_faulty(plan, rows, kept),
        figures=kept,
    )


def _missing(cell: Cell, kept: Mapping[str, object]) -> dict[str, int]:
    key = cell.column.name
    found: dict[str, int] = {
        reason.text: _whole(kept.get(_name(cell, reason))) for reason in _reasons(cell)
    }
    absent = _whole(kept.get("rows")) - _whole(kept.get(f"{key} values"))
    found[BLANK] = absent - sum(found.values())
    return {reason: count for reason, count in found.items() if count}


def _faulty(
    plan: Plan, rows: Mapping[int | None, int], kept: Mapping[str, object]
) -> FaultyRows:
    """The rows left out for a fault, and the kept ones that lack a value for one."""
    left_out: dict[str, int] = {
        reason.text: rows[place]
        for place, reason in enumerate(plan.exclusions, 1)
        if reason.is_fault and place in rows
    }
    lacking: dict[str, int] = {
        _name(cell, reason): _whole(kept.get(_name(cell, reason)))
        for cell in plan.cells
        for reason in _reasons(cell)
        if reason.is_fault
    }
    return FaultyRows(
        sum(left_out.values()) + _whole(kept.get("faulty")),
        left_out | {name: count for name, count in lacking.items() if count},
    )


def _is_faulty(plan: Plan) -> str:
    """SQL that is true of a row in which a value is wrong."""
    wrong = [
        _holds(cell, place)
        for cell in plan.cells
        for place, reason in enumerate(_reasons(cell), 1)
        if reason.is_fault
    ]
    return " OR ".join(wrong) or "false"


def _reasons(cell: Cell) -> Sequence[Reason]:
    """Why a value may be missing, by the places that `Plan.query` gives them."""
    if not cell.column.after:
        return cell.reasons
    before = message("before {column}", column=cell.column.after)
    return (*cell.reasons, Reason(before, "", is_fault=True))


def _holds(cell: Cell, place: int) -> str:
    return f"{quoted(f'{cell.column.name} problem')} = {place}"


def _name(cell: Cell, reason: Reason) -> Message:
    return of_column(cell.column.name, reason.text)


def _whole(figure: object) -> int:
    return figure if isinstance(figure, int) else 0


def _day(figure: object) -> date | None:
    return figure if isinstance(figure, date) else None
