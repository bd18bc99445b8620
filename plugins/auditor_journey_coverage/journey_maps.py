"""JC001: there is a journey map for each primary segment."""

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
    bibliography,
    check,
    counted,
    message,
    named,
    sentences,
    tally,
)
from auditor_journey_coverage.several_journeys import journeys_of, primary_segments
from auditor_journey_coverage.sketches import journey, journeys, stage

if TYPE_CHECKING:
    from auditor import Journey, Message, Profile, Segment, Tally

TWO_SEGMENTS = {
    "segments": [
        {"id": "households", "name": "Households", "primary": True},
        {"id": "shops", "name": "Shops", "primary": True},
        {"id": "farms", "name": "Farms"},
    ]
}


@check(
    "JC001",
    title="Each primary segment has a journey map",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["journeys"],
    logic=(
        "Looks at the segments marked as primary. A journey counts as a segment's map "
        "if it names the segment and has a scenario and at least one stage. Met if a "
        "share of {met} or more of them has a map, partly met from {partly}. Not "
        "assessed if no segment is marked as primary. Rests on a declaration alone "
        "where a map has no review date."
    ),
    remedy="Map the main scenario of the most valuable segment first.",
    parameters=[
        Parameter("met", 1.0, Unit.SHARE, "share of primary segments with a map", OURS),
        Parameter(
            "partly", 0.5, Unit.SHARE, "share of primary segments with a map", OURS
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.MACARANAS,
        bibliography.NNG_JOURNEY_MAP,
        bibliography.ICXS,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "A segment that is not primary has no map",
            journeys(
                journey(stage()),
                journey(stage(), segment="shops"),
                organisation=TWO_SEGMENTS,
            ),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of two primary segments has a map",
            {"organisation": TWO_SEGMENTS},
        ),
        Example(Outcome.NOT_MET, "An empty list of journeys", journeys()),
        Example(
            Outcome.NOT_MET,
            "The map has no scenario",
            journeys(journey(stage(), scenario=None)),
        ),
        Example(Outcome.NOT_MET, "The map has no stages", journeys(journey())),
        Example(
            Outcome.NOT_MET,
            "The map does not say whose journey it is",
            journeys(journey(stage(), segment=None)),
        ),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
        Example(
            Outcome.NOT_ASSESSED,
            "No segment is primary",
            {"organisation": {"segments": [{"id": "households", "name": "All"}]}},
        ),
    ],
)
def each_primary_segment_has_a_map(context: Context) -> Verdict:
    """Customers who want different things live through different journeys.

    A map without a traveller and an errand describes nobody, and a segment that the
    organisation lives from but never mapped is served by guesswork.
    """
    profile = context.profile
    segments = tally(
        primary_segments(profile), lambda segment: _maps_of(profile, segment)
    )
    if not segments.total:
        reason = message("The profile marks no segment as primary.")
        key = "organisation.segments"
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=(key,))
    return segments.verdict(
        context,
        _reason(segments),
        advice=_advice(profile, segments.lacking),
        verified_by=_verified_by(profile, segments.having),
    )


def _maps_of(profile: Profile, segment: Segment) -> tuple[Journey, ...]:
    return tuple(
        journey
        for journey in journeys_of(profile, segment)
        if journey.segment and journey.scenario and journey.stages
    )


def _reason(segments: Tally[Segment]) -> Message:
    reason = message(
        "There is a journey map for {having} of {segments}.",
        having=len(segments.having),
        segments=counted(segments.total, "primary segment"),
    )
    if not segments.lacking:
        return reason
    names = named(segment.name for segment in segments.lacking)
    return sentences(reason, message("There is none for {segments}.", segments=names))


def _advice(profile: Profile, lacking: tuple[Segment, ...]) -> str:
    """Return what would make maps of drafts, where there are any."""
    drafts = {
        journey.pointer: journey.name or journey.id
        for segment in lacking
        for journey in journeys_of(profile, segment)
    }
    if not drafts:
        return ""
    names = named(drafts.values())
    return message(
        "Add what makes a map, a segment, a scenario and stages, to: {journeys}.",
        journeys=names,
    )


def _verified_by(profile: Profile, having: tuple[Segment, ...]) -> Verification | None:
    """Return that this is declared only, unless each has a map with a date on it."""
    dated = [any(one.reviewed for one in _maps_of(profile, each)) for each in having]
    return None if dated and all(dated) else Verification.DECLARED
