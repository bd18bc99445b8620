"""Keeping the rows of a dataset, once computed, for the passes that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.evidence.reading.faults import reporting
from auditor.evidence.reading.reading import counted_in
from auditor.evidence.sql import literal, query

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.reading.reading import PreparedTable

__all__ = ["copied"]


def copied(table: PreparedTable, workspace: Path) -> CanonicalTable:
    """Computes the rows of a dataset once, into a file that later passes read.

    Args:
        table: The dataset.
        workspace: Folder for the file; it must live as long as the connection.

    Raises:
        EvidenceError: The source cannot be read to its end.
    """
    path = literal(str(workspace / f"{table.dataset}.rows.parquet"))
    with reporting(table.source):
        table.connection.execute(
            f"COPY ({table.plan.query}) TO {path} (FORMAT parquet, COMPRESSION lz4)"
        )
    # Numbering rows while they are computed would keep one processor busy alone.
    numbered = "* EXCLUDE file_row_number, file_row_number + 1 AS row_number"
    copy = f"read_parquet({path}, file_row_number = true)"
    return counted_in(table, query(numbered, copy))
