"""Two faults of one thing: a profile that lacks what two others lack.

A fault is what a worse profile lacks beside a better one: a key that is left out, an
empty list, a 0, a no. Two in different places earn no more together than one of them
does. Other differences are none, as there one may make up for the other: two dates that
have to be in order, and lists of entries that have to be balanced.
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
    def is_lack(self) -> bool:
        """Whether the worse profile lacks what is there, other than entries."""
        return not self.worse and not _has_entries(self.better)

    def meets(self, other: _Difference) -> bool:
        """Whether the two are of one place, or of a place and one in it."""
        common = zip(self.path, other.path, strict=False)
        return all(one == that for one, that in common)

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
    """Return the better profile without what either of two others lacks.

    Nothing if the two lack something in the same place, differ otherwise from the
    better one, or lack entries of a list.
    """
    ones, others = [*_differences(better, one)], [*_differences(better, other)]
    if not all(each.is_lack for each in (*ones, *others)):
        return None
    if any(this.meets(that) for this in ones for that in others):
        return None
    both = dict(better)
    for each in (*ones, *others):
        both = patched(both, each.patch())
    return both


def _has_entries(value: PlainValue) -> bool:
    """Whether a value is a list of groups."""
    return isinstance(value, list) and any(isinstance(each, dict) for each in value)


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
