"""What the tables of evidence say, as an audit sees it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from auditor.errors import EvidenceError, InputError
from auditor.evidence.canonical_table import FaultyRows
from auditor.evidence.columns import KINDS
from auditor.evidence.limits import Limits
from auditor.translation import message, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.errors import AuditorError, Problem
    from auditor.evidence.canonical_table import Remark
    from auditor.evidence.mapping import TableMapping
    from auditor.evidence.measure import EvidenceTable, Measure
    from auditor.evidence.measures.catalogue import Refusal

__all__ = ["Evidence", "Fault", "MeasuredTable"]

NONE: Final[Mapping[str, Measure]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class MeasuredTable:
    """What one table of evidence says."""

    info: EvidenceTable
    """Where it came from, its rows, and those left out."""
    remarks: tuple[Remark, ...]
    """What is odd about it."""
    measures: tuple[Measure, ...]
    """Every figure."""
    refused: tuple[Refusal, ...]
    """Measures that it does not allow, and why."""
    missing: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """For each column, the kept rows without a value, by reason."""
    faulty: FaultyRows = field(default_factory=FaultyRows)
    """Rows that are wrong, whether left out or kept."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why one table of evidence could not be measured."""

    dataset: str
    """Its id."""
    kind: str
    """What one row would be."""
    error: AuditorError
    """What is wrong with it."""

    @property
    def reason(self) -> str:
        """What is wrong, each file named without the folders above it.

        They may tell of other clients, and differ from one machine to the next.
        """
        error = self.error
        if isinstance(error, EvidenceError):
            told = message(
                "{source}: {cause}", source=_name(error.source), cause=error.cause
            )
            return sentences(told, error.hint)
        if isinstance(error, InputError):
            return " ".join(str(_without_folders(each)) for each in error.problems)
        return str(error)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What all tables of evidence say.

    Where several tables are of one kind, the one with the most rows behind a figure
    answers for it: figures of different tables are never thrown together.
    """

    tables: tuple[MeasuredTable, ...] = ()
    """The tables that could be measured."""
    faults: tuple[Fault, ...] = ()
    """The others."""
    claims: Mapping[str, Measure] = field(default_factory=dict)
    """By id, each declared metric as computed on its own rows and period."""
    declared: Mapping[str, float] = field(default_factory=dict)
    """By id, what is claimed of it, in the unit of what was computed."""
    not_computed: Mapping[str, str] = field(default_factory=dict)
    """By id, why a metric that names a table cannot be held against it."""
    limits: Limits = field(default_factory=Limits)
    """The time limits by which it was measured."""
    mappings: Mapping[str, TableMapping] = field(default_factory=dict)
    """By table, how its columns were read."""

    @property
    def measures(self) -> Iterator[Measure]:
        """Every figure of every table, then the claims."""
        for table in self.tables:
            yield from table.measures
        yield from self.claims.values()

    def of(self, kind: str) -> tuple[MeasuredTable, ...]:
        """Return the tables of a kind: surveys, tickets, feedback, customers."""
        return tuple(table for table in self.tables if table.info.kind == kind)

    def measure(
        self, kind: str, name: str, statistic: str = "share", **by: str
    ) -> Measure | None:
        """Return one figure of a kind of table, or nothing.

        Args:
            kind: The kind of table.
            name: What is measured, such as `first_response_time`.
            statistic: Which figure of it, such as `share`, `score`, `count`, `p90`.
            **by: The group, such as `channel="phone"`; the whole without any.
        """
        found = (
            measure for measure in self._all(kind, name, statistic) if measure.by == by
        )
        return max(found, key=lambda measure: measure.n, default=None)

    def groups(
        self, kind: str, name: str, cut: str, statistic: str = "share", **by: str
    ) -> Mapping[str, Measure]:
        """Return a figure for each group of a cut, of the table with most behind it.

        Args:
            kind: The kind of table.
            name: What is measured.
            cut: What the groups differ in, such as `channel` or `period`.
            statistic: Which figure of it.
            **by: What they have in common, such as `level="interaction"`.
        """
        tables: dict[str, dict[str, Measure]] = {}
        for measure in self._all(kind, name, statistic):
            if cut in measure.by and measure.by == by | {cut: measure.by[cut]}:
                tables.setdefault(measure.table, {})[measure.by[cut]] = measure
        return max(tables.values(), key=_rows, default=NONE)

    def lacking(self, kind: str, name: str = "") -> str:
        """Return why a figure is not there, in a sentence; empty where it is.

        Args:
            kind: The kind of table.
            name: What is measured; nothing asks for the table alone.
        """
        for fault in self.faults:
            if fault.kind == kind and not self.of(kind):
                return message(
                    "The table of {kind} {table} could not be read.",
                    kind=KINDS.get(kind, kind),
                    table=repr(fault.dataset),
                )
        if not self.of(kind):
            return message(
                "No table of {kind} is attached.", kind=KINDS.get(kind, kind)
            )
        tables = self.of(kind)
        if not name or any(m.name == name for t in tables for m in t.measures):
            return ""
        for refusal in (each for table in tables for each in table.refused):
            if refusal.name == name:
                return message(
                    "The table {table} does not tell: {reason}.",
                    table=refusal.table,
                    reason=refusal.reason,
                )
        return message("The table {table} does not tell.", table=tables[0].info.id)

    def _all(self, kind: str, name: str, statistic: str) -> Iterator[Measure]:
        for table in self.of(kind):
            for measure in table.measures:
                if (measure.name, measure.statistic) == (name, statistic):
                    yield measure


def _rows(found: Mapping[str, Measure]) -> int:
    return sum(measure.n for measure in found.values())


def _name(source: str) -> str:
    """Return a path without its folders, and anything else as it is."""
    return source if "://" in source else PurePath(source).name or source


def _without_folders(problem: Problem) -> Problem:
    at = problem.position
    here = at and replace(at, file=PurePath(at.file).name)
    return replace(problem, position=here)
