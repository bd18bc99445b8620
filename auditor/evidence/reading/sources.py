"""From what a profile calls a source to tables that the engine can read."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import replace
from glob import glob, has_magic
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.reading.delimited import delimited_tables, sources_wanted
from auditor.evidence.reading.file_format import FileFormat, SourceFile, recognise
from auditor.evidence.reading.json_records import json_table
from auditor.evidence.reading.parquet import parquet_table
from auditor.evidence.reading.text_bytes import digest, readable_text, unpacked
from auditor.evidence.reading.workbook import sheet_as_text
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duckdb import DuckDBPyConnection

    from auditor.evidence.mapping import TableMapping
    from auditor.evidence.reading.raw import RawTable

__all__ = ["digest_of", "files_of", "raw_tables"]


def files_of(source: str, folder: Path) -> list[Path]:
    """The files that a source names: one, or all that a pattern fits, in order.

    Args:
        source: A path or a pattern such as `survey-*.csv`.
        folder: Where a relative one begins.

    Raises:
        EvidenceError: No file fits.
    """
    path = folder / source
    if path.exists():
        return [path]
    hint = message(
        "A relative path begins at the profile; after --evidence, where you are."
    )
    if not has_magic(source):
        raise EvidenceError(str(path), message("there is no such file."), hint)
    found = sorted(Path(each) for each in glob(str(path), recursive=True))  # noqa: PTH207 - the pattern may be absolute
    files = [each for each in found if each.is_file()]
    if not files:
        raise EvidenceError(source, message("no file fits this pattern."), hint)
    return files


def digest_of(files: Sequence[Path]) -> str:
    """The SHA-256 of a file, or of the digests of several, one a line."""
    digests = [digest(file) for file in files]
    if len(digests) == 1:
        return digests[0]
    return hashlib.sha256("\n".join(digests).encode()).hexdigest()


def raw_tables(
    connection: DuckDBPyConnection,
    files: Sequence[Path],
    mapping: TableMapping,
    workspace: Path,
) -> list[RawTable]:
    """The tables in some files, whatever the format of each.

    Raises:
        EvidenceError: A file cannot be read.
    """
    kinds: dict[FileFormat, list[SourceFile]] = defaultdict(list)
    for file in map(recognise, files):
        ready = _ready(file, mapping, workspace)
        kinds[ready.format].append(ready)
    tables: list[RawTable] = []
    if texts := kinds[FileFormat.DELIMITED]:
        tables += delimited_tables(texts, mapping, workspace)
    if records := kinds[FileFormat.JSON]:
        wanted = sources_wanted(mapping)
        clean = [readable_text(each, workspace, mapping.encoding) for each in records]
        tables.append(json_table(connection, clean, wanted, mapping.records))
    if parquet := kinds[FileFormat.PARQUET]:
        tables.append(parquet_table(connection, parquet))
    return tables


def _ready(file: SourceFile, mapping: TableMapping, workspace: Path) -> SourceFile:
    """The file, or a copy in a form that the engine reads."""
    if file.format is FileFormat.WORKBOOK:
        return sheet_as_text(file, mapping.sheet, workspace)
    if file.format is FileFormat.PARQUET and file.packed:
        return replace(file, path=unpacked(file.path, workspace), packed=False)
    return file
