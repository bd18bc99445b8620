"""Reading one dataset: from its source to a table that measures understand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.errors import EvidenceError
from auditor.evidence.canonical_table import CanonicalTable
from auditor.evidence.columns import TABLES, no_kind
from auditor.evidence.measure import EvidenceTable
from auditor.evidence.reading.decided import decide, present
from auditor.evidence.reading.faults import reporting
from auditor.evidence.reading.rejects import ragged
from auditor.evidence.reading.remarks import figures_wanted, remarks_on
from auditor.evidence.reading.rows import Plan, plan, scale_of
from auditor.evidence.reading.sources import digest_of, files_of, raw_tables
from auditor.evidence.reading.tally import counts, tallied
from auditor.evidence.sql import query, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from duckdb import DuckDBPyConnection

    from auditor.evidence.connection import Connection
    from auditor.evidence.mapping import Scale, TableMapping
    from auditor.evidence.reading.raw import RawTable

__all__ = [
    "PreparedTable",
    "counted",
    "counted_in",
    "planned",
    "prepare_table",
    "read_table",
]

_KEPT = "WHERE exclusion IS NULL"


@dataclass(frozen=True, slots=True)
class PreparedTable:
    """A dataset of which it is known how its rows are computed, and nothing more.

    `rows` names the relation with every row and `exclusion`, nothing for a kept row;
    whoever counts them makes it. Whoever passes over it anyway can compute `aggregates`
    for each value of `exclusion` on the way, and have the table without another pass.
    """

    connection: Connection
    """The engine."""
    dataset: str
    """The dataset's id: the name of the relation with the kept rows."""
    source: str
    """What the profile calls the source."""
    files: tuple[Path, ...]
    """The files behind it; a table in a database has none, and so no digest."""
    raw: tuple[RawTable, ...]
    """The parts of the source."""
    plan: Plan
    """How its rows are computed."""
    kind: str
    """What one row is."""
    scales: Mapping[str, Scale]
    """The scale of each column of answers."""

    @property
    def rows(self) -> str:
        """The relation with every row."""
        return f"{self.dataset} rows"

    @property
    def kept(self) -> str:
        """The query of the rows that measures see, and of what they see of them."""
        names = ", ".join(map(quoted, self.plan.kept))
        return query(names, quoted(self.rows), _KEPT)

    @property
    def aggregates(self) -> dict[str, str]:
        """What to compute for each value of `exclusion`, by name."""
        return counts(self.plan, figures_wanted(self.plan))

    def counted(
        self, groups: Mapping[int | None, Mapping[str, object]]
    ) -> CanonicalTable:
        """The table, from the aggregates for each value of `exclusion`.

        To be called right after the pass that computed them: the engine keeps the rows
        that it could not part into fields for the last pass alone.
        """
        tally = tallied(self.plan, groups)
        set_aside = ragged(self.connection, self.raw)
        return CanonicalTable(
            connection=self.connection,
            name=self.dataset,
            kind=self.kind,
            columns=frozenset(cell.column.name for cell in self.plan.cells),
            info=EvidenceTable(
                id=self.dataset,
                kind=self.kind,
                source=self.source,
                sha256=digest_of(self.files) if self.files else "",
                rows=tally.rows + sum(set_aside.values()),
                excluded={**set_aside, **tally.excluded},
                first=tally.first,
                last=tally.last,
            ),
            scales=self.scales,
            missing=tally.missing,
            remarks=remarks_on(
                self.connection, self.plan, self.raw, tally, self.scales
            ),
            faulty=tally.faulty.with_more(set_aside),
        )


def prepare_table(
    connection: DuckDBPyConnection,
    dataset: str,
    source: str,
    mapping: TableMapping,
    *,
    folder: Path = Path(),
    workspace: Path,
) -> PreparedTable:
    """Finds the source's columns and formats, and says how its rows are computed.

    Nothing is loaded: rows are looked at here only where no format is declared for a
    column of moments.

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
        raise EvidenceError(source, no_kind(mapping.kind))
    files = files_of(source, folder)
    raw = raw_tables(connection, files, mapping, workspace)
    table = planned(connection, dataset, source, raw, mapping)
    return replace(table, files=tuple(files))


def planned(
    connection: Connection,
    dataset: str,
    source: str,
    raw: Sequence[RawTable],
    mapping: TableMapping,
) -> PreparedTable:
    """Says how the rows of a source are computed, whatever engine holds its parts.

    Raises:
        EvidenceError: A part lacks a column, or the format of its moments is unclear.
    """
    decided = [decide(connection, each, mapping) for each in raw]
    mapping = present(mapping, decided)
    found = {key: scale_of(key, mapping.scales) for key in mapping.columns}
    return PreparedTable(
        connection=connection,
        dataset=dataset,
        source=source,
        files=(),
        raw=tuple(raw),
        plan=plan(list(zip(raw, decided, strict=True)), mapping),
        kind=mapping.kind,
        scales={key: scale for key, scale in found.items() if scale},
    )


def read_table(
    connection: DuckDBPyConnection,
    dataset: str,
    source: str,
    mapping: TableMapping,
    *,
    folder: Path = Path(),
    workspace: Path,
) -> CanonicalTable:
    """Reads a dataset, and counts in one pass what was kept and what was not.

    Its rows are computed from the files on each pass.

    Arguments and errors are those of `prepare_table`.
    """
    table = prepare_table(
        connection, dataset, source, mapping, folder=folder, workspace=workspace
    )
    return counted_in(table, table.plan.query)


def counted_in(table: PreparedTable, rows: str) -> CanonicalTable:
    """Makes the relations of a dataset, and counts what is kept and what is not.

    Args:
        table: The dataset, on the embedded engine.
        rows: The query that brings every row.

    Raises:
        EvidenceError: The source cannot be read to its end.
    """
    with reporting(table.source):
        for view, brought in ((table.rows, rows), (table.dataset, table.kept)):
            table.connection.execute(
                f"CREATE OR REPLACE TEMP VIEW {quoted(view)} AS {brought}"
            )
    return counted(table)


def counted(table: PreparedTable) -> CanonicalTable:
    """Counts in one pass what is kept and what is not.

    Raises:
        EvidenceError: The source cannot be read to its end.
    """
    wanted, connection = table.aggregates, table.connection
    asked = query(
        f"exclusion, {', '.join(wanted.values())}",
        quoted(table.rows),
        "GROUP BY exclusion",
    )
    with reporting(table.source):
        answer: Sequence[tuple[Any, ...]] = connection.execute(asked).fetchall()
        groups = {row[0]: dict(zip(wanted, row[1:], strict=True)) for row in answer}
        return table.counted(groups)
