"""Which declared figures their own rows bear out, and which cannot be compared."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor import (
    JUDGED_FROM,
    Agreement,
    Outcome,
    compared,
    counted,
    message,
    plural,
    sentences,
)
from auditor_metric_balance.names import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from auditor import Context, Message, Room
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


def in_words(each: Sequence[Judged]) -> Message:
    """Say how many figures are borne out, and name the worst that are not."""
    off = [one for one in each if one.outcome is not Outcome.MET]
    off.sort(key=lambda one: one.badness, reverse=True)
    borne_out = message(
        "Reproduced from the rows: {number} of {figures}.",
        number=len(each) - len(off),
        figures=counted(len(each), "declared figure"),
    )
    told = [one.claim.told for one in (off[:TOLD] or each[:1])]
    more = max(len(off) - TOLD, 0)
    others = plural("{n} more is off.", "{n} more are off.", more) if more else ""
    return sentences(borne_out, *told, others)


def left_out(context: Context, found: Iterable[Claim]) -> Message:
    """Say which metrics name their rows and still cannot be held against them."""
    why = dict(context.evidence.not_computed)
    for claim in found:
        if claim.measure.n < JUDGED_FROM:
            few = message("Fewer than {least} rows count.", least=JUDGED_FROM)
            why[claim.metric.id] = few
    listed = [metric for metric in context.profile.metrics or () if metric.id in why]
    listed.sort(key=lambda metric: why[metric.id])
    groups = [
        (reason, names(some))
        for reason, some in groupby(listed, key=lambda metric: why[metric.id])
    ]
    return sentences(
        *(
            sentences(message("Not compared: {metrics}.", metrics=metrics), reason)
            for reason, metrics in groups
        )
    )
