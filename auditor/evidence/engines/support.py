"""What a mapping may ask of a database, whose columns have types of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.errors import EvidenceError
from auditor.evidence.columns import ColumnType, columns_of
from auditor.translation import Message, message

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
_QUERY: Final = message("Give a query instead of the table, and convert it there.")


def refuse_unsupported(table: RawTable, mapping: TableMapping) -> None:
    """Lets through what is computed in a database as it would be from a file.

    Raises:
        EvidenceError: The mapping asks for more; names the column.
    """
    known = columns_of(mapping.kind)
    for key, said in mapping.columns.items():
        if key in known:
            for cause in _of_column(known[key], said, _found(table, said)):
                whole = message("{column}: {cause}", column=repr(key), cause=cause)
                raise EvidenceError(table.source, whole, _QUERY)
    for rule in mapping.filters:
        for cause in _of_filter(rule, table):
            raise EvidenceError(table.source, cause, _QUERY)


def _found(table: RawTable, said: ColumnMapping) -> RawColumn | None:
    names = (name for name in (said.source, *said.or_else) if name)
    return next((found for name in names if (found := table.find(name))), None)


def _of_column(
    column: Column, said: ColumnMapping, raw: RawColumn | None
) -> Iterator[Message]:
    """Why a column cannot be computed."""
    words = column.type in {ColumnType.TEXT, ColumnType.FLAG}
    if raw is None:
        if said.default and not words:
            yield message("a default stands for words and flags only.")
        return
    if said.default and raw.type != _TEXT:
        yield message(
            "a default fills columns of text; {column} is {type}.", **_typed(raw)
        )
    if column.type is ColumnType.TIMESTAMP:
        yield from _of_moment(said, raw)
    elif raw.type not in _TAKEN[column.type]:
        yield (
            message(
                "the column {column} is {type}, and words are needed.", **_typed(raw)
            )
            if words
            else message(
                "the column {column} is {type}, and numbers are needed.", **_typed(raw)
            )
        )
    elif said.unit:
        yield message("a unit is for moments only.")


def _of_moment(said: ColumnMapping, raw: RawColumn) -> Iterator[Message]:
    if said.unit == "h:m:s":
        yield message("hours, minutes and seconds must be one number of seconds.")
    elif said.unit and raw.type not in _NUMBERS:
        yield message(
            "the column {column} is {type}, and a unit is for numbers.", **_typed(raw)
        )
    elif not said.unit and raw.type in _NUMBERS:
        if len(said.format) != 1 or said.format[0] not in _EPOCHS:
            yield message(
                "numbers are moments with one format: {one} or {other}.",
                one=_EPOCHS[0],
                other=_EPOCHS[1],
            )
    elif raw.type in _MOMENTS and {*said.format} & {*_EPOCHS, "excel"}:
        yield message(
            "the column {column} is {type} already, not a number.", **_typed(raw)
        )
    elif not said.unit and raw.type not in _MOMENTS:
        yield message(
            "the column {column} is {type}, and moments are needed.", **_typed(raw)
        )


def _of_filter(rule: Filter, table: RawTable) -> Iterator[Message]:
    raw = table.find(rule.source)
    if raw and raw.type in _FRACTIONS:
        yield message(
            "the filter on {column}: fractions are written in many ways.",
            column=repr(raw.name),
        )
    elif raw and raw.type not in _TAKEN[ColumnType.TEXT]:
        yield message("the filter on {column}: its type is {type}.", **_typed(raw))


def _typed(raw: RawColumn) -> dict[str, str]:
    return {"column": repr(raw.name), "type": raw.type}
