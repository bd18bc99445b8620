"""What became of each finding, by its outcome before and now."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from auditor.finding import Finding, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Change", "change_of", "worsened"]


class Change(StrEnum):
    """What became of a finding, what a reader should see first coming first."""

    NEW = "new"
    """Met before, and open now."""
    WORSE = "worse"
    """Open before and now; earns less, or its claim is now contradicted."""
    FIXED = "fixed"
    """Open before, and met now."""
    BETTER = "better"
    """Open before and now; earns more, or its claim is contradicted no more."""
    FOUND = "found"
    """Open now; before it was not assessed, not asked or did not apply."""
    ANSWERED = "answered"
    """Not assessed before, and met now."""
    UNKNOWN = "unknown"
    """Assessed before, and not now: neither better nor worse."""
    ADDED = "added"
    """Asked now and not before, or applicable for the first time, and not open."""
    DROPPED = "dropped"
    """Asked before, and not now or not applicable any more."""
    UNCHANGED = "unchanged"


SAME: Final = 0.01
"""Ours: shares of good practice that differ by less are the same. Reports show whole
percentages, and counts over rows are never twice the same."""


def change_of(before: Finding | None, now: Finding | None) -> Change:
    """Return what became of a finding; None is that there was no such check."""
    if before is not None and now is not None and before.open and now.open:
        return _moved(before, now)
    return next(change for change, holds in _RULES if holds(before, now))


def worsened(before: Finding | None, now: Finding | None) -> bool:
    """Whether a criterion was assessed at both ends and stands worse now."""
    if before is None or now is None or not before.scored:
        return False
    return change_of(before, now) in {Change.NEW, Change.WORSE}


def _moved(before: Finding, now: Finding) -> Change:
    """Return the change of what is open at both ends; a contradiction decides."""
    if before.contradicted != now.contradicted:
        return Change.WORSE if now.contradicted else Change.BETTER
    gain = now.earned - before.earned
    if abs(gain) < SAME:
        return Change.UNCHANGED
    return Change.BETTER if gain > 0 else Change.WORSE


def _applies(finding: Finding | None) -> bool:
    return finding is not None and finding.outcome is not Outcome.NOT_APPLICABLE


def _open(finding: Finding | None) -> bool:
    return finding is not None and finding.open


def _met(finding: Finding | None) -> bool:
    return finding is not None and finding.outcome is Outcome.MET


def _scored(finding: Finding | None) -> bool:
    return finding is not None and finding.scored


_Rule = tuple[Change, "Callable[[Finding | None, Finding | None], bool]"]
_RULES: Final[tuple[_Rule, ...]] = (
    (Change.NEW, lambda before, now: _met(before) and _open(now)),
    (Change.FOUND, lambda _, now: _open(now)),
    (Change.FIXED, lambda before, now: _open(before) and _met(now)),
    (Change.DROPPED, lambda before, now: _applies(before) and not _applies(now)),
    (Change.ADDED, lambda before, now: not _applies(before) and _applies(now)),
    (Change.ANSWERED, lambda before, now: not _scored(before) and _met(now)),
    (Change.UNKNOWN, lambda before, now: _scored(before) and not _scored(now)),
    (Change.UNCHANGED, lambda _before, _now: True),
)
"""For all that is not open at both ends: the first that holds."""
