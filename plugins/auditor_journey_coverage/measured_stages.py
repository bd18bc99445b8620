"""JC016: feedback is measured along the journey."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    JUDGED_FROM,
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Phase,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    counted,
    folded,
    message,
    named,
    rows,
    sentences,
    unmeasured,
)
from auditor_journey_coverage.phases import phase_of
from auditor_journey_coverage.sketches import Part, journey, journeys, stage
from auditor_journey_coverage.volumes import nothing_coded, volumes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditor import Message, Rows, Stage
    from auditor_journey_coverage.volumes import Volumes

CODES: Final = {"surveys": "stage"}
"""The column that tells which stage an answer is about."""
UNTOLD: Final = message("The tables do not tell the stage of a row.")
SIDES: Final = {
    Phase.AWARENESS: "before",
    Phase.CONSIDERATION: "before",
    Phase.PURCHASE: "",
    Phase.ONBOARDING: "after",
    Phase.USE: "after",
    Phase.SUPPORT: "after",
    Phase.LOYALTY: "after",
    Phase.EXIT: "after",
}
"""On which side of the purchase a phase lies; the purchase itself is on neither."""


UNMEASURED: Final = {
    ("before",): message("No measured stage is known to lie before the purchase."),
    ("after",): message("No measured stage is known to lie after the purchase."),
    ("before", "after"): message(
        "No measured stage is known to lie before and after the purchase."
    ),
}
"""What to say by the sides on which nothing is measured."""


def _answers(**stages: int) -> dict[str, tuple[Rows, ...]]:
    """Return so many answers on each stage; one underscore stands for a space."""
    return {
        "surveys": tuple(
            rows(count, responded_at="2026-03-02", stage=name.replace("_", " "))
            for name, count in stages.items()
        )
    }


def _stages(**phases: str | None) -> Part:
    """Return a journey with stages of these ids and phases."""
    return journeys(journey(*(stage(id=id_, phase=p) for id_, p in phases.items())))


FIVE: Final = _stages(
    a="awareness", b="consideration", c="purchase", d="onboarding", e="use"
)
TEN: Final = journeys(
    journey(*(stage(id=name, phase="use") for name in "abcdefghi")),
    journey(stage(id="j", phase="awareness"), id="second"),
)


@check(
    "JC016",
    title="Feedback is measured along the journey",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    needs=["journeys"],
    tables=["surveys"],
    logic=(
        "Counts the last twelve months' answers by stage. A stage of any journey is "
        "recognised by its id or name, or by its phase where no other stage has it, "
        "and is measured with {answers} answers or more. Met if a share of {met} or "
        "more of the stages is measured, among them one before the purchase and one "
        "after it; partly met from {partly}, or where one of the two sides is missing. "
        "Not assessed if less than {known} of the answers are recognised, if there are "
        "fewer than 30, or if the phase of a measured stage would decide and is not "
        "stated."
    ),
    remedy="Add a short survey at the most painful stages that are not measured.",
    parameters=[
        Parameter("met", 0.6, Unit.SHARE, "share of stages measured", OURS),
        Parameter("partly", 0.3, Unit.SHARE, "share of stages measured", OURS),
        Parameter("answers", 30, Unit.COUNT, "answers that measure a stage", OURS),
        Parameter("known", 0.5, Unit.SHARE, "answers to be recognised", OURS),
    ],
    sources=[
        bibliography.WHITE,
        bibliography.BROWN,
        bibliography.GSA_TOUCHPOINTS,
    ],
    examples=[
        Example(
            Outcome.MET,
            "Three of five stages, before and after the purchase",
            FIVE,
            evidence=_answers(a=30, c=30, d=30),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of them has twenty-nine answers",
            FIVE,
            evidence=_answers(a=30, c=29, d=30),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three of five, none before the purchase",
            FIVE,
            evidence=_answers(c=30, d=30, e=30),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three of five, none after the purchase",
            FIVE,
            evidence=_answers(a=30, b=30, c=30),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three of ten stages of two journeys",
            TEN,
            evidence=_answers(a=30, b=30, j=30),
        ),
        Example(
            Outcome.NOT_MET,
            "Two of ten",
            TEN,
            evidence=_answers(a=30, j=30),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Recognised by name and by phase",
            evidence=_answers(Hears_about_us=30, Gets_connected=30, Support=30),
        ),
        Example(
            Outcome.NOT_MET,
            "A phase that two stages have tells neither",
            _stages(a="awareness", d="use", e="use", f="exit", g="loyalty"),
            evidence=_answers(a=40, use=40),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A measured stage does not state its phase",
            _stages(a="awareness", d=None, c="purchase"),
            evidence=_answers(a=30, d=30),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "More answers than not are on unknown stages",
            FIVE,
            evidence=_answers(a=40, galaxy=41),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Twenty-nine answers",
            FIVE,
            evidence=_answers(a=29),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Answers without a stage",
            evidence={"surveys": (rows(40, responded_at="2026-03-02"),)},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A journey without stages",
            journeys(journey()),
            evidence=_answers(a=40),
        ),
        Example(Outcome.NOT_ASSESSED, "No answers are attached"),
    ],
)
def feedback_is_measured_along_the_journey(context: Context) -> Verdict:
    """Who asks only after a call for help learns nothing of the rest.

    Those who never bought and those who left are asked last, and know most.
    """
    found, stages = volumes(context.evidence, CODES), list(context.profile.stages())
    if not found.counts:
        return unmeasured(nothing_coded(context.evidence, CODES, UNTOLD))
    if not stages:
        reason = message("The journeys have no stages.")
        key = ("journeys.stages",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=key)
    meant = _meant(found, stages)
    unknown = [code for code in found.counts if code not in meant]
    known = found.total - found.of(unknown)
    if known < max(JUDGED_FROM, context.parameters["known"] * found.total):
        reason = message(
            "Of {answers} only {known:,} are on stages of the profile.",
            answers=counted(found.total, "answer"),
            known=known,
        )
        return unmeasured(sentences(reason, *_aside(found, unknown)))
    least = context.parameters["answers"]
    answers = {s.id: 0 for s in stages}
    for code, those in meant.items():
        for each in those:
            answers[each.id] += found.counts[code]
    measured = [s for s in stages if answers[s.id] >= least]
    return _judged(context, stages, measured, found, unknown)


def _meant(found: Volumes, stages: Sequence[Stage]) -> dict[str, list[Stage]]:
    """Return the stages that each folded code means, where it means any."""
    ids: dict[str, list[Stage]] = {}
    names: dict[str, list[Stage]] = {}
    phases: dict[str, list[Stage]] = {}
    for each in stages:
        ids.setdefault(folded(each.id), []).append(each)
        names.setdefault(folded(each.name or each.id), []).append(each)
        if phase := phase_of(each):
            phases.setdefault(folded(phase), []).append(each)
    alone = {phase: those for phase, those in phases.items() if len(those) == 1}
    known = {**alone, **names, **ids}
    return {code: known[code] for code in found.counts if code in known}


def _judged(
    context: Context,
    stages: Sequence[Stage],
    measured: Sequence[Stage],
    found: Volumes,
    unknown: Sequence[str],
) -> Verdict:
    limits, share = context.parameters, len(measured) / len(stages)
    outcome = at_least(share, limits["met"], limits["partly"])
    missing = _missing(measured)
    reason = message(
        "Measured with {answers:g} answers or more: {measured} of {stages}.",
        answers=limits["answers"],
        measured=len(measured),
        stages=counted(len(stages), "stage"),
    )
    if missing:
        reason = sentences(reason, UNMEASURED[missing])
    unphased = [each for each in measured if phase_of(each) is None]
    if outcome is Outcome.MET and missing and unphased:
        names = named(each.name or each.id for each in unphased)
        unstated = message("The phase is not stated of {stages}.", stages=names)
        reason = sentences(reason, unstated)
        key = ("journeys.stages.phase",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=key)
    capped = outcome is Outcome.MET and bool(missing)
    rest = [each.pointer for each in stages if each not in measured]
    return Verdict(
        Outcome.PARTLY_MET if capped else outcome,
        sentences(reason, *_aside(found, unknown)),
        share=None if capped else share,
        where=tuple(rest or (each.pointer for each in stages)),
        measures=found.measures,
    )


def _missing(measured: Iterable[Stage]) -> tuple[str, ...]:
    """Return the sides of the purchase on which no measured stage lies."""
    sides = {SIDES[phase] for each in measured if (phase := phase_of(each))}
    return tuple(side for side in ("before", "after") if side not in sides)


def _aside(found: Volumes, unknown: Sequence[str]) -> Iterator[Message]:
    """Say which answers were left out."""
    if unknown:
        names = named(found.names(unknown))
        yield message("Not a stage of the profile: {names}.", names=names)
    if found.uncoded:
        answers = counted(found.uncoded, "answer")
        yield message("{answers} had no stage.", answers=answers)
