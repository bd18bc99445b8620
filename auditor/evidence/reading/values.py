"""When a cell has a value, and the reasons why it may have none."""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.evidence.columns import Column, ColumnType
from auditor.evidence.mapping import EXCLUDED, Scale
from auditor.evidence.reading import cells
from auditor.evidence.reading.statuses import STATUS_WORDS, Status
from auditor.evidence.sql import case, literal, quoted
from auditor.translation import Message, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.evidence.mapping import ColumnMapping

__all__ = [
    "BLANK",
    "UNMAPPED",
    "UNREADABLE",
    "Cell",
    "Reason",
    "cell",
    "is_read_first",
    "meant_instead",
    "of_column",
]

_TYPES = {
    ColumnType.TEXT: "VARCHAR",
    ColumnType.TIMESTAMP: "TIMESTAMP",
    ColumnType.NUMBER: "DOUBLE",
    ColumnType.SCORE: "DOUBLE",
    ColumnType.FLAG: "BOOLEAN",
}
_PLACEHOLDERS = ("1970-01-01", "1899-12-30", "1899-12-31", "1900-01-01", "9999-12-31")
"""Days that programs write where there is none."""


UNREADABLE: Final = message("unreadable")
BLANK: Final = message("blank")
UNMAPPED: Final = message("unmapped value")


class Reason(NamedTuple):
    """Why a row or a value is left out."""

    text: Message
    """In a few words, as a reader sees it beside a count."""
    condition: str
    """SQL that is true where it applies."""
    is_fault: bool
    """Whether the source is wrong there; what was left out on purpose is no fault."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A canonical column, computed from `<column> text` and `<column> parsed`."""

    column: Column
    """Its name, type and meaning."""
    mapping: ColumnMapping
    """Where it comes from."""
    value: str
    """The value."""
    codes: tuple[str, ...]
    """The texts that mean something else, in lower case."""
    reasons: tuple[Reason, ...]
    """Why there may be none; the first that holds counts. A blank needs no reason."""

    @property
    def is_read_first(self) -> bool:
        """Whether the text is looked at only where it says nothing."""
        return is_read_first(self.column, self.mapping)

    @property
    def is_span(self) -> bool:
        """Whether the source gives the time since the beginning."""
        return bool(self.mapping.unit)


def _nothing(column: Column, mapping: ColumnMapping) -> str:
    """The absence of a value; a time since the beginning is a number at first."""
    return f"CAST(NULL AS {'DOUBLE' if mapping.unit else _TYPES[column.type]})"


def is_read_first(column: Column, mapping: ColumnMapping) -> bool:
    """Whether a column's text can wait until it turns out to say nothing.

    Looking for blanks and codes in every row takes longer than reading it. Moments and
    numbers need it where no number is read, unless some of those stand for a blank.
    """
    if column.type in {ColumnType.TEXT, ColumnType.FLAG} or mapping.default:
        return False
    words = column.type is ColumnType.TIMESTAMP or not all(
        map(_is_number, mapping.codes)
    )
    return not (mapping.codes and words) and not _may_be_blank(column, mapping)


def cell(column: Column, mapping: ColumnMapping, scale: Scale | None) -> Cell:
    """How a canonical column is computed from its text and what was parsed."""
    text, read = quoted(f"{column.name} text"), quoted(f"{column.name} parsed")
    codes = _codes(column, mapping)
    matched = [
        (_matches(key, text, read, column), key, to) for key, to in codes.items()
    ]
    branches = [
        (condition, _meaning(to, column, mapping)) for condition, _, to in matched
    ]
    reasons = [
        Reason(message("code {code}", code=repr(key)), condition, is_fault=False)
        for condition, key, to in matched
        if to == EXCLUDED
    ]
    if _may_be_blank(column, mapping):
        blank = cells.is_blank(text, mapping.blanks)
        branches.insert(0, (blank, _nothing(column, mapping)))
    value, more = _checked(column, mapping, read, text, scale)
    return Cell(column, mapping, case(branches, value), tuple(codes), (*reasons, *more))


