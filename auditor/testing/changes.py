"""Changes to the exemplary profile, one field of the vocabulary at a time.

A field is a key wherever it stands: `metrics.owner` is the owner of every metric. It
is left out everywhere, and in the first entry alone; lists are emptied, flags turned,
numbers set to nothing and days put far back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias, TypeGuard

from pydantic import ValidationError

from auditor.errors import InputError
from auditor.testing.exemplary import exemplary_document, resolved_with

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.profile.profile import Profile
    from auditor.profile.tree import PlainValue

__all__ = ["LONG_AGO", "Change", "changes", "day_of", "is_number", "key_of_pointer"]

LONG_AGO: Final = "2001-01-01"
"""Ours: a day on which nothing that is recent was done."""
Alteration: TypeAlias = Callable[["PlainValue"], "PlainValue"]
"""What is done to a value; `None` takes it away."""
KEPT: Final = frozenset({"profile_version"})
"""Fields that say nothing of an organisation."""


@dataclass(frozen=True, slots=True)
class Change:
    """The exemplary profile with one field changed."""

    says: str
    """What was done to which field, such as "`metrics.owner` is left out"."""
    fields: frozenset[str]
    """The keys that changed: the field, and references that lead nowhere by it."""
    profile: Profile
    """The profile."""


@cache
def changes() -> tuple[Change, ...]:
    """Return every change that leaves the exemplary profile a valid one."""
    return tuple(_valid(exemplary_document()))


def key_of_pointer(pointer: str) -> str:
    """Return the key of the vocabulary at a JSON pointer: `metrics.owner`."""
    return ".".join(part for part in pointer.split("/") if part and not part.isdigit())


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether a value is a number; to Python, flags are numbers too."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def day_of(value: object) -> date | None:
    """Return the day that a text states; nothing if it states none."""
    if not isinstance(value, str):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


def _valid(document: Mapping[str, PlainValue]) -> Iterator[Change]:
    for field in dict.fromkeys(_fields(document)):
        keys = field.split(".")
        for says, alter, everywhere in WAYS:
            changed = _group_altered(document, keys, alter, everywhere=everywhere)
            if changed == document:
                continue
            try:
                profile, notices = resolved_with(changed, changed.keys() - {keys[0]})
            except (ValidationError, InputError):
                continue
            led_nowhere = (key_of_pointer(notice.pointer) for notice in notices)
            yield Change(f"`{field}` {says}", frozenset({field, *led_nowhere}), profile)


def _fields(value: object, above: str = "") -> Iterator[str]:
    """Yield the key of every value, as often as it occurs."""
    if isinstance(value, list):
        for entry in value:
            yield from _fields(entry, above)
    elif isinstance(value, dict):
        for key, inner in value.items():
            field = f"{above}.{key}" if above else key
            if field not in KEPT:
                yield field
                yield from _fields(inner, field)


def _altered(
    value: PlainValue, keys: list[str], alter: Alteration, *, everywhere: bool
) -> PlainValue:
    """Return a value in which what stands under the keys is altered."""
    if not keys:
        return alter(value)
    if isinstance(value, dict):
        return _group_altered(value, keys, alter, everywhere=everywhere)
    if not isinstance(value, list):
        return value
    entries, done = [], False
    for entry in value:
        changed = entry
        if everywhere or not done:
            changed = _altered(entry, keys, alter, everywhere=everywhere)
        done = done or changed != entry
        entries.append(changed)
    return entries


def _group_altered(
    group: Mapping[str, PlainValue],
    keys: list[str],
    alter: Alteration,
    *,
    everywhere: bool,
) -> dict[str, PlainValue]:
    key, *below = keys
    if key not in group:
        return {**group}
    inner = _altered(group[key], below, alter, everywhere=everywhere)
    rest = {name: each for name, each in group.items() if name != key}
    return rest if inner is None else {**group, key: inner}


def _left_out(_: PlainValue) -> PlainValue:
    return None


def _emptied(value: PlainValue) -> PlainValue:
    return [] if isinstance(value, list) else value


def _turned(value: PlainValue) -> PlainValue:
    return not value if isinstance(value, bool) else value


def _nothing(value: PlainValue) -> PlainValue:
    return 0 if is_number(value) else value


def _put_back(value: PlainValue) -> PlainValue:
    return LONG_AGO if day_of(value) else value


WAYS: Final = (
    ("is left out", _left_out, True),
    ("is left out once", _left_out, False),
    ("is emptied", _emptied, True),
    ("is turned round", _turned, True),
    ("is set to 0", _nothing, True),
    ("is put back to 2001", _put_back, True),
)
"""What is done to a field, how, and whether wherever it stands."""
