"""Promised times: "60s", "48h", "3 business days", "PT2H"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from pydantic_core import core_schema

from auditor.profile.wording import refusal
from auditor.translation import length_in_words

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue

    from auditor.translation import Message

__all__ = ["Duration", "DurationUnit"]


class DurationUnit(StrEnum):
    """The unit in which a duration was promised."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"


HOURS: Final = {
    DurationUnit.SECOND: 1 / 3600,
    DurationUnit.MINUTE: 1 / 60,
    DurationUnit.HOUR: 1.0,
    DurationUnit.DAY: 24.0,
    DurationUnit.WEEK: 168.0,
}
SPELLINGS: Final = {
    DurationUnit.SECOND: ("s", "sec", "secs", "second", "seconds"),
    DurationUnit.MINUTE: ("min", "mins", "minute", "minutes"),
    DurationUnit.HOUR: ("h", "hr", "hrs", "hour", "hours"),
    DurationUnit.DAY: ("d", "day", "days"),
    DurationUnit.WEEK: ("w", "week", "weeks"),
}
UNITS: Final = {word: unit for unit, words in SPELLINGS.items() for word in words}
LONGEST_HOURS: Final = 10 * 366 * 24
"""Ours: a promise to a customer that runs longer than ten years is a slip."""

ALLOWED: Final = (
    "write one number and one unit, such as 60s, 20 minutes, 48h, 2 days, "
    "3 business days, 2 weeks, or PT2H"
)
_NUMBER: Final = r"[0-9]{1,9}(?:\.[0-9]{1,3})?"
_WORDS: Final = "|".join(sorted(UNITS, key=len, reverse=True))
PEOPLE: Final = rf"({_NUMBER}) ?(?:(business|working) )?({_WORDS})"
ISO: Final = rf"P({_NUMBER})([DW])|PT({_NUMBER})([HMS])"
ISO_UNITS: Final = {
    "D": DurationUnit.DAY,
    "W": DurationUnit.WEEK,
    "H": DurationUnit.HOUR,
    "M": DurationUnit.MINUTE,
    "S": DurationUnit.SECOND,
}


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time as it was promised; validates from text in a profile.

    One number and one unit: "1h 30min" and "PT1H30M" are refused, because one way to
    write 90 minutes is enough to read, compare and repeat in a report.
    """

    amount: float
    """How many units, 0 or more."""
    unit: DurationUnit
    """The unit as promised."""
    business: bool = False
    """Whether only working time counts, as in "3 business days"."""

    @property
    def hours(self) -> float:
        """Hours on the clock that the unit names: a day has 24, a week 168.

        A business day also counts as 24 hours. Nights, weekends and holidays come on
        top and depend on the organisation, so for a `business` duration this is the
        least that a customer waits.
        """
        return self.amount * HOURS[self.unit]

    @property
    def words(self) -> Message:
        """The duration as a sentence says it: "48 hours", "3 business days"."""
        unit = f"business {self.unit}" if self.business else str(self.unit)
        return length_in_words(self.amount, unit)

    def __str__(self) -> str:
        return str(self.words)

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read a duration as people or ISO 8601 write it.

        Raises:
            ValueError: If `text` is no duration or longer than ten years.
        """
        duration = cls._from_people(text.strip()) or cls._from_iso(text.strip())
        if duration is None or duration.hours > LONGEST_HOURS:
            raise ValueError(text)
        return duration

    @classmethod
    def _from_people(cls, text: str) -> Duration | None:
        found = re.fullmatch(PEOPLE, text)
        if found is None:
            return None
        amount, business, word = found.groups()
        return cls(float(amount), UNITS[word], business=business is not None)

    @classmethod
    def _from_iso(cls, text: str) -> Duration | None:
        found = re.fullmatch(ISO, text)
        if found is None:
            return None
        amount, letter = (group for group in found.groups() if group is not None)
        return cls(float(amount), ISO_UNITS[letter])

    @classmethod
    def __get_pydantic_core_schema__(
        cls, _source: object, _handler: object
    ) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _duration, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, _core: core_schema.CoreSchema, _handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        examples = ["60s", "20 minutes", "48h", "3 business days", "PT2H"]
        pattern = f"^(?:{PEOPLE}|{ISO})$"
        return {"type": "string", "pattern": pattern, "examples": examples}


def _duration(value: object) -> Duration:
    """Validate a duration, or say what is wrong with it."""
    if isinstance(value, Duration):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        raise refusal("duration", value, f"add the unit: {ALLOWED}")
    if not isinstance(value, str):
        raise refusal("duration", value, ALLOWED)
    try:
        return Duration.parse(value)
    except ValueError:
        raise refusal("duration", value, ALLOWED) from None
