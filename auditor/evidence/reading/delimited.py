"""Text files with delimited fields: every field as text, ragged rows set aside."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from auditor.evidence.reading.header import Dialect, Header, find_header
from auditor.evidence.reading.raw import RawColumn, RawTable
from auditor.evidence.reading.text_bytes import readable_text
from auditor.evidence.sql import literal, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from auditor.evidence.mapping import TableMapping
    from auditor.evidence.reading.file_format import SourceFile

__all__ = ["delimited_tables", "sources_wanted"]

_numbers = count()


def sources_wanted(mapping: TableMapping) -> tuple[str, ...]:
    """The names of the source's columns that a mapping needs."""
    named = ((each.source, *each.or_else) for each in mapping.columns.values())
    columns = (name for names in named for name in names if name)
    return (*columns, *(rule.source for rule in mapping.filters))


def delimited_tables(
    files: Sequence[SourceFile], mapping: TableMapping, workspace: Path
) -> Iterator[RawTable]:
    """Files with delimited fields, those with the same header as one table.

    A file with stray bytes is read through a clean copy in the workspace.
    """
    groups: dict[tuple[Header, bool, bool], list[SourceFile]] = {}
    dialect = Dialect(mapping.delimiter, mapping.skip_rows, mapping.header_rows)
    wanted = sources_wanted(mapping)
    for file in files:
        readable = readable_text(file, workspace, mapping.encoding)
        header = find_header(readable, wanted, dialect)
        alike = (header, readable.packed, readable.cells)
        groups.setdefault(alike, []).append(readable)
    for (header, _, _), members in groups.items():
        yield _table(members, header)


def _table(files: Sequence[SourceFile], header: Header) -> RawTable:
    rejects = f"rejects_{next(_numbers)}"
    fields = [f"c{index}" for index in range(len(header.names))]
    return RawTable(
        source=str(files[0].original),
        relation=_scan(files, header, fields, rejects),
        columns=tuple(
            RawColumn(column, quoted(field), labels=label)
            for column, field, label in zip(
                header.names, fields, header.labels, strict=True
            )
        ),
        rejects=rejects,
        unclosed=tuple(line for file in files for line in file.unclosed),
        cells=files[0].cells,
    )


def _scan(
    files: Sequence[SourceFile], header: Header, fields: Sequence[str], rejects: str
) -> str:
    types = ", ".join(f"{literal(field)}: 'VARCHAR'" for field in fields)
    options = {
        "columns": "{" + types + "}",
        "auto_detect": "false",
        "header": "false",
        "skip": str(header.skip),
        "delim": literal(header.delimiter),
        "quote": literal('"'),
        "escape": literal('"'),
        "compression": literal("gzip" if files[0].packed else "none"),
        "store_rejects": "true",
        "rejects_table": literal(rejects),
        "rejects_scan": literal(f"{rejects}_scans"),
    }
    paths = ", ".join(literal(str(file.path)) for file in files)
    stated = ", ".join(f"{option} = {value}" for option, value in options.items())
    return f"read_csv([{paths}], {stated})"
