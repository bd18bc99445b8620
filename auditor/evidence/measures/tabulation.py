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
    from auditor.evidence.measures.totals import Counts
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
    definition: Definition
    """One of those that the questions are of."""
    counts: Mapping[Group, Counts]
    """What it counts in the whole and in every group."""

    @property
    def refusal(self) -> Message | None:
        """Why too many times cannot be used; nothing where they can."""
        whole = self.counts[WHOLE]
        unusable = sum(n for each, n in whole.excluded if each.reason == UNUSABLE)
        of = unusable + whole.n
        if unusable <= UNUSABLE_MOST * of:
            return None
        return plural(
            "of {of} times {unusable} is unreadable or ends before it begins",
            "of {of} times {unusable} are unreadable or end before they begin",
            unusable,
            of=of,
            unusable=unusable,
        )

    def measures(self) -> Iterator[Measure]:
        """Every figure of every group."""
        spans = self._percentiles()
        mixed = self._mixes_levels()
        told = self.questions.setting.tell(self.definition.text)
        for group, counts in self.counts.items():
            if (mixed and LEVEL not in dict(group)) or (group and _outside(counts)):
                continue
            plain = self._plain(counts)
            times = spans.get(group)
            results = times.results(plain) if times else filter(None, [plain])
            found = {result.statistic: result for result in results}
            for name in self.definition.figure.statistics:
                result = found.get(name) or _nothing(name, counts)
                yield self._measure(group, result, told)

    def _percentiles(self) -> Mapping[Group, Percentiles]:
        times = self.definition.figure.times
        if times is None or self.questions.setting.until is None:
            return {}
        return percentiles(self.query, self.questions, self.definition, times)

    def _plain(self, counts: Counts) -> Result | None:
        """What the sums of a group say; none where they are of nothing."""
        figure = self.definition.figure
        if not counts.n and figure.parts:
            return None
        return figure.result(counts.n, counts.sums, self.questions.setting.limits)

    def _mixes_levels(self) -> bool:
        """Whether a pool would throw together what must be kept apart."""
        levels = [g for g in self.counts if [name for name, _ in g] == [LEVEL]]
        return not self.definition.pooled and len(levels) > 1

    def _measure(self, group: Group, result: Result, told: Message) -> Measure:
        name, figure, by = self.definition.name, self.definition.figure, by_of(group)
        hidden = bool(by) and standing(result.n) is Standing.SUPPRESSED
        shown = figure.unit == "rows" or not hidden
        interval = result.interval if shown else None
        where = ",".join(f"{name}={value}" for name, value in by.items())
        return Measure(
            id=f"{self.table.name}.{name}.{result.statistic}"
            + (f"[{where}]" if where else ""),
            table=self.table.name,
            name=name,
            statistic=result.statistic,
            value=result.value if shown else None,
            n=result.n,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            unit=figure.unit,
            definition=told,
            by=by,
            excluded=self._excluded(group, result.statistic),
        )

    def _excluded(self, group: Group, statistic: str) -> dict[str, int]:
        counts: Counter[str] = Counter()
        for reason, n in self.counts[group].excluded:
            if not (reason.censors and _counts_open(statistic)):
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


def _nothing(statistic: str, counts: Counts) -> Result:
    """No figure, but the number of rows that it would be of."""
    under_way = sum(n for reason, n in counts.excluded if reason.censors)
    return Result(statistic, None, counts.n + under_way * _counts_open(statistic))


def _outside(counts: Counts) -> bool:
    """Whether no row of a group began in the window under review."""
    inside = any(each.reason not in {TOO_OLD, TOO_NEW} for each, _ in counts.excluded)
    return bool(counts.excluded) and not (inside or counts.n)


def _counts_open(statistic: str) -> bool:
    """Whether a statistic counts what is still under way."""
    return statistic.endswith("_with_open")
