"""JC009: pain points are prioritised, owned and in progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
    bibliography,
    check,
    counted,
    message,
    named,
    sentences,
    tally,
)
from auditor_journey_coverage.sketches import Part, journey, journeys, stage

if TYPE_CHECKING:
    from auditor import Message, PainPoint, Profile, Tally

ASKED: Final = {
    "impact": message("An impact rating is missing from {points}."),
    "owner": message("An owner is missing from {points}."),
    "status": message("A status is missing from {points}."),
    "due": message("A target date is missing from {points}."),
}
"""What each pain point has to state, and the sentence on its lack."""

PLANNED: Final = {
    "impact": "high",
    "owner": "billing",
    "status": "planned",
    "due": "2026-12-31",
}


def _points(planned: int, *others: Part) -> Part:
    """Return a profile patch with so many planned pain points, and others."""
    return journeys(journey(stage(pain_points=[PLANNED] * planned + [*others])))


@check(
    "JC009",
    title="Pain points are prioritised, owned and in progress",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["journeys"],
    logic=(
        "Looks at the pain points of all journeys. One counts if it has an impact, an "
        "owner, a status and a target date; owner, status and date may stand in the "
        "improvement that it names. Met if a share of {met} or more counts, partly met "
        "from {partly}. Not assessed without any pain point. Rests on a declaration "
        "alone where no pain point has a date."
    ),
    remedy=(
        "Rank the pain points by their impact on customers and loyalty, and give each "
        "an owner and a date."
    ),
    parameters=[
        Parameter("met", 0.9, Unit.SHARE, "share of pain points with a plan", OURS),
        Parameter("partly", 0.6, Unit.SHARE, "share of pain points with a plan", OURS),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.FORRESTER_MATURITY,
        bibliography.SMAPLY_JOURNEY_MAPS,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "One of ten has no impact",
            _points(9, PLANNED | {"impact": None}),
        ),
        Example(
            Outcome.MET,
            "Owner, status and date stand in the improvement",
            _points(0, {"impact": "high", "improvement": "I-1"}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Two of five have no target date",
            _points(3, *[PLANNED | {"due": None}] * 2),
        ),
        Example(
            Outcome.NOT_MET,
            "One of two has no status",
            _points(1, PLANNED | {"status": None}),
        ),
        Example(
            Outcome.NOT_MET,
            "None of ten has an impact",
            _points(0, *[PLANNED | {"impact": None}] * 10),
        ),
        Example(
            Outcome.NOT_MET,
            "A list of complaints that nobody owns",
            _points(0, {"description": "Fees are hidden."}),
        ),
        Example(Outcome.NOT_ASSESSED, "No pain point is recorded", _points(0)),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def pain_points_are_being_mended(context: Context) -> Verdict:
    """A pain point that is known and left alone hurts twice: customers told us.

    Ranking says what to mend first; an owner and a date say that it will be.
    """
    profile = context.profile
    points = tally(
        (point for stage in profile.stages() for point in stage.pain_points or ()),
        lambda point: not _missing(profile, point),
    )
    if not points.total:
        reason = message("No pain point is recorded, so none can be prioritised.")
        key = "journeys.stages.pain_points"
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=(key,))
    dated = any(
        "due" not in _missing(profile, point)
        for point in points.having + points.lacking
    )
    return points.verdict(
        context,
        _reason(profile, points),
        verified_by=None if dated else Verification.DECLARED,
    )


def _missing(profile: Profile, point: PainPoint) -> tuple[str, ...]:
    """Return what neither a pain point nor its improvement states."""
    tasks = [task for task in profile.improvements() if task.id == point.improvement]
    return tuple(
        key
        for key in ASKED
        if getattr(point, key) is None
        and not any(getattr(task, key, None) for task in tasks)
    )


def _reason(profile: Profile, points: Tally[PainPoint]) -> Message:
    reasons = [
        message(
            "Impact, owner, status and date are all stated for {having} of {points}.",
            having=len(points.having),
            points=counted(points.total, "pain point"),
        )
    ]
    for key, missing in ASKED.items():
        lacking = [p.id for p in points.lacking if key in _missing(profile, p)]
        if lacking:
            reasons.append(missing.filled(points=named(lacking)))
    return sentences(*reasons)
