"""The touchpoints of one journey, and what to say where too little is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import Outcome, Verdict, counted, message

if TYPE_CHECKING:
    from auditor import Journey, Message, Touchpoint

__all__ = ["contacts_of", "too_little_known"]


def contacts_of(journey: Journey) -> tuple[Touchpoint, ...]:
    """Return the touchpoints of a journey, in the order written, across stages."""
    stages = journey.stages or ()
    return tuple(contact for stage in stages for contact in stage.touchpoints or ())


def too_little_known(
    journey: Journey, known: int, key: str, reason: Message
) -> Verdict:
    """Return that a journey's touchpoints state too little to be judged.

    Args:
        journey: The journey in question.
        known: Of how many touchpoints the thing is known.
        key: The key of a touchpoint that would tell.
        reason: Says so; `{known}` and `{touchpoints}` stand for the numbers.
    """
    total = len(contacts_of(journey))
    whole = counted(total, "touchpoint")
    reason = reason.filled(known=known, touchpoints=whole)
    keys = f"journeys.stages.touchpoints.{key}"
    if not total:
        reason = message("The journey has no touchpoint.")
        keys = "journeys.stages.touchpoints"
    where = (journey.pointer,)
    return Verdict(Outcome.NOT_ASSESSED, reason, where=where, answered_by=(keys,))
