"""A source as the engine sees it: rows of named columns, before any meaning."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.errors import EvidenceError
from auditor.evidence.reading.names import likely, match, tidy
from auditor.translation import message

__all__ = ["RawColumn", "RawTable"]


@dataclass(frozen=True, slots=True)
class RawColumn:
    """One column of a source."""

    name: str
    """Its name, tidied."""
    expression: str
    """How the engine gets at it."""
    type: str = "VARCHAR"
    """The engine's type of it."""
    labels: frozenset[str] = frozenset()
    """Other names by which a mapping may call it."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """Some files with the same columns."""

    source: str
    """The file, or the first of them, for messages."""
    relation: str
    """What stands after FROM."""
    columns: tuple[RawColumn, ...]
    """What it has."""
    known: tuple[str, ...] = ()
    """Names that a column could have had, where these are others."""
    records: str = ""
    """The relation of whole records, where columns are paths into them."""
    rejects: str = ""
    """The relation that holds the rows that the engine could not part into fields."""
    unclosed: tuple[int, ...] = ()
    """Lines, from 1, that lost quotes which would not have closed."""
    broken: str = "false"
    """Whether a row could not be read as a record."""
    cells: bool = False
    """Whether moments may stand in cells of that type, written out in ISO 8601."""

    def find(self, wanted: str) -> RawColumn | None:
        """The column of a name, or of a label that only one column has."""
        found = match(wanted, [column.name for column in self.columns])
        if found is not None:
            return self.columns[found]
        labelled = [each for each in self.columns if tidy(wanted) in each.labels]
        return labelled[0] if len(labelled) == 1 else None

    def column(self, wanted: str) -> RawColumn:
        """The column of a name, or of a label that only one column has.

        Raises:
            EvidenceError: There is none.
        """
        found = self.find(wanted)
        if found is None:
            names = self.known or [column.name for column in self.columns]
            cause = message("it has no column {column}.", column=repr(wanted))
            raise EvidenceError(self.source, cause, likely(wanted, names))
        return found