def meant_instead(column: Column, meaning: str) -> str:
    """What a code of a column could stand for; empty where it may stand for `meaning`.

    Args:
        column: The canonical column.
        meaning: What a profile says that the code stands for.
    """
    if meaning == EXCLUDED:
        return ""
    if column.name == "status":
        return "" if meaning in set(Status) else f"one of {', '.join(Status)}"
    match column.type:
        case ColumnType.FLAG:
            return "" if meaning.lower() in cells.YES_AND_NO else "yes or no"
        case ColumnType.NUMBER | ColumnType.SCORE:
            return "" if _is_number(meaning) else "a number"
        case ColumnType.TIMESTAMP:
            return "nothing but excluded: a moment is not coded"
        case ColumnType.TEXT:
            return ""


def of_column(column: str, reason: Message) -> Message:
    """Return a reason with the column whose value it is about."""
    return message("{column} {reason}", column=column, reason=reason)


def _is_number(text: str) -> bool:
    try:
        return isfinite(float(text))
    except ValueError:
        return False


def _may_be_blank(column: Column, mapping: ColumnMapping) -> bool:
    """Whether a blank could pass for a value: any text could, of numbers those few."""
    digits = any(letter.isdigit() for blank in mapping.blanks for letter in blank)
    return column.type in {ColumnType.TEXT, ColumnType.FLAG} or digits


def _codes(column: Column, mapping: ColumnMapping) -> Mapping[str, str]:
    declared = {key.strip().lower(): to for key, to in mapping.codes.items()}
    return {**STATUS_WORDS, **declared} if column.name == "status" else declared


def _matches(key: str, text: str, read: str, column: Column) -> str:
    if column.type in {ColumnType.NUMBER, ColumnType.SCORE}:
        try:
            return f"{read} = {float(key)!r}"
        except ValueError:
            pass
    return f"lower({text}) = {literal(key)}"


def _meaning(to: str, column: Column, mapping: ColumnMapping) -> str:
    if to == EXCLUDED:
        return _nothing(column, mapping)
    return f"CAST({literal(to)} AS {_TYPES[column.type]})"


def _checked(
    column: Column, mapping: ColumnMapping, read: str, text: str, scale: Scale | None
) -> tuple[str, list[Reason]]:
    unreadable = Reason(UNREADABLE, f"{read} IS NULL", is_fault=True)
    if column.name == "status":
        # The word may be right, and only the mapping silent on it.
        unmapped = Reason(UNMAPPED, "true", is_fault=False)
        return _nothing(column, mapping), [unmapped]
    if column.type is ColumnType.TEXT:
        return text, []
    if column.type is ColumnType.SCORE and scale:
        return _on_scale(read, scale, unreadable)
    if column.type is ColumnType.TIMESTAMP and not mapping.unit:
        held = _any_of(read, [f"TIMESTAMP {literal(day)}" for day in _PLACEHOLDERS])
        usual = f"{read} BETWEEN TIMESTAMP '1971-01-01' AND TIMESTAMP '2100-01-01'"
        likely = f"{read} BETWEEN TIMESTAMP '1900-01-01' AND TIMESTAMP '2200-01-01'"
        kept = case([(usual, read), (f"{likely} AND NOT {held}", read)])
        # Programs write such a day for a blank, which is no fault where none is needed.
        placeholder = Reason(message("placeholder date"), held, is_fault=column.needed)
        return kept, [placeholder, Reason(UNREADABLE, "true", is_fault=True)]
    return read, [unreadable]


def _any_of(value: str, listed: Iterable[str]) -> str:
    """Whether a value is one of a few; spelt out, since `IN` becomes a join."""
    return case([(f"{value} = {each}", "true") for each in listed], "false")


def _on_scale(read: str, scale: Scale, unreadable: Reason) -> tuple[str, list[Reason]]:
    inside = f"{read} BETWEEN {scale.minimum!r} AND {scale.maximum!r}"
    step = f"{read} = trunc({read})" if scale.whole else "true"
    return case([(f"{inside} AND {step}", read)]), [
        unreadable,
        Reason(message("out of range"), f"NOT ({inside})", is_fault=True),
        Reason(
            message("between the steps of the scale"), f"NOT ({step})", is_fault=True
        ),
    ]
