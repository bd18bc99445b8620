"""JC002: the map runs from awareness to the end of the cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    message,
    named,
    sentences,
)
from auditor_journey_coverage.phases import CYCLE, ENDS, covered, inferred
from auditor_journey_coverage.several_journeys import (
    journeys_of,
    primary_segments,
    weakest,
)
from auditor_journey_coverage.sketches import Part, journey, journeys, stage

if TYPE_CHECKING:
    from auditor import Journey, Message


def _through(*phases: str) -> Part:
    """Return a profile patch with one journey through these phases."""
    return journeys(journey(*(stage(phase=phase) for phase in phases)))


@check(
    "JC002",
    title="The map runs from awareness to the end of the cycle",
    severity=Severity.CRITICAL,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["journeys"],
    logic=(
        "The cycle has seven phases: awareness, consideration, purchase, onboarding, "
        "use or support, loyalty (with renewal) and exit. Met if stages cover {met} "
        "of them, partly met from {partly} if awareness is among them and loyalty or "
        "exit too, otherwise not met. A stage that states no phase is recognised if "
        "its whole id or name is a plain word for one, such as renewal for loyalty. "
        "Each primary segment is judged by its fullest journey and the weakest "
        "segment decides; a primary segment without any journey is not met."
    ),
    remedy=(
        "Add the missing stages, beginning with the first exposure and the step in "
        "which customers leave or renew."
    ),
    parameters=[
        Parameter("met", 7, Unit.COUNT, "phases of seven, at least", OURS),
        Parameter("partly", 5, Unit.COUNT, "phases of seven, at least", OURS),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.WHITE,
        bibliography.MACARANAS,
        bibliography.CAMPAGNA,
        bibliography.GSA_TOUCHPOINTS,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Phases that are recognised by name",
            journeys(
                journey(
                    *(
                        stage(name=name)
                        for name in (
                            "Discovery",
                            "Evaluation",
                            "Checkout",
                            "Set-up",
                            "Use",
                            "Renewal",
                            "Leaving",
                        )
                    )
                )
            ),
        ),
        Example(
            Outcome.PARTLY_MET,
            "All but the exit",
            _through(*list(CYCLE)[:4], "support", "loyalty"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Five phases with both ends",
            _through("awareness", "purchase", "onboarding", "use", "exit"),
        ),
        Example(
            Outcome.NOT_MET,
            "Four phases with both ends",
            _through("awareness", "purchase", "use", "support", "exit"),
        ),
        Example(
            Outcome.NOT_MET,
            "All but awareness",
            _through(*list(CYCLE)[1:4], "use", "loyalty", "exit"),
        ),
        Example(
            Outcome.NOT_MET,
            "Neither loyalty nor exit",
            _through(*list(CYCLE)[:4], "use", "support"),
        ),
        Example(
            Outcome.NOT_MET,
            "A second primary segment has no journey",
            {
                "organisation": {
                    "segments": [
                        {"id": "households", "name": "Households", "primary": True},
                        {"id": "shops", "name": "Shops", "primary": True},
                    ]
                }
            },
        ),
        Example(Outcome.NOT_MET, "A journey without stages", journeys(journey())),
        Example(Outcome.NOT_MET, "An empty list of journeys", journeys()),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def map_runs_to_the_end_of_the_cycle(context: Context) -> Verdict:
    """Customers judge from the first advert that they see to the day they leave.

    A map that begins at the order and ends at delivery hides where expectations are
    made and where customers are kept or lost.
    """
    profile = context.profile
    if not profile.journeys:
        reason = message("The profile lists no journey.")
        return Verdict(Outcome.NOT_MET, reason, where=("/journeys",))
    unmapped = [
        segment
        for segment in primary_segments(profile)
        if not journeys_of(profile, segment)
    ]
    if unmapped:
        names = named(segment.name for segment in unmapped)
        reason = message("No journey at all is mapped for {segments}.", segments=names)
        where = tuple(segment.pointer for segment in unmapped)
        return Verdict(Outcome.NOT_MET, reason, where=where)
    return weakest(context, lambda journey: _judged(context, journey))


def _judged(context: Context, journey: Journey) -> Verdict:
    parts = covered(journey)
    outcome = at_least(
        len(parts), context.parameters["met"], context.parameters["partly"]
    )
    if "awareness" not in parts or ENDS.isdisjoint(parts):
        outcome = Outcome.NOT_MET
    return Verdict(
        outcome,
        _reason(journey, parts),
        share=len(parts) / len(CYCLE),
        where=(journey.pointer,),
    )


def _reason(journey: Journey, parts: tuple[str, ...]) -> Message:
    reasons = [
        message(
            "The journey covers {number} of {phases} phases.",
            number=len(parts),
            phases=len(CYCLE),
        )
    ]
    missing = [part for part in CYCLE if part not in parts]
    if missing:
        phases = sentences(*missing, between=", ")
        reasons.append(message("No stage stands for: {phases}.", phases=phases))
    guessed = [s.name or s.id for s in journey.stages or () if inferred(s)]
    if guessed:
        inferred_of = message(
            "The phase of {stages} was inferred from the name.", stages=named(guessed)
        )
        reasons.append(inferred_of)
    return sentences(*reasons)
