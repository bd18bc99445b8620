"""A parameter: a threshold with a name, a unit, a meaning and an owner."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditor.translation import Message, message

if TYPE_CHECKING:
    from auditor.bibliography import Source

__all__ = ["Parameter", "Unit"]

MOST: Final = 10_000
"""Ours: no list, and no span of months or days, that a check looks at is longer."""


class Unit(StrEnum):
    """What a threshold is a number of."""

    SHARE = "share"
    """A part of a whole, from 0 to 1; people read it as a percentage."""
    COUNT = "count"
    """A whole number of whatever the parameter's meaning names."""
    MONTHS = "months"
    """Whole months of the calendar."""
    DAYS = "days"
    """Whole days of the calendar."""
    SECONDS = "seconds"
    """Seconds, whole or not."""
    HOURS = "hours"
    """Hours, whole or not."""
    POINTS = "points"
    """Points of a scale of 100, whole or not."""
    TIMES = "times"
    """How many times as much, whole or not."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A threshold with a name, which a rubric may set otherwise.

    Raises:
        ValueError: If the default is not a number of the unit.
    """

    name: str
    """Its name within the check, such as `met`."""
    default: float
    """Its value in the built-in rubric."""
    unit: Unit
    """What it is a number of."""
    meaning: str
    """What it bounds, as a phrase."""
    source: Source | str
    """The work that gives it, or `OURS`."""
    least: float = 0
    """The lowest value that a rubric may set."""

    def __post_init__(self) -> None:
        if not self.allows(self.default):
            raise ValueError(f"{self.name}: {self.default} is not {self.allowed}")

    def allows(self, value: float) -> bool:
        """Whether a rubric may set the threshold to this value."""
        if self.unit is Unit.SHARE:
            return self.least <= value <= 1
        return self.least <= value <= MOST and (
            self._may_be_broken or value == int(value)
        )

    @property
    def allowed(self) -> str:
        """The values that a rubric may set, in words."""
        if self.unit is Unit.SHARE:
            return f"a share from {self.least:g} to 1"
        number = "number" if self._may_be_broken else "whole number"
        return f"a {number} from {self.least:g} to {MOST}"

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema of the values that a rubric may set."""
        whole = not self._may_be_broken and self.unit is not Unit.SHARE
        return {
            "type": "integer" if whole else "number",
            "minimum": self.least,
            "maximum": 1 if self.unit is Unit.SHARE else MOST,
            "default": self.default,
            "description": f"{self.meaning[:1].upper()}{self.meaning[1:]}.",
        }

    @property
    def _may_be_broken(self) -> bool:
        return self.unit in {Unit.SECONDS, Unit.HOURS, Unit.POINTS, Unit.TIMES}

    def written(self, value: float) -> Message:
        """Return a value as people read it: "90 %", "5"; months and days as numbers."""
        if self.unit is Unit.SHARE:
            return message("{share:g} %", share=100 * value)
        return message("{amount:g}", amount=value)
