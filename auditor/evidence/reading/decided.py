"""The mapping of one part of a source, with every format of a moment decided."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.columns import ColumnType
from auditor.evidence.reading.moments import format_of
from auditor.evidence.tables import columns_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duckdb import DuckDBPyConnection

    from auditor.evidence.mapping import ColumnMapping, TableMapping
    from auditor.evidence.reading.raw import RawTable

__all__ = ["decide"]

_STAMPED = ("TIMESTAMP", "DATE")


def decide(
    connection: DuckDBPyConnection, table: RawTable, mapping: TableMapping
) -> Mapping[str, ColumnMapping]:
    """Decides how each column of a part of the source is read.

    Raises:
        EvidenceError: The source lacks a column, or two formats fit its moments.
    """
    known = columns_of(mapping.kind)
    decided: dict[str, ColumnMapping] = {}
    for key, column in mapping.columns.items():
        if key not in known:
            hint = f"The columns of {mapping.kind} are {', '.join(known)}."
            raise EvidenceError(table.source, f"no column is called {key!r}.", hint)
        is_moment = known[key].type is ColumnType.TIMESTAMP and not column.unit
        decided[key] = _with_format(connection, table, column) if is_moment else column
    return decided


def _with_format(
    connection: DuckDBPyConnection, table: RawTable, column: ColumnMapping
) -> ColumnMapping:
    formats = column.format
    raw = table.column(column.source)
    if not formats:
        if raw.type.startswith(_STAMPED):
            return replace(column, format=("iso",))
        formats = format_of(connection, table, raw, column.blanks)
    return replace(column, format=("cell", *formats) if table.cells else formats)
