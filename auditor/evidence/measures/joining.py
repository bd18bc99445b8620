"""What tables say together: those of customers, and those that name their customers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.evidence.measures.beside import measured_beside, refused, with_column
from auditor.evidence.measures.joined import (
    JOINED,
    KNOWN,
    KNOWN_CUSTOMERS,
    RETENTION,
)
from auditor.evidence.measures.retention_by_answers import retention_by_answers
from auditor.evidence.measures.wording import column_named
from auditor.evidence.sql import query, quoted
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.measures.measuring import Measured, Wanted

__all__ = ["joined_measures", "unjoined"]


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
        why = message(
            "the answers to nps lie in another engine than {table}",
            table=customers.name,
        )
        return {**found, customers.name: refused(customers, RETENTION.name, why)}
    return {**found, customers.name: retention_by_answers(customers, answers, wanted)}


def unjoined(tables: Iterable[CanonicalTable], why: str) -> Mapping[str, Measured]:
    """Refuse what tables would say together.

    Args:
        tables: The tables.
        why: What keeps them from it, in a clause.
    """
    names = {definition.table: definition.name for definition in JOINED}
    return {
        table.name: refused(table, names[table.kind], why)
        for table in tables
        if table.kind in names
    }


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
        why = message("it needs {things}", things=column_named("customer"))
        return refused(table, "joined", why)
    if table.connection is not customers.connection:
        why = message("it lies in another engine than {table}", table=customers.name)
        return refused(table, "joined", why)
    ids = query("DISTINCT customer", quoted(customers.name))
    view = with_column(table, f"c.customer IS NOT NULL AS {KNOWN}", ids)
    # Where the export ends does not matter here, and finding out would cost a look.
    own = replace(wanted, until=wanted.until or wanted.as_of)
    return measured_beside(table, view, KNOWN, own)
