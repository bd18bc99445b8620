"""Which declared figures their own rows bear out, and which cannot be compared."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor import JUDGED_FROM, Agreement, Outcome, compared, counted
from auditor_metric_balance.names import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor import Context, Room
    from auditor_metric_balance.claims import Claim

__all__ = ["Judged", "in_words", "judged", "left_out"]

TOLD: Final = 3
"""Ours: how many figures that are off a reason names."""
OUTCOMES: Final = {
    Agreement.HOLDS: Outcome.MET,
    Agreement.NEARLY: Outcome.PARTLY_MET,
    Agreement.CONTRADICTED: Outcome.NOT_MET,
}
"""From the best to the worst."""


class Judged(NamedTuple):
    """A claim, and whether its rows bear it out."""

    claim: Claim
    outcome: Outcome

    @property
    def badness(self) -> int:
        """The greater, the further off."""
        return list(OUTCOMES.values()).index(self.outcome)


def judged(found: Iterable[Claim], room: Room) -> list[Judged]:
    """Return the claims that have rows enough, in the order of the profile.

    Args:
        found: Metrics beside what their own rows say.
        room: How far off a figure may be where chance gives it no room.
    """
    return [Judged(c, _outcome(c, room)) for c in found if c.measure.n >= JUDGED_FROM]


def _outcome(claim: Claim, room: Room) -> Outcome:
    stated = claim.metric.value or 0.0
    agreement, _ = compared(claim.declared, claim.measure, room=room, stated=stated)
    return OUTCOMES[agreement]


def in_words(each: Sequence[Judged]) -> str:
    """Say how many figures are borne out, and name the worst that are not."""
    off = [one for one in each if one.outcome is not Outcome.MET]
    off.sort(key=lambda one: one.badness, reverse=True)
    total = counted(len(each), "declared figure")
    sentences = [f"Reproduced from the rows: {len(each) - len(off)} of {total}."]
    sentences += [one.claim.told for one in (off[:TOLD] or each[:1])]
    if len(off) > TOLD:
        sentences.append(f"{len(off) - TOLD} more are off.")
    return " ".join(sentences)


def left_out(context: Context, found: Iterable[Claim]) -> str:
    """Say which metrics name their rows and still cannot be held against them."""
    why = dict(context.evidence.not_computed)
    for claim in found:
        if claim.measure.n < JUDGED_FROM:
            why[claim.metric.id] = f"Fewer than {JUDGED_FROM} rows count."
    listed = [metric for metric in context.profile.metrics or () if metric.id in why]
    listed.sort(key=lambda metric: why[metric.id])
    return " ".join(
        f"Not compared: {names(some)}. {reason}"
        for reason, some in groupby(listed, key=lambda metric: why[metric.id])
    )
