"""Counts and sums of every group, as one statement brings them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from auditor.evidence.measures.cuts import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from auditor.evidence.measures.cuts import Group
    from auditor.evidence.measures.definition import Definition, Exclusion
    from auditor.evidence.measures.figures import Result
    from auditor.evidence.measures.statements import Questions

__all__ = ["Totals"]


class Totals:
    """The answer to `Questions.totals`."""

    def __init__(
        self, questions: Questions, groups: Mapping[Group, Mapping[str, float]]
    ) -> None:
        self._questions = questions
        self._groups = groups

    @classmethod
    def read(cls, questions: Questions, rows: Iterable[Sequence[Any]]) -> Self:
        """Take the rows that the statement gave."""
        first = 2 * len(questions.cuts.names)
        groups = {
            group: dict(zip(questions.sums, map(_number, row[first:]), strict=True))
            for row in rows
            if (group := questions.cuts.group(row)) is not None
        }
        return cls(questions, groups)

    @property
    def groups(self) -> Iterator[Group]:
        """The whole first, then every group in the order of the cuts."""
        places = {names: n for n, names in enumerate(self._questions.cuts.sets)}
        return iter(
            sorted(self._groups, key=lambda g: (places[tuple(n for n, _ in g)], g))
        )

    def n(self, definition: Definition, group: Group = WHOLE) -> int:
        """How many rows of a group count."""
        return self._counted(definition, group, 0)

    def excluded(
        self, definition: Definition, group: Group = WHOLE
    ) -> dict[Exclusion, int]:
        """How many rows of a group do not count, by reason; with `n` they are all."""
        reasons = definition.exclusions(self._questions.setting)
        counts = (
            (reason, self._counted(definition, group, code))
            for code, reason in enumerate(reasons, 1)
        )
        return {reason: count for reason, count in counts if count}

    def result(self, definition: Definition, group: Group = WHOLE) -> Result | None:
        """What the sums of a group say; none where they are of nothing."""
        n = self.n(definition, group)
        figure = definition.figure
        if not n and figure.parts:
            return None
        place = self._questions.definitions.index(definition)
        found = self._groups[group]
        sums = {name: found[f"d{place}_{name}"] for name in figure.parts}
        return figure.result(n, sums, self._questions.setting.limits)

    def _counted(self, definition: Definition, group: Group, code: int) -> int:
        number = self._questions.number(definition)
        return int(self._groups[group][f"n{number}_{code}"])


def _number(value: Any) -> float:  # noqa: ANN401 - whatever a database calls a number
    """A sum; of no rows it is null, which is 0. Whole numbers stay whole."""
    if value is None:
        return 0
    return value if isinstance(value, int) else float(value)
