"""Declared metrics, computed again on the rows and the period that they tell of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from auditor.evidence.measures import Limits, Window, measure
from auditor.evidence.sql import literal, query, quoted
from auditor.profile.vocabulary import Statistic

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.measure import Measure
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


@dataclass(frozen=True, slots=True)
class Claims:
    """What became of the metrics that name a table."""

    computed: Mapping[str, Measure]
    """By metric, the figure as its rows have it."""
    not_computed: Mapping[str, str]
    """By metric, why there is none, in a sentence."""


def claims_of(
    metrics: Iterable[Metric], tables: Iterable[CanonicalTable], wanted: Wanted
) -> Claims:
    """Compute every metric that names a table and a measure of it.

    Args:
        metrics: What the organisation says that it measures.
        tables: The tables.
        wanted: What to compute where a metric names no period.

    Raises:
        EvidenceError: If a table cannot be read to its end.
    """
    by_id = {table.name: table for table in tables}
    computed: dict[str, Measure] = {}
    not_computed: dict[str, str] = {}
    for metric in metrics:
        said = metric.evidence
        if said is None or said.dataset is None or said.measure is None:
            continue
        found = (
            _computed(
                metric, said.measure, said.where or {}, by_id[said.dataset], wanted
            )
            if said.dataset in by_id
            else f"The table {said.dataset} could not be measured."
        )
        if isinstance(found, str):
            not_computed[metric.id] = found
        else:
            computed[metric.id] = found
    return Claims(computed, not_computed)


def _computed(
    metric: Metric,
    name: str,
    where: Mapping[str, str],
    table: CanonicalTable,
    wanted: Wanted,
) -> Measure | str:
    """Return the figure, or why there is none."""
    if unknown := [column for column in where if column not in table.columns]:
        return f"The table {table.name} has no column {unknown[0]}."
    own = replace(_over(metric, table, wanted), cuts=(), names=frozenset([name]))
    found = measure(_chosen(table, where), own)
    statistic = STATISTICS[metric.statistic] if metric.statistic else ""
    fitting = [
        each for each in found.measures if each.statistic == statistic or not statistic
    ]
    if found.refused:
        return f"The table {table.name} does not tell: {found.refused[0].reason}."
    if not fitting:
        return f"The table {table.name} gives no {name} {statistic}".rstrip() + "."
    if len(fitting) > 1 and fitting[0].statistic not in {"share", "score"}:
        return "The metric does not say which statistic of the times it is."
    by = {**where, **_period(metric)}
    listed = ",".join(f"{key}={value}" for key, value in by.items())
    id_ = f"{table.name}.{name}.{fitting[0].statistic}[metric={metric.id},{listed}]"
    return replace(fitting[0], id=id_.replace(",]", "]"), table=table.name, by=by)


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


def _over(metric: Metric, table: CanonicalTable, wanted: Wanted) -> Wanted:
    """Return what to compute over the period that the metric tells of."""
    period = metric.period
    if period is None or period.to is None:
        return wanted
    first, last = period.from_, _end(period.to)
    if table.kind == "customers" and first:
        days = (period.to - first).days + 1
        return replace(wanted, until=last, limits=Limits(churn_days=days))
    since = datetime.combine(first, time.min) if first else None
    return replace(wanted, window=Window(since, last))


def _end(day: date) -> datetime:
    return datetime.combine(day, time.max)


def _period(metric: Metric) -> dict[str, str]:
    period = metric.period
    if period is None or period.to is None:
        return {}
    first = {"from": period.from_.isoformat()} if period.from_ else {}
    return {**first, "to": period.to.isoformat()}
