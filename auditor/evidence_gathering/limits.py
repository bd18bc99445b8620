"""What a profile promises, laid over the limits by which its tables are measured."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.evidence.limits import Limits
from auditor.evidence.names import folded
from auditor.measure_limits import response_target

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.evidence.limits import ResponseTarget
    from auditor.profile import Channel, Profile
    from auditor.profile.durations import Duration

__all__ = ["limits_of"]


def limits_of(profile: Profile, otherwise: Limits | None = None) -> Limits:
    """Return limits with the first answers that the profile promises laid over them.

    What an organisation promises its customers goes before what is usual, and before
    what a rubric sets: it is held to its own word. A table may name a channel by its
    kind, its name or its id; the id goes first. Of promises that differ by plan or
    priority, and of several channels of one kind, the longest time counts: nobody is
    called late who may be in time.

    Args:
        profile: What the organisation promises.
        otherwise: The limits where it promises nothing; the usual ones if absent.
    """
    otherwise = otherwise or Limits()
    usual = {folded(kind): due for kind, due in otherwise.first_response.items()}
    kinds: dict[str, list[Duration]] = defaultdict(list)
    names: dict[str, ResponseTarget] = {}
    ids: dict[str, ResponseTarget] = {}
    for channel in profile.channels or ():
        promised = _promised(channel)
        kind = channel.kind or ""
        kinds[folded(kind)] += promised
        target = _longest(promised) or usual.get(folded(kind))
        if target:
            names[folded(channel.name or channel.id)] = target
            ids[folded(channel.id)] = target
    targets = {**usual, **_by_kind(kinds), **names, **ids}
    return replace(otherwise, first_response=targets)


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
    return response_target(longest) if longest else None
