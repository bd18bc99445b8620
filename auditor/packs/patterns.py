"""Places in a profile by a pattern: `/journeys/*/stages/*` names every stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.profile.places import keys_of
from auditor.profile.section import Section
from auditor.profile.vocabulary_map import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.profile import Profile

__all__ = ["parts_at"]

EVERY = "*"
"""Stands for every entry of a list."""


def parts_at(profile: Profile, pattern: str) -> Iterator[tuple[str, object]]:
    """Yield each value that a pattern leads to, with its JSON pointer.

    Where the profile is silent on the way, there is nothing.
    """
    found: list[tuple[str, object]] = [("", profile)]
    for key in keys_of(pattern):
        found = [
            step for pointer, value in found for step in _steps(pointer, value, key)
        ]
    yield from found


def _steps(pointer: str, value: object, key: str) -> Iterator[tuple[str, object]]:
    """Yield where a key leads from a value."""
    if isinstance(value, tuple):
        for index, entry in enumerate(value):
            if key in {EVERY, str(index)}:
                yield f"{pointer}/{index}", entry
    elif isinstance(value, Section):
        for name, field in type(value).model_fields.items():
            inner = getattr(value, name)
            if key_of(name, field) == key and inner is not None:
                yield f"{pointer}/{key}", inner
