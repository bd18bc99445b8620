"""The operators of CEL, each for the types that CEL names.

The library hands most of them to Python, where `"%900000000d" % 1` is a text and
`1 == 1.0` of two types an error. These take what the language's definition says, and
texts and lists stay small. Two whole numbers are not divided: CEL would drop what is
left over, and a share of two counts would be 0.
"""

from __future__ import annotations

import operator
from functools import partial
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from celpy.celtypes import (
    BoolType,
    DoubleType,
    IntType,
    ListType,
    MapType,
    StringType,
    TimestampType,
)
from celpy.evaluation import CELEvalError

from auditor.packs.values import LARGEST, Part

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.packs.budget import Budget

__all__ = ["CHARACTERS", "MOST_ENTRIES", "finite", "operators_for"]

LONGEST_TEXT: Final = 20_000
"""Ours: characters of a text that an expression makes."""
MOST_ENTRIES: Final = 20_000
"""Ours: entries of a list that an expression makes."""
COMPARISONS: Final = 10
"""Ours: entries that are compared in one step."""
CHARACTERS: Final = 100
"""Ours: characters that are looked at in one step."""
NUMBERS: Final = ((IntType, int), (DoubleType, float))
"""CEL's types of numbers, and Python's, which compute."""
ORDERED: Final = (StringType, TimestampType)
"""What has an order besides numbers."""


def _is_number(value: object) -> bool:
    return isinstance(value, IntType | DoubleType)


