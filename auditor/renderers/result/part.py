"""What the parts of a result document have in common."""

from __future__ import annotations

from typing import Annotated, Final, TypeAlias

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    FiniteFloat,
    WithJsonSchema,
)

from auditor.profile.source import UNPRINTABLE
from auditor.renderers.plain import short

__all__ = [
    "DECIMALS",
    "Count",
    "Gain",
    "Level",
    "Number",
    "Points",
    "Reason",
    "ResultPart",
    "Share",
    "Text",
    "is_nothing",
]

DECIMALS: Final = 6
"""Ours: finer than any figure means, coarse enough that every machine agrees."""

LONGEST_KEY: Final = 180
"""Ours: a little less than a key of a document may have."""


def is_nothing(value: object) -> bool:
    """Whether a part that only some results have is left out: empty, zero or null."""
    return not value


def _rounded(value: float) -> float:
    return round(value, DECIMALS) + 0.0  # turns -0.0 into 0.0


def _printable(value: object) -> object:
    """Return a text without what no profile may hold, so that it can be read back.

    Names of files and messages of foreign plugins can have such characters.
    """
    return UNPRINTABLE.sub("\ufffd", value) if isinstance(value, str) else value


def _cut(value: str) -> str:
    return short(value, LONGEST_KEY) if len(value) > LONGEST_KEY else value


Text: TypeAlias = Annotated[str, BeforeValidator(_printable)]
Reason: TypeAlias = Annotated[str, BeforeValidator(_printable), AfterValidator(_cut)]
"""What rows are left out for, as a key: it may quote a value, however long."""
Number: TypeAlias = FiniteFloat
Points: TypeAlias = Annotated[
    FiniteFloat,
    AfterValidator(_rounded),
    Field(ge=0, le=100),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 100}),
]
Gain: TypeAlias = Annotated[
    FiniteFloat,
    AfterValidator(_rounded),
    Field(ge=-100, le=100),
    WithJsonSchema({"type": "number", "minimum": -100, "maximum": 100}),
]
"""Points that are won or lost."""
Share: TypeAlias = Annotated[
    FiniteFloat,
    AfterValidator(_rounded),
    Field(ge=0, le=1),
    WithJsonSchema({"type": "number", "minimum": 0, "maximum": 1}),
]
Level: TypeAlias = Annotated[int, Field(ge=1, le=5)]
Count: TypeAlias = Annotated[int, Field(ge=0)]


class ResultPart(BaseModel):
    """A frozen part of a result; keys that a later version adds are passed over."""

    model_config = ConfigDict(
        frozen=True,
        extra="ignore",
        from_attributes=True,
        validate_by_name=True,
        serialize_by_alias=True,
        defer_build=True,
    )
