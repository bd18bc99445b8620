"""The tables that evidence is turned into, and the meaning of their columns.

Whatever a source calls its columns, measures see these names and types alone. A column
that the mapping does not name is absent, not empty. Times are in UTC where the source
or the mapping names a zone, and as written where neither does. Ids are text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from auditor.evidence.columns import (
    CUSTOMERS,
    FEEDBACK,
    INVITATIONS,
    SURVEYS,
    TICKETS,
    Column,
    ColumnType,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duckdb import DuckDBPyConnection

    from auditor.evidence.mapping import Scale
    from auditor.evidence.measure import EvidenceTable

__all__ = [
    "TABLES",
    "CanonicalTable",
    "Column",
    "ColumnType",
    "Remark",
    "Status",
    "columns_of",
]

TABLES: Mapping[str, tuple[Column, ...]] = MappingProxyType(
    {
        "surveys": SURVEYS,
        "tickets": TICKETS,
        "feedback": FEEDBACK,
        "customers": CUSTOMERS,
        "invitations": INVITATIONS,
    }
)
"""The columns of each kind of table, in the order in which people think of them."""


class Status(StrEnum):
    """Where a request or a piece of feedback stands."""

    OPEN = "open"
    """Somebody has to act."""
    PENDING = "pending"
    """Waiting for the customer or a third party."""
    SOLVED = "solved"
    """Answered; the customer may still reopen it."""
    CLOSED = "closed"
    """Done for good."""
    DELETED = "deleted"
    """Removed, spam or a draft: in no denominator."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a table that its reader must know."""

    code: str
    """What kind of remark: a short name that stays."""
    text: str
    """What was seen, in a sentence; never a value that names a person."""
    column: str = ""
    """The canonical column, if it is about one."""
    count: int = 0
    """How many rows show it."""


@dataclass(frozen=True, slots=True)
class CanonicalTable:
    """One dataset, ready to be measured.

    The relation `name` holds the kept rows, with `row_number` and the columns in
    `columns`. Beside each end of a time span stands a flag `<column>_unusable`: true
    where the source held a value that was quarantined (unreadable, or before the
    beginning), so that a measure leaves the row out instead of calling it open.
    """

    connection: DuckDBPyConnection
    """Where the relation lives."""
    name: str
    """The relation's name: the dataset's id."""
    kind: str
    """One of `TABLES`."""
    columns: frozenset[str]
    """The canonical columns that the relation has."""
    info: EvidenceTable
    """Where it came from, its rows, and the rows left out, by reason."""
    scales: Mapping[str, Scale] = field(default_factory=dict)
    """The declared scale of each column of answers."""
    missing: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """For each column, the kept rows without a value, by reason: with the rows that
    have one, they add up to the kept rows."""
    remarks: tuple[Remark, ...] = ()
    """What else was seen."""


def columns_of(kind: str) -> Mapping[str, Column]:
    """The columns of a kind of table, by name.

    Args:
        kind: One of `TABLES`.

    Raises:
        KeyError: There is no such kind.
    """
    return {column.name: column for column in TABLES[kind]}
