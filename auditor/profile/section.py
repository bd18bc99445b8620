"""What all sections of a profile have in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic import BaseModel, BeforeValidator, ConfigDict, PrivateAttr

from auditor.profile.wording import refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema

__all__ = ["OR_FALSE", "Section"]


def _emptied(value: object) -> object:
    if value is False:
        return {}
    if isinstance(value, bool | str):
        allowed = "write a group of keys, or false if there is no such thing"
        raise refusal("group or false", value, allowed)
    return value


@dataclass(frozen=True, slots=True)
class _OrFalse(BeforeValidator):
    """Reads `false` as a group that is there and holds nothing."""

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        return {"anyOf": [handler(schema), {"const": False}]}


OR_FALSE = _OrFalse(_emptied)
"""Marks a group for which `false` says that there is no such thing."""


class Section(BaseModel):
    """A frozen part of a profile that knows its own place in it.

    Unknown keys are refused. A key that is left out is silence and reads as
    `None`; an empty list says that there are none.
    """

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        defer_build=True,
    )

    _pointer: str = PrivateAttr(default="")

    @property
    def pointer(self) -> str:
        """JSON pointer of this part, such as `/journeys/0/stages/3`."""
        return self._pointer

    def at(self, *keys: str | int) -> str:
        """Return the JSON pointer of something below this part."""
        return "/".join((self._pointer, *map(str, keys)))

    def states(self, key: str) -> bool:
        """Whether the profile states this key, were it only with an empty list."""
        return key in self.model_fields_set and getattr(self, key) is not None

    def parts(self) -> Iterator[tuple[str, Section]]:
        """Yield each section directly below this one, with its pointer."""
        for name in self.model_fields_set:
            value: object = getattr(self, name)
            if isinstance(value, Section):
                yield self.at(name), value
            elif isinstance(value, tuple):
                for index, entry in enumerate(value):
                    if isinstance(entry, Section):
                        yield self.at(name, index), entry

    def locate(self, pointer: str = "") -> None:
        """Tell this part and all below it where they stand."""
        self._pointer = pointer
        for place, part in self.parts():
            part.locate(place)
