"""One edition compared with another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.comparison.cause import Cause, JudgedAgain
from auditor.comparison.change import Change, change_of, worsened
from auditor.comparison.doubts import doubts
from auditor.comparison.edition import by_check, left_out, renamed
from auditor.comparison.split import split

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.comparison.cause import OldInputs
    from auditor.comparison.edition import Edition
    from auditor.comparison.split import Split, Step
    from auditor.finding import Finding

__all__ = ["Comparison", "FindingChange", "compare", "same_organisation"]


@dataclass(frozen=True, slots=True)
class FindingChange:
    """One check in two editions."""

    check: str
    change: Change
    before: Finding | None
    """The finding before; None where the check was not asked."""
    now: Finding | None
    """The finding now; None where the check is not asked."""
    steps: tuple[Step, ...] = ()
    """What moved it, in the order of the walk."""
    regressed: bool = False
    """Whether it stands worse, by more than another rubric or tool, unaccepted."""

    @property
    def finding(self) -> Finding:
        """The newest that is known of it: title, area and severity."""
        finding = self.now or self.before
        if finding is None:
            raise ValueError(f"{self.check} is in neither edition")
        return finding

    @property
    def points(self) -> float:
        """Points of the total that moved with it."""
        return round(sum(step.points for step in self.steps), 6)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two editions; `auditor.comparison` is its specification."""

    old: Edition
    new: Edition
    split: Split | None
    """What the change of the score comes from; None where one has no score."""
    findings: tuple[FindingChange, ...]
    """Every check of either edition, by id."""
    doubts: tuple[str, ...]
    """What these editions cannot tell apart, in sentences."""
    old_inputs: OldInputs
    """What of the old inputs was judged again."""

    @property
    def regressions(self) -> tuple[FindingChange, ...]:
        """The findings that stand worse, other than by the rubric or the tool."""
        return tuple(change for change in self.findings if change.regressed)


def compare(
    old: Edition,
    new: Edition,
    *,
    aliases: Mapping[str, str] | None = None,
    again: JudgedAgain | None = None,
) -> Comparison:
    """Return what changed from one edition to another.

    Args:
        old: The edition before.
        new: The edition now.
        aliases: By an id that a check had before, its id of today.
        again: What the checks of today say of the old inputs, where they are at hand.
    """
    old, new = renamed(old, aliases or {}), renamed(new, aliases or {})
    again = again or JudgedAgain()
    parted = split(old, new, again)
    changes = _changes(old, new, parted)
    told = doubts(old, new, parted, again)
    return Comparison(old, new, parted, changes, told, again.inputs)


def same_organisation(one: str, other: str) -> bool:
    """Whether two names are one, apart from case and spaces."""
    return one.casefold().split() == other.casefold().split()


def _changes(
    old: Edition, new: Edition, parted: Split | None
) -> tuple[FindingChange, ...]:
    before, now = by_check(old.findings), by_check(new.findings)
    steps: dict[str, list[Step]] = defaultdict(list)
    for step in parted.steps if parted else ():
        steps[step.check or ""].append(step)
    return tuple(
        _change(check, before.get(check), now.get(check), tuple(steps[check]))
        for check in sorted(before.keys() | now.keys())
    )


def _change(
    check: str, before: Finding | None, now: Finding | None, steps: tuple[Step, ...]
) -> FindingChange:
    asked_before = None if left_out(before) else before
    asked_now = None if left_out(now) else now
    by_rubric = bool(steps) and all(step.cause is Cause.RUBRIC for step in steps)
    accepted = now is not None and now.waiver is not None and now.waiver.counts
    return FindingChange(
        check,
        change_of(before, now),
        asked_before or (before if asked_now is None else None),
        asked_now or (now if asked_before is None else None),
        steps,
        worsened(before, now) and not by_rubric and not accepted,
    )
