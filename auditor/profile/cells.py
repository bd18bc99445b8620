"""What a profile says of the cells of a table: values as they stand in the source."""

from __future__ import annotations

import codecs
from typing import Annotated, Final

from pydantic import PlainValidator, WithJsonSchema

from auditor.profile.values import LONGEST_TEXT
from auditor.profile.wording import refusal

__all__ = ["Cell", "Cells", "Delimiter", "Encoding"]

MOST_CELLS: Final = 1_000
"""Ours: entries of one list of cells."""
TAB: Final = "tab"
"""How a tab can be written so that it can be seen."""


def _cell(value: object) -> str:
    """Return a text, a number or a truth value as a table would hold it."""
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str | int | float):
        allowed = "write one value, as it stands in the source"
        raise refusal("cell", value, allowed)
    text = str(value).strip()
    if not text or len(text) > LONGEST_TEXT:
        allowed = f"write a value of up to {LONGEST_TEXT:,} characters"
        raise refusal("cell", value, allowed)
    return text


def _cells(value: object) -> tuple[str, ...]:
    """Return one value, or several."""
    if not isinstance(value, list | tuple):
        return (_cell(value),)
    if not 0 < len(value) <= MOST_CELLS:
        allowed = f"write one value, or a list of up to {MOST_CELLS:,}"
        raise refusal("cells", value, allowed)
    return tuple(map(_cell, value))


def _delimiter(value: object) -> str:
    """Return the character that parts fields."""
    if value == TAB:
        return "\t"
    if not isinstance(value, str) or len(value) != 1 or value in '\r\n"':
        allowed = f"write one character in quotes, such as ';', or {TAB}"
        raise refusal("delimiter", value, allowed)
    return value


def _encoding(value: object) -> str:
    """Return the name of an encoding of text."""
    text = _cell(value)
    try:
        b" ".decode(text)
    except (LookupError, ValueError):
        allowed = "write an encoding such as windows-1252, iso-8859-15 or shift_jis"
        raise refusal("encoding", value, allowed) from None
    return codecs.lookup(text).name


_PLAIN: Final = [{"type": "string"}, {"type": "number"}, {"type": "boolean"}]

Cell = Annotated[str, PlainValidator(_cell), WithJsonSchema({"anyOf": _PLAIN})]
"""A value as a table holds it: a text, a number, true or false."""

Cells = Annotated[
    tuple[str, ...],
    PlainValidator(_cells),
    WithJsonSchema(
        {
            "anyOf": [
                *_PLAIN,
                {
                    "type": "array",
                    "items": {"anyOf": _PLAIN},
                    "minItems": 1,
                    "maxItems": MOST_CELLS,
                },
            ]
        }
    ),
]
"""One such value, or several."""

Delimiter = Annotated[
    str,
    PlainValidator(_delimiter),
    WithJsonSchema(
        {
            "anyOf": [{"type": "string", "pattern": '^[^\r\n"]$'}, {"const": TAB}],
            "examples": [";", TAB],
        }
    ),
]
"""What parts the fields of a text file."""

Encoding = Annotated[
    str,
    PlainValidator(_encoding),
    WithJsonSchema({"type": "string", "examples": ["windows-1252"]}),
]
"""How the characters of a text file are encoded."""
