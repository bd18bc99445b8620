"""JC010: emotion is captured and sourced."""

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
    counted,
    message,
    named,
    sentences,
    tally,
)
from auditor_journey_coverage.customer_voice import from_customers
from auditor_journey_coverage.several_journeys import weakest
from auditor_journey_coverage.sketches import Part, journey, journeys, stage
from auditor_journey_coverage.stage_share import no_stages

if TYPE_CHECKING:
    from auditor import Journey, Message, Profile, Stage, Tally

SOURCED = stage(emotion={"score": -1, "sources": ["relationship-survey"]})
GUESSED = stage(emotion={"score": -1})


def _stages(*stages: Part) -> Part:
    """Return a profile patch with one journey of these stages."""
    return journeys(journey(*stages))


@check(
    "JC010",
    title="Emotion is captured in every stage, with its source",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    needs=["journeys"],
    logic=(
        "A stage counts fully if it has a score for how customers feel and names a "
        "source in which customers say so, and {unsourced} if it has a score alone "
        "or only employees as its source. Met if stages count for a share of {met} or "
        "more, partly met from {partly}. Each primary segment is judged by its fullest "
        "journey and the weakest segment decides."
    ),
    remedy="Bring comments from surveys and listening sessions into the map.",
    parameters=[
        Parameter("met", 0.8, Unit.SHARE, "share of stages, weighted", OURS),
        Parameter("partly", 0.5, Unit.SHARE, "share of stages, weighted", OURS),
        Parameter(
            "unsourced", 0.5, Unit.SHARE, "what a score without a source counts", OURS
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.MACARANAS,
        bibliography.VA_PRINCIPLES,
        bibliography.NNG_JOURNEY_MAP,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Four of five stages", _stages(*[SOURCED] * 4, stage())),
        Example(
            Outcome.MET,
            "Three of five sourced, the others guessed",
            _stages(*[SOURCED] * 3, GUESSED, GUESSED),
        ),
        Example(
            Outcome.PARTLY_MET,
            "The workshop's guess in every stage",
            _stages(GUESSED, GUESSED),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Only employees say how customers feel",
            _stages(stage(emotion={"score": 1, "sources": ["staff-ideas"]})),
        ),
        Example(
            Outcome.NOT_MET, "A guess in one of two stages", _stages(GUESSED, stage())
        ),
        Example(Outcome.NOT_MET, "None of five stages", _stages(*[stage()] * 5)),
        Example(
            Outcome.NOT_MET,
            "Sources without a score",
            _stages(stage(emotion={"sources": ["relationship-survey"]})),
        ),
        Example(Outcome.NOT_ASSESSED, "A journey without stages", _stages()),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def emotion_is_captured_and_sourced(context: Context) -> Verdict:
    """People remember how a stage felt longer than what was done in it.

    A feeling that a workshop guessed is a start; only customers can confirm it.
    """
    return weakest(context, lambda journey: _judged(context, journey))


def _judged(context: Context, journey: Journey) -> Verdict:
    profile, limits = context.profile, context.parameters
    scored = tally(journey.stages or (), _is_scored)
    sourced = tally(scored.having, lambda stage: _is_sourced(profile, stage))
    if not scored.total:
        return no_stages(journey)
    weight = len(sourced.having) + len(sourced.lacking) * limits["unsourced"]
    share = min(weight / scored.total, 1.0)
    short = scored.lacking + sourced.lacking
    return Verdict(
        at_least(share, limits["met"], limits["partly"]),
        _reason(scored, sourced),
        share=share,
        where=tuple(stage.pointer for stage in short or sourced.having),
    )


def _is_scored(stage: Stage) -> bool:
    return stage.emotion is not None and stage.emotion.score is not None


def _is_sourced(profile: Profile, stage: Stage) -> bool:
    sources = stage.emotion.sources if stage.emotion else ()
    return any(from_customers(profile, sources))


def _reason(scored: Tally[Stage], sourced: Tally[Stage]) -> Message:
    reasons = [
        message(
            "How customers feel is scored in {scored} of {stages}.",
            scored=len(scored.having),
            stages=counted(scored.total, "stage"),
        )
    ]
    if scored.lacking:
        names = _names(scored.lacking)
        reasons.append(message("There is no score in {stages}.", stages=names))
    if sourced.lacking:
        names = _names(sourced.lacking)
        unsourced = message("No customer source is named in {stages}.", stages=names)
        reasons.append(unsourced)
    return sentences(*reasons)


def _names(stages: tuple[Stage, ...]) -> Message:
    return named(stage.name or stage.id for stage in stages)
