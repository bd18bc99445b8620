"""Two rows of digests side by side: which pages stand, moved, changed, went, came."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Alignment", "aligned"]


@dataclass(frozen=True, slots=True)
class Alignment:
    """How the pages of a file stand to the pages that it should have, from 0."""

    changed: tuple[tuple[int, int], ...] = ()
    """Pages of the file, each with the one that should stand there."""
    moved: tuple[tuple[int, int], ...] = ()
    """Pages of the file, each with its own place."""
    added: tuple[int, ...] = ()
    """Pages of the file that belong nowhere."""
    missing: tuple[int, ...] = ()
    """Pages that the file should have."""

    @property
    def complete(self) -> bool:
        """Whether all pages are there and nothing else is."""
        return not (self.changed or self.moved or self.added or self.missing)


def aligned(found: Sequence[str], expected: Sequence[str]) -> Alignment:
    """Put the digests of a file beside those that it should have."""
    pairs: list[tuple[int, int]] = []
    surplus: list[int] = []
    lacking: list[int] = []
    matcher = SequenceMatcher(None, found, expected, autojunk=False)
    for kind, start, end, begin, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        both = min(end - start, stop - begin)
        pairs += zip(
            range(start, start + both), range(begin, begin + both), strict=True
        )
        surplus += range(start + both, end)
        lacking += range(begin + both, stop)
    return _with_moves(found, expected, pairs, surplus, lacking)


def _with_moves(
    found: Sequence[str],
    expected: Sequence[str],
    pairs: list[tuple[int, int]],
    surplus: list[int],
    lacking: list[int],
) -> Alignment:
    """Tell what is elsewhere from what is gone."""
    wanted = {expected[at]: at for at in (*lacking, *(pair[1] for pair in pairs))}
    here = {found[at]: at for at in (*surplus, *(pair[0] for pair in pairs))}
    moved = {at: wanted[digest] for digest, at in here.items() if digest in wanted}
    places = set(moved.values())
    changed = [(a, b) for a, b in pairs if a not in moved and b not in places]
    kept, met = {pair[0] for pair in changed}, {pair[1] for pair in changed}
    return Alignment(
        tuple(changed),
        tuple(sorted(moved.items())),
        tuple(sorted({*surplus, *(a for a, _ in pairs)} - moved.keys() - kept)),
        tuple(sorted({*lacking, *(b for _, b in pairs)} - places - met)),
    )
