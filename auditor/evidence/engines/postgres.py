"""PostgreSQL: one snapshot, read and never written."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from auditor.errors import EvidenceError, MissingExtraError
from auditor.evidence.engines.postgres_faults import of_connecting, of_statement
from auditor.evidence.reading.raw import RawColumn
from auditor.evidence.sql import query, quoted
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from psycopg import Connection, Cursor

    from auditor.evidence.engines.address import Address

__all__ = ["Postgres", "connected"]

_USUAL: Final = (
    ("connect_timeout", "PGCONNECT_TIMEOUT", 15),
    # Whoever wrote the profile chose the server: it gets no password in the clear.
    ("require_auth", "PGREQUIREAUTH", "!password"),
)
"""Ours: parameters of a connection, unless the address or the variable sets them."""
_TYPES: Final = {
    **dict.fromkeys(("int2", "int4", "int8", "oid"), "BIGINT"),
    **dict.fromkeys(("float4", "float8"), "DOUBLE"),
    **dict.fromkeys(("bpchar", "citext", "name", "text", "uuid", "varchar"), "VARCHAR"),
    "bool": "BOOLEAN",
    "date": "DATE",
    "numeric": "DECIMAL",
    "timestamp": "TIMESTAMP",
    "timestamptz": "TIMESTAMP WITH TIME ZONE",
}
_ENUMERATION: Final = "E"
"""The category of types whose values are listed words."""
_SETTINGS: Final = (
    "SET TIME ZONE 'UTC'",
    "SET DateStyle TO 'ISO, YMD'",
    "SET standard_conforming_strings TO on",
)


@contextmanager
def connected(address: Address) -> Iterator[Postgres]:
    """Opens a connection, and closes it.

    User and password come from the driver's own places: `PGUSER`, `PGPASSWORD`,
    `~/.pgpass`, a service file.

    Raises:
        EvidenceError: Nothing answers, or it lets nobody in, or the driver is missing.
    """
    if not all(map(find_spec, ("psycopg", "sqlglot"))):
        hint = str(MissingExtraError("Reading PostgreSQL", "postgres"))
        cause = message("its driver is not installed.")
        raise EvidenceError(address.shown, cause, hint)
    import psycopg

    try:
        connection = psycopg.connect(address.text, **_options(address))
    except psycopg.Error as error:
        raise of_connecting(address.shown, error) from None
    try:
        connection.read_only = True
        # Every statement sees the same rows, whoever writes meanwhile.
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.execute("SELECT 1")
        driver = Postgres(connection, address.shown)
        for setting in _SETTINGS:
            driver.run(setting)
        yield driver
    finally:
        connection.close()


def _options(address: Address) -> dict[str, Any]:
    usual = {
        name: value
        for name, variable, value in _USUAL
        if name not in address.text and variable not in os.environ
    }
    # No prepared statements: a pool between us and the server would mix them up.
    return {"application_name": "cxaudit", "prepare_threshold": None, **usual}


@dataclass(frozen=True, slots=True)
class Postgres:
    """A connection to PostgreSQL."""

    connection: Connection[Any]
    """The driver's own."""
    shown: str
    """How errors name it."""

    @property
    def dialect(self) -> str:
        """What the translator calls its SQL."""
        return "postgres"

    def table(self, name: str) -> str:
        """A query of all rows of a table."""
        return query("*", ".".join(map(quoted, name.split("."))))

    def columns(self, source: str) -> tuple[RawColumn, ...]:
        """The columns that a query gives, with the embedded engine's types."""
        empty = query("*", f"(\n{source}\n) AS source", "LIMIT 0")
        with self._answering(empty) as cursor:
            found = [(each.name, each.type_code) for each in cursor.description or ()]
        types = self._types({code for _, code in found})
        return tuple(_column(name, types.get(code, "unknown")) for name, code in found)

    def run(self, statement: str) -> Sequence[Sequence[Any]]:
        """The rows of one statement."""
        with self._answering(statement) as cursor:
            return cursor.fetchall() if cursor.description else []

    @contextmanager
    def _answering(self, statement: str) -> Iterator[Cursor[Any]]:
        import psycopg

        try:
            # Binary also means one statement: what is smuggled in after it is refused.
            # What fails is undone alone: other tables may share the snapshot.
            with (
                self.connection.transaction(),
                self.connection.cursor(binary=True) as cursor,
            ):
                cursor.execute(statement)
                yield cursor
        except psycopg.Error as error:
            raise of_statement(self.shown, error) from None

    def _types(self, codes: set[int]) -> dict[int, str]:
        listed = ", ".join(map(str, sorted(codes))) or "0"
        chosen = "oid::bigint, typname::text, typcategory::text"
        rows = self.run(query(chosen, "pg_type", f"WHERE oid IN ({listed})"))
        return {
            code: "VARCHAR" if category == _ENUMERATION else _TYPES.get(name, name)
            for code, name, category in rows
        }


def _column(name: str, type_: str) -> RawColumn:
    """A column; words of any kind are taken as plain text."""
    plain = quoted(name)
    expression = f"CAST({plain} AS VARCHAR)" if type_ == "VARCHAR" else plain
    return RawColumn(name, expression, type_)
