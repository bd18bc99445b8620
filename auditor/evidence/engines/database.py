"""A table in a database as one of our tables, without taking it out."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.columns import TABLES, no_kind
from auditor.evidence.engines import postgres, spark
from auditor.evidence.engines.address import Address, Engine
from auditor.evidence.engines.support import refuse_unsupported
from auditor.evidence.reading.raw import RawTable
from auditor.evidence.reading.reading import counted, planned
from auditor.evidence.sql import quoted
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.engines.session import Session
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
    database: Database,
    dataset: str,
    mapping: TableMapping,
    sessions: dict[str, Session] | None = None,
) -> Iterator[CanonicalTable]:
    """Opens a table in a database, counted and ready to be measured.

    Rows stay where they are: every statement asks for counts and sums.

    Args:
        database: Where it is.
        dataset: The dataset's id.
        mapping: How its columns become ours.
        sessions: What is open already, by address: tables that share a session can be
            joined. A new one is added while it is open.

    Raises:
        EvidenceError: It cannot be read as the mapping says; names the source without
            its credentials.
    """
    address = Address.of(database.address)
    if bool(database.table) == bool(database.query):
        cause = message("name either a table or a query of it.")
        raise EvidenceError(address.shown, cause)
    if mapping.kind not in TABLES:
        raise EvidenceError(address.shown, no_kind(mapping.kind))
    shown = f"{address.shown} ({database.table or 'a query'})"
    with ExitStack() as stack:
        try:
            opened = _session(address, {} if sessions is None else sessions)
            session = stack.enter_context(opened)
            table = _read(session, database, dataset, shown, mapping)
        except EvidenceError as error:
            raise _named(error, shown) from None
        yield table


def _named(error: EvidenceError, shown: str) -> EvidenceError:
    """A fault of a session, told of the table that it kept from being read."""
    return EvidenceError(shown, error.cause, error.hint)


@contextmanager
def _session(address: Address, sessions: dict[str, Session]) -> Iterator[Session]:
    """The session at an address, opened by whoever needs it first."""
    if session := sessions.get(address.text):
        yield session
        return
    found = postgres if address.engine is Engine.POSTGRES else spark
    with found.connected(address) as driver:
        # The translator is heavy, and useless without a driver.
        from auditor.evidence.engines.session import Session

        sessions[address.text] = Session(driver)
        try:
            yield sessions[address.text]
        finally:
            del sessions[address.text]


def _read(
    session: Session,
    database: Database,
    dataset: str,
    shown: str,
    mapping: TableMapping,
) -> CanonicalTable:
    driver, name = session.driver, f"source of {dataset}"
    query = database.query.rstrip().rstrip(";") or driver.table(database.table)
    raw = RawTable(shown, quoted(name), driver.columns(query))
    refuse_unsupported(raw, mapping)
    session.sources[name] = query
    table = planned(session, dataset, shown, [raw], mapping)
    session.relations |= {table.rows: table.plan.query, dataset: table.kept}
    return counted(table)
