"""Tables in a PostgreSQL of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.evidence.engines import Database, opened_table
from tests.engines.embedded import said_of
from tests.evidence.reading.tables import mapped

if TYPE_CHECKING:
    from auditor.evidence.mapping import TableMapping
    from tests.engines.embedded import Embedded, Said
    from tests.engines.servers import Cluster

TYPES = {
    "BIGINT": "bigint",
    "BOOLEAN": "boolean",
    "DATE": "date",
    "DOUBLE": "double precision",
    "FLOAT": "real",
    "INTEGER": "integer",
    "SMALLINT": "smallint",
    "TIMESTAMP": "timestamp",
    "TIMESTAMP WITH TIME ZONE": "timestamptz",
    "VARCHAR": "text",
}
SMALL = mapped("tickets", {"opened_at": "opened", "status": "state"})


def asked(cluster: Cluster, *statements: str) -> None:
    """Run statements as the owner of a cluster."""
    import psycopg  # noqa: PLC0415 - may be missing

    with psycopg.connect(cluster.address, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)


def filled(cluster: Cluster, truth: Embedded) -> str:
    """Put the rows of one kind into a table of a schema; return its name."""
    import psycopg  # noqa: PLC0415 - may be missing

    columns = ", ".join(
        f'"{name}" {TYPES.get(type_, type_)}' for name, type_ in truth.columns.items()
    )
    table = f'"Some schema"."{truth.kind}"'
    asked(
        cluster,
        'CREATE SCHEMA IF NOT EXISTS "Some schema"',
        f"DROP TABLE IF EXISTS {table}",
        f"CREATE TABLE {table} ({columns})",
    )
    with (
        psycopg.connect(cluster.address) as connection,
        connection.cursor().copy(f"COPY {table} FROM STDIN (FORMAT csv)") as copy,
    ):
        copy.write(truth.csv())
    return f"Some schema.{truth.kind}"


def opened(cluster: Cluster, mapping: TableMapping = SMALL, **where: str) -> Said:
    """What is said of a table, named or asked for."""
    database = Database(cluster.address, **(where or {"table": "desk"}))
    with opened_table(database, "desk", mapping) as table:
        return said_of(table)
