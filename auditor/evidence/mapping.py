"""How the columns of a source become ours: declared, never guessed."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "BLANKS",
    "EXCLUDED",
    "NPS_SCALE",
    "ColumnMapping",
    "Filter",
    "Preset",
    "Scale",
    "TableMapping",
]

EXCLUDED = "excluded"
"""The meaning of a code that is no answer: 11 for blank, "not applicable"."""

BLANKS = ("", "na", "n/a", "#n/a", "nan", "null", "none", "nil", "blank", "-", "--")
"""Texts that stand for nothing, in lower case."""


@dataclass(frozen=True, slots=True)
class Scale:
    """The ends and the direction of one column of answers."""

    minimum: float
    """Lowest possible answer."""
    maximum: float
    """Highest possible answer."""
    higher_is_better: bool = True
    """Whether a higher answer is better news."""
    satisfied: tuple[float, ...] = ()
    """The answers that count as satisfied; none where nobody said."""
    whole: bool = True
    """Whether only whole numbers are answers."""


NPS_SCALE = Scale(0, 10)
"""The one scale of likelihood to recommend: whole numbers from 0 to 10."""


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Where one canonical column comes from."""

    source: str = ""
    """The column of the source; in JSON a path, its steps joined by dots."""
    or_else: tuple[str, ...] = ()
    """Other names of that column, looked for in this order."""
    optional: bool = False
    """Whether a source without it is fine: then so is a table without it."""
    format: tuple[str, ...] = ()
    """For a moment: strptime formats, tried in this order, or `iso`, `epoch_seconds`,
    `epoch_milliseconds`, `excel`. For a number: `1,234.5` or `1.234,5`."""
    unit: str = ""
    """For a moment given as the time since its beginning: `seconds`, `minutes`,
    `hours`, `days` or `h:m:s`."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """What a value of the source means here, or `EXCLUDED`; letter case is ignored."""
    blanks: tuple[str, ...] = BLANKS
    """Values that stand for nothing, in lower case."""
    default: str = ""
    """The value of every row, where the source has no such column."""
    timezone: str = ""
    """Zone of stamps that name none, if not the table's."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which rows of a source belong to the table."""

    source: str
    """The column of the source that decides."""
    values: tuple[str, ...]
    """The values it is compared with; letter case is ignored."""
    keep: bool = True
    """Whether rows with these values stay, or go."""
    optional: bool = False
    """Whether every row of a source without that column passes."""


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How one source becomes one of our tables."""

    kind: str
    """The kind of table: what one row is."""
    columns: Mapping[str, ColumnMapping]
    """For each canonical column, where it comes from."""
    scales: Mapping[str, Scale] = field(default_factory=dict)
    """The scale of each column of answers."""
    filters: tuple[Filter, ...] = ()
    """Which rows count; a row must pass them all."""
    timezone: str = ""
    """Zone of stamps that name none; nothing leaves them as written."""
    header_rows: int | None = None
    """Rows that name the columns; nothing lets the reader count them."""
    skip_rows: int | None = None
    """Rows of titles above them; nothing lets the reader look."""
    delimiter: str = ""
    """What parts the fields of a text file; nothing lets the reader look."""
    encoding: str = "windows-1252"
    """Encoding of lines of a text file that are not UTF-8."""
    sheet: str = ""
    """Sheet of a workbook; nothing is the first that has rows."""
    records: str = ""
    """Path to the list of rows inside a JSON envelope; nothing lets the reader look."""


@dataclass(frozen=True, slots=True)
class Preset:
    """The mapping of a known export."""

    name: str
    """Name by which a profile asks for it."""
    title: str
    """What the export is, in a few words."""
    mapping: TableMapping
    """How its columns become ours."""
