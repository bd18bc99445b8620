"""What sort of value a field of a profile is, before any profile is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Final,
    Union,
    get_args,
    get_origin,
)

from auditor.profile.durations import Duration
from auditor.profile.money import Money
from auditor.profile.section import Section
from auditor.profile.vocabulary_map import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["ANY", "BY_NAME", "DAY", "FLAG", "NUMBER", "TEXT", "Kind", "profile_kind"]


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of value something is."""

    name: str
    """A word for it: text, number, flag, day, list, group, any."""
    fields: Mapping[str, Kind] | None = field(default=None, compare=False, repr=False)
    """Of a group whose fields are known, what each of them is."""
    entries: Kind | None = field(default=None, compare=False)
    """Of a list, what each entry is."""
    words: frozenset[str] = frozenset()
    """Of a text from a closed list, the words that it can be."""


ANY: Final = Kind("any")
DAY: Final = Kind("day")
FLAG: Final = Kind("flag")
NUMBER: Final = Kind("number")
TEXT: Final = Kind("text")
LIST: Final = Kind("list", entries=ANY)
BY_NAME: Final = {
    "any": ANY,
    "day": DAY,
    "flag": FLAG,
    "list": LIST,
    "number": NUMBER,
    "text": TEXT,
}
DURATION: Final = Kind("group", {"hours": NUMBER, "business": FLAG, "told": TEXT})
MONEY: Final = Kind("group", {"amount": NUMBER, "currency": TEXT})
SCALARS: Final[dict[type, Kind]] = {
    bool: FLAG,
    int: NUMBER,
    float: NUMBER,
    str: TEXT,
    date: DAY,
    Duration: DURATION,
    Money: MONEY,
}


@cache
def profile_kind(model: type[Section]) -> Kind:
    """Return what a section of a profile is."""
    fields = {
        key_of(name, info): _of_annotation(info.annotation)
        for name, info in model.model_fields.items()
    }
    return Kind("group", fields)


def _of_annotation(annotation: object) -> Kind:
    """Return what a field of this annotation holds."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of_annotation(inner[0])
    if origin in {Union, UnionType}:
        kinds = {_of_annotation(one) for one in inner if one is not NoneType}
        # A day or `false`: used as a day, and `false` says that there is none.
        kinds.discard(ANY)
        return kinds.pop() if len(kinds) == 1 else ANY
    if origin is tuple:
        return Kind("list", entries=_of_annotation(inner[0]))
    return _of_type(annotation) if isinstance(annotation, type) else ANY


def _of_type(held: type) -> Kind:
    """Return what a field that holds instances of a type holds."""
    if issubclass(held, Section):
        return profile_kind(held)
    if issubclass(held, Enum):
        return Kind("text", words=frozenset(str(word.value) for word in held))
    return SCALARS.get(held, ANY)
