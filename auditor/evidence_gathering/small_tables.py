"""Small tables written down row by row: what examples of checks are measured on."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from auditor.evidence.canonical_table import CanonicalTable, FaultyRows
from auditor.evidence.columns import ColumnType, columns_of
from auditor.evidence.mapping import Scale
from auditor.evidence.measure import EvidenceTable
from auditor.evidence.measures.cuts import CLOCKS
from auditor.evidence.sql import quoted
from auditor.evidence_gathering.gathering import require_packages
from auditor.evidence_gathering.measuring import measured_tables, under_review

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from duckdb import DuckDBPyConnection

    from auditor.evidence import Evidence
    from auditor.evidence.columns import Column
    from auditor.evidence.limits import Limits
    from auditor.example import Rows
    from auditor.profile import Profile

__all__ = ["measured_rows"]

SCALES: Final = {"csat": Scale(1, 5), "ces": Scale(1, 7), "trust": Scale(1, 5)}
"""The scales on which examples are answered."""
TYPES: Final = {
    ColumnType.TEXT: "VARCHAR",
    ColumnType.TIMESTAMP: "TIMESTAMP",
    ColumnType.NUMBER: "DOUBLE",
    ColumnType.SCORE: "DOUBLE",
    ColumnType.FLAG: "BOOLEAN",
}
NO_COLUMNS: Final = frozenset({"excluded", "fault"})
"""What an example says of a row besides what is in it."""
Row = dict[str, object]


def measured_rows(
    tables: Mapping[str, Iterable[Rows]],
    profile: Profile,
    as_of: date,
    since: date,
    limits: Limits | None = None,
) -> Evidence:
    """Measure small tables as an audit measures those of a profile.

    Args:
        tables: By kind, which is the table's id too.
        profile: The profile beside them.
        as_of: The day of the audit.
        since: The first day under review.
        limits: The rubric's limits; the usual ones if absent.

    Raises:
        KeyError: If a table has a column that its kind does not have.
        MissingExtraError: If the packages that evidence needs are not installed.
    """
    require_packages("Measuring a table of an example")
    made = [_table(kind, tuple(alike)) for kind, alike in tables.items()]
    return measured_tables(profile, made, under_review(as_of, since, limits))


def _rows(alike: Iterable[Rows]) -> Iterator[Row]:
    """Yield every row, one by one."""
    for some in alike:
        for number in range(some.count):
            yield {key: _value(each, number) for key, each in some.values.items()}


def _value(value: object, number: int) -> object:
    if isinstance(value, tuple):
        value = value[number % len(value)]
    return value.format(n=number) if isinstance(value, str) else value


def _table(kind: str, alike: Sequence[Rows]) -> CanonicalTable:
    """Make a table of rows; those with a reason under `excluded` are left out.

    Under `fault` stands what the reader would have found wrong with a row. A table
    without a row has its columns all the same.
    """
    known, rows = columns_of(kind), list(_rows(alike))
    excluded = Counter(str(row["excluded"]) for row in rows if row.get("excluded"))
    kept = [row for row in rows if not row.get("excluded")]
    wrong = Counter(str(row["fault"]) for row in rows if row.get("fault"))
    keys = dict.fromkeys(key for some in alike for key in some.values)
    columns = {key: known[key] for key in keys if key not in NO_COLUMNS}
    _fill(kind, columns, kept)
    days = [str(day)[:10] for row in kept if (day := row.get(CLOCKS.get(kind, "")))]
    info = EvidenceTable(
        kind, kind, f"{kind}.csv", "", len(rows), excluded, *_ends(days)
    )
    scales = {name: scale for name, scale in SCALES.items() if name in columns}
    return CanonicalTable(
        *(_engine(), kind, kind, frozenset(columns), info, scales),
        faulty=FaultyRows().with_more(wrong),
    )


def _ends(days: list[str]) -> tuple[date | None, date | None]:
    dates = [date.fromisoformat(day) for day in days]
    return min(dates, default=None), max(dates, default=None)


def _fill(kind: str, columns: Mapping[str, Column], rows: list[Row]) -> None:
    """Put rows where the engine finds them, as the reader would leave them."""
    typed = [f"{quoted(name)} {TYPES[each.type]}" for name, each in columns.items()]
    flags = [name for name, each in columns.items() if each.after]
    typed += [f"{quoted(f'{name}_unusable')} BOOLEAN DEFAULT FALSE" for name in flags]
    engine, names = _engine(), ", ".join(map(quoted, columns))
    engine.execute(f"CREATE OR REPLACE TEMP TABLE {quoted(kind)} ({', '.join(typed)})")
    if rows:
        # A column at a time: a statement for each row takes fifty times as long.
        places = ", ".join(
            f"CAST(unnest(?) AS {TYPES[each.type]})" for each in columns.values()
        )
        values = [[row.get(name) for row in rows] for name in columns]
        insert = f"INSERT INTO {quoted(kind)} ({names}) SELECT {places}"
        engine.execute(insert, values)


@cache
def _engine() -> DuckDBPyConnection:
    """One engine for all examples of a process: opening it costs more than they do."""
    import duckdb

    return duckdb.connect()
