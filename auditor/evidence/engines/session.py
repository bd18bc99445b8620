"""An engine elsewhere, spoken to in the SQL of the embedded one."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from auditor.evidence.engines.translation import translated, view_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.evidence.engines.driver import Driver

__all__ = ["Rows", "Session"]


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to one statement."""

    rows: Sequence[Sequence[Any]]

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows, their whole numbers as such."""
        return [tuple(_plain(value) for value in row) for row in self.rows]


@dataclass(slots=True)
class Session:
    """Relations in a database, none of which is written there.

    A relation is a query, put into each statement that names it: reading needs no
    right to create anything, and works on a replica.
    """

    driver: Driver
    sources: dict[str, str] = field(default_factory=dict)
    """Queries of whole sources, in the engine's own SQL, by name."""
    relations: dict[str, str] = field(default_factory=dict)
    """Other relations, in the SQL of the embedded engine, by name."""

    def execute(self, query: str, /) -> Rows:
        """Runs a statement of the embedded engine's SQL on the other one.

        A view is kept here: the statements that name it will hold its query.
        """
        if view := view_in(query):
            self.relations |= view
            return Rows(())
        return Rows(self.driver.run(self.translated(query)))

    def translated(self, query: str) -> str:
        """What the engine is asked instead."""
        dialect = self.driver.dialect
        return translated(query, dialect, self.relations, self.sources)


def _plain(value: object) -> object:
    """A value as the embedded engine gives it: sums of whole numbers are whole."""
    if isinstance(value, Decimal) and value.as_tuple().exponent == 0:
        return int(value)
    return value
