"""Two tables put side by side, so that one is measured by what the other knows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from auditor.evidence.measure import Measure
from auditor.evidence.measures.catalogue import Refusal, choose
from auditor.evidence.measures.cuts import LEVEL
from auditor.evidence.measures.joined import (
    BAND,
    DETRACTORS,
    JOINED,
    KNOWN,
    KNOWN_CUSTOMERS,
    PASSIVES,
    PROMOTERS,
    RETENTION,
)
from auditor.evidence.measures.measuring import Measured, measure_by, setting_for
from auditor.evidence.sql import literal, query, quoted
from auditor.evidence.statistics.proportions import difference

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.measures.measuring import Wanted
    from auditor.evidence.measures.statements import Query

__all__ = ["joined_measures"]

WIDEST_LEVEL: Final = "relationship"
"""The level of answers that tell of the whole relationship, as staying does."""
ANSWERED: Final = "nps BETWEEN 0 AND 10 AND nps = floor(nps) AND customer IS NOT NULL"


def joined_measures(
    tables: Sequence[CanonicalTable], wanted: Wanted
) -> Mapping[str, Measured]:
    """Measure what tables say together, by the table to which a figure belongs.

    Of several tables of customers, and of several of answers, the largest is used.

    Args:
        tables: The tables; those in another engine than the customers are refused.
        wanted: By which limits, over which window, and in which groups.
    """
    customers = _largest(tables, "customers")
    if customers is None:
        return {}
    kinds = {definition.table for definition in KNOWN_CUSTOMERS}
    found = {
        table.name: _known(table, customers, wanted)
        for table in tables
        if table.kind in kinds
    }
    telling = [each for each in tables if each.columns >= {"customer", "nps"}]
    beside = [each for each in telling if each.connection is customers.connection]
    answers = _largest(beside, "surveys")
    if answers is None and _largest(telling, "surveys"):
        why = f"the answers to nps lie in another engine than {customers.name}"
        return {**found, customers.name: _refused(customers, RETENTION.name, why)}
    return {**found, customers.name: _retention(customers, answers, wanted)}


def _largest(tables: Sequence[CanonicalTable], kind: str) -> CanonicalTable | None:
    """Return the table of a kind with most rows kept."""
    return max(
        (table for table in tables if table.kind == kind),
        key=lambda table: table.info.rows - sum(table.info.excluded.values()),
        default=None,
    )


def _known(
    table: CanonicalTable, customers: CanonicalTable, wanted: Wanted
) -> Measured:
    """The share of a table's rows that are of a known customer."""
    if "customer" not in table.columns:
        return _refused(table, "joined", "it needs the column customer")
    if table.connection is not customers.connection:
        why = f"it lies in another engine than {customers.name}"
        return _refused(table, "joined", why)
    ids = query("DISTINCT customer", quoted(customers.name))
    view = _with_column(table, f"c.customer IS NOT NULL AS {KNOWN}", ids)
    # Where the export ends does not matter here, and finding out would cost a look.
    own = replace(wanted, until=wanted.until or wanted.as_of)
    return _measured(table, view, KNOWN, own)


def _retention(
    customers: CanonicalTable, answers: CanonicalTable | None, wanted: Wanted
) -> Measured:
    """Who stayed, by the last answer before the time in which leaving is watched."""
    name, ask = RETENTION.name, _asking(customers)
    setting = setting_for(ask, customers, wanted)
    known = replace(setting, columns=setting.columns | {BAND})
    if answers is None:
        why = "it needs answers to nps with the column customer"
        return _refused(customers, name, why)
    if lacking := choose("customers", known, among=(RETENTION,))[1]:
        return _refused(customers, name, lacking[name])
    earlier = f"{ANSWERED} AND responded_at <= {setting.values['churn_from']}"
    level = _level(ask, answers, earlier)
    if level is None:
        return _refused(customers, name, "it needs answers of one level")
    view = _with_column(customers, f"c.{BAND}", _bands(answers, f"{earlier}{level}"))
    own = replace(wanted, until=setting.until, cuts=(BAND,))
    found = _measured(customers, view, BAND, own)
    return replace(found, measures=(*found.measures, *_gap(customers, found.measures)))


