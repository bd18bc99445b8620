"""What an expression sees: a profile and measures as values of CEL.

Nothing is copied that is not asked for: a part of the profile turns its fields into
values when an expression names them. A field on which the profile is silent is not
there; it is never null.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache, singledispatch
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
    from collections.abc import Iterable, Mapping

    from auditor.evidence import Measure

__all__ = ["LARGEST", "Day", "Figure", "Figures", "Part", "cel", "plain"]

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
            is_decimal = name in _decimals(type(self.section))
            self[key] = cel(_decimal(value) if is_decimal else value)
        return super().__getitem__(StringType(key))

    def __eq__(self, other: object) -> bool:
        """Whether this is the same part of the profile."""
        return isinstance(other, Part) and other.section is self.section

    def __hash__(self) -> int:  # type: ignore[override]  # a dict has none; this one stands for what is frozen
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


@singledispatch
def cel(value: object) -> Any:
    """Return a value of the profile as CEL has it; what has no form there, as a text.

    Args:
        value: The value; not `None`.
    """
    return StringType(str(value))


cel.register(bool, BoolType)
cel.register(date, Day.of)
cel.register(float, DoubleType)
cel.register(Section, Part)


@cel.register
def _message(value: Message) -> Message:
    """Return it as it is, so that it can still be translated."""
    return value


@cel.register
def _whole(value: int) -> IntType | DoubleType:
    return IntType(value) if abs(value) <= LARGEST else DoubleType(value)


@cel.register
def _duration(value: Duration) -> MapType:
    return _group(
        {"hours": value.hours, "business": value.business, "told": value.words}
    )


@cel.register
def _money(value: Money) -> MapType:
    return _group({"amount": float(value.amount), "currency": value.currency})


@cel.register(dict)
def _group(value: dict[str, object]) -> MapType:
    known = {key: each for key, each in value.items() if each is not None}
    return MapType({StringType(key): cel(each) for key, each in known.items()})


@cel.register(tuple)
@cel.register(list)
def _list(value: Iterable[object]) -> ListType:
    return ListType([cel(entry) for entry in value])


def _decimal(value: object) -> object:
    """Return whole numbers as decimals, which may stand beside them in a list."""
    if isinstance(value, tuple):
        return tuple(map(_decimal, value))
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    return value


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
def _decimals(model: type[Section]) -> frozenset[str]:
    """Return the attributes that hold decimals."""
    return frozenset(
        name
        for name, field in model.model_fields.items()
        if float in {field.annotation, *_inner_types(field.annotation)}
    )


def _inner_types(annotation: object) -> set[object]:
    inner = set(get_args(annotation))
    return inner.union(*map(_inner_types, inner)) if inner else inner
