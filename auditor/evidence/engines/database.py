"""A table in a database as one of our tables, without taking it out."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.columns import TABLES
from auditor.evidence.engines import postgres, spark
from auditor.evidence.engines.address import Address, Engine
from auditor.evidence.engines.support import refuse_unsupported
from auditor.evidence.reading.raw import RawTable
from auditor.evidence.reading.reading import counted, planned
from auditor.evidence.sql import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.engines.driver import Driver
    from auditor.evidence.mapping import TableMapping

__all__ = ["Database", "opened_table"]


@dataclass(frozen=True, slots=True)
class Database:
    """Where a table in a database is."""

    address: str
    """Such as `postgres://host/database`."""
    table: str = ""
    """The table, maybe with its schema, or nothing."""
    query: str = ""
    """A query in the database's own SQL, where no table is named."""


@contextmanager
def opened_table(
    database: Database, dataset: str, mapping: TableMapping
) -> Iterator[CanonicalTable]:
    """Opens a table in a database, counted and ready to be measured.

    Rows stay where they are: every statement asks for counts and sums.

    Args:
        database: Where it is.
        dataset: The dataset's id.
        mapping: How its columns become ours.

    Raises:
        EvidenceError: It cannot be read as the mapping says; names the source without
            its credentials.
    """
    address = Address.of(database.address)
    if bool(database.table) == bool(database.query):
        cause = "name either a table or a query of it."
        raise EvidenceError(address.shown, cause)
    if mapping.kind not in TABLES:
        raise EvidenceError(address.shown, f"{mapping.kind!r} is no kind of table.")
    shown = f"{address.shown} ({database.table or 'a query'})"
    with _driver(address, shown) as driver:
        query = database.query.rstrip().rstrip(";") or driver.table(database.table)
        yield _read(driver, dataset, shown, query, mapping)


def _driver(address: Address, shown: str) -> AbstractContextManager[Driver]:
    if address.engine is Engine.POSTGRES:
        return postgres.connected(address, shown)
    return spark.connected(address, shown)


def _read(
    driver: Driver, dataset: str, shown: str, query: str, mapping: TableMapping
) -> CanonicalTable:
    # The translator is heavy: an audit of files never loads it.
    from auditor.evidence.engines.session import Session  # noqa: PLC0415
    from auditor.evidence.engines.translation import SOURCE  # noqa: PLC0415

    raw = RawTable(shown, quoted(SOURCE), driver.columns(query))
    refuse_unsupported(raw, mapping)
    session = Session(driver, query)
    table = planned(session, dataset, shown, [raw], mapping)
    session.relations |= {table.rows: table.plan.query, dataset: table.kept}
    return counted(table)
