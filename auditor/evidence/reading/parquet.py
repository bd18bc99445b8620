"""Parquet: columns with types of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.evidence.reading.faults import reporting
from auditor.evidence.reading.names import tidy
from auditor.evidence.reading.raw import RawColumn, RawTable
from auditor.evidence.sql import literal, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duckdb import DuckDBPyConnection

    from auditor.evidence.reading.file_format import SourceFile

__all__ = ["parquet_table"]


def parquet_table(
    connection: DuckDBPyConnection, files: Sequence[SourceFile]
) -> RawTable:
    """Parquet files as one table; fields of nested records by path.

    Raises:
        EvidenceError: A file cannot be read.
    """
    paths = ", ".join(literal(str(file.path)) for file in files)
    relation = f"read_parquet([{paths}], union_by_name = true)"
    with reporting(files[0].original):
        described = connection.execute(f"DESCRIBE FROM {relation}").fetchall()
    return RawTable(
        source=str(files[0].original),
        relation=relation,
        columns=tuple(
            column for each in described for column in _columns(each[0], each[1])
        ),
    )


def _columns(column: str, type_: str) -> list[RawColumn]:
    if not type_.startswith("STRUCT("):
        return [RawColumn(tidy(column), quoted(column), type_)]
    return _fields(tidy(column), quoted(column), type_)


def _fields(prefix: str, expression: str, type_: str) -> list[RawColumn]:
    """The fields of a record, by the engine's own parser of its types."""
    from duckdb import sqltype

    found: list[RawColumn] = []
    for field, inner in sqltype(type_).children:
        path, step = f"{prefix}.{tidy(field)}", f"{expression}.{quoted(field)}"
        if str(inner).startswith("STRUCT("):
            found += _fields(path, step, str(inner))
        else:
            found.append(RawColumn(path, step, str(inner)))
    return found
