"""Groups that figures are given for besides the whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from auditor.evidence.measures.dialect import month
from auditor.evidence.sql import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = [
    "CLOCKS",
    "CUTS",
    "LEVEL",
    "PERIOD",
    "WHOLE",
    "Cuts",
    "Group",
    "by_of",
    "pair_of",
]

Group = tuple[tuple[str, str], ...]
"""Pairs of a cut and its value, in the order of the cuts."""
WHOLE: Final[Group] = ()
"""All rows."""
PERIOD: Final = "period"
"""The cut by calendar month."""
LEVEL: Final = "level"
"""Whether an answer is about a contact, a journey or the relationship."""
CUTS: Final = (
    *(LEVEL, "stage", "channel", "segment", "department", "reason", "theme"),
    *("wave", PERIOD),
)
"""The cuts that every measure is given by, where a table has their columns."""
CLOCKS: Final = {
    "surveys": "responded_at",
    "tickets": "opened_at",
    "feedback": "received_at",
    "customers": "started_at",
}
"""The moment that decides to which month a row belongs: its beginning."""


@dataclass(frozen=True, slots=True)
class Cuts:
    """The cuts of one table."""

    names: tuple[str, ...]
    """Each is a column, or the period."""
    clock: str = ""
    """The column that the period comes from."""

    @classmethod
    def of(
        cls, kind: str, columns: frozenset[str], wanted: Iterable[str] = CUTS
    ) -> Cuts:
        """Those wanted cuts that the table's columns allow."""
        clock = CLOCKS.get(kind, "")
        possible = columns | ({PERIOD} if clock in columns else set())
        return cls(tuple(name for name in wanted if name in possible), clock)

    @property
    def sets(self) -> tuple[tuple[str, ...], ...]:
        """The whole; each cut; and each cut within a level, for levels never mix."""
        within = (c for c in self.names if LEVEL in self.names and c != LEVEL)
        single = ((name,) for name in self.names)
        return (), *single, *((LEVEL, cut) for cut in within)

    @property
    def columns(self) -> tuple[str, ...]:
        """What each cut is called in a statement."""
        return tuple(self.column(name) for name in self.names)

    def column(self, name: str) -> str:
        """What a cut is called in a statement."""
        return quoted(f"cut_{name}")

    def selected(self) -> list[str]:
        """SQL of the columns, each with its name."""
        return [f"{self._source(name)} AS {self.column(name)}" for name in self.names]

    def grouping(self) -> list[str]:
        """SQL that tells which cuts a row of the result was rolled up over."""
        return [f"grouping({column})" for column in self.columns]

    def group(self, row: Sequence[Any]) -> Group | None:
        """The group of a row that begins with the cuts and their `grouping`.

        Returns:
            None where a cut has no value in these rows: they belong to no group.
        """
        width = len(self.names)
        pairs = [
            (name, value)
            for name, value, rolled_up in zip(
                self.names, row[:width], row[width : 2 * width], strict=True
            )
            if not rolled_up
        ]
        missing = any(value is None for _, value in pairs)
        return None if missing else tuple((name, str(value)) for name, value in pairs)

    def matches(self, name: str, value: str) -> str:
        """SQL that is true where a cut has the value that a text stands for."""
        typed = f"CAST({value} AS TIMESTAMP)" if name == PERIOD else value
        return f"{self.column(name)} = {typed}"

    def _source(self, name: str) -> str:
        return month(self.clock) if name == PERIOD else quoted(name)


def by_of(group: Group) -> dict[str, str]:
    """A group as readers see it: a month by its year and number, 2026-03."""
    return {name: value[:7] if name == PERIOD else value for name, value in group}


def pair_of(group: Group) -> tuple[str, str]:
    """The cut and the value of a group of one cut; empty texts for the whole."""
    return group[0] if group else ("", "")
