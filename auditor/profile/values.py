"""The kinds of value that a profile holds, each read strictly.

A section's model annotates its fields with these. Every one says in plain words what
it found and what it allows, and explains itself in the JSON Schema.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import PlainValidator, WithJsonSchema

from auditor.profile.durations import Duration, DurationUnit
from auditor.profile.money import Money
from auditor.profile.periods import Day, DayOrNo, FirstDay
from auditor.profile.wording import refusal

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

__all__ = [
    "Count",
    "Day",
    "DayOrNo",
    "Duration",
    "DurationUnit",
    "FirstDay",
    "Flag",
    "Identifier",
    "Money",
    "Number",
    "Reference",
    "Share",
    "Text",
]

# All four limits are ours: wide enough for any organisation, narrow enough that a
# report stays a report and arithmetic stays exact.
LONGEST_TEXT: Final = 5_000
LONGEST_IDENTIFIER: Final = 100
LARGEST_COUNT: Final = 10**12
LARGEST_NUMBER: Final = 10**15

IDENTIFIER: Final = r"[A-Za-z0-9][A-Za-z0-9._-]*"
PERCENTAGE: Final = r"([0-9]{1,3}(?:\.[0-9]{1,6})?) ?%"
PER_CENT: Final = 100


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field, or the members of one, as ids of something elsewhere.

    Written as `Annotated[Identifier, Reference("department")]`.
    """

    kind: str
    """What is referred to, such as `department` or `metric`."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Say in the JSON Schema what is referred to."""
        return handler(schema) | {
            "description": f"Id of the {self.kind} that is meant."
        }


def _text(value: object) -> str:
    """Return a text without the space around it."""
    if isinstance(value, bool | int | float):
        raise refusal("text", value, "put it in quotes to make it text")
    if not isinstance(value, str):
        raise refusal("text", value, "write one text, in quotes if it holds a colon")
    text = value.strip()
    if not text:
        raise refusal("text", value, "write a text, or leave the key out")
    if len(text) > LONGEST_TEXT:
        allowed = f"it has {len(text):,} characters, {LONGEST_TEXT:,} are allowed"
        raise refusal("text", value, allowed)
    return text


def _identifier(value: object) -> str:
    """Return an id."""
    text = _text(value)
    if re.fullmatch(IDENTIFIER, text) is None:
        allowed = (
            "an id has letters from a to z, digits, dots, hyphens and underscores, "
            "no spaces, and begins with a letter or digit"
        )
        raise refusal("identifier", value, allowed)
    if len(text) > LONGEST_IDENTIFIER:
        allowed = f"an id has at most {LONGEST_IDENTIFIER} characters"
        raise refusal("identifier", value, allowed)
    return text


def _number(value: object) -> float:
    """Return a finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        if isinstance(value, str) and (share := re.fullmatch(PERCENTAGE, value)):
            allowed = f"write it as a share of 1: {float(share[1]) / PER_CENT:g}"
            raise refusal("number", value, allowed)
        hint = " without quotes" if isinstance(value, str) else ""
        raise refusal("number", value, f"write a number{hint}, such as 31 or 4.5")
    # Compared before it is converted: an integer may be too large for a float.
    if not abs(value) <= LARGEST_NUMBER:
        allowed = (
            f"a number lies between -{LARGEST_NUMBER:.0e} and {LARGEST_NUMBER:.0e}"
        )
        raise refusal("number", value, allowed)
    return value


def _count(value: object) -> int:
    """Return a whole number from 0."""
    number = _number(value)
    if number != math.floor(number) or not 0 <= number <= LARGEST_COUNT:
        allowed = f"write a whole number from 0 to {LARGEST_COUNT:,}"
        raise refusal("count", value, allowed)
    return int(number)


def _share(value: object) -> float:
    """Return a share of 1."""
    allowed = "write a share from 0 to 1, such as 0.92, or a percentage, such as 92 %"
    if isinstance(value, str):
        found = re.fullmatch(PERCENTAGE, value.strip())
        if found is None or float(found[1]) > PER_CENT:
            raise refusal("share", value, allowed)
        return float(found[1]) / PER_CENT
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise refusal("share", value, allowed)
    if 1 < value <= PER_CENT:
        raise refusal("share", value, f"write {value / PER_CENT:g} or {value:g} %")
    if not 0 <= value <= 1:
        raise refusal("share", value, allowed)
    return float(value)


def _flag(value: object) -> bool:
    """Return true or false."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in _LOOSE:
        word = "true" if _LOOSE[value.strip().lower()] else "false"
        allowed = f"YAML reads only true and false as yes or no: write {word}"
        raise refusal("flag", value, allowed)
    raise refusal("flag", value, "write true or false")


_LOOSE: Final = {
    "yes": True,
    "y": True,
    "on": True,
    "true": True,
    "no": False,
    "n": False,
    "off": False,
    "false": False,
}

Text = Annotated[
    str,
    PlainValidator(_text),
    WithJsonSchema({"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT}),
]
"""A text that says something, without the space around it."""

Identifier = Annotated[
    str,
    PlainValidator(_identifier),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^{IDENTIFIER}$",
            "maxLength": LONGEST_IDENTIFIER,
        }
    ),
]
"""A name that other parts of the profile refer to."""

Number = Annotated[
    float,
    PlainValidator(_number),
    WithJsonSchema(
        {"type": "number", "minimum": -LARGEST_NUMBER, "maximum": LARGEST_NUMBER}
    ),
]
"""A finite number."""

Count = Annotated[
    int,
    PlainValidator(_count),
    WithJsonSchema({"type": "integer", "minimum": 0, "maximum": LARGEST_COUNT}),
]
"""How many there are."""

Share = Annotated[
    float,
    PlainValidator(_share),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string", "pattern": f"^{PERCENTAGE}$"},
            ],
            "examples": [0.92, "92 %"],
        }
    ),
]
"""A part of a whole, from 0 to 1."""

Flag = Annotated[bool, PlainValidator(_flag), WithJsonSchema({"type": "boolean"})]
"""True or false, and nothing that merely looks like it."""
