"""How many rows of evidence bear which code: a channel, a reason, a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor import folded, message, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor import Evidence, Measure, Message

__all__ = ["Volumes", "nothing_coded", "told_with_rows", "volumes"]

LONGEST: Final = 40
"""Ours: letters of a code that a sentence takes."""
COUNTS: Final = {"surveys": "responses"}
"""What the count of rows is called, where not like its table."""


@dataclass(frozen=True, slots=True)
class Volumes:
    """Rows by their code, whatever its letter case and separators."""

    counts: Mapping[str, int]
    """By folded code, the most frequent first."""
    written: Mapping[str, str]
    """By folded code, how it is written in the table that has most of it."""
    uncoded: int
    """Rows without a code, in tables that have others."""
    measures: tuple[Measure, ...]
    """The figures behind them."""

    @property
    def total(self) -> int:
        """All rows that have a code."""
        return sum(self.counts.values())

    def of(self, codes: Iterable[str]) -> int:
        """Return the rows of some folded codes."""
        return sum(self.counts[code] for code in codes)

    def names(self, codes: Iterable[str]) -> list[Message]:
        """Return some folded codes as tables write them, each with its rows."""
        return [told_with_rows(self.short(code), self.counts[code]) for code in codes]

    def short(self, code: str) -> str:
        """Return a folded code as tables write it, as far as a sentence takes it."""
        return self.written[code][:LONGEST]


def told_with_rows(name: str, rows: int) -> Message:
    """Return a name with the rows that bear it."""
    return message("{name} ({rows:,})", name=name, rows=rows)


def volumes(evidence: Evidence, cuts: Mapping[str, str]) -> Volumes:
    """Count the rows of tables by a column.

    Args:
        evidence: What the tables say.
        cuts: By kind of table, the column to count by.
    """
    counts: dict[str, int] = {}
    written: dict[str, str] = {}
    measures: list[Measure] = []
    uncoded = 0
    for kind, cut in cuts.items():
        groups = evidence.groups(kind, COUNTS.get(kind, kind), cut, "count")
        for name, measure in sorted(groups.items(), key=lambda pair: -pair[1].n):
            counts[folded(name)] = counts.get(folded(name), 0) + measure.n
            written.setdefault(folded(name), name)
            measures.append(measure)
        uncoded += _rows(evidence, kind, groups) - sum(m.n for m in groups.values())
    ordered = sorted(counts, key=lambda code: (-counts[code], code))
    return Volumes(
        {code: counts[code] for code in ordered}, written, uncoded, tuple(measures)
    )


def nothing_coded(evidence: Evidence, kinds: Iterable[str], untold: Message) -> Message:
    """Return why there is nothing to count, in sentences.

    Args:
        evidence: What the tables say.
        kinds: The kinds of table that could tell.
        untold: Says that there are tables, and that they do not.
    """
    if any(evidence.of(kind) for kind in kinds):
        return untold
    return sentences(*map(evidence.lacking, kinds))


def _rows(evidence: Evidence, kind: str, groups: Mapping[str, Measure]) -> int:
    """Return all rows of the table that groups are of, those without a group too."""
    tables = {measure.table for measure in groups.values()}
    return sum(
        measure.n
        for table in evidence.of(kind)
        if table.info.id in tables
        for measure in table.measures
        if (measure.name, measure.by) == (COUNTS.get(kind, kind), {})
    )
