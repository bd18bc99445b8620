"""What a plugin for hotels adds to profiles."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditor import Count, DepartmentId, Duration, Section, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["EXAMPLE", "Floor", "Hotel", "Kind"]


class Kind(StrEnum):
    """How much of a hotel there is."""

    FULL = "full"
    ROOMS = "rooms_only"


class Floor(Section):
    """One floor of the hotel."""

    id: Text
    """Its name."""
    rooms: Count | None = None
    """How many rooms it has."""
    cleaned: Duration | None = None
    """How often it is cleaned."""


class Hotel(Section):
    """What a hotel says of itself.

    And more.
    """

    kind: Kind | None = None
    """How much of a hotel there is."""
    floors: tuple[Floor, ...] | None = None
    """The floors, from below."""
    owner: DepartmentId | None = None
    """Who answers for the rooms."""


EXAMPLE: Final[Mapping[str, object]] = {"floors": [{"id": "one", "rooms": 12}]}
