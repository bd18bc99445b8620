"""Patterns: of places in a profile, such as `/journeys/*/stages/*`, and of texts.

Texts are searched by RE2, which takes time by the length of the text alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import re2

from auditor.profile import Profile
from auditor.profile.places import keys_of
from auditor.profile.section import Section
from auditor.profile.vocabulary_map import key_of, key_paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


__all__ = ["is_place", "parts_at", "pattern_of"]

MOST_MEMORY: Final = 1_000_000
"""Ours: bytes for one pattern of texts."""
EVERY: Final = "*"
"""Stands for every entry of a list."""


def parts_at(
    profile: Profile, pattern: str, spend: Callable[[int], None] | None = None
) -> Iterator[tuple[str, object]]:
    """Yield each value that a pattern leads to, with its JSON pointer.

    Where the profile is silent on the way, there is nothing.

    Args:
        profile: The profile.
        pattern: A JSON pointer; `*` stands for every entry of a list.
        spend: Takes the number of places that were looked at.
    """
    found: list[tuple[str, object]] = [("", profile)]
    for key in keys_of(pattern):
        found = [
            step for pointer, value in found for step in _steps(pointer, value, key)
        ]
        if spend is not None:
            spend(len(found))
    yield from found


@cache
def pattern_of(text: str) -> Any:
    """Return the pattern that a text is.

    Raises:
        ValueError: If it is none, or would need too much memory.
    """
    options = re2.Options()
    options.log_errors, options.max_mem = False, MOST_MEMORY
    try:
        return re2.compile(text, options)
    except re2.error as error:
        told = error.args[0]
        raise ValueError(told.decode() if isinstance(told, bytes) else told) from None


def is_place(pattern: str) -> bool:
    """Whether a profile can have anything at a pattern."""
    keys = tuple(
        key for key in keys_of(pattern) if key != EVERY and not key.isdecimal()
    )
    return keys[:1] == ("extensions",) or keys in _places()


@cache
def _places() -> frozenset[tuple[str, ...]]:
    return frozenset({(), *key_paths(Profile)})


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
