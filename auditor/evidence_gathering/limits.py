"""What a profile says of time limits, by which its tables are measured."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from auditor.evidence.limits import USUAL_TARGETS, WORKING_DAY, Limits, ResponseTarget
from auditor.evidence.names import folded
from auditor.profile.durations import DurationUnit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.profile import Channel, Profile
    from auditor.profile.durations import Duration

__all__ = ["limits_of"]

WORKING_HOURS: Final = {
    DurationUnit.DAY: WORKING_DAY,
    DurationUnit.WEEK: 5 * WORKING_DAY,
}
"""Hours of working time in a unit, where they are fewer than those on the clock."""


def limits_of(profile: Profile) -> Limits:
    """Return the limits that the profile sets, and the usual ones for the others.

    A table may name a channel by its kind, its name or its id; the id goes first. Of
    promises that differ by plan or priority, and of several channels of one kind, the
    longest time counts: nobody is called late who may be in time.
    """
    kinds: dict[str, list[Duration]] = defaultdict(list)
    names: dict[str, ResponseTarget] = {}
    ids: dict[str, ResponseTarget] = {}
    for channel in profile.channels or ():
        promised = _promised(channel)
        kind = channel.kind or ""
        kinds[folded(kind)] += promised
        target = _longest(promised) or USUAL_TARGETS.get(kind)
        if target:
            names[folded(channel.name or channel.id)] = target
            ids[folded(channel.id)] = target
    return Limits(first_response={**USUAL_TARGETS, **_by_kind(kinds), **names, **ids})


def _promised(channel: Channel) -> list[Duration]:
    """Return the times within which a first answer is promised on a channel."""
    plans = (promise.first_response_within for promise in channel.promises or ())
    stated = (channel.first_response_within, *plans)
    return [duration for duration in stated if duration and duration.hours]


def _by_kind(kinds: Mapping[str, Iterable[Duration]]) -> dict[str, ResponseTarget]:
    longest = {kind: _longest(promised) for kind, promised in kinds.items()}
    return {kind: target for kind, target in longest.items() if kind and target}


def _longest(promised: Iterable[Duration]) -> ResponseTarget | None:
    longest = max(promised, key=lambda duration: duration.hours, default=None)
    return _target(longest) if longest else None


def _target(duration: Duration) -> ResponseTarget:
    if not duration.business:
        return ResponseTarget(duration.hours)
    whole = WORKING_HOURS.get(duration.unit)
    hours = duration.amount * whole if whole else duration.hours
    return ResponseTarget(hours, working=True)
