"""What a mapping may ask of a database, whose columns have types of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.errors import EvidenceError
from auditor.evidence.columns import ColumnType, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence.columns import Column
    from auditor.evidence.mapping import ColumnMapping, Filter, TableMapping
    from auditor.evidence.reading.raw import RawColumn, RawTable

__all__ = ["refuse_unsupported"]

_TEXT: Final = "VARCHAR"
_FRACTIONS: Final = ("DOUBLE",)
_NUMBERS: Final = ("BIGINT", "DECIMAL", *_FRACTIONS)
_MOMENTS: Final = ("DATE", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE")
_EPOCHS: Final = ("epoch_seconds", "epoch_milliseconds")
_TAKEN: Final = {
    ColumnType.TEXT: (_TEXT, "BOOLEAN", *_NUMBERS, *_MOMENTS),
    ColumnType.FLAG: (_TEXT, "BOOLEAN", "BIGINT"),
    ColumnType.NUMBER: _NUMBERS,
    ColumnType.SCORE: _NUMBERS,
}
"""The types from which each of our columns can be computed."""
_QUERY: Final = "Give a query instead of the table, and convert it there."


def refuse_unsupported(table: RawTable, mapping: TableMapping) -> None:
    """Lets through what is computed in a database as it would be from a file.

    Raises:
        EvidenceError: The mapping asks for more; names the column.
    """
    known = columns_of(mapping.kind)
    for key, said in mapping.columns.items():
        if key in known:
            for cause in _of_column(known[key], said, _found(table, said)):
                raise EvidenceError(table.source, f"{key!r}: {cause}", _QUERY)
    for rule in mapping.filters:
        for cause in _of_filter(rule, table):
            raise EvidenceError(table.source, cause, _QUERY)


def _found(table: RawTable, said: ColumnMapping) -> RawColumn | None:
    names = (name for name in (said.source, *said.or_else) if name)
    return next((found for name in names if (found := table.find(name))), None)


def _of_column(
    column: Column, said: ColumnMapping, raw: RawColumn | None
) -> Iterator[str]:
    """Why a column cannot be computed."""
    words = column.type in {ColumnType.TEXT, ColumnType.FLAG}
    if raw is None:
        if said.default and not words:
            yield "a default stands for words and flags only."
        return
    if said.default and raw.type != _TEXT:
        yield f"a default fills columns of text; {raw.name!r} is {raw.type}."
    if column.type is ColumnType.TIMESTAMP:
        yield from _of_moment(said, raw)
    elif raw.type not in _TAKEN[column.type]:
        wanted = "words" if words else "numbers"
        yield f"the column {raw.name!r} is {raw.type}, and {wanted} are needed."
    elif said.unit:
        yield "a unit is for moments only."


def _of_moment(said: ColumnMapping, raw: RawColumn) -> Iterator[str]:
    if said.unit == "h:m:s":
        yield "hours, minutes and seconds must be one number of seconds."
    elif said.unit and raw.type not in _NUMBERS:
        yield f"the column {raw.name!r} is {raw.type}, and a unit is for numbers."
    elif not said.unit and raw.type in _NUMBERS:
        if len(said.format) != 1 or said.format[0] not in _EPOCHS:
            yield f"numbers are moments with one format: {' or '.join(_EPOCHS)}."
    elif raw.type in _MOMENTS and {*said.format} & {*_EPOCHS, "excel"}:
        yield f"the column {raw.name!r} is {raw.type} already, not a number."
    elif not said.unit and raw.type not in _MOMENTS:
        yield f"the column {raw.name!r} is {raw.type}, and moments are needed."


def _of_filter(rule: Filter, table: RawTable) -> Iterator[str]:
    raw = table.find(rule.source)
    if raw and raw.type in _FRACTIONS:
        yield f"the filter on {raw.name!r}: fractions are written in many ways."
    elif raw and raw.type not in _TAKEN[ColumnType.TEXT]:
        yield f"the filter on {raw.name!r}: its type is {raw.type}."
