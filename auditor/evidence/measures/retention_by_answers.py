"""Who stayed, by what they had answered before: two tables put side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from auditor.evidence.measure import Measure
from auditor.evidence.measures.beside import (
    asking,
    measured_beside,
    refused,
    with_column,
)
from auditor.evidence.measures.catalogue import choose
from auditor.evidence.measures.cuts import LEVEL
from auditor.evidence.measures.joined import (
    BAND,
    DETRACTORS,
    PASSIVES,
    PROMOTERS,
    RETENTION,
)
from auditor.evidence.measures.measuring import Measured, setting_for
from auditor.evidence.sql import literal, query, quoted
from auditor.evidence.statistics.proportions import difference
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.connection import Query
    from auditor.evidence.measures.measuring import Wanted

__all__ = ["retention_by_answers"]

WIDEST_LEVEL: Final = "relationship"
"""The level of answers that tell of the whole relationship, as staying does."""
_PASSIVES: Final = message("passives")
"""Why answers do not count in a difference between those above and below them."""
ANSWERED: Final = "nps BETWEEN 0 AND 10 AND nps = floor(nps) AND customer IS NOT NULL"


def retention_by_answers(
    customers: CanonicalTable, answers: CanonicalTable | None, wanted: Wanted
) -> Measured:
    """Who stayed, by the last answer before the time in which leaving is watched."""
    name, ask = RETENTION.name, asking(customers)
    setting = setting_for(ask, customers, wanted)
    known = replace(setting, columns=setting.columns | {BAND})
    if answers is None:
        why = message("it needs answers to nps with the column customer")
        return refused(customers, name, why)
    if lacking := choose("customers", known, among=(RETENTION,))[1]:
        return refused(customers, name, lacking[name])
    earlier = f"{ANSWERED} AND responded_at <= {setting.values['churn_from']}"
    level = _level(ask, answers, earlier)
    if level is None:
        return refused(customers, name, message("it needs answers of one level"))
    view = with_column(customers, f"c.{BAND}", _bands(answers, f"{earlier}{level}"))
    own = replace(wanted, until=setting.until, cuts=(BAND,))
    found = measured_beside(customers, view, BAND, own)
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


def _gap(customers: CanonicalTable, found: Sequence[Measure]) -> list[Measure]:
    """How much more often promoters stay than detractors, with Newcombe's interval."""
    bands = {each.by[BAND]: each for each in found if each.by}
    one, other = bands.get(PROMOTERS), bands.get(DETRACTORS)
    if one is None or other is None or one.value is None or other.value is None:
        return []
    (whole,) = (each for each in found if not each.by)
    hits, other_hits = round(one.value * one.n), round(other.value * other.n)
    interval = difference(hits, one.n, other_hits, other.n)
    passives = {_PASSIVES: whole.n - one.n - other.n}
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
            definition=message(
                "share of promoters who stayed less that of detractors; {definition}",
                definition=whole.definition,
            ),
            excluded={**whole.excluded, **{k: n for k, n in passives.items() if n}},
        )
    ]
