"""What one part of a source says: the text of each cell, and what is read from it.

Each level is a subquery, so that the engine computes once what several look at. What a
program wrote is read at once, and its text is looked at only where that fails.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.evidence.columns import Column, ColumnType, columns_of
from auditor.evidence.reading import cells
from auditor.evidence.reading.values import is_read_first
from auditor.evidence.sql import case, literal, one_of, quoted, select

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.evidence.mapping import ColumnMapping, Filter, TableMapping
    from auditor.evidence.reading.raw import RawTable

__all__ = ["said"]

_TEXT: Final = "VARCHAR"
_FRACTIONS: Final = ("DOUBLE", "FLOAT", "DECIMAL")
_UNITS: Final = {
    "seconds": 1,
    "minutes": 60,
    "hours": 3600,
    "days": 86_400,
    "h:m:s": 1,
}


class _Source(NamedTuple):
    """A column of the source, and what it is mapped to."""

    column: Column
    mapping: ColumnMapping
    type: str
    """The engine's type of it."""
    zone: str
    """The zone of moments that name none, or nothing."""
    expression: str
    """How the engine gets at it."""

    def level(self, what: str) -> str:
        """What a level of it is called."""
        return f"{self.column.name} {what}"

    @property
    def raw(self) -> str:
        """What stands in the source."""
        return quoted(self.level("raw"))


def said(
    table: RawTable, decided: Mapping[str, ColumnMapping], mapping: TableMapping
) -> str:
    """A query of `<column> text`, `<column> parsed`, `broken`, and what filters say.

    Args:
        table: The part of the source.
        decided: Its columns' mappings, in which every format is decided.
        mapping: The mapping of the whole.
    """
    sources = [_source(table, key, decided[key], mapping) for key in mapping.columns]
    raw = {each.level("raw"): each.expression for each in sources}
    rest = {"broken": table.broken}
    for place, rule in enumerate(mapping.filters):
        rest[f"passes {place}"] = _passes(rule, table)
    carried = {name: quoted(name) for name in rest}
    kept = carried | {name: quoted(name) for name in raw}
    quick = {each.level("quick"): found for each in sources if (found := _quick(each))}
    texts = {each.level("text"): _text_where_needed(each) for each in sources}
    parsed = {each.level("parsed"): _parsed(each) for each in sources}
    query = select(raw | rest, table.relation)
    query = select(kept | quick, f"({query})")
    query = select(kept | {name: quoted(name) for name in quick} | texts, f"({query})")
    return select(
        carried | {name: quoted(name) for name in texts} | parsed, f"({query})"
    )


def _source(
    table: RawTable, key: str, decided: ColumnMapping, mapping: TableMapping
) -> _Source:
    column = columns_of(mapping.kind)[key]
    zone = decided.timezone or mapping.timezone
    if not decided.source:
        return _Source(column, decided, _TEXT, zone, literal(decided.default))
    found = table.column(decided.source)
    return _Source(column, decided, found.type, zone, found.expression)


def _passes(rule: Filter, table: RawTable) -> str:
    if rule.optional and not table.find(rule.source):
        return "true"
    text = cells.tidied(f"CAST({table.column(rule.source).expression} AS VARCHAR)")
    listed = one_of(text, [value.strip() for value in rule.values])
    return (
        f"coalesce({listed}, false)" if rule.keep else f"NOT coalesce({listed}, false)"
    )


def _quick(source: _Source) -> str:
    """What can be read without a look at the text; empty where nothing can."""
    column, mapping, type_, zone, _ = source
    if mapping.unit or not is_read_first(column, mapping):
        return ""
    if type_ != _TEXT:
        return _native(source)
    if column.type is ColumnType.TIMESTAMP:
        usual = mapping.format[0] == "iso"
        return cells.plain_moment(source.raw, zone) if usual else ""
    return "" if "1.234,5" in mapping.format else cells.amount(source.raw)


def _text_where_needed(source: _Source) -> str:
    if not _quick(source):
        return _text(source)
    unread = f"{quoted(source.level('quick'))} IS NULL"
    return case([(unread, _text(source))])


def _text(source: _Source) -> str:
    """The text of a cell, tidied, for codes and blanks."""
    column, mapping, type_, _, _ = source
    plain = f"CAST({source.raw} AS VARCHAR)"
    if type_ == _TEXT:
        text = cells.tidied(source.raw)
        if not mapping.default:
            return text
        blank = cells.is_blank(text, mapping.blanks)
        return case([(blank, literal(mapping.default))], text)
    if column.type is ColumnType.TEXT and type_.startswith(_FRACTIONS):
        whole = f"CAST(CAST({source.raw} AS HUGEINT) AS VARCHAR)"
        exact = f"{source.raw} = trunc({source.raw}) AND abs({source.raw}) < 1e30"
        return case([(exact, whole)], plain)
    return plain


def _parsed(source: _Source) -> str:
    """What a cell says, whatever codes it has."""
    quick = _quick(source)
    if source.type != _TEXT:
        return quoted(source.level("quick")) if quick else _native(source)
    looked = _from_text(source)
    return f"coalesce({quoted(source.level('quick'))}, {looked})" if quick else looked


def _from_text(source: _Source) -> str:
    column, mapping, _, zone, _ = source
    text = quoted(source.level("text"))
    if mapping.unit and column.type is ColumnType.TIMESTAMP:
        return _seconds(text, mapping, cells.number(text, mapping.format))
    match column.type:
        case ColumnType.TEXT:
            return "NULL"
        case ColumnType.TIMESTAMP:
            return cells.moment(text, mapping.format, zone)
        case ColumnType.FLAG:
            return cells.flag(text)
        case _:
            return cells.number(text, mapping.format)


def _native(source: _Source) -> str:
    """What a column with a type of its own says."""
    column, mapping, type_, zone, _ = source
    if mapping.unit and column.type is ColumnType.TIMESTAMP:
        return _seconds(source.raw, mapping, cells.amount(source.raw))
    match column.type:
        case ColumnType.TEXT:
            return "NULL"
        case ColumnType.TIMESTAMP:
            return cells.native_moment(source.raw, type_, mapping.format, zone)
        case ColumnType.FLAG:
            return cells.flag(f"CAST({source.raw} AS VARCHAR)")
        case _:
            return cells.amount(source.raw)


def _seconds(raw: str, mapping: ColumnMapping, value: str) -> str:
    if mapping.unit == "h:m:s":
        return f"epoch(try_cast(CAST({raw} AS VARCHAR) AS INTERVAL))"
    return f"{value} * {_UNITS[mapping.unit]}"
