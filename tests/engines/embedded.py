"""What the embedded engine says of the rows that all engines are given."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from auditor.evidence.engines import Database, opened_table
from auditor.evidence.measures import Limits, Wanted, measure
from auditor.evidence.measures.integrity import faulty_rows
from auditor.evidence.measures.joining import joined_measures
from auditor.evidence.reading import connect, prepare_table
from auditor.evidence.reading.copying import copied
from tests.engines.tables import MAPPINGS, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from auditor.evidence.canonical_table import CanonicalTable, FaultyRows, Remark
    from auditor.evidence.engines.session import Session
    from auditor.evidence.measures import Measured

AS_OF = datetime(2026, 1, 20)
WANTED = Wanted(limits=Limits(discount=0.1))


class Said(NamedTuple):
    """All that is told of a table, but for the name of its source."""

    rows: int
    excluded: Mapping[str, int]
    period: tuple[object, object]
    missing: Mapping[str, Mapping[str, int]]
    remarks: tuple[Remark, ...]
    faulty: FaultyRows
    measured: Measured


def said_of(table: CanonicalTable) -> Said:
    """What an engine says of a table."""
    info = table.info
    return Said(
        info.rows,
        info.excluded,
        (info.first, info.last),
        table.missing,
        table.remarks,
        faulty_rows(table, AS_OF),
        measure(table, WANTED),
    )


@dataclass(frozen=True)
class Embedded:
    """One kind of table, its rows in files, and what they say."""

    kind: str
    folder: Path
    connection: DuckDBPyConnection
    said: Said

    @property
    def parquet(self) -> Path:
        return self.folder / "rows.parquet"

    @property
    def columns(self) -> dict[str, str]:
        """The types of the source's columns, by name."""
        sql = f"DESCRIBE FROM '{self.parquet}'"
        return {row[0]: row[1] for row in self.connection.execute(sql).fetchall()}

    def csv(self) -> bytes:
        """The rows as text; an empty text is quoted, a null is not."""
        path = self.folder / "rows.csv"
        self.connection.execute(
            f"COPY (FROM '{self.parquet}') TO '{path}' (FORMAT csv, HEADER false)"
        )
        return path.read_bytes()


@contextmanager
def embedded(kind: str, folder: Path) -> Iterator[Embedded]:
    """One kind of table as the embedded engine reads and measures it."""
    with connect(folder) as connection:
        path = folder / "rows.parquet"
        connection.execute(f"COPY ({source_of(kind)}) TO '{path}' (FORMAT parquet)")
        table = prepare_table(
            connection, kind, str(path), MAPPINGS[kind], workspace=folder
        )
        yield Embedded(kind, folder, connection, said_of(copied(table, folder)))


JOINED = ("customers", "surveys", "tickets")
"""Kinds of table that say more together."""


def joined(folder: Path) -> Mapping[str, Measured]:
    """What they say together on the embedded engine."""
    with connect(folder) as connection:
        tables = []
        for kind in JOINED:
            path = folder / f"{kind}.parquet"
            connection.execute(f"COPY ({source_of(kind)}) TO '{path}' (FORMAT parquet)")
            table = prepare_table(
                connection, kind, str(path), MAPPINGS[kind], workspace=folder
            )
            tables.append(copied(table, folder))
        return joined_measures(tables, WANTED)


def joined_in(sources: Mapping[str, Database]) -> Mapping[str, Measured]:
    """What they say together in a database."""
    sessions: dict[str, Session] = {}
    with ExitStack() as stack:
        tables = [
            stack.enter_context(opened_table(source, kind, MAPPINGS[kind], sessions))
            for kind, source in sources.items()
        ]
        assert len(sessions) == 1
        found = joined_measures(tables, WANTED)
    assert sessions == {}
    return found
