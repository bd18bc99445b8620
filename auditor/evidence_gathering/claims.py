"""Declared metrics, computed again on the rows and the period that they tell of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.errors import EvidenceError
from auditor.evidence.measures import Window, measure
from auditor.evidence.measures.cuts import LEVEL
from auditor.evidence.reading.faults import reporting
from auditor.evidence.sql import literal, query, quoted
from auditor.evidence_gathering.declared_values import PERCENTAGES, declared_value
from auditor.profile.vocabulary import Statistic
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.measure import EvidenceTable, Measure
    from auditor.evidence.measures import Wanted
    from auditor.profile import Metric

__all__ = ["Claims", "claims_of"]

STATISTICS: Final = {
    Statistic.SCORE: "score",
    Statistic.MEAN: "mean",
    Statistic.MEDIAN: "p50",
    Statistic.P90: "p90",
    Statistic.SHARE: "share",
}
"""What a metric's statistic is called in a measure."""
UNCOVERED: Final = 0.1
"""Ours: share of a metric's period that a table may lack at either end: the first and
last days may simply have brought no row."""
UNDATED: Final = frozenset({"customers", "invitations"})
"""Tables whose rows do not belong to a day."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What became of the metrics that name a table."""

    computed: Mapping[str, Measure] = field(default_factory=dict)
    """By metric, the figure as its rows have it."""
    declared: Mapping[str, float] = field(default_factory=dict)
    """By metric, the value that is claimed, in the unit of the figure."""
    not_computed: Mapping[str, str] = field(default_factory=dict)
    """By metric, why it cannot be held against its rows, in a sentence."""


class Period(NamedTuple):
    """The days that a value tells of."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many they are."""
        return (self.last - self.first).days + 1


def claims_of(
    metrics: Iterable[Metric], tables: Iterable[CanonicalTable], wanted: Wanted
) -> Claims:
    """Compute every metric that names a table and a measure of it.

    Args:
        metrics: What the organisation says that it measures.
        tables: The tables.
        wanted: By which limits to compute it.
    """
    by_id = {table.name: table for table in tables}
    computed: dict[str, Measure] = {}
    declared: dict[str, float] = {}
    not_computed: dict[str, str] = {}
    for metric in metrics:
        said = metric.evidence
        if said is None or said.dataset is None or said.measure is None:
            continue
        table = by_id.get(said.dataset)
        if table is None:
            not_computed[metric.id] = message(
                "The table {table} could not be measured.", table=said.dataset
            )
            continue
        found = _read_to_its_end(metric, table, wanted)
        if isinstance(found, str):
            not_computed[metric.id] = found
            continue
        computed[metric.id] = found
        value = declared_value(metric, found, table)
        if isinstance(value, str):
            not_computed[metric.id] = value
        elif value is not None:
            declared[metric.id] = value
    return Claims(computed, declared, not_computed)


def _read_to_its_end(
    metric: Metric, table: CanonicalTable, wanted: Wanted
) -> Measure | str:
    """Return the figure; a source that fails on the way costs this figure alone."""
    try:
        with reporting(table.info.source):
            return _computed(metric, table, wanted)
    except EvidenceError:
        return message(
            "The table {table} could not be read to its end.", table=table.name
        )


def _computed(metric: Metric, table: CanonicalTable, wanted: Wanted) -> Measure | str:
    """Return the figure, or why there is none."""
    said = metric.evidence
    name, where = (said.measure or "", said.where or {}) if said else ("", {})
    period = _period(metric)
    if unknown := [column for column in where if column not in table.columns]:
        return message(
            "The table {table} has no column {column}.",
            table=table.name,
            column=unknown[0],
        )
    if period is None:
        return message("The metric does not say which period its value tells of.")
    if table.kind not in UNDATED and (why := _uncovered(table.info, period)):
        return why
    names = frozenset([name])
    own = replace(_over(period, table, wanted), cuts=(LEVEL,), names=names)
    found = measure(_chosen(table, where), own)
    if found.refused and not found.measures:
        return message(
            "The table {table} does not tell: {reason}.",
            table=table.name,
            reason=found.refused[0].reason,
        )
    fitting = _fitting(metric, _of_one_level(metric, found.measures))
    if isinstance(fitting, str):
        return fitting
    ends = {"from": period.first.isoformat(), "to": period.last.isoformat()}
    by = {**where, **fitting.by, **ends}
    listed = ",".join(f"{key}={value}" for key, value in by.items())
    id_ = f"{table.name}.{name}.{fitting.statistic}[metric={metric.id},{listed}]"
    return replace(fitting, id=id_, table=table.name, by=by)


def _of_one_level(metric: Metric, found: Iterable[Measure]) -> list[Measure]:
    """Return figures of all rows, or else of the metric's own level.

    Scores of several levels are never thrown together.
    """
    every = list(found)
    whole = [each for each in every if not each.by]
    return whole or [each for each in every if each.by.get(LEVEL) == metric.level]


def _fitting(metric: Metric, found: Sequence[Measure]) -> Measure | str:
    """Return the figure that a metric means, or why that is not clear."""
    if not found:
        return message(
            "There is no such measure of these rows, or answers of several levels."
        )
    by_statistic = {each.statistic: each for each in found}
    unstated = message("The metric does not say which statistic it is.")
    if metric.statistic:
        name = STATISTICS[metric.statistic]
        missing = message("The measure has no {statistic}.", statistic=metric.statistic)
        return by_statistic.get(name, missing)
    if "score" in by_statistic:
        return by_statistic["score"]
    percentage = (metric.unit or "").casefold().strip() in PERCENTAGES
    if "share" in by_statistic and (percentage or "mean" not in by_statistic):
        return by_statistic["share"]
    return found[0] if len(found) == 1 else unstated


def _uncovered(info: EvidenceTable, period: Period) -> str:
    """Return that the rows are of other days than the value; empty if they are not."""
    most = UNCOVERED * period.days
    if info.first is None or info.last is None:
        return message("The table {table} has no rows.", table=info.id)
    before = (info.first - period.first).days
    after = (period.last - info.last).days
    if max(before, after) <= most:
        return ""
    return message(
        "The table {table} covers {first} to {last} only, not the whole period.",
        table=info.id,
        first=info.first,
        last=info.last,
    )


def _chosen(table: CanonicalTable, where: Mapping[str, str]) -> CanonicalTable:
    """Return the rows of a table that have these values."""
    conditions = (
        f"CAST({quoted(column)} AS VARCHAR) = {literal(value)}"
        for column, value in where.items()
    )
    rest = " AND ".join(conditions)
    name = f"{table.name} claim"
    rows = query("*", quoted(table.name), f"WHERE {rest}" if rest else "")
    table.connection.execute(f"CREATE OR REPLACE TEMP VIEW {quoted(name)} AS {rows}")
    return replace(table, name=name)


def _over(period: Period, table: CanonicalTable, wanted: Wanted) -> Wanted:
    """Return what to compute over the period that the metric tells of."""
    last = datetime.combine(period.last, time.max)
    if table.kind == "customers":
        limits = replace(wanted.limits, churn_days=period.days)
        return replace(wanted, until=last, limits=limits)
    return replace(
        wanted, window=Window(datetime.combine(period.first, time.min), last)
    )


def _period(metric: Metric) -> Period | None:
    """Return the period of a metric's value, where both its ends are stated."""
    said = metric.period
    if said is None or said.from_ is None or said.to is None:
        return None
    return Period(said.from_, said.to) if said.from_ <= said.to else None
