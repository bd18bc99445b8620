"""What the engines have in common, each behind its own driver."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.evidence.reading.raw import RawColumn

__all__ = ["Driver"]


class Driver(Protocol):
    """A connection to one engine, which speaks that engine's own SQL."""

    @property
    def dialect(self) -> str:
        """What the translator calls its SQL."""
        ...

    def table(self, name: str) -> str:
        """A query of all rows of a table.

        Args:
            name: The table as people write it, with its schema: `sales.tickets`.
        """
        ...

    def columns(self, source: str) -> tuple[RawColumn, ...]:
        """The columns that a query gives, with the types that the embedded engine has.

        A type that it does not have keeps the name that it has there.

        Args:
            source: The query, in the engine's own SQL.

        Raises:
            EvidenceError: The query cannot be answered.
        """
        ...

    def run(self, statement: str) -> Sequence[Sequence[Any]]:
        """The rows of one statement.

        Raises:
            EvidenceError: It cannot be answered; names the source, not what is in it.
        """
        ...
