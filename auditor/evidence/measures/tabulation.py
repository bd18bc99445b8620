"""One definition at a time: its figures for the whole and for every group."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor.evidence.measure import Measure
from auditor.evidence.measures.cuts import LEVEL, WHOLE, by_of
from auditor.evidence.measures.definition import TOO_NEW, TOO_OLD
from auditor.evidence.measures.figures import Result
from auditor.evidence.measures.percentiles import Percentiles, percentiles
from auditor.evidence.measures.requests import UNUSABLE
from auditor.evidence.statistics.minimums import Standing, standing
from auditor.translation import plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.connection import Query
    from auditor.evidence.measures.cuts import Group
    from auditor.evidence.measures.definition import Definition
    from auditor.evidence.measures.statements import Questions
    from auditor.evidence.measures.totals import Totals
    from auditor.translation import Message

__all__ = ["UNUSABLE_MOST", "Tabulation"]

UNUSABLE_MOST: Final = 0.05
"""Ours: share of unusable times above which what rests on them is refused."""


@dataclass(frozen=True, slots=True)
class Tabulation:
    """What a look at a table brought, and the further looks that times need."""

    query: Query
    table: CanonicalTable
    questions: Questions
    totals: Totals

    @property
    def definitions(self) -> tuple[Definition, ...]:
        """The definitions that it was for."""
        return self.questions.definitions

    def refusal(self, definition: Definition) -> Message | None:
        """Why too many times cannot be used; nothing where they can."""
        counts = {r.reason: n for r, n in self.totals.excluded(definition).items()}
        unusable = counts.get(UNUSABLE, 0)
        of = unusable + self.totals.n(definition)
        if unusable <= UNUSABLE_MOST * of:
            return None
        return plural(
            "of {of} times {unusable} is unreadable or ends before it begins",
            "of {of} times {unusable} are unreadable or end before they begin",
            unusable,
            of=of,
            unusable=unusable,
        )

    def measures(self, definition: Definition) -> Iterator[Measure]:
        """Every figure of every group."""
        spans = self._percentiles(definition)
        mixed = self._mixes_levels(definition)
        told = self.questions.setting.tell(definition.text)
        for group in self.totals.groups:
            if (mixed and LEVEL not in dict(group)) or self._outside(definition, group):
                continue
            plain = self.totals.result(definition, group)
            times = spans.get(group)
            results = times.results(plain) if times else filter(None, [plain])
            found = {result.statistic: result for result in results}
            for name in definition.figure.statistics:
                result = found.get(name) or self._nothing(definition, group, name)
                yield self._measure(definition, group, result, told)

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

    def _outside(self, definition: Definition, group: Group) -> bool:
        """Whether no row of a group began in the window under review."""
        counts = self.totals.excluded(definition, group)
        inside = any(reason.reason not in {TOO_OLD, TOO_NEW} for reason in counts)
        return bool(group and counts) and not (
            inside or self.totals.n(definition, group)
        )

    def _mixes_levels(self, definition: Definition) -> bool:
        """Whether a pool would throw together what must be kept apart."""
        levels = [g for g in self.totals.groups if [name for name, _ in g] == [LEVEL]]
        return not definition.pooled and len(levels) > 1

    def _measure(
        self, definition: Definition, group: Group, result: Result, told: Message
    ) -> Measure:
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
            definition=told,
            by=by,
            excluded=self._excluded(definition, group, result),
        )

    def _excluded(
        self, definition: Definition, group: Group, result: Result
    ) -> dict[str, int]:
        counts: Counter[str] = Counter()
        for reason, n in self.totals.excluded(definition, group).items():
            if not (reason.censors and _counts_open(result.statistic)):
                counts.update(
                    self._explained(reason.missing, group, n) or {reason.reason: n}
                )
        return dict(counts)

    def _explained(self, column: str, group: Group, count: int) -> dict[str, int]:
        """The reader's own reasons for missing values, where they add up."""
        if group != WHOLE:
            return {}
        reasons = dict(self.table.missing.get(column, {}))
        return reasons if sum(reasons.values()) == count else {}


def _counts_open(statistic: str) -> bool:
    """Whether a statistic counts what is still under way."""
    return statistic.endswith("_with_open")
