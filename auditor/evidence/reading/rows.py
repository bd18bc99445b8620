"""All rows of a source as canonical columns, each with what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.evidence.columns import columns_of
from auditor.evidence.mapping import NPS_SCALE
from auditor.evidence.reading import cells
from auditor.evidence.reading.part import said
from auditor.evidence.reading.values import BLANK, Cell, Reason, cell, of_column
from auditor.evidence.sql import case, quoted, select
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.evidence.mapping import ColumnMapping, Filter, Scale, TableMapping
    from auditor.evidence.reading.raw import RawTable

__all__ = ["Plan", "plan"]


@dataclass(frozen=True, slots=True)
class Plan:
    """How the rows of a dataset are computed."""

    query: str
    """All rows: the canonical columns, `<column> problem` (a place among
    the column's reasons, from 1), `<column>_unusable` of ends of time spans, and
    `exclusion` (a place among the exclusions, from 1; nothing for a kept row)."""
    cells: tuple[Cell, ...]
    """The canonical columns."""
    exclusions: tuple[Reason, ...]
    """Reasons for leaving a row out."""

    @property
    def kept(self) -> tuple[str, ...]:
        """The columns that measures see."""
        names = [each.column.name for each in self.cells]
        ends = [
            f"{each.column.name}_unusable" for each in self.cells if each.column.after
        ]
        return (*names, *ends)


def plan(
    tables: Sequence[tuple[RawTable, Mapping[str, ColumnMapping]]],
    mapping: TableMapping,
) -> Plan:
    """Puts the computation of all rows together.

    Args:
        tables: The parts of the source, each with its columns' mappings, in which every
            format is decided.
        mapping: The mapping of the whole.
    """
    columns = columns_of(mapping.kind)
    made = tuple(
        cell(columns[key], each, scale_of(key, mapping.scales))
        for key, each in mapping.columns.items()
    )
    read = " UNION ALL ".join(
        said(table, decided, mapping) for table, decided in tables
    )
    computed = select(_values(made, mapping.filters), f"({read})")
    checked = select(_ends(made, mapping.filters), f"({computed})")
    exclusions = _exclusions(made, mapping.filters)
    ranked = [
        (reason.condition, str(place)) for place, reason in enumerate(exclusions, 1)
    ]
    last = _kept(made)
    last["exclusion"] = f"CAST({case(ranked)} AS UTINYINT)"
    return Plan(select(last, f"({checked})"), made, tuple(exclusions))


def scale_of(column: str, scales: Mapping[str, Scale]) -> Scale | None:
    """The declared scale of a column; likelihood to recommend has but one."""
    return scales.get(column, NPS_SCALE if column == "nps" else None)


def _values(made: Sequence[Cell], filters: Sequence[Filter]) -> dict[str, str]:
    values = _carried(filters)
    for each in made:
        key = each.column.name
        values[f"{key} text"] = quoted(f"{key} text")
        values[f"{key} parsed"] = quoted(f"{key} parsed")
        values[key] = each.value
    return values


def _ends(made: Sequence[Cell], filters: Sequence[Filter]) -> dict[str, str]:
    """Spans added to their beginnings, ends before beginnings taken out."""
    checked = _carried(filters)
    mapped = {each.column.name for each in made}
    for each in made:
        key, begin = quoted(each.column.name), quoted(each.column.after)
        value = key
        if each.is_span:
            value = f"({begin} + to_microseconds(CAST({key} * 1e6 AS BIGINT)))"
        early = f"{value} < {begin}" if each.column.after in mapped else "false"
        checked[each.column.name] = case([(early, "NULL")], value)
        checked[f"{each.column.name} problem"] = _problem(each, early)
    return checked


def _problem(each: Cell, early: str) -> str:
    """Why a value is missing, as a place; the last is an end before its beginning."""
    text, read = (quoted(f"{each.column.name} {what}") for what in ("text", "parsed"))
    blank = cells.is_blank(text, each.mapping.blanks)
    if each.is_read_first:
        # There is no text of what was read.
        blank = f"{read} IS NULL AND {blank}"
    places = [
        (reason.condition, str(place)) for place, reason in enumerate(each.reasons, 1)
    ]
    branches = [
        (early, str(len(places) + 1)),
        (f"{quoted(each.column.name)} IS NOT NULL", "NULL"),
        (blank, "NULL"),
        *places,
    ]
    return f"CAST({case(branches)} AS UTINYINT)"


def _carried(filters: Sequence[Filter]) -> dict[str, str]:
    kept = ["broken", *(f"passes {place}" for place in range(len(filters)))]
    return {key: quoted(key) for key in kept}


def _kept(made: Sequence[Cell]) -> dict[str, str]:
    kept: dict[str, str] = {}
    for each in made:
        key = each.column.name
        kept[key] = quoted(key)
        kept[f"{key} problem"] = quoted(f"{key} problem")
        if each.column.after:
            kept[f"{key}_unusable"] = f"{quoted(f'{key} problem')} IS NOT NULL"
    return kept


def _exclusions(made: Sequence[Cell], filters: Sequence[Filter]) -> list[Reason]:
    """Why a row is left out; the first reason that holds counts."""
    found = [Reason(message("not a record"), quoted("broken"), is_fault=True)]
    found += [
        Reason(
            message("left out by the filter on {column}", column=repr(rule.source)),
            f"NOT {quoted(f'passes {place}')}",
            is_fault=False,
        )
        for place, rule in enumerate(filters)
    ]
    for each in made:
        key = each.column.name
        if key == "status":
            deleted = f"{quoted(key)} = 'deleted'"
            found.append(Reason(message("deleted"), deleted, is_fault=False))
        if each.column.needed:
            problem = quoted(f"{key} problem")
            found += [
                Reason(
                    of_column(key, reason.text),
                    f"{problem} = {place}",
                    reason.is_fault,
                )
                for place, reason in enumerate(each.reasons, 1)
            ]
            blank = f"{quoted(key)} IS NULL"
            found.append(Reason(of_column(key, BLANK), blank, is_fault=True))
    return found
