"""The share of stages that have what a check looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import Outcome, Verdict, counted, message, named, sentences, tally
from auditor_journey_coverage.several_journeys import weakest

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor import Context, Journey, Message, Stage

__all__ = ["no_stages", "share_of_stages"]


def share_of_stages(
    context: Context, has: Callable[[Stage], object], reason: Message
) -> Verdict:
    """Grade the stages that have something, in the weakest segment's journey.

    Args:
        context: What the check sees; graded by its parameters `met` and `partly`.
        has: Whether a stage has it.
        reason: Says how many have it; `{having}` and `{stages}` stand for the numbers.
    """

    def judged(journey: Journey) -> Verdict:
        stages = tally(journey.stages or (), has)
        if not stages.total:
            return no_stages(journey)
        whole = counted(stages.total, "stage")
        told = reason.filled(having=len(stages.having), stages=whole)
        if stages.lacking:
            names = named(stage.name or stage.id for stage in stages.lacking)
            nothing = message("There is nothing of the kind in {stages}.", stages=names)
            told = sentences(told, nothing)
        return stages.verdict(context, told)

    return weakest(context, judged)


def no_stages(journey: Journey) -> Verdict:
    """Return that a journey without stages cannot be judged."""
    return Verdict(
        Outcome.NOT_ASSESSED,
        message("The journey has no stage."),
        where=(journey.pointer,),
        answered_by=("journeys.stages",),
    )
