"""One sheet of the workbook: its columns, and the texts, figures and days in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import count, islice
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from auditor.renderers.xml_text import xml_text
from auditor.translation import say, say_plural

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditor.translation import Message

__all__ = [
    "LONGEST_CELL",
    "PRINTED",
    "Column",
    "Sheet",
    "Typed",
    "Value",
    "write_sheet",
]

LONGEST_CELL: Final = 32_767
"""Characters that a cell of a workbook can hold; Excel calls a longer one damaged."""
LONGEST_SHEET_NAME: Final = 31
"""Characters of a sheet's name, by the format."""
NOT_IN_NAMES: Final = {ord(char): " " for char in "[]:*?/\\"}
"""What no name of a sheet may hold."""
MOST_ROWS: Final = 50_000
"""Ours: rows of one sheet; the format has a million, and nobody scrolls as far."""
LINE: Final = 13.0
"""Points that a line of text takes."""
ROOM: Final = 3.0
PRINTED: Final = 200
"""Ours: characters beside each other on a printed page: letters of six points."""
MOST_LINES: Final = 12

Value = str | float | date | None
"""What a cell holds; `None` is an empty one."""
Typed = tuple[Value, str]
"""A value of another kind than its column."""
LEFT: Final[dict[str, object]] = {"align": "left", "indent": 1}
FORMATS: Final[dict[str, dict[str, object]]] = {
    "text": {"text_wrap": True, "quote_prefix": True, **LEFT},
    "points": {"num_format": "0.0"},
    "points left": {"num_format": "0.0", **LEFT},
    "share": {"num_format": "0.0%"},
    "share left": {"num_format": "0.0%", **LEFT},
    "count": {"num_format": "#,##0"},
    "count left": {"num_format": "#,##0", **LEFT},
    "figure": {"num_format": "#,##0.0###"},
    "change": {"num_format": "+0.0;\N{MINUS SIGN}0.0;0.0"},
    "year": {"num_format": "0", "align": "left"},
    "day": {"num_format": "yyyy-mm-dd", **LEFT},
}
"""How the cells of a column look. A text keeps its mark that it is one even when it is
edited, so that `=1+1` never becomes a formula."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet."""

    name: Message
    """What its head says."""
    width: float
    """In characters, as spreadsheets measure it."""
    kind: str = "text"
    """Which of the formats its cells have."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a sheet shows."""

    name: Message
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value | Typed]]


def write_sheet(workbook: Any, sheet: Sheet, formats: Mapping[str, Any]) -> None:
    """Write a sheet with its heads frozen, a filter on each, and pages to print."""
    page = workbook.add_worksheet(sheet_name(sheet.name, workbook.sheetnames))
    shown = sheet.rows[:MOST_ROWS]
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width)
        page.write_string(0, number, say(column.name), formats["head"])
    for line, row in enumerate(shown, 1):
        page.set_row(line, _height(sheet.columns, row))
        for number, (column, cell) in enumerate(zip(sheet.columns, row, strict=True)):
            value, kind = cell if isinstance(cell, tuple) else (cell, column.kind)
            _write(page, (line, number), value, formats[kind])
    if more := len(sheet.rows) - len(shown):
        told = say_plural(
            "And {n:,} more row: the JSON result has them all.",
            "And {n:,} more rows: the JSON result has them all.",
            more,
        )
        page.write_string(len(shown) + 1, 0, told, formats["text"])
    page.freeze_panes(1, 1)
    # A claim may be a text that looks like a number: no warning is due.
    page.ignore_errors({"number_stored_as_text": f"A1:XFD{MOST_ROWS + 2}"})
    page.autofilter(0, 0, max(len(shown), 1), len(sheet.columns) - 1)
    _set_printing(page, sheet.columns)


def _set_printing(page: Any, columns: Sequence[Column]) -> None:
    """Print as wide as a page that can be read holds, and beside it what is left.

    Pages of the same rows follow each other, and each begins with the first column.
    """
    page.set_landscape()
    page.set_paper(9)  # A4
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    wide = ceil(sum(column.width for column in columns) / PRINTED)
    page.fit_to_pages(wide, 0)
    if wide > 1:
        page.print_across()
        page.repeat_columns(0)
    page.repeat_rows(0)
    page.set_footer(f"&L&A&R{say('Page {page} of {pages}', page='&P', pages='&N')}")


def sheet_name(name: Message, taken: Iterable[str]) -> str:
    """Return what a sheet is called in the language of the report.

    Args:
        name: Its name; said, it may be too long, or that of another sheet.
        taken: Names of the sheets before it; capitals make no difference to Excel.
    """
    words = say(name).translate(NOT_IN_NAMES).strip("'").split()
    said = " ".join(words) or name
    numbered = (f"{said[: LONGEST_SHEET_NAME - 3]} {number}" for number in count(2))
    before = {each.casefold() for each in taken}
    names = (said[:LONGEST_SHEET_NAME].rstrip(" '"), *islice(numbered, len(before)))
    return next(each for each in names if each.casefold() not in before)


def _height(columns: Sequence[Column], row: Sequence[Value | Typed]) -> float:
    """Return the height of a row that shows its texts, in points.

    Excel finds it by itself; other programs let texts run into the row below.
    """
    lines = [
        ceil(len(cell) / column.width)
        for column, cell in zip(columns, row, strict=True)
        if isinstance(cell, str)
    ]
    return LINE * min(max(lines, default=1), MOST_LINES) + ROOM


def _write(page: Any, at: tuple[int, int], value: Value, format_: Any) -> None:
    """Write a cell as what it is: nothing is guessed from a text."""
    match value:
        case None | "":
            page.write_blank(*at, None, format_)
        case str():
            page.write_string(*at, xml_text(value, LONGEST_CELL), format_)
        case date():
            page.write_datetime(*at, value, format_)
        case _:
            page.write_number(*at, value, format_)
