"""Small canonical tables in a real engine, and what they measure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb

from auditor.evidence.canonical_table import CanonicalTable
from auditor.evidence.columns import columns_of
from auditor.evidence.measure import EvidenceTable, Measure
from auditor.evidence.measures import Wanted, measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.evidence.mapping import Scale


def canonical(
    kind: str,
    rows: str,
    *,
    scales: Mapping[str, Scale] | None = None,
    missing: Mapping[str, Mapping[str, int]] | None = None,
    name: str = "sample",
    connection: duckdb.DuckDBPyConnection | None = None,
) -> CanonicalTable:
    """A table of what a query gives, with the flags that the reader adds."""
    connection = connection or duckdb.connect(
        config={"threads": 2, "memory_limit": "256MB"}
    )
    known = columns_of(kind)
    names = {row[0] for row in connection.execute(f"DESCRIBE {rows}").fetchall()}
    flags = [
        f"FALSE AS {each}_unusable"
        for each in names
        if each in known and known[each].after and f"{each}_unusable" not in names
    ]
    columns = ", ".join(["*", *sorted(flags)])
    connection.execute(f'CREATE VIEW "{name}" AS SELECT {columns} FROM ({rows})')
    info = EvidenceTable(name, kind, f"{name}.csv", "", 0)
    return CanonicalTable(
        connection,
        name,
        kind,
        frozenset(names & set(known)),
        info,
        scales=scales or {},
        missing=missing or {},
    )


def found(
    table: CanonicalTable,
    name: str,
    statistic: str = "share",
    *,
    wanted: Wanted | None = None,
    **by: str,
) -> Measure:
    """The one measure of that name, statistic and group."""
    measures = measure(table, wanted).measures
    matching = [
        each
        for each in measures
        if (each.name, each.statistic, each.by) == (name, statistic, by)
    ]
    assert len(matching) == 1, [each.id for each in measures]
    return matching[0]


def values(*rows: str, columns: str) -> str:
    """A query that gives rows as written."""
    listed = ", ".join(f"({row})" for row in rows)
    return f"SELECT * FROM (VALUES {listed}) AS t ({columns})"
