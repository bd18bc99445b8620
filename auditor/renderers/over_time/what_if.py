"""A what-if in outline: the score after each step, and what bars higher levels."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.comparison import by_check
from auditor.renderers.figures import UNKNOWN, barred, level_of, points, ranged
from auditor.renderers.over_time.outline import Outline, Section
from auditor.renderers.over_time.words import difference, stands
from auditor.translation import say

if TYPE_CHECKING:
    from auditor.comparison import WhatIf
    from auditor.roadmap import Step
    from auditor.scoring import Gate

__all__ = ["what_if_outline"]


def what_if_outline(what_if: WhatIf) -> Outline:
    """Return all that a what-if has to say."""
    edition = what_if.edition
    title = say(
        "{organisation}, {day:brief}: what if",
        organisation=edition.organisation,
        day=edition.as_of,
    )
    return Outline(title, (_steps(what_if), _gates(what_if)))


def _steps(what_if: WhatIf) -> Section:
    score = what_if.edition.score
    totals = [score.total, *(step.score_after for step in what_if.steps)]
    gains = [difference(one, other) for one, other in pairwise(totals)]
    today = (
        *("", say("Today"), "", ""),
        ranged(score.total, score.low, score.high),
        level_of(score),
    )
    rows = (_row(what_if, *pair) for pair in zip(what_if.steps, gains, strict=True))
    head = (
        say("Check"),
        say("Criterion met"),
        say("Stands"),
        f">{say('Gains')}",
        f">{say('Score then')}",
        f">{say('Level')}",
    )
    sentence = say(
        "Each score is the scorer's, once that criterion and all above it are met; "
        "what is not known stays unknown."
    )
    return Section(say("Step by step"), (sentence,), head, (today, *rows))


def _row(what_if: WhatIf, step: Step, gained: str) -> tuple[str, ...]:
    finding = by_check(what_if.edition.findings)[step.check]
    level = step.level_after
    return (
        step.check,
        say(step.title),
        stands(finding),
        gained or points(step.score_after),
        ranged(step.score_after, step.low_after, step.high_after),
        say(UNKNOWN) if level is None else say("{level} of 5", level=level),
    )


def _gates(what_if: WhatIf) -> Section:
    """Return what bars higher levels in the end."""
    gates: tuple[Gate, ...] = what_if.edition.score.gates
    if what_if.steps:
        gates = what_if.steps[-1].gates_after
    title = say("What bars higher levels then")
    if not gates:
        return Section(title, (say("Nothing."),))
    rows = tuple(
        (say("Not above {level}", level=level), reasons)
        for level, reasons in barred(gates)
    )
    return Section(title, (), (say("Level"), say("Why")), rows)
