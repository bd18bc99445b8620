"""The mapping of one part of a source, with every format of a moment decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.columns import KINDS, ColumnType, columns_of
from auditor.evidence.reading.moments import format_of
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.evidence.connection import Connection
    from auditor.evidence.mapping import ColumnMapping, TableMapping
    from auditor.evidence.reading.raw import RawTable

__all__ = ["decide", "present"]

_STAMPED = ("TIMESTAMP", "DATE")


def decide(
    connection: Connection, table: RawTable, mapping: TableMapping
) -> Mapping[str, ColumnMapping]:
    """Decides how each column of a part of the source is read.

    Raises:
        EvidenceError: The source lacks a column, or two formats fit its moments.
    """
    known = columns_of(mapping.kind)
    decided: dict[str, ColumnMapping] = {}
    for key, column in mapping.columns.items():
        if key not in known:
            cause = message("no column is called {column}.", column=repr(key))
            hint = message(
                "The columns of {kind} are {columns}.",
                kind=KINDS[mapping.kind],
                columns=", ".join(known),
            )
            raise EvidenceError(table.source, cause, hint)
        found = _found(table, column)
        if known[key].type is ColumnType.TIMESTAMP and not column.unit:
            found = _with_format(connection, table, found)
        decided[key] = found
    return decided


def present(
    mapping: TableMapping, decided: Sequence[Mapping[str, ColumnMapping]]
) -> TableMapping:
    """The mapping without the optional columns that no part of the source has."""
    has = {key for part in decided for key, each in part.items() if _filled(each)}
    columns = {key: each for key, each in mapping.columns.items() if key in has}
    return replace(mapping, columns=columns)


def _filled(column: ColumnMapping) -> bool:
    return bool(column.source or column.default)


def _found(table: RawTable, column: ColumnMapping) -> ColumnMapping:
    """The mapping with the name that the column has here; none where it is absent."""
    names = [column.source, *column.or_else] if column.source else []
    for name in names:
        if table.find(name):
            return replace(column, source=name)
    if names and not column.optional:
        table.column(column.source)
    return replace(column, source="")


def _with_format(
    connection: Connection, table: RawTable, column: ColumnMapping
) -> ColumnMapping:
    formats = column.format
    if not column.source:
        return replace(column, format=formats or ("iso",))
    raw = table.column(column.source)
    if not formats:
        if raw.type.startswith(_STAMPED):
            return replace(column, format=("iso",))
        formats = format_of(connection, table, raw, column.blanks)
    return replace(column, format=("cell", *formats) if table.cells else formats)
