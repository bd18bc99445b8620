"""One dataset, ready to be measured, and what is odd about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.evidence.connection import Connection
    from auditor.evidence.mapping import Scale
    from auditor.evidence.measure import EvidenceTable

__all__ = ["CanonicalTable", "FaultyRows", "Remark"]


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
class FaultyRows:
    """How many rows of a source are wrong: left out for it, or kept with a gap.

    A value that is needed and missing, an id that comes twice, a time that cannot be,
    an answer off its scale. What is left out on purpose, by a filter or a code, is no
    fault; nor is a blank where no value is needed.
    """

    rows: int = 0
    """How many."""
    reasons: Mapping[str, int] = field(default_factory=dict)
    """What is wrong with them; a row may be wrong in several ways."""

    def with_more(self, found: Mapping[str, int]) -> FaultyRows:
        """These and others, each wrong in one way."""
        more = {reason: count for reason, count in found.items() if count}
        return FaultyRows(
            self.rows + sum(more.values()),
            {**self.reasons, **more},
        )


@dataclass(frozen=True, slots=True)
class CanonicalTable:
    """One dataset, ready to be measured.

    The relation `name` holds the kept rows, with the columns in
    `columns`. Beside each end of a time span stands a flag `<column>_unusable`: true
    where the source held a value that was quarantined (unreadable, or before the
    beginning), so that a measure leaves the row out instead of calling it open.
    """

    connection: Connection
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
    faulty: FaultyRows = field(default_factory=FaultyRows)
    """Rows that the reader found to be wrong."""
