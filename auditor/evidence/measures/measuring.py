"""From a table to its measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from auditor.evidence.measure import Measure
from auditor.evidence.measures.catalogue import Refusal, choose
from auditor.evidence.measures.cuts import CUTS, LEVEL, WHOLE, Cuts, by_of
from auditor.evidence.measures.figures import Result
from auditor.evidence.measures.percentiles import Percentiles, percentiles
from auditor.evidence.measures.requests import UNUSABLE
from auditor.evidence.measures.setting import Limits, Setting
from auditor.evidence.measures.sql import quoted
from auditor.evidence.measures.statements import Questions
from auditor.evidence.measures.totals import Totals
from auditor.evidence.statistics.minimums import Standing, standing
from auditor.evidence.tables import ColumnType, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from auditor.evidence.measures.cuts import Group
    from auditor.evidence.measures.definition import Definition
    from auditor.evidence.tables import CanonicalTable

__all__ = ["UNUSABLE_MOST", "Measured", "Query", "Wanted", "measure", "measure_by"]

UNUSABLE_MOST: Final = 0.05
"""Ours: share of unusable times above which what rests on them is refused."""
Query = Callable[[str], Sequence[Sequence[Any]]]
"""Runs one statement on whatever engine holds the table, and brings its few rows."""


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


def measure_by(query: Query, table: CanonicalTable, wanted: Wanted) -> Measured:
    """All measures of a table, on any engine.

    Args:
        query: Runs a statement where the relation `table.name` is.
        table: The table; its connection is not used.
        wanted: What to compute.
    """
    until = wanted.until or _last_moment(query, table)
    columns = table.columns | {
        f"{name}_unusable"
        for name in table.columns
        if columns_of(table.kind)[name].after
    }
    setting = Setting(columns, table.scales, wanted.limits, until)
    chosen, lacking = choose(table.kind, setting)
    if wanted.names is not None:
        chosen = [d for d in chosen if d.name in wanted.names]
        lacking = {n: why for n, why in lacking.items() if n in wanted.names}
    cuts = Cuts.of(table.kind, table.columns, wanted.cuts)
    measures: list[Measure] = []
    refused = [Refusal(table.name, name, why) for name, why in lacking.items()]
    for derived in dict.fromkeys(definition.derived for definition in chosen):
        alike = tuple(d for d in chosen if d.derived == derived)
        questions = Questions(table.name, cuts, setting, alike)
        totals = Totals.read(questions, query(questions.totals()))
        for definition in alike:
            if why := _unusable(totals, definition):
                refused.append(Refusal(table.name, definition.name, why))
            else:
                measures += _Measuring(query, table, questions, totals).of(definition)
    return Measured(tuple(measures), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Measuring:
    """One definition at a time becomes measures of the whole and of its groups."""

    query: Query
    table: CanonicalTable
    questions: Questions
    totals: Totals

    def of(self, definition: Definition) -> Iterator[Measure]:
        """Every figure of every group."""
        spans = self._percentiles(definition)
        mixed = self._mixes_levels(definition)
        for group in self.totals.groups:
            if mixed and LEVEL not in dict(group):
                continue
            plain = self.totals.result(definition, group)
            times = spans.get(group)
            results = times.results(plain) if times else filter(None, [plain])
            found = {result.statistic: result for result in results}
            for name in definition.figure.statistics:
                result = found.get(name) or self._nothing(definition, group, name)
                yield self._measure(definition, group, result)

    def _percentiles(self, definition: Definition) -> Mapping[Group, Percentiles]:
        times = definition.figure.times
        if times is None or self.questions.setting.until is None:
            return {}
        return percentiles(self.query, self.questions, definition, times)

    def _nothing(self, definition: Definition, group: Group, name: str) -> Result:
        """No figure, but the number of rows that it would be of."""
        n = self.totals.n(definition, group)
        if _counts_open(name):
            counts = self.totals.excluded(definition, group).items()
            n += sum(count for reason, count in counts if reason.censors)
        return Result(name, None, n)

    def _mixes_levels(self, definition: Definition) -> bool:
        """Whether a pool would throw together what must be kept apart."""
        levels = [g for g in self.totals.groups if [name for name, _ in g] == [LEVEL]]
        return not definition.pooled and len(levels) > 1

    def _measure(self, definition: Definition, group: Group, result: Result) -> Measure:
        figure, by = definition.figure, by_of(group)
        hidden = bool(by) and standing(result.n) is Standing.SUPPRESSED
        shown = figure.unit == "rows" or not hidden
        interval = result.interval if shown else None
        where = ",".join(f"{name}={value}" for name, value in by.items())
        return Measure(
            id=f"{self.table.name}.{definition.name}.{result.statistic}"
            + (f"[{where}]" if where else ""),
            table=self.table.name,
            name=definition.name,
            statistic=result.statistic,
            value=result.value if shown else None,
            n=result.n,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            unit=figure.unit,
            definition=self.questions.setting.fill(definition.text),
            by=by,
            excluded=self._excluded(definition, group, result),
        )

    def _excluded(
        self, definition: Definition, group: Group, result: Result
    ) -> dict[str, int]:
        counts: dict[str, int] = {}
        for reason, count in self.totals.excluded(definition, group).items():
            if reason.censors and _counts_open(result.statistic):
                continue
            counts |= self._explained(reason.missing, group, count) or {
                reason.reason: count
            }
        return counts

    def _explained(self, column: str, group: Group, count: int) -> dict[str, int]:
        """The reader's own reasons for missing values, where they add up."""
        if group != WHOLE:
            return {}
        reasons = dict(self.table.missing.get(column, {}))
        return reasons if sum(reasons.values()) == count else {}


def _counts_open(statistic: str) -> bool:
    """Whether a statistic counts what is still under way."""
    return statistic.endswith("_with_open")


def _unusable(totals: Totals, definition: Definition) -> str:
    """Why too many times cannot be used; empty where they can."""
    counts = {r.reason: c for r, c in totals.excluded(definition).items()}
    unusable = counts.get(UNUSABLE, 0)
    of = unusable + totals.n(definition)
    if unusable <= UNUSABLE_MOST * of:
        return ""
    return f"of {of} times {unusable} are unreadable or end before they begin"


def _last_moment(query: Query, table: CanonicalTable) -> datetime | None:
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
    (row,) = query(f"SELECT {latest} FROM {quoted(table.name)}")  # noqa: S608 - our own names
    return max((moment for moment in row if moment is not None), default=None)
