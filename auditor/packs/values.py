"""What an expression sees: a profile and measures as values of CEL.

Nothing is copied that is not asked for: a part of the profile turns its fields into
values when an expression names them. A field on which the profile is silent is not
there; it is never null.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Self, get_args

from celpy.celtypes import (
    BoolType,
    DoubleType,
    IntType,
    ListType,
    MapType,
    StringType,
    TimestampType,
)

from auditor.profile.durations import Duration
from auditor.profile.money import Money
from auditor.profile.section import Section
from auditor.profile.vocabulary_map import key_of
from auditor.translation import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.evidence import Measure

__all__ = ["Day", "Figure", "Figures", "Part", "cel", "plain"]

LARGEST: Final = 2**63 - 1
"""The largest whole number of CEL."""


class Day(TimestampType):
    """A day of the profile: midnight UTC to CEL, and still the day that it was."""

    stated: date

    @classmethod
    def of(cls, day: date) -> Self:
        """Return a day as an expression compares it."""
        made = cls(datetime(day.year, day.month, day.day, tzinfo=UTC))
        made.stated = day
        return made


class Part(MapType):
    """A part of the profile; its fields are read when they are asked for."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.section = section

    def __getitem__(self, key: Any) -> Any:
        """Return the value of a field.

        Raises:
            KeyError: If the profile is silent on it.
        """
        if key not in self:
            name = _fields(type(self.section))[key]
            value = getattr(self.section, name)
            if value is None:
                raise KeyError(key)
            self[key] = cel(value, number=name in _numbers(type(self.section)))
        return super().__getitem__(StringType(key))

    def __eq__(self, other: object) -> bool:
        """Whether this is the same part of the profile."""
        return isinstance(other, Part) and other.section is self.section

    def __hash__(self) -> int:  # type: ignore[override]  # a part of a frozen profile
        """Return a number that stands for the part."""
        return id(self.section)


class Figure(MapType):
    """A measure: `value`, `low`, `high`, `n`, and what group it is of."""

    def __init__(self, measure: Measure) -> None:
        stated = {
            "value": measure.value,
            "low": measure.low,
            "high": measure.high,
            "n": measure.n,
            **measure.by,
        }
        known = {k: v for k, v in stated.items() if v is not None}
        super().__init__({StringType(k): cel(v) for k, v in known.items()})
        self.measure = measure


class Figures(MapType):
    """The measures that a check asks for, and why some are not there."""

    def __init__(
        self, found: Mapping[str, Measure], lacking: Mapping[str, str]
    ) -> None:
        super().__init__({StringType(k): Figure(one) for k, one in found.items()})
        self.lacking = lacking


def cel(value: object, *, number: bool = False) -> Any:  # noqa: C901, PLR0911 - a table
    """Return a value of the profile as CEL has it.

    Args:
        value: The value; not `None`.
        number: Whether a whole number stands where broken ones may.
    """
    match value:
        case Section():
            return Part(value)
        case Message():
            return value
        case Enum():
            return StringType(value.value)
        case str():
            return StringType(value)
        case bool():
            return BoolType(value)
        case int() if not number and abs(value) <= LARGEST:
            return IntType(value)
        case int() | float():
            return DoubleType(value)
        case date():
            return Day.of(value)
        case Duration():
            told = {
                "hours": value.hours,
                "business": value.business,
                "told": value.words,
            }
            return cel(told)
        case Money():
            return cel({"amount": float(value.amount), "currency": value.currency})
        case dict():
            known = {k: v for k, v in value.items() if v is not None}
            return MapType({StringType(k): cel(v) for k, v in known.items()})
        case tuple() | list():
            return ListType([cel(entry, number=number) for entry in value])
    return StringType(str(value))


def plain(value: Any) -> object:
    """Return a value of CEL as a text of a finding takes it."""
    match value:
        case Message():
            return value
        case Day():
            return value.stated
        case BoolType():
            return bool(value)
        case int():
            return int(value)
        case float():
            return float(value)
        case str():
            return str(value)
    raise TypeError(type(value).__name__)


@cache
def _fields(model: type[Section]) -> dict[str, str]:
    """Return the attribute of each key of a section."""
    return {key_of(name, field): name for name, field in model.model_fields.items()}


@cache
def _numbers(model: type[Section]) -> frozenset[str]:
    """Return the attributes that hold broken numbers."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if float in {field.annotation, *_inner_types(field.annotation)}
    )


def _inner_types(annotation: object) -> set[object]:
    inner = set(get_args(annotation))
    return inner.union(*map(_inner_types, inner)) if inner else inner
