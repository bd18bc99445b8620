"""Keys that a plugin adds to profiles, over the pipe.

A model is described by what its fields hold, in a closed list of kinds, and made again
on our side from nothing but that: a profile is read, placed and looked through without
anything that the plugin wrote. A model that has rules of its own, or holds what is not
on the list, is not described, and its key is withheld.
"""

from __future__ import annotations

import json
from enum import StrEnum
from types import GenericAlias, NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    TypeAlias,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import Field, create_model

from auditor.isolation.texts import Line, Part, Text
from auditor.profile import extensions
from auditor.profile.extensions import KEY, Extension, withheld
from auditor.profile.references import HOMES
from auditor.profile.section import Section
from auditor.profile.values import (
    Count,
    Day,
    DayOrNo,
    Duration,
    FirstDay,
    Flag,
    Identifier,
    Money,
    Number,
    Reference,
    Share,
)
from auditor.profile.values import Text as AnyText

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["KeyPart"]

MOST_FIELDS: Final = 100
"""Ours: fields of one group, and words of one list."""
MOST_IN_ALL: Final = 200
"""Ours: fields under one key, those of groups within groups included."""
DEEPEST: Final = 8
"""Ours: groups within groups."""
KINDS: Final[dict[str, Any]] = {
    "text": AnyText,
    "identifier": Identifier,
    "flag": Flag,
    "number": Number,
    "count": Count,
    "share": Share,
    "day": Day,
    "day_or_no": DayOrNo,
    "first_day": FirstDay,
    "duration": Duration,
    "money": Money,
    **{kind: Annotated[Identifier, Reference(kind)] for kind in HOMES},
}
"""What a field can hold, by name; the name of a thing stands for its id."""

Name: TypeAlias = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,59}$")]


class WordsPart(Part):
    """A closed list of words."""

    words: Annotated[tuple[Line, ...], Field(min_length=1, max_length=MOST_FIELDS)]


class GroupPart(Part):
    """A group of fields."""

    fields: Annotated[tuple[FieldPart, ...], Field(max_length=MOST_FIELDS)]


class FieldPart(Part):
    """A field: what it holds, or a list of what."""

    name: Name
    holds: Line | WordsPart | GroupPart
    many: bool
    required: bool


class KeyPart(Part):
    """A key, and what may stand under it."""

    key: Annotated[str, Field(pattern=rf"^{KEY.pattern}$")]
    group: GroupPart | None
    """Nothing where it cannot be described."""
    example: Text
    """As JSON."""

    @classmethod
    def of(cls, extension: Extension) -> KeyPart:
        """Return a key as it goes over the pipe."""
        example = json.dumps(dict(extension.example), default=str)
        try:
            group = _described(extension.model)
            if _size(group) <= MOST_IN_ALL:
                return cls(key=extension.key, group=group, example=example)
        except (ValueError, TypeError):
            pass
        return cls(key=extension.key, group=None, example="{}")

    def made(self, plugin: str) -> Extension:
        """Return the key; withheld where what may stand there is not known.

        Args:
            plugin: Name of the plugin that adds it.

        Raises:
            ValueError: If the key, or what is said to stand there, cannot be.
        """
        if self.group is None:
            return withheld(self.key, plugin)
        if _size(self.group) > MOST_IN_ALL:
            raise ValueError(f"{self.key} has too many fields")
        model = _made(self.group, DEEPEST)
        try:
            return Extension(self.key, model, json.loads(self.example), plugin)
        except (TypeError, RecursionError) as error:
            raise ValueError(f"the example of {self.key} is none") from error


def _described(model: type[Section], depth: int = DEEPEST) -> GroupPart:
    """Return what a model holds.

    Raises:
        ValueError: If that cannot be said.
    """
    rules = model.__pydantic_decorators__
    if not depth or rules.field_validators or rules.model_validators:
        raise ValueError(f"{model.__name__} cannot be described")
    hints = get_type_hints(model, include_extras=True)
    described = []
    for name, field in model.model_fields.items():
        usual = field.is_required() or field.default is None
        if field.alias or not usual or hasattr(Section, name):
            raise ValueError(f"{name} cannot be described")
        holds, many = _held(hints[name], depth)
        described.append(
            FieldPart(name=name, holds=holds, many=many, required=field.is_required())
        )
    return GroupPart(fields=tuple(described))


def _held(hint: object, depth: int) -> tuple[str | WordsPart | GroupPart, bool]:
    """Return what a field with this annotation holds, and whether it is a list."""
    if get_origin(hint) in {Union, UnionType}:
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    many = get_origin(hint) is tuple
    if many:
        hint, more = get_args(hint)
        if more is not ...:
            raise ValueError(f"{hint} cannot be described")
    return _one(hint, depth), many


def _one(hint: object, depth: int) -> str | WordsPart | GroupPart:
    if known := next((name for name, kind in KINDS.items() if kind == hint), None):
        return known
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return WordsPart(words=tuple(map(str, hint)))
    if isinstance(hint, type) and issubclass(hint, Section):
        return _described(hint, depth - 1)
    raise ValueError(f"{hint} cannot be described")


def _size(group: GroupPart) -> int:
    """Return how many fields a group has, with those of groups within it."""
    within = (each.holds for each in group.fields)
    inside = sum(_size(held) for held in within if isinstance(held, GroupPart))
    return len(group.fields) + inside


def _made(group: GroupPart, depth: int) -> type[Section]:
    """Return a model that holds what is said.

    Raises:
        ValueError: If groups stand too deep, or two fields have one name.
    """
    if not depth or len({each.name for each in group.fields}) < len(group.fields):
        raise ValueError("what stands under a key cannot be")
    model: type[Section] = create_model(
        "Group",
        __base__=Section,
        __module__=extensions.MODULE,
        **dict(_fields(group, depth)),
    )
    return model


def _fields(group: GroupPart, depth: int) -> Iterator[tuple[str, Any]]:
    for each in group.fields:
        if hasattr(Section, each.name):
            raise ValueError(f"{each.name!r} cannot be the name of a field")
        kind = _kind(each, depth)
        held: Any = GenericAlias(tuple, (kind, ...)) if each.many else kind
        yield each.name, (held, ...) if each.required else (held | None, None)


def _kind(field: FieldPart, depth: int) -> object:
    """Return the annotation of one value of a field.

    Raises:
        ValueError: If there is none that could be.
    """
    match field.holds:
        case GroupPart() as group:
            return _made(group, depth - 1)
        case WordsPart(words=words):
            return StrEnum("Words", {f"word_{n}": word for n, word in enumerate(words)})
        case name if name in KINDS:
            return KINDS[name]
        case name:
            raise ValueError(f"there is no kind of value {name!r}")


GroupPart.model_rebuild()
