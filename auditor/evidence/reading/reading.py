"""Reading one dataset: from its source to a table that measures understand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.measure import EvidenceTable
from auditor.evidence.reading.decided import decide, present
from auditor.evidence.reading.faults import reporting
from auditor.evidence.reading.rejects import ragged
from auditor.evidence.reading.remarks import figures_wanted, remarks_on
from auditor.evidence.reading.rows import plan, scale_of
from auditor.evidence.reading.sources import digest_of, files_of, raw_tables
from auditor.evidence.reading.sql import name, query
from auditor.evidence.reading.tally import tallied
from auditor.evidence.tables import TABLES, CanonicalTable

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from auditor.evidence.mapping import Scale, TableMapping

__all__ = ["read_table"]

_KEPT = "WHERE exclusion IS NULL"


def read_table(
    connection: DuckDBPyConnection,
    dataset: str,
    source: str,
    mapping: TableMapping,
    *,
    folder: Path = Path(),
    workspace: Path,
) -> CanonicalTable:
    """Reads a dataset, and counts what was kept and what was not.

    Nothing is loaded: the relation computes its rows from the files on each pass. One
    pass is made here, to count; another where two formats may fit a column of moments.

    Args:
        connection: The engine, as `connect` opens it.
        dataset: The dataset's id: the name of the relation.
        source: A path or a pattern, beside the profile.
        mapping: How its columns become ours.
        folder: Where the profile is.
        workspace: Folder for copies of files that the engine cannot read as they are;
            it must live as long as the connection.

    Raises:
        EvidenceError: The source cannot be read as the mapping says; names the file.
    """
    if mapping.kind not in TABLES:
        raise EvidenceError(source, f"{mapping.kind!r} is no kind of table.")
    files = files_of(source, folder)
    raw = raw_tables(connection, files, mapping, workspace)
    decided = [decide(connection, each, mapping) for each in raw]
    mapping = present(mapping, decided)
    rows = plan(list(zip(raw, decided, strict=True)), mapping)
    scales = _scales(mapping)
    every = f"{dataset} rows"
    with reporting(source):
        connection.execute(f"CREATE OR REPLACE TEMP VIEW {name(every)} AS {rows.query}")
        kept = query(", ".join(map(name, rows.kept)), name(every), _KEPT)
        connection.execute(f"CREATE OR REPLACE TEMP VIEW {name(dataset)} AS {kept}")
        counted = tallied(connection, rows, every, figures_wanted(rows))
        set_aside = ragged(connection, raw)
        remarks = remarks_on(connection, rows, raw, counted, scales)
    return CanonicalTable(
        connection=connection,
        name=dataset,
        kind=mapping.kind,
        columns=frozenset(mapping.columns),
        info=EvidenceTable(
            id=dataset,
            kind=mapping.kind,
            source=source,
            sha256=digest_of(files),
            rows=counted.rows + sum(set_aside.values()),
            excluded={**set_aside, **counted.excluded},
            first=counted.first,
            last=counted.last,
        ),
        scales=scales,
        missing=counted.missing,
        remarks=remarks,
    )


def _scales(mapping: TableMapping) -> dict[str, Scale]:
    found = {key: scale_of(key, mapping.scales) for key in mapping.columns}
    return {key: scale for key, scale in found.items() if scale}
