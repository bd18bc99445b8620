"""Extensions: keys of a profile that plugins bring, each with a model of its own.

A profile model with extensions is made of the models that plugins declare, so that
reading, references, places, messages and the JSON Schema treat their keys as our own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Final,
    Literal,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from pydantic import (
    Field,
    PlainValidator,
    ValidationError,
    create_model,
    model_validator,
)
from pydantic_core import PydanticCustomError

from auditor.profile.section import Section
from auditor.profile.values import Duration, Money
from auditor.profile.vocabulary_map import models_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pydantic import BaseModel

__all__ = ["KEY", "WITHHELD", "Extension", "Extensions", "extensions_model", "withheld"]

KEY: Final = re.compile("[a-z][a-z0-9_]{1,59}")
"""Ours: a key that people can write and Python can name."""
GROUPED: Final = {tuple, Union, UnionType}
"""What may hold several values; what else could has no place for each of them."""
MODULE: Final = "auditor.profile.extensions.made"
"""Where models are said to live that are made here, and nobody wrote."""

WITHHELD: Final = "withheld"
"""What pydantic calls the error of a key whose plugin is not asked."""

AnySection = TypeVar("AnySection", bound=Section)


class Extensions(Section):
    """What plugins add to a profile: one key for each."""

    added: ClassVar[tuple[Extension, ...]] = ()
    """The keys that there are."""

    def __getitem__(self, key: str) -> Section:
        """Return what the profile says under the key of a plugin.

        Raises:
            KeyError: If it says nothing there.
        """
        value = self.get(key)
        if value is None:
            raise KeyError(key)
        return value

    def get(self, key: str) -> Section | None:
        """Return what the profile says under the key of a plugin, if anything."""
        value = getattr(self, key) if key in type(self).model_fields else None
        return value if isinstance(value, Section) else None

    def of(self, model: type[AnySection]) -> AnySection | None:
        """Return what the profile says under the key of this model, if anything."""
        parts = (part for _, part in self.parts())
        return next((part for part in parts if isinstance(part, model)), None)


@dataclass(frozen=True, slots=True)
class Extension:
    """A key below `extensions` in a profile, and what may stand under it.

    Raises:
        ValueError: If the key cannot be one, or the model does not take the example.
        TypeError: If the model, or one inside it, is no `Section`, or a field would
            take what nobody has bounded.
    """

    key: str
    """The key, such as `hotel`: small letters, digits and underscores."""
    model: type[Section]
    """What may stand under it: a `Section` whose fields are `Section`s, closed lists of
    words, and the kinds of value that the facade has, such as `Text` and `Count`."""
    example: Mapping[str, Any] = field(hash=False)
    """Plain values that the model takes; `cxaudit init` writes them as an example."""
    plugin: str = ""
    """Name of the plugin that brings it; filled in when the plugin is loaded."""

    def __post_init__(self) -> None:
        if not KEY.fullmatch(self.key) or hasattr(Extensions, self.key):
            raise ValueError(f"{self.key!r} cannot be the key of an extension")
        if not _is_section(self.model):
            raise TypeError(f"{self.key}: {self.model!r} is no Section")
        for part, hint in _hints(self.model):
            if unbounded := next(_unbounded(hint), None):
                message = (
                    f"{self.key}: {part} takes {unbounded}; use a kind of value of the "
                    "facade, such as Text or Count, a StrEnum or a Section"
                )
                raise TypeError(message)
        try:
            self.model.model_validate(dict(self.example))
        except ValidationError as error:
            raise ValueError(f"{self.key}: the example is refused: {error}") from error


def withheld(key: str, plugin: str) -> Extension:
    """Return a key whose plugin is not asked what may stand under it.

    A profile that has something there is refused at its place, and told why.

    Args:
        key: The key.
        plugin: Name of the plugin that adds it.

    Raises:
        ValueError: If the key cannot be one.
    """

    class Withheld(Section):
        """What is not read here."""

        @model_validator(mode="before")
        @classmethod
        def _refuse(cls, value: object) -> object:
            if value:
                said = "the plugin {plugin} adds this key; --isolate cannot read it"
                raise PydanticCustomError(WITHHELD, said, {"plugin": plugin})
            return value

    return Extension(key, Withheld, {}, plugin)


@cache
def extensions_model(extensions: tuple[Extension, ...]) -> type[Extensions]:
    """Return the model of `extensions` in a profile: one key for each of these."""
    fields: dict[str, Any] = {
        extension.key: (
            extension.model | None,
            Field(None, description=(extension.model.__doc__ or "").partition("\n")[0]),
        )
        for extension in extensions
    }
    made: type[Extensions] = create_model(
        "Extensions",
        __base__=Extensions,
        __module__=MODULE,
        __doc__=Extensions.__doc__,
        **fields,
    )
    made.added = extensions
    return made


def _is_section(model: object) -> bool:
    return isinstance(model, type) and issubclass(model, Section)


def _hints(
    model: type[BaseModel], inside: tuple[type[BaseModel], ...] = ()
) -> Iterator[tuple[str, object]]:
    """Yield every field of a model, and of those inside it, with what it takes."""
    inside = (*inside, model)
    for name, hint in get_type_hints(model, include_extras=True).items():
        if name not in model.model_fields:
            continue
        yield f"{model.__name__}.{name}", hint
        for part in models_in(hint):
            if part not in inside:
                yield from _hints(part, inside)


def _unbounded(hint: object) -> Iterator[str]:
    """Yield the name of each type in an annotation that takes more than it should."""
    marks = getattr(hint, "__metadata__", ())
    if any(isinstance(mark, PlainValidator) for mark in marks):
        return
    if isinstance(hint, type) and not get_args(hint):
        if not issubclass(hint, Section | StrEnum | Duration | Money | NoneType):
            yield hint.__name__
    elif marks or get_origin(hint) in GROUPED:
        for part in get_args(hint)[: 1 if marks else None]:
            if part is not ...:
                yield from _unbounded(part)
    elif get_origin(hint) is not Literal:
        yield getattr(get_origin(hint), "__name__", str(hint))
