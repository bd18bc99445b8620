"""Counts and sums of every group, as one statement brings them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, SupportsFloat

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditor.evidence.measures.cuts import Group
    from auditor.evidence.measures.definition import Definition, Exclusion
    from auditor.evidence.measures.figures import Sums
    from auditor.evidence.measures.statements import Questions

__all__ = ["Counts", "Totals"]


class Counts(NamedTuple):
    """What a definition counts in one group."""

    n: int
    """How many rows count."""
    excluded: tuple[tuple[Exclusion, int], ...]
    """How many do not, by reason, where there are any; with `n` they are all."""
    sums: Sums
    """What the parts of the figure come to."""


class Totals:
    """The answer to `Questions.totals`."""

    def __init__(self, questions: Questions, rows: Iterable[Sequence[Any]]) -> None:
        """Take the rows that the statement gave."""
        self._questions = questions
        first = 2 * len(questions.cuts.names)
        found = {
            group: dict(zip(questions.sums, map(_number, row[first:]), strict=True))
            for row in rows
            if (group := questions.cuts.group(row)) is not None
        }
        places = {names: n for n, names in enumerate(questions.cuts.sets)}
        in_order = sorted(found, key=lambda g: (places[tuple(n for n, _ in g)], g))
        self._groups = {group: found[group] for group in in_order}

    def counts(self, definition: Definition) -> Mapping[Group, Counts]:
        """The whole first, then every group in the order of the cuts."""
        place = self._questions.definitions.index(definition)
        number = self._questions.number(definition)
        reasons = self._questions.exclusions[number]
        return {
            group: Counts(
                int(found[f"n{number}_0"]),
                tuple(
                    (reason, count)
                    for code, reason in enumerate(reasons, 1)
                    if (count := int(found[f"n{number}_{code}"]))
                ),
                {name: found[f"d{place}_{name}"] for name in definition.figure.parts},
            )
            for group, found in self._groups.items()
        }


def _number(value: SupportsFloat | None) -> float:
    """A sum; of no rows it is null, which is 0. Whole numbers stay whole."""
    if value is None:
        return 0
    return value if isinstance(value, int) else float(value)