def _level(ask: Query, answers: CanonicalTable, earlier: str) -> str | None:
    """SQL that keeps the answers of one level; none where several would mix."""
    if LEVEL not in answers.columns:
        return ""
    asked = query("DISTINCT level", quoted(answers.name), f"WHERE {earlier}")
    levels = {level for (level,) in ask(asked)}
    if WIDEST_LEVEL in levels:
        return f" AND level = {literal(WIDEST_LEVEL)}"
    return "" if len(levels) <= 1 else None


def _bands(answers: CanonicalTable, condition: str) -> str:
    """A query of each customer's last answer; of two at once the lower one counts."""
    place = "row_number() OVER (PARTITION BY customer ORDER BY responded_at DESC, nps)"
    numbered = f"customer, nps, {place} AS place"
    ranked = query(numbered, quoted(answers.name), f"WHERE {condition}")
    band = (
        f"CASE WHEN nps >= 9 THEN '{PROMOTERS}' WHEN nps < 7 THEN '{DETRACTORS}' "
        f"ELSE '{PASSIVES}' END"
    )
    last = "WHERE place = 1"
    return query(f"customer, {band} AS {BAND}", f"({ranked}) AS answers", last)


def _with_column(table: CanonicalTable, column: str, other: str) -> str:
    """Make a relation of a table's rows with a column of another; return its name."""
    name = f"{table.name} joined"
    joined = f"LEFT JOIN ({other}) AS c ON r.customer = c.customer"
    rows = query(f"r.*, {column}", f"{quoted(table.name)} AS r", joined)
    table.connection.execute(f"CREATE OR REPLACE TEMP VIEW {quoted(name)} AS {rows}")
    return name


def _measured(
    table: CanonicalTable, view: str, column: str, wanted: Wanted
) -> Measured:
    """Measure a relation with one more column, in the name of the table."""
    beside = replace(table, name=view, columns=table.columns | {column})
    found = measure_by(_asking(table), beside, replace(wanted, names=None), JOINED)
    measures = (
        replace(each, table=table.name, id=f"{table.name}{each.id.removeprefix(view)}")
        for each in found.measures
    )
    refused = (replace(each, table=table.name) for each in found.refused)
    return Measured(tuple(measures), tuple(refused))


def _gap(customers: CanonicalTable, found: Sequence[Measure]) -> list[Measure]:
    """How much more often promoters stay than detractors, with Newcombe's interval."""
    bands = {each.by[BAND]: each for each in found if each.by}
    one, other = bands.get(PROMOTERS), bands.get(DETRACTORS)
    if one is None or other is None or one.value is None or other.value is None:
        return []
    (whole,) = (each for each in found if not each.by)
    hits, other_hits = round(one.value * one.n), round(other.value * other.n)
    interval = difference(hits, one.n, other_hits, other.n)
    passives = {PASSIVES: whole.n - one.n - other.n}
    return [
        Measure(
            id=f"{customers.name}.{RETENTION.name}.difference",
            table=customers.name,
            name=RETENTION.name,
            statistic="difference",
            value=one.value - other.value,
            n=one.n + other.n,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            unit="share",
            definition="share of promoters who stayed less that of detractors; "
            f"{whole.definition}",
            excluded={**whole.excluded, **{k: n for k, n in passives.items() if n}},
        )
    ]


def _refused(table: CanonicalTable, name: str, reason: str) -> Measured:
    return Measured((), (Refusal(table.name, name, reason),))


def _asking(table: CanonicalTable) -> Query:
    def ask(sql: str) -> Sequence[tuple[Any, ...]]:
        return table.connection.execute(sql).fetchall()

    return ask
