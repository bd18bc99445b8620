"""A glance at the first rows of an unknown source: figures, hardly ever values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.evidence.connection import figures
from auditor.evidence.mapping import BLANKS, TableMapping
from auditor.evidence.reading.cells import is_blank, moment, tidied
from auditor.evidence.reading.faults import reporting
from auditor.evidence.reading.json_records import all_paths
from auditor.evidence.reading.moments import FAMILIES, Family, fitting, told_apart
from auditor.evidence.reading.sources import raw_tables
from auditor.evidence.sql import how_many, query

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from auditor.evidence.reading.raw import RawColumn, RawTable

__all__ = ["Glimpse", "glance", "unknown_table"]

_SAMPLE = 10_000
"""Rows looked at."""
_FEW = 12
"""Distinct values up to which a column may be a list of codes."""
_LONGEST_SCALE = 100
"""Ours: number up to which answers may go; a share in percent goes that far."""
_SHORT = 30
"""Letters up to which a value may be a code; longer ones are somebody's words."""


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What the first rows say about one column."""

    name: str
    """Its name in the source."""
    rows: int
    """Rows looked at."""
    filled: int
    """Rows with something in them."""
    distinct: int
    """Different values among these."""
    numbers: int
    """Values that are numbers."""
    least: float | None
    """Lowest number."""
    most: float | None
    """Highest number."""
    families: tuple[Family, ...]
    """Ways in which its values can be read as moments; several leave it open."""
    formats: tuple[str, ...]
    """The formats of the first family that its values need."""
    codes: tuple[str, ...]
    """Its values, where they are few and short, and no names, addresses or numbers."""

    @property
    def is_score(self) -> bool:
        """Whether nearly all values are numbers from a short scale."""
        mostly = self.numbers >= 0.9 * self.filled > 0
        short = self.distinct <= _FEW and (self.most or 0) <= _LONGEST_SCALE
        return mostly and short


def unknown_table(
    connection: DuckDBPyConnection, path: Path, workspace: Path
) -> RawTable:
    """The table in a file of which nothing is known, with all its columns."""
    mapping = TableMapping(kind="", columns={})
    (table, *_) = raw_tables(connection, [path], mapping, workspace)
    return all_paths(table) if table.known else table


def glance(connection: DuckDBPyConnection, table: RawTable) -> tuple[Glimpse, ...]:
    """Looks at every column of a table."""
    with reporting(table.source):
        return tuple(_glimpse(connection, table, each) for each in table.columns)


def _glimpse(
    connection: DuckDBPyConnection, table: RawTable, column: RawColumn
) -> Glimpse:
    text = tidied(f"CAST({column.expression} AS VARCHAR)")
    rows = query(f"{text} AS t", table.relation, f"LIMIT {_SAMPLE}")
    held = f"NOT {is_blank('t', BLANKS)}"
    number = "try_cast(t AS DOUBLE)"
    asked = (
        f"count(*), {how_many(held)}, count(DISTINCT t) FILTER (WHERE {held}),"
        f" count({number}) FILTER (WHERE {held}), min({number}), max({number}),"
        f" max(length(t)) FILTER (WHERE {held})"
    )
    total, filled, distinct, numbers, least, most, longest = figures(
        connection, query(asked, f"({rows})")
    )
    families = _families(connection, table, column)
    few = distinct <= _FEW and (longest or 0) <= _SHORT and numbers < filled
    return Glimpse(
        column.name,
        total,
        filled,
        distinct,
        numbers,
        least,
        most,
        families,
        _needed(connection, rows, families[:1]),
        _codes(connection, rows, held) if few else (),
    )


def _families(
    connection: DuckDBPyConnection, table: RawTable, column: RawColumn
) -> tuple[Family, ...]:
    if column.type.startswith(("TIMESTAMP", "DATE")):
        return FAMILIES[:1]
    if column.type != "VARCHAR":
        return ()
    total, found = fitting(connection, table, column, BLANKS, _SAMPLE)
    return tuple(told_apart(total, found)) if total else ()


def _needed(
    connection: DuckDBPyConnection, rows: str, families: Sequence[Family]
) -> tuple[str, ...]:
    formats = [each for family in families for each in family.formats]
    if not formats:
        return ()
    fits = (f"count({moment('t', [each], '')})" for each in formats)
    found = figures(connection, query(", ".join(fits), f"({rows})"))
    return tuple(each for each, fit in zip(formats, found, strict=True) if fit)


def _codes(connection: DuckDBPyConnection, rows: str, held: str) -> tuple[str, ...]:
    most_frequent = f"WHERE {held} GROUP BY t ORDER BY count(*) DESC, t"
    listed = connection.execute(query("t", f"({rows})", most_frequent)).fetchall()
    values = tuple(value for (value,) in listed)
    return () if any("@" in value or value.isdigit() for value in values) else values
