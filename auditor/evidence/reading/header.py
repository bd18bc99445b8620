"""Where the header of a text file is, and what it says."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.reading.file_format import opened
from auditor.evidence.reading.names import column_names, labels, match, tidy
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor.evidence.reading.file_format import SourceFile

__all__ = ["Dialect", "Header", "find_header", "first_records"]

_LOOKED_AT = 60
"""Records in which the header is looked for."""
_DELIMITERS = (",", "\t", ";", "|")


@dataclass(frozen=True, slots=True)
class Dialect:
    """What a mapping says of the layout of a text file; empty where it does not."""

    delimiter: str = ""
    """What parts the fields."""
    skip_rows: int | None = None
    """Rows of titles above the header."""
    header_rows: int | None = None
    """Rows of the header."""


@dataclass(frozen=True, slots=True)
class Header:
    """The names of the columns, and where the rows begin."""

    names: tuple[str, ...]
    """A distinct name for each column."""
    labels: tuple[frozenset[str], ...]
    """Other texts in the header of each column."""
    skip: int
    """Records before the first row."""
    delimiter: str
    """What parts the fields."""


def first_records(
    file: SourceFile, delimiter: str, limit: int = _LOOKED_AT
) -> tuple[str, list[list[str]]]:
    """The delimiter and the first records of a file that is in UTF-8.

    An empty line above the header is a record without fields, as it is to the engine.
    """
    with opened(file.path, packed=file.packed) as raw:
        text = io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="")
        head = text.read(1 << 18)
    mark = delimiter or _delimiter(head)
    reader = csv.reader(io.StringIO(head, newline=""), delimiter=mark)
    try:
        return mark, list(islice(reader, limit))
    except csv.Error:
        cause = message("its fields cannot be told apart.")
        hint = message("Export it as CSV with quotes around texts.")
        raise EvidenceError(str(file.original), cause, hint) from None


def find_header(file: SourceFile, wanted: Iterable[str], dialect: Dialect) -> Header:
    """Finds the header: as declared, else by the names that the mapping looks for.

    Raises:
        EvidenceError: The file has no header as declared.
    """
    mark, records = first_records(file, dialect.delimiter)
    top = dialect.skip_rows
    if top is None:
        top = _title_rows(records, tuple(wanted))
    count = dialect.header_rows or _header_rows(records[top:])
    rows = records[top : top + count]
    if len(rows) < count or not rows[0]:
        cause = message("it ends before its header does.")
        raise EvidenceError(str(file.original), cause)
    wide = len(rows[0])
    return Header(
        names=column_names(rows),
        labels=tuple(labels(rows, index) for index in range(wide)),
        skip=top + count,
        delimiter=mark,
    )


def _delimiter(head: str) -> str:
    """What parts the first line that has parts: a title above the names has none."""
    lines = head.splitlines()
    parted = (line for line in lines if any(mark in line for mark in _DELIMITERS))
    line = next(parted, "")
    return max(_DELIMITERS, key=lambda mark: _fields(line, mark))


def _fields(line: str, mark: str) -> int:
    return len(next(csv.reader([line], delimiter=mark), []))


def _title_rows(records: Sequence[Sequence[str]], wanted: Sequence[str]) -> int:
    """The place of the first record with the most of the names looked for.

    Without names, of the first that is as wide as the widest; one cell alone in a wide
    row, as workbooks have them, is a title.
    """
    if not wanted:
        wide = max((len(record) for record in records), default=0)
        rows = enumerate(records)
        return next((i for i, row in rows if len(row) == wide and _names(row)), 0)
    tidied = ([tidy(cell) for cell in record] for record in records)
    found = [sum(match(name, row) is not None for name in wanted) for row in tidied]
    return found.index(max(found)) if found else 0


def _names(row: Sequence[str]) -> bool:
    return len(row) == 1 or sum(bool(cell.strip()) for cell in row) > 1


def _header_rows(records: Sequence[Sequence[str]]) -> int:
    """How many rows the header has, by the two layouts that give themselves away."""
    for index, record in enumerate(records[:4]):
        if any(cell.startswith('{"ImportId"') for cell in record):
            return index + 1
    second = records[1] if len(records) > 1 else []
    parts = {"Response", "Open-Ended Response"} & {tidy(cell) for cell in second}
    return 2 if parts and not second[0].strip() else 1
