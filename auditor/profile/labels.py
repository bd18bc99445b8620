"""What the organisation itself calls a part of its profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.profile.places import keys_of
from auditor.profile.section import Section

if TYPE_CHECKING:
    from auditor.profile.profile import Profile

__all__ = ["label"]

NAMES: Final = ("name", "title", "description", "role", "id")
"""Keys that name a part for readers, best first."""


def label(profile: Profile, pointer: str) -> str:
    """Return the name of the innermost named part that a JSON pointer goes through.

    Empty where nothing on the way has a name of its own.
    """
    found = ""
    value: object = profile
    for key in keys_of(pointer):
        if isinstance(value, tuple):
            value = value[int(key)] if int(key) < len(value) else None
        else:
            value = getattr(value, key, None)
        if isinstance(value, Section):
            found = _name(value) or found
    return found


def _name(part: Section) -> str:
    for key in NAMES:
        name = getattr(part, key, None)
        if isinstance(name, str):
            return name
    return ""
