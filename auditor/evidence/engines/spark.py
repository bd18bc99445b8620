"""Spark: the active session, or one of our own, asked in its SQL."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from auditor.errors import EvidenceError, MissingExtraError
from auditor.evidence.engines.spark_faults import of_statement
from auditor.evidence.engines.spark_session import session_at
from auditor.evidence.reading.raw import RawColumn
from auditor.evidence.sql import query, quoted
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyspark.sql import SparkSession

    from auditor.evidence.engines.address import Address

__all__ = ["Spark", "connected"]

_TYPES: Final = {
    **dict.fromkeys(("tinyint", "smallint", "int", "bigint"), "BIGINT"),
    **dict.fromkeys(("float", "double"), "DOUBLE"),
    **dict.fromkeys(("string", "char", "varchar"), "VARCHAR"),
    "boolean": "BOOLEAN",
    "date": "DATE",
    "decimal": "DECIMAL",
    "timestamp": "TIMESTAMP WITH TIME ZONE",
    "timestamp_ntz": "TIMESTAMP",
}


@contextmanager
def connected(address: Address) -> Iterator[Spark]:
    """Takes a session, and gives it back as it was.

    Raises:
        EvidenceError: There is none at this address, or the driver is missing.
    """
    if not all(map(find_spec, ("pyspark", "sqlglot"))):
        hint = str(MissingExtraError("Reading from Spark", "spark"))
        cause = message("its driver is not installed.")
        raise EvidenceError(address.shown, cause, hint)
    with session_at(address) as session:
        yield Spark(session, address.shown)


@dataclass(frozen=True, slots=True)
class Spark:
    """A session of Spark."""

    session: SparkSession
    """The driver's own."""
    shown: str
    """How errors name it."""

    @property
    def dialect(self) -> str:
        """What the translator calls its SQL."""
        return "spark"

    def table(self, name: str) -> str:
        """A query of all rows of a table or view."""
        parts = (part.replace("`", "``") for part in name.split("."))
        return query("*", ".".join(f"`{part}`" for part in parts))

    def columns(self, source: str) -> tuple[RawColumn, ...]:
        """The columns that a query gives, with the embedded engine's types."""
        # In brackets a command, which Spark would run at once, is no valid SQL.
        empty = query("*", f"(\n{source}\n) AS source", "LIMIT 0")
        with self._answering():
            fields = self.session.sql(empty).dtypes
        return tuple(_column(name, type_) for name, type_ in fields)

    def run(self, statement: str) -> Sequence[Sequence[Any]]:
        """The rows of one statement."""
        with self._answering():
            return self.session.sql(statement).collect()

    @contextmanager
    def _answering(self) -> Iterator[None]:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException

        try:
            yield
        except (PySparkException, Py4JError, OSError) as error:
            raise of_statement(self.shown, error) from None


def _column(name: str, type_: str) -> RawColumn:
    """A column; dots and quotes in its name mean nothing."""
    plain, _, _ = type_.partition("(")
    return RawColumn(name, quoted(name), _TYPES.get(plain, plain))
