"""The functions that an expression can call: CEL's own, and those of an audit.

Each is pure, and takes time by the size of what it is given, which it spends from the
budget of its check.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from math import fsum, trunc
from typing import TYPE_CHECKING, Any, Final

from celpy.celtypes import (
    BoolType,
    DoubleType,
    IntType,
    ListType,
    StringType,
)
from celpy.evaluation import CELEvalError

from auditor.grading import counted, happened, months_before, named, recent
from auditor.measure_grading import shown
from auditor.packs.evaluation import UnknownValueError
from auditor.packs.operators import CHARACTERS, MOST_ENTRIES, finite
from auditor.packs.patterns import parts_at, pattern_of
from auditor.packs.values import Day, Figure, cel
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from auditor.checks import Context
    from auditor.evidence import Measure
    from auditor.packs.budget import Budget
    from auditor.translation import Message

__all__ = ["NOTHING", "functions_for"]

NOTHING: Final = message(
    "There is nothing of the kind in the profile to take a share of."
)
"""What is said where a share of nothing is asked for, as `Tally` says it."""


def functions_for(context: Context, budget: Budget) -> dict[str, Callable[..., Any]]:
    """Return the functions of one check, for the library to call."""
    audit = _OfAudit(context, budget)
    return {
        "contains": audit.contains,
        "counted": audit.counted,
        "distinct": audit.distinct,
        "double": lambda value: DoubleType(_number(value)),
        "endsWith": lambda text, end: BoolType(source=_text(text).endswith(_text(end))),
        "figure": lambda figure: shown(_measure(figure), interval=False),
        "figure_with_interval": lambda figure: shown(_measure(figure)),
        "flatten": audit.flatten,
        "happened": audit.happened,
        "int": lambda value: finite(IntType, trunc(_number(value))),
        "limit": audit.limit,
        "matches": audit.matches,
        "max": lambda numbers: max(audit.some(numbers), key=_number),
        "min": lambda numbers: min(audit.some(numbers), key=_number),
        "months_before": _months_before,
        "named": audit.named,
        "parts": audit.parts,
        "recent": audit.recent,
        "share": _share,
        "size": _size,
        "startsWith": lambda text, start: BoolType(
            source=_text(text).startswith(_text(start))
        ),
        "string": _string,
        "sum": audit.sum,
        "word": lambda text: StringType(_word(_text(text))),
    }


@dataclass(frozen=True, slots=True)
class _OfAudit:
    """The functions that need to know what the check sees, or take time."""

    context: Context
    budget: Budget
    found: dict[str, ListType] = field(default_factory=dict)
    """What stands at each pattern that was asked for."""

    def happened(self, day: object) -> BoolType:
        return BoolType(source=happened(self.context, _day(day)))

    def recent(self, day: object, months: object) -> BoolType:
        found = recent(self.context, _day(day), _number(months))
        return BoolType(source=found)

    def limit(self, name: object) -> str:
        return self.context.evidence.limits.worded(_text(name))

    def parts(self, pattern: object) -> ListType:
        text = _text(pattern)
        if text not in self.found:
            values = parts_at(self.context.profile, text, self.budget.spend)
            self.found[text] = ListType([cel(value) for _, value in values])
        return self.found[text]

    def contains(self, text: object, part: object) -> BoolType:
        self.budget.spend(len(_text(text)) // CHARACTERS)
        return BoolType(source=_text(part) in _text(text))

    def matches(self, text: object, form: object) -> BoolType:
        self.budget.spend(len(_text(text)) // CHARACTERS)
        return BoolType(source=pattern_of(_text(form)).search(_text(text)) is not None)

    def counted(self, number: object, noun: object, nouns: object = "") -> Message:
        return counted(int(_number(number)), _text(noun), _text(nouns))

    def named(self, names: object) -> Message:
        return named(map(_text, self.entries(names)))

    def distinct(self, entries: object) -> ListType:
        different: dict[Any, Any] = {}
        for entry in self.entries(entries):
            if isinstance(entry, ListType):
                raise CELEvalError("distinct: lists in a list are not compared.")
            different.setdefault((type(entry), entry), entry)
        return ListType(list(different.values()))

    def flatten(self, lists: object) -> ListType:
        flat = ListType()
        for entries in self.entries(lists):
            flat.extend(self.entries(entries))
            if len(flat) > MOST_ENTRIES:
                raise CELEvalError(f"A list has at most {MOST_ENTRIES:,} entries.")
        return flat

    def sum(self, numbers: object) -> IntType | DoubleType:
        entries = self.entries(numbers)
        if all(isinstance(entry, IntType) for entry in entries):
            return IntType(sum(map(int, entries)))
        return DoubleType(fsum(map(_number, entries)))

    def some(self, entries: object) -> list[Any]:
        """Return the entries of a list that has any."""
        found = self.entries(entries)
        if not found:
            raise CELEvalError("The list is empty: nothing is highest or lowest.")
        return found

    def entries(self, entries: object) -> list[Any]:
        """Return the entries of a list, and spend a step on each."""
        if not isinstance(entries, ListType):
            raise CELEvalError("A list is needed here.")
        self.budget.spend(len(entries))
        return entries


def _months_before(day: object, months: object) -> Day:
    if not isinstance(day, Day):
        raise CELEvalError("months_before takes a day.")
    return Day.of(months_before(day.stated, int(_number(months))))


def _share(some: object, whole: object) -> DoubleType:
    total = _count(whole)
    if not total:
        raise UnknownValueError(reason=NOTHING)
    return DoubleType(_count(some) / total)


def _size(value: object) -> IntType:
    if isinstance(value, ListType | str):
        return IntType(len(value))
    raise CELEvalError("size takes a list or a text.")


def _string(value: object) -> StringType:
    if isinstance(value, BoolType):
        return StringType("true" if value else "false")
    if isinstance(value, DoubleType):
        return StringType(f"{_number(value):.12g}")
    return StringType(str(int(value)) if isinstance(value, IntType) else _text(value))


def _count(value: object) -> float:
    return float(len(value) if isinstance(value, ListType) else _number(value))


def _word(text: str) -> str:
    """Return a word as the vocabulary spells it: "C-level" is `c_level`."""
    return re.sub(r"\W+", "_", text.strip().lower())


def _number(value: object) -> float:
    """Return a number as Python has it."""
    if isinstance(value, IntType):
        return int(value)
    if isinstance(value, DoubleType):
        return float(value)
    raise CELEvalError("A number is needed here.")


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    raise CELEvalError("A text is needed here.")


def _day(value: object) -> date | None:
    """Return a day; nothing for `false`, which says that there is none."""
    if isinstance(value, Day):
        return value.stated
    if isinstance(value, BoolType) and not value:
        return None
    raise CELEvalError("A day is needed here.")


def _measure(value: object) -> Measure:
    if isinstance(value, Figure):
        return value.measure
    raise CELEvalError("A measure is needed here, such as measures.closed.")
