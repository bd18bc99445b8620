"""A table read from a few lines of text, and questions to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.evidence.mapping import ColumnMapping, TableMapping
from auditor.evidence.reading import read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from auditor.evidence.canonical_table import CanonicalTable


@dataclass(frozen=True)
class Desk:
    """A folder, an engine, and what one does with them."""

    folder: Path
    engine: DuckDBPyConnection
    workspace: Path

    def write(self, content: str | bytes, name: str = "source.csv") -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, source: str, mapping: TableMapping) -> CanonicalTable:
        return read_table(
            self.engine,
            "evidence",
            source,
            mapping,
            folder=self.folder,
            workspace=self.workspace,
        )

    def table(
        self, content: str | bytes, mapping: TableMapping, name: str = "source.csv"
    ) -> CanonicalTable:
        self.write(content, name)
        return self.read(name, mapping)

    def values(self, column: str) -> list[Any]:
        rows = self.engine.table("evidence").select(column)
        return [value for (value,) in rows.fetchall()]


def mapped(
    kind: str,
    columns: Mapping[str, str | ColumnMapping],
    **rest: Any,
) -> TableMapping:
    full = {
        key: ColumnMapping(each) if isinstance(each, str) else each
        for key, each in columns.items()
    }
    return TableMapping(kind, full, **rest)


def adds_up(table: CanonicalTable) -> bool:
    """Whether rows kept and left out are the rows read."""
    ((kept,),) = table.connection.execute("SELECT count(*) FROM evidence").fetchall()
    return bool(kept + sum(table.info.excluded.values()) == table.info.rows)
