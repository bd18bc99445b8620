"""Rows that are wrong though each of their cells can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.evidence.columns import ColumnType, columns_of
from auditor.evidence.connection import figures
from auditor.evidence.measures.dialect import moment
from auditor.evidence.sql import how_many, query, quoted
from auditor.translation import message

if TYPE_CHECKING:
    from datetime import datetime

    from auditor.evidence.canonical_table import CanonicalTable, FaultyRows

__all__ = ["COUNTED_UP_TO", "faulty_rows"]

IDS: Final = {"tickets": "id", "feedback": "id", "customers": "customer"}
"""The column that no two rows of a table share; answers have none, for an id there may
be that of a person who answered more than once."""
COUNTED_UP_TO: Final = 1_000_000
"""Rows up to which ids that come twice are looked for: each costs memory."""
AHEAD: Final = "due_at"
"""The moment that may lie in the future."""


def faulty_rows(table: CanonicalTable, as_of: datetime | None) -> FaultyRows:
    """Return the rows that the reader found wrong, and those that are so together.

    Args:
        table: The table.
        as_of: The end of the day of the audit, after which nothing has happened yet.
    """
    wanted = _repeated(table) | _ahead(table, as_of)
    if not wanted:
        return table.faulty
    counted = figures(
        table.connection, query(", ".join(wanted.values()), quoted(table.name))
    )
    return table.faulty.with_more(dict(zip(wanted, counted, strict=True)))


def _repeated(table: CanonicalTable) -> dict[str, str]:
    """Count the rows whose id an earlier row has."""
    id_ = IDS.get(table.kind)
    if id_ not in table.columns or table.info.rows > COUNTED_UP_TO:
        return {}
    column = quoted(str(id_))
    twice = message("{column} comes twice", column=id_)
    return {twice: f"count({column}) - count(DISTINCT {column})"}


def _ahead(table: CanonicalTable, as_of: datetime | None) -> dict[str, str]:
    """Count the rows with a moment that has not come yet."""
    moments = [
        quoted(name)
        for name, column in columns_of(table.kind).items()
        if column.type is ColumnType.TIMESTAMP
        and name in table.columns
        and name != AHEAD
    ]
    if not moments or as_of is None:
        return {}
    later = " OR ".join(f"{name} > {moment(as_of)}" for name in moments)
    return {message("a moment after the audit"): how_many(later)}
