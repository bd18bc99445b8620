"""A table with a column of another beside its own, measured in its own name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from auditor.evidence.measures.catalogue import Refusal
from auditor.evidence.measures.joined import JOINED
from auditor.evidence.measures.measuring import Measured, measure_by
from auditor.evidence.sql import query, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.connection import Query
    from auditor.evidence.measures.measuring import Wanted

__all__ = ["asking", "measured_beside", "refused", "with_column"]


def with_column(table: CanonicalTable, column: str, other: str) -> str:
    """Make a relation of a table's rows with a column of another; return its name."""
    name = f"{table.name} joined"
    joined = f"LEFT JOIN ({other}) AS c ON r.customer = c.customer"
    rows = query(f"r.*, {column}", f"{quoted(table.name)} AS r", joined)
    table.connection.execute(f"CREATE OR REPLACE TEMP VIEW {quoted(name)} AS {rows}")
    return name


def measured_beside(
    table: CanonicalTable, view: str, column: str, wanted: Wanted
) -> Measured:
    """Measure a relation with one more column, in the name of the table."""
    beside = replace(table, name=view, columns=table.columns | {column})
    found = measure_by(asking(table), beside, replace(wanted, names=None), JOINED)
    measures = (
        replace(each, table=table.name, id=f"{table.name}{each.id.removeprefix(view)}")
        for each in found.measures
    )
    refusals = (replace(each, table=table.name) for each in found.refused)
    return Measured(tuple(measures), tuple(refusals))


def refused(table: CanonicalTable, name: str, reason: str) -> Measured:
    """No figure, and why there is none."""
    return Measured((), (Refusal(table.name, name, reason),))


def asking(table: CanonicalTable) -> Query:
    """What puts a statement to the engine of a table."""

    def ask(sql: str) -> Sequence[tuple[Any, ...]]:
        return table.connection.execute(sql).fetchall()

    return ask
