"""Two faults of one thing: a profile that lacks what two others lack.

A fault is what sets a worse profile apart from a better one. Two in different places
earn no more together than one of them does. Faults in lists of entries are left out:
there one may make up for the other, as where a list has to be balanced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from auditor.testing.exemplary import patched

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.profile.tree import PlainValue

__all__ = ["with_both_faults"]

Document: TypeAlias = "Mapping[str, PlainValue]"


class _Difference(NamedTuple):
    """One place in which a worse profile differs from a better one."""

    path: tuple[str, ...]
    better: PlainValue
    worse: PlainValue

    @property
    def is_of_entries(self) -> bool:
        """Whether it is a list of groups that differs."""
        return any(
            isinstance(value, list) and any(isinstance(each, dict) for each in value)
            for value in (self.better, self.worse)
        )

    def meets(self, other: _Difference) -> bool:
        """Whether the two are of one place, or of a place and one in it."""
        common = min(len(self.path), len(other.path))
        return self.path[:common] == other.path[:common]

    def patch(self) -> dict[str, PlainValue]:
        """Return the patch that makes the better profile worse in this place."""
        *above, last = self.path
        patch = {last: self.worse}
        for key in reversed(above):
            patch = {key: patch}
        return patch


def with_both_faults(
    better: Document, one: Document, other: Document
) -> dict[str, PlainValue] | None:
    """Return the better profile with what is worse about both others.

    Nothing if the two are worse in the same place, or in entries of a list.
    """
    ones, others = [*_differences(better, one)], [*_differences(better, other)]
    if any(each.is_of_entries for each in (*ones, *others)):
        return None
    if any(this.meets(that) for this in ones for that in others):
        return None
    both = dict(better)
    for each in (*ones, *others):
        both = patched(both, each.patch())
    return both


def _differences(
    better: Document, worse: Document, above: tuple[str, ...] = ()
) -> Iterator[_Difference]:
    for key in {**better, **worse}:
        path, values = (*above, key), (better.get(key), worse.get(key))
        match values:
            case dict() as one, dict() as other:
                yield from _differences(one, other, path)
            case one, other if one != other:
                yield _Difference(path, one, other)
