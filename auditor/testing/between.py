"""What lies between two values of a profile, where they differ in one thing alone.

A number or a day goes its way in a few steps, entries of a list of the same things are
replaced one by one, and of groups that differ in one key it is what lies between the
two values there. Of anything else nobody can say what lies between.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from auditor.testing.changes import is_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.profile.tree import PlainValue

__all__ = ["STEPS", "documents_between", "numbers_between"]

STEPS: Final = 4
"""Ours: parts into which the way between two numbers is cut."""


def documents_between(
    worse: Mapping[str, PlainValue], better: Mapping[str, PlainValue]
) -> list[dict[str, PlainValue]]:
    """Return the documents between two, if they have the same keys and differ in one.

    Args:
        worse: Where the way begins.
        better: Where it ends; neither is part of what lies between.
    """
    keys = [key for key in {**worse, **better} if worse.get(key) != better.get(key)]
    if len(keys) != 1 or not worse.keys() & better.keys() & {*keys}:
        return []
    (key,) = keys
    return [{**worse, key: each} for each in _between(worse[key], better[key])]


def numbers_between(worse: float, better: float) -> list[float]:
    """Return the numbers between two, each once; whole ones between whole ones."""
    whole = isinstance(worse, int) and isinstance(better, int)
    between = [worse + (better - worse) * step / STEPS for step in range(1, STEPS)]
    numbers = dict.fromkeys(map(round, between) if whole else between)
    return [each for each in numbers if each not in {worse, better}]


def _between(worse: PlainValue, better: PlainValue) -> list[PlainValue]:
    if isinstance(worse, dict) and isinstance(better, dict):
        return [*documents_between(worse, better)]
    if isinstance(worse, list) and isinstance(better, list):
        return [*_lists(worse, better)]
    if is_number(worse) and is_number(better):
        return [*numbers_between(worse, better)]
    days = _day(worse), _day(better)
    if days[0] and days[1]:
        return [*_days(days[0], days[1])]
    return []


def _lists(worse: list[PlainValue], better: list[PlainValue]) -> list[list[PlainValue]]:
    """Return the lists between two, if they are of the same things."""
    if [*map(_name, worse)] != [*map(_name, better)]:
        return []
    places = [place for place, entry in enumerate(worse) if entry != better[place]]
    if len(places) == 1:
        (place,) = places
        between = _between(worse[place], better[place])
        return [[*worse[:place], each, *worse[place + 1 :]] for each in between]
    return [[*better[:place], *worse[place:]] for place in places[1:]]


def _name(entry: object) -> object:
    """Return by what an entry of a list is known: its id, its name, or itself."""
    if not isinstance(entry, dict):
        return entry
    return entry.get("id", entry.get("name", entry))


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _days(worse: date, better: date) -> list[str]:
    between = numbers_between(worse.toordinal(), better.toordinal())
    return [str(date.fromordinal(round(each))) for each in between]
