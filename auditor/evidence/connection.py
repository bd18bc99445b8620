"""What measures and remarks need of an engine: that it answers statements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Protocol

__all__ = ["Answer", "Connection", "Query", "figures"]

Query = Callable[[str], Sequence[Sequence[Any]]]
"""Runs one statement on whatever engine holds the table, and brings its few rows."""


class Answer(Protocol):
    """What came of a statement."""

    def fetchall(self) -> list[Any]:
        """Returns all rows: few, for statements ask for counts and sums."""
        ...


class Connection(Protocol):
    """An engine that holds relations, in the process or elsewhere.

    Statements are written in the SQL of the embedded engine, whatever answers them.
    """

    def execute(self, query: str, /) -> Answer:
        """Runs one statement."""
        ...


def figures(connection: Connection, query: str) -> tuple[Any, ...]:
    """The only row of an answer.

    The engine keeps an answer open until it is read to its end, so all of it is read.
    """
    (row,) = connection.execute(query).fetchall()
    return tuple(row)
