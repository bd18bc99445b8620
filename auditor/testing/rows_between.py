"""What lies between two small tables, where only the mix of their rows differs.

Rows that are alike are of one sort. Between two tables the number of rows of each sort
goes its way in a few steps, and every share, mean and percentile goes one way with it.
So does what is judged by them:

- where each group for which figures are given, such as a channel or a month, has as
  many rows in both tables;
- where both tables have as many rows, all of the same sorts;
- where they differ in how many rows there are of one sort.

Otherwise one group may be too small to be judged before another is large enough.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import gcd
from typing import TYPE_CHECKING, TypeAlias

from auditor.evidence.measures.cuts import CLOCKS, CUTS
from auditor.example import Rows
from auditor.testing.between import whole_numbers_between

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

__all__ = ["Tables", "tables_between"]

Tables: TypeAlias = "Mapping[str, tuple[Rows, ...]]"
"""Small tables, by kind."""
Mix: TypeAlias = dict[str, Rows]
"""How many rows there are of each sort."""


def tables_between(worse: Tables, better: Tables) -> list[Tables]:
    """Return the tables between those of two examples; none where too much differs.

    Args:
        worse: Where the way begins.
        better: Where it ends; neither is part of what lies between.
    """
    differing = [kind for kind in worse if worse[kind] != better.get(kind)]
    if worse.keys() != better.keys() or len(differing) != 1:
        return []
    (kind,) = differing
    mixes = _mixes(kind, _mix(worse[kind]), _mix(better[kind]))
    return [{**worse, kind: mix} for mix in mixes]


def _mix(table: Iterable[Rows]) -> Mix:
    """Return how many rows of a table are of each sort.

    Rows with a number in a text may belong to others with the same number: they stay
    together as they are written.
    """
    mix: Mix = {}
    for place, some in enumerate(table):
        if _is_numbered(some):
            mix[f"{place} {_sort(some.values)}"] = some
            continue
        for values in _one_by_one(some):
            sort = _sort(values)
            mix[sort] = Rows(_count(mix, sort) + min(some.count, 1), values)
    return mix


def _is_numbered(some: Rows) -> bool:
    return any("{n" in str(value) for value in some.values.values())


def _one_by_one(some: Rows) -> Iterator[dict[str, object]]:
    """Yield what is in each row; once, too, where there is none."""
    for number in range(max(some.count, 1)):
        yield {
            key: value[number % len(value)] if isinstance(value, tuple) else value
            for key, value in some.values.items()
        }


def _sort(values: Mapping[str, object]) -> str:
    return str(sorted(values.items()))


def _count(mix: Mix, sort: str) -> int:
    return mix[sort].count if sort in mix else 0


def _mixes(kind: str, worse: Mix, better: Mix) -> Iterator[tuple[Rows, ...]]:
    """Yield the mixes of whole rows on a way that leads nowhere else in between."""
    sorts = worse | better
    moves = {sort: _count(better, sort) - _count(worse, sort) for sort in sorts}
    if not _is_straight(kind, worse, better, moves):
        return
    parts = gcd(*moves.values())
    for done in whole_numbers_between(0, parts):
        yield tuple(
            replace(some, count=_count(worse, sort) + moves[sort] // parts * done)
            for sort, some in sorts.items()
        )


def _is_straight(kind: str, worse: Mix, better: Mix, moves: Mapping[str, int]) -> bool:
    """Whether every figure goes one way from one mix to the other."""
    sorts = worse | better
    new = [sorts[sort] for sort in worse.keys() ^ better.keys()]
    if _columns(worse) != _columns(better) or any(map(_is_numbered, new)):
        return False
    groups: Counter[str] = Counter()
    for sort, by in moves.items():
        groups[_group(kind, sorts[sort])] += by
    same_sorts = not new and not sum(moves.values())
    return same_sorts or not any(groups.values()) or sum(map(bool, moves.values())) == 1


def _columns(mix: Mix) -> set[str]:
    return {column for some in mix.values() for column in some.values}


def _group(kind: str, some: Rows) -> str:
    """Return for which group of a table figures are given that rows are part of."""
    month = str(some.values.get(CLOCKS.get(kind, "")))[: len("2026-06")]
    return str([month, *(some.values.get(cut) for cut in CUTS)])
