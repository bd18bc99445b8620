"""Texts over the pipe: plain ones, and messages that can be said in other languages.

A message is made again on our side, so its template is held to what a sentence needs: a
format such as `{n:>1000000000}` would fill the memory of whoever fills it in.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Final, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, FiniteFloat

from auditor.profile.source import UNPRINTABLE
from auditor.translation import Message
from auditor.translation.text import values_in

__all__ = ["Line", "Part", "Text", "TextPart", "made", "text_part"]

LONGEST: Final = 10_000
"""Ours: characters of a text, of a message with all its values filled in."""
DEEPEST: Final = 12
"""Ours: messages within messages; lists of names in sentences need seven."""
LARGEST: Final = 10**15
"""Ours: the largest number in a sentence."""
WIDEST: Final = 32
"""Characters that a number or a day takes at most."""
FORMAT: Final = re.compile(r"\+?,?(\.[0-9]{1,2})?[dfg]?|n|long|brief|month|brief_month")
"""How a number or a day may be asked for."""


def _printable(value: object) -> object:
    """Return a text without what steers a terminal."""
    return UNPRINTABLE.sub("\ufffd", value) if isinstance(value, str) else value


Text: TypeAlias = Annotated[str, Field(max_length=LONGEST), BeforeValidator(_printable)]
Line: TypeAlias = Annotated[
    str, Field(min_length=1, max_length=300), BeforeValidator(_printable)
]


class Part(BaseModel):
    """A part of what comes over the pipe: exactly what is declared, or nothing."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class DayPart(Part):
    """A day in a message."""

    day: date


class MessagePart(Part):
    """A message: what it was made from."""

    template: Text
    many: Text = ""
    number: Whole | Number | None = None
    values: dict[Line, ValuePart] = Field(default_factory=dict, max_length=100)


Number: TypeAlias = Annotated[FiniteFloat, Field(ge=-LARGEST, le=LARGEST)]
Whole: TypeAlias = Annotated[int, Field(ge=-LARGEST, le=LARGEST)]
TextPart: TypeAlias = Text | MessagePart
ValuePart: TypeAlias = bool | Whole | Number | Text | DayPart | MessagePart
MessagePart.model_rebuild()


def text_part(text: str) -> TextPart:
    """Return a text as it goes over the pipe."""
    if not isinstance(text, Message):
        return str(text)
    values = {name: _value(value) for name, value in text.values.items()}
    return MessagePart(
        template=text.template, many=text.many, number=text.number, values=values
    )


def made(part: TextPart) -> str:
    """Return the text that came over the pipe.

    Raises:
        ValueError: If it would be too long, or asks for what no sentence needs.
    """
    if isinstance(part, str):
        return part
    if _length(part, DEEPEST) > LONGEST:
        raise ValueError("a message is too long")
    values = {name: _made_value(value) for name, value in part.values.items()}
    return Message(part.template, part.many, part.number, values)


def _value(value: object) -> ValuePart:
    match value:
        case Message():
            return text_part(value)
        case bool() | int() | float():
            return value
        case date():
            return DayPart(day=value)
        case _:
            return str(value)


def _made_value(value: ValuePart) -> object:
    match value:
        case MessagePart():
            return made(value)
        case DayPart():
            return value.day
        case _:
            return value


def _length(part: MessagePart, deepest: int) -> int:
    """Return how long a message is at most, without filling it in."""
    if not deepest:
        raise ValueError("messages stand too deep within each other")
    lengths = {
        name: _length(value, deepest - 1)
        if isinstance(value, MessagePart)
        else len(value)
        if isinstance(value, str)
        else WIDEST
        for name, value in part.values.items()
    }
    return max(_filled(form, lengths) for form in (part.template, part.many))


def _filled(template: str, lengths: dict[str, int]) -> int:
    total = len(template)
    for name, spec in values_in(template):
        if not FORMAT.fullmatch(spec):
            raise ValueError("a message has a format that no sentence needs")
        total += lengths.get(name, 0)
    return total