def _plus(left: Any, right: Any, budget: Budget) -> Any:
    if isinstance(left, str) and isinstance(right, str):
        if len(left) + len(right) > LONGEST_TEXT:
            raise CELEvalError(f"A text has at most {LONGEST_TEXT:,} characters.")
        budget.spend((len(left) + len(right)) // CHARACTERS)
        return StringType(str(left) + str(right))
    if isinstance(left, ListType) and isinstance(right, ListType):
        if len(left) + len(right) > MOST_ENTRIES:
            raise CELEvalError(f"A list has at most {MOST_ENTRIES:,} entries.")
        budget.spend(len(left) + len(right))
        return ListType([*left, *right])
    return _computed(operator.add, left, right)


def _divided(left: Any, right: Any) -> Any:
    if isinstance(left, IntType) and isinstance(right, IntType):
        message = "Two whole numbers are divided, which drops what is left over."
        raise CELEvalError(f"{message} Write share(a, b), or double(a) / double(b).")
    if isinstance(right, DoubleType) and not right:
        raise CELEvalError("Something is divided by zero.")
    return _computed(operator.truediv, left, right)


def _remainder(left: Any, right: Any) -> Any:
    if isinstance(left, IntType) and isinstance(right, IntType) and right:
        return left % right
    raise CELEvalError("% takes two whole numbers, the second not zero.")


def _computed(compute: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    """Return what is computed of two numbers of one type."""
    for kind, plain in NUMBERS:
        if isinstance(left, kind) and isinstance(right, kind):
            return finite(kind, compute(plain(left), plain(right)))
    if _is_number(left) and _is_number(right):
        raise CELEvalError(
            "A whole number meets a decimal: write double(…) around the whole number."
        )
    raise CELEvalError("Numbers are needed here.")


def finite(kind: type[Any], value: float) -> Any:
    """Return a number of a type of CEL, if that has room for it."""
    if not isfinite(value) or (kind is IntType and abs(value) > LARGEST):
        raise CELEvalError("The number is too large.")
    return kind(value)


def _compared(compare: Callable[[Any, Any], Any], left: Any, right: Any) -> BoolType:
    """Return how two values of one order compare; numbers by what they are worth."""
    if _is_number(left) and _is_number(right):
        return BoolType(source=compare(_worth(left), _worth(right)))
    for kind in ORDERED:
        if isinstance(left, kind) and isinstance(right, kind):
            return BoolType(source=compare(left, right))
    raise CELEvalError("Only two numbers, two texts or two days can be compared.")


def _worth(number: Any) -> float:
    return int(number) if isinstance(number, IntType) else float(number)


def _equal(left: Any, right: Any) -> BoolType:
    """Return whether two values are the same; of different types, they are not."""
    return BoolType(source=_same(left, right))


def _same(left: Any, right: Any) -> bool:
    """Whether two values are equal; a list or a part equals only itself.

    Comparing lists entry by entry would take time that nobody counts.
    """
    if _is_number(left) and _is_number(right):
        return _worth(left) == _worth(right)
    if isinstance(left, Part) and isinstance(right, Part):
        return left.section is right.section
    if isinstance(left, MapType | ListType) or isinstance(right, MapType | ListType):
        return left is right
    for kind in (BoolType, *ORDERED):
        if isinstance(left, kind) and isinstance(right, kind):
            return bool(left == right)
    return isinstance(left, str) and isinstance(right, str) and str(left) == str(right)


def _in(entry: Any, entries: Any, budget: Budget) -> BoolType:
    if isinstance(entries, ListType):
        budget.spend(len(entries) // COMPARISONS)
        return BoolType(source=any(_same(entry, each) for each in entries))
    raise CELEvalError("'in' looks into lists.")


def _at(whole: Any, key: Any) -> Any:
    if isinstance(whole, ListType) and isinstance(key, IntType):
        if 0 <= key < len(whole):
            return whole[key]
        raise CELEvalError(f"The list has no entry {int(key)}; it has {len(whole)}.")
    raise CELEvalError("Only a list has entries with numbers.")


def _not(value: Any) -> BoolType:
    if not isinstance(value, BoolType):
        raise CELEvalError("'!' takes true or false.")
    return BoolType(source=not value)


def _either(left: Any, right: Any, *, decisive: bool) -> Any:
    """Return what two sides say together; one may decide where the other is unknown."""
    sides = [_side(left), _side(right)]
    if any(isinstance(side, BoolType) and bool(side) is decisive for side in sides):
        return BoolType(source=decisive)
    unclear = (side for side in sides if isinstance(side, CELEvalError))
    return next(unclear, BoolType(source=not decisive))


def _side(value: Any) -> BoolType | CELEvalError:
    if isinstance(value, BoolType | CELEvalError):
        return value
    return CELEvalError("'&&' and '||' stand between true and false.")


def _chosen(condition: Any, left: Any, right: Any) -> Any:
    if not isinstance(condition, BoolType):
        raise CELEvalError("What stands before '?' is true or false.")
    return left if condition else right


def _negative(value: Any) -> Any:
    if not _is_number(value):
        raise CELEvalError("Numbers are needed here.")
    return -value


_OPERATORS: Final[dict[str, Callable[..., Any]]] = {
    "_-_": partial(_computed, operator.sub),
    "_*_": partial(_computed, operator.mul),
    "_/_": _divided,
    "_%_": _remainder,
    "_<_": partial(_compared, operator.lt),
    "_<=_": partial(_compared, operator.le),
    "_>_": partial(_compared, operator.gt),
    "_>=_": partial(_compared, operator.ge),
    "_==_": _equal,
    "_!=_": lambda a, b: BoolType(source=not _same(a, b)),
    "_[_]": _at,
    "_&&_": partial(_either, decisive=False),
    "_||_": partial(_either, decisive=True),
    "_?_:_": _chosen,
    "!_": _not,
    "-_": _negative,
}
"""Those that take no longer for a large value, by the library's names for them."""


def operators_for(budget: Budget) -> dict[str, Callable[..., Any]]:
    """Return the operators of one check, for the library to call."""
    return {
        **_OPERATORS,
        "_+_": lambda left, right: _plus(left, right, budget),
        "_in_": lambda entry, entries: _in(entry, entries, budget),
    }
