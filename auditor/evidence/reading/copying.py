"""Keeping the rows of a dataset, once computed, for the passes that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.evidence.reading.faults import reporting
from auditor.evidence.reading.reading import counted
from auditor.evidence.reading.sql import literal, name, query

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.evidence.reading.reading import PreparedTable
    from auditor.evidence.tables import CanonicalTable

__all__ = ["copied"]


def copied(table: PreparedTable, workspace: Path) -> CanonicalTable:
    """Computes the rows of a dataset once, into a file that later passes read.

    Args:
        table: The dataset.
        workspace: Folder for the file; it must live as long as the connection.

    Raises:
        EvidenceError: The source cannot be read to its end.
    """
    path = workspace / f"{table.dataset}.rows.parquet"
    rows = query("*", name(table.rows))
    with reporting(table.source):
        table.connection.execute(
            f"COPY ({rows}) TO {literal(str(path))} (FORMAT parquet, COMPRESSION lz4)"
        )
        kept = query("*", f"read_parquet({literal(str(path))})")
        table.connection.execute(
            f"CREATE OR REPLACE TEMP VIEW {name(table.rows)} AS {kept}"
        )
    return counted(table)
