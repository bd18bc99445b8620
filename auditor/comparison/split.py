"""The change of the score, taken apart by a walk from one edition to the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from auditor.comparison.cause import Cause
from auditor.comparison.edition import by_check
from auditor.comparison.moves import moves_of
from auditor.scoring import score

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.checks import Area
    from auditor.comparison.cause import JudgedAgain
    from auditor.comparison.edition import Edition
    from auditor.comparison.moves import Move
    from auditor.finding import Finding
    from auditor.rubric import Rubric

__all__ = ["Part", "Split", "Step", "split"]

MICRO: Final = 1_000_000
"""Scores are taken apart as whole millionths of a point, so that sums are exact."""
ROUNDING: Final = 100
"""Millionths by which a recomputed score may miss a stated one: shares are rounded."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the walk, and what it moved."""

    cause: Cause
    check: str | None
    """The check that it is about; None where it changes weights alone."""
    points: float
    """Points by which the total rises, with six decimals."""
    between: tuple[Cause, ...] = ()
    """The causes that cannot be told apart, where that is so."""


@dataclass(frozen=True, slots=True)
class Part:
    """All that one cause moved."""

    cause: Cause
    start: float
    """The total before."""
    end: float
    """The total after."""
    points: float
    """The difference, with six decimals."""
    checks: tuple[str, ...]
    """The checks that it moved, by id, whether or not points moved with them."""


@dataclass(frozen=True, slots=True)
class Split:
    """A change of the score, and what it comes from."""

    points: float
    """The change: the new total less the old one."""
    parts: tuple[Part, ...]
    """One for each cause, in the order of the walk; they add up to `points`."""
    steps: tuple[Step, ...]
    """Every step of the walk, in its order; they add up to `points`."""


def split(old: Edition, new: Edition, again: JudgedAgain) -> Split | None:
    """Take the change of the score apart; None where one edition has no score."""
    if old.stated is None or new.stated is None:
        return None
    start, change = _micro(old.stated), _micro(new.stated) - _micro(old.stated)
    steps = _rounded_off(_walked(old, new, again), change)
    return Split(change / MICRO, tuple(_parts(start, steps)), steps)


class _Walk:
    """Where a walk is: the findings as they stand, and what weighs them."""

    def __init__(self, old: Edition) -> None:
        self.standing = by_check(old.findings)
        self._weighed_by(old)
        self.total = _micro(old.score.total or 0.0)
        self.steps: list[Step] = []

    def weigh(self, new: Edition) -> None:
        """Take over the weights of severities and areas."""
        before = self.areas, self.rubric
        self._weighed_by(new)
        if before != (self.areas, self.rubric):
            self._step(Cause.RUBRIC, None)

    def move(self, move: Move) -> None:
        """Let one finding become another."""
        if move.to is None:
            del self.standing[move.check]
        else:
            self.standing[move.check] = move.to
        self._step(move.cause, move.check, move.between)

    def _weighed_by(self, edition: Edition) -> None:
        # Titles of areas weigh nothing, and neither does their order.
        areas = sorted(edition.areas, key=lambda area: area.id)
        self.areas: tuple[Area, ...] = tuple(replace(a, title="") for a in areas)
        self.rubric: Rubric = edition.rubric

    def _step(
        self, cause: Cause, check: str | None, between: tuple[Cause, ...] = ()
    ) -> None:
        total = score(self.standing.values(), self.areas, self.rubric).total
        # Where nothing is scored there is no height: the next step starts from here.
        after = self.total if total is None else _micro(total)
        points = (after - self.total) / MICRO
        self.steps.append(Step(cause, check, points, between))
        self.total = after


def _walked(old: Edition, new: Edition, again: JudgedAgain) -> list[Step]:
    """Walk from the old edition to the new one."""
    walk = _Walk(old)
    walk.weigh(new)
    before, now = by_check(old.findings), by_check(new.findings)
    for move in _in_order(_moves(before, now, old, new, again)):
        walk.move(move)
    return walk.steps


def _moves(
    before: Mapping[str, Finding],
    now: Mapping[str, Finding],
    old: Edition,
    new: Edition,
    again: JudgedAgain,
) -> Iterable[Move]:
    for check in before.keys() | now.keys():
        yield from moves_of(before.get(check), now.get(check), old, new, again)


def _in_order(moves: Iterable[Move]) -> list[Move]:
    """Return moves by cause, and within a cause by check."""
    order = list(Cause)
    return sorted(moves, key=lambda move: (order.index(move.cause), move.check))


def _rounded_off(steps: list[Step], change: int) -> tuple[Step, ...]:
    """Return steps that add up to the change exactly.

    What shares lost by being written with six decimals goes to the largest step. What
    is more than that, another version's scorer gave: that is the tool.
    """
    rest = change - sum(_micro(step.points) for step in steps)
    if not rest:
        return tuple(steps)
    if abs(rest) > ROUNDING or not steps:
        return (Step(Cause.RUBRIC, None, rest / MICRO), *steps)
    largest = max(range(len(steps)), key=lambda n: abs(steps[n].points))
    points = (_micro(steps[largest].points) + rest) / MICRO
    steps[largest] = replace(steps[largest], points=points)
    return tuple(steps)


def _parts(start: int, steps: tuple[Step, ...]) -> Iterable[Part]:
    for cause in Cause:
        mine = [step for step in steps if step.cause is cause]
        points = sum(_micro(step.points) for step in mine)
        checks = tuple(dict.fromkeys(step.check for step in mine if step.check))
        end = start + points
        yield Part(cause, start / MICRO, end / MICRO, points / MICRO, checks)
        start = end


def _micro(points: float) -> int:
    return round(points * MICRO)
