"""Which journey is judged where there are several.

Each primary segment is judged by its fullest journey, and the weakest segment decides:
a good map for some customers does not make up for a bad one for others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from auditor import Outcome, Verdict, message, sentences
from auditor_journey_coverage.contacts import contacts_of
from auditor_journey_coverage.phases import covered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from auditor import Context, Journey, Message, Profile, Segment

__all__ = ["fullest", "journeys_of", "primary_segments", "weakest"]

WORST_FIRST: Final = (
    Outcome.NOT_MET,
    Outcome.PARTLY_MET,
    Outcome.MET,
    Outcome.NOT_ASSESSED,
)
"""What is not known of one segment does not hide what is known of another."""


def primary_segments(profile: Profile) -> tuple[Segment, ...]:
    """Return the segments from which the organisation says it lives."""
    segments = profile.organisation.segments or ()
    return tuple(segment for segment in segments if segment.primary)


def journeys_of(profile: Profile, segment: Segment) -> tuple[Journey, ...]:
    """Return the journeys of a segment.

    A journey that names no segment stands in for a segment without one of its own.
    """
    journeys = profile.journeys or ()
    own = tuple(journey for journey in journeys if journey.segment == segment.id)
    return own or tuple(journey for journey in journeys if journey.segment is None)


def fullest(journeys: Iterable[Journey]) -> Journey | None:
    """Return the journey with the most phases, then stages, then touchpoints.

    The first as written, where all three are equal.
    """
    return max(journeys, key=_fullness, default=None)


def weakest(context: Context, judge: Callable[[Journey], Verdict]) -> Verdict:
    """Return what `judge` says of the weakest primary segment's fullest journey.

    Segments without a journey are left out; without any such segment, the fullest
    journey of all counts. Where there was a choice, the reason says what was judged.
    """
    routes = _routes(context.profile)
    if not routes:
        reason = message("The profile lists no journey.")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("journeys",))
    verdicts = [judge(route.journey) for route in routes]
    worst = min(range(len(routes)), key=lambda place: _rank(verdicts[place]))
    if len(context.profile.journeys or ()) == 1:
        return verdicts[worst]
    assessed = [v for v in verdicts if v.outcome is not Outcome.NOT_ASSESSED]
    reason = sentences(verdicts[worst].reason, routes[worst].told(len(assessed)))
    return replace(verdicts[worst], reason=reason)


@dataclass(frozen=True, slots=True)
class _Route:
    """A journey that is judged, and for whom."""

    journey: Journey
    segment: Segment | None = None

    def told(self, segments: int) -> Message:
        """Return that this is what was judged, of so many primary segments."""
        journey = self.journey.name or self.journey.id
        if self.segment is None:
            return message(
                'The journey judged is "{journey}", the fullest.', journey=journey
            )
        if segments <= 1:
            return message(
                'The journey judged is "{journey}", the fullest of {segment}.',
                journey=journey,
                segment=self.segment.name,
            )
        return message(
            'The journey judged is "{journey}", the fullest of {segment}, the weakest '
            "of {segments} primary segments.",
            journey=journey,
            segment=self.segment.name,
            segments=segments,
        )


def _routes(profile: Profile) -> list[_Route]:
    """Return the fullest journey of each primary segment that has any."""
    routes = [
        _Route(journey, segment)
        for segment in primary_segments(profile)
        if (journey := fullest(journeys_of(profile, segment)))
    ]
    overall = fullest(profile.journeys or ())
    return routes or ([_Route(overall)] if overall else [])


def _fullness(journey: Journey) -> tuple[int, int, int]:
    stages = journey.stages or ()
    return len(covered(journey)), len(stages), len(contacts_of(journey))


def _rank(verdict: Verdict) -> tuple[int, float]:
    return WORST_FIRST.index(verdict.outcome), verdict.share or 0.0
