"""From a table to its measures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from auditor.evidence.columns import ColumnType, columns_of
from auditor.evidence.limits import Limits
from auditor.evidence.measures.catalogue import DEFINITIONS, Refusal, choose
from auditor.evidence.measures.cuts import CUTS, Cuts
from auditor.evidence.measures.deadlines import spellings
from auditor.evidence.measures.setting import Setting, Window
from auditor.evidence.measures.statements import Questions
from auditor.evidence.measures.tabulation import Tabulation
from auditor.evidence.measures.totals import Totals
from auditor.evidence.sql import query, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.connection import Query
    from auditor.evidence.measure import Measure
    from auditor.evidence.measures.definition import Definition

__all__ = ["Measured", "Wanted", "measure", "measure_by", "setting_for"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to compute."""

    limits: Limits = field(default_factory=Limits)
    """Time limits and windows."""
    cuts: tuple[str, ...] = CUTS
    """Groups to give figures for, where the table has their columns."""
    names: frozenset[str] | None = None
    """Measures to compute; none means all."""
    until: datetime | None = None
    """When the export ends; none means its last moment, due times aside."""
    window: Window = field(default_factory=Window)
    """The rows under review."""
    as_of: datetime | None = None
    """The day of the audit: a last moment after it is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a table says, and what it cannot say."""

    measures: tuple[Measure, ...]
    refused: tuple[Refusal, ...]


def measure(table: CanonicalTable, wanted: Wanted | None = None) -> Measured:
    """All measures of a table, on the embedded engine."""

    def query(sql: str) -> list[tuple[Any, ...]]:
        return table.connection.execute(sql).fetchall()

    return measure_by(query, table, wanted or Wanted())


def measure_by(
    query: Query,
    table: CanonicalTable,
    wanted: Wanted,
    among: Iterable[Definition] = DEFINITIONS,
) -> Measured:
    """All measures of a table, on any engine.

    Args:
        query: Runs a statement where the relation `table.name` is.
        table: The table; its connection is not used.
        wanted: What to compute.
        among: The definitions to choose from.
    """
    setting = setting_for(query, table, wanted)
    definitions, lacking = choose(table.kind, setting, wanted.names, among)
    refused = [Refusal(table.name, name, why) for name, why in lacking.items()]
    measures: list[Measure] = []
    for tabulation in _tabulations(query, table, setting, wanted.cuts, definitions):
        if why := tabulation.refusal:
            refused.append(Refusal(table.name, tabulation.definition.name, why))
        else:
            measures += tabulation.measures()
    return Measured(tuple(measures), tuple(refused))


def setting_for(query: Query, table: CanonicalTable, wanted: Wanted) -> Setting:
    """What definitions are filled in with where they are of a table."""
    known = columns_of(table.kind).values()
    ends = (c.name for c in known if c.after and c.name in table.columns)
    flags = {f"{name}_unusable" for name in ends}
    until = wanted.until or _end(query, table, wanted.as_of)
    # Targets count from there: other tables with channels have none.
    has_targets = table.columns >= {"channel", "opened_at"}
    targets = wanted.limits.first_response if has_targets else ()
    channels = spellings(query, table.name, targets)
    return Setting(
        table.columns | flags,
        table.scales,
        wanted.limits,
        until,
        wanted.window,
        channels,
    )


def _end(
    query: Query, table: CanonicalTable, as_of: datetime | None
) -> datetime | None:
    """When the export ends: with its last moment, but no later than the audit."""
    ends = (_last_moment(query, table), as_of)
    return min((end for end in ends if end), default=None)


def _tabulations(
    query: Query,
    table: CanonicalTable,
    setting: Setting,
    cuts: Iterable[str],
    definitions: Sequence[Definition],
) -> Iterator[Tabulation]:
    """One look at the table for all definitions that share a derived column."""
    possible = Cuts.of(table.kind, table.columns, cuts)
    for derived in dict.fromkeys(definition.derived for definition in definitions):
        alike = tuple(d for d in definitions if d.derived == derived)
        questions = Questions(table.name, possible, setting, alike)
        totals = Totals(questions, query(questions.totals()))
        for each in alike:
            yield Tabulation(query, table, questions, each, totals.counts(each))


def _last_moment(ask: Query, table: CanonicalTable) -> datetime | None:
    """The last moment in a table, due times aside: they lie ahead."""
    moments = [
        name
        for name, column in columns_of(table.kind).items()
        if column.type is ColumnType.TIMESTAMP
        and name in table.columns
        and name != "due_at"
    ]
    if not moments:
        return None
    latest = ", ".join(f"max({quoted(name)})" for name in moments)
    (row,) = ask(query(latest, quoted(table.name)))
    return max((moment for moment in row if moment is not None), default=None)
