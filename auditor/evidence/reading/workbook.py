"""Spreadsheets: one sheet, written out as text so that it is read like any other."""

from __future__ import annotations

import csv
import datetime as dt
from itertools import count
from typing import TYPE_CHECKING

from auditor.errors import EvidenceError
from auditor.evidence.reading.file_format import FileFormat, SourceFile, opened
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["sheet_as_text"]

_numbers = count()


def sheet_as_text(file: SourceFile, sheet: str, workspace: Path) -> SourceFile:
    """Writes a sheet as delimited text.

    Moments become ISO 8601 with a `T`, whole numbers lose their `.0`, errors such as
    `#N/A` become blanks.

    Args:
        file: The workbook.
        sheet: Name of the sheet, or nothing for the first that has rows.
        workspace: Folder for the copy.

    Raises:
        EvidenceError: It is no workbook, or has no such sheet.
    """
    rows = _rows(file, sheet)
    target = workspace / f"sheet-{next(_numbers)}.csv"
    with target.open("w", encoding="utf-8", newline="") as output:
        writer = csv.writer(output, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        for row in rows:
            writer.writerow([_text(cell) for cell in row])
    return SourceFile(target, file.original, FileFormat.DELIMITED, cells=True)


def _rows(file: SourceFile, sheet: str) -> Sequence[Sequence[object]]:
    import python_calamine

    try:
        with opened(file.path, packed=file.packed) as raw:
            book = python_calamine.CalamineWorkbook.from_filelike(raw)
        names = [sheet] if sheet else book.sheet_names
        for name in names:
            rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            if rows or sheet:
                return rows
    except python_calamine.WorksheetNotFound:
        cause = message("it has no sheet {sheet}.", sheet=repr(sheet))
        hint = message(
            "It has {sheets}.", sheets=", ".join(map(repr, book.sheet_names))
        )
        raise EvidenceError(str(file.original), cause, hint) from None
    except python_calamine.CalamineError:
        cause = message("it is not a workbook.")
        hint = message("Save it anew as XLSX, without a password.")
        raise EvidenceError(str(file.original), cause, hint) from None
    cause, hint = message("no sheet has any rows."), message("Export it anew.")
    raise EvidenceError(str(file.original), cause, hint)


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat()
    if isinstance(cell, dt.date):
        return f"{cell.isoformat()}T00:00:00"
    if isinstance(cell, dt.timedelta):
        return str(cell.total_seconds() / 86400)
    return str(cell)
