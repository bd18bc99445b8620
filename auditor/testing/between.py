"""What lies between two values of a profile, where they differ in one thing alone.

A number or a day goes its way in a few steps, entries of a list of the same things are
replaced one by one, and of groups that differ in one key it is what lies between the
two values there. Of anything else nobody can say what lies between.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from auditor.testing.changes import day_of, is_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.profile.tree import PlainValue

__all__ = ["documents_between", "numbers_between", "whole_numbers_between"]

STEPS: Final = 4
"""Ours: parts into which the way between two numbers is cut."""
NAMES: Final = ("id", "name")
"""Keys by which an entry of a list is known, the first before the second."""


def documents_between(
    worse: Mapping[str, PlainValue], better: Mapping[str, PlainValue]
) -> list[dict[str, PlainValue]]:
    """Return the documents between two, if they have the same keys and differ in one.

    Args:
        worse: Where the way begins.
        better: Where it ends; neither is part of what lies between.
    """
    differing = [
        key for key in {**worse, **better} if worse.get(key) != better.get(key)
    ]
    if len(differing) != 1:
        return []
    (key,) = differing
    between = _between(worse.get(key), better.get(key))
    return [{**worse, key: each} for each in between]


def numbers_between(worse: float, better: float) -> Sequence[float]:
    """Return the numbers between two, each once; whole ones between whole ones."""
    if isinstance(worse, int) and isinstance(better, int):
        return whole_numbers_between(worse, better)
    return [worse + (better - worse) * step / STEPS for step in range(1, STEPS)]


def whole_numbers_between(worse: int, better: int) -> list[int]:
    """Return the whole numbers between two, each once."""
    between = (worse + (better - worse) * step // STEPS for step in range(1, STEPS))
    return [each for each in dict.fromkeys(between) if each not in {worse, better}]


def _between(worse: PlainValue, better: PlainValue) -> Sequence[PlainValue]:
    if isinstance(worse, dict) and isinstance(better, dict):
        return documents_between(worse, better)
    if isinstance(worse, list) and isinstance(better, list):
        return _lists(worse, better)
    if is_number(worse) and is_number(better):
        return numbers_between(worse, better)
    first, last = day_of(worse), day_of(better)
    if first and last:
        between = whole_numbers_between(first.toordinal(), last.toordinal())
        return [str(date.fromordinal(each)) for each in between]
    return []


def _lists(worse: list[PlainValue], better: list[PlainValue]) -> list[list[PlainValue]]:
    """Return the lists between two of the same things, if none may get worse on it.

    What one entry becomes, no other was: it might be going the other way.
    """
    if [*map(_name, worse)] != [*map(_name, better)]:
        return []
    places = [place for place, entry in enumerate(worse) if entry != better[place]]
    if len(places) == 1:
        (place,) = places
        between = _between(worse[place], better[place])
        return [[*worse[:place], each, *worse[place + 1 :]] for each in between]
    left = [_without_name(worse[place]) for place in places]
    if any(_without_name(better[place]) in left for place in places):
        return []
    return [[*better[:place], *worse[place:]] for place in places[1:]]


def _name(entry: PlainValue) -> PlainValue:
    """Return by what an entry of a list is known: its id, its name, or itself."""
    if not isinstance(entry, dict):
        return entry
    return next((entry[key] for key in NAMES if key in entry), entry)


def _without_name(entry: PlainValue) -> PlainValue:
    """Return what is said of an entry, whichever it is."""
    if not isinstance(entry, dict):
        return entry
    return {key: value for key, value in entry.items() if key not in NAMES}
