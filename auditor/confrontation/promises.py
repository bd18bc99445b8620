"""Promised times, held against the time in which nine in ten customers were served.

A promise is to everybody, so the 90th percentile is asked for, with open requests
counted: leaving them out would flatter. A working hour is an hour on the clock or more,
so a promise in working time is certainly kept where the clock shows no more; where it
shows more, calendars of the organisation would have to tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.confrontation.claim import Agreement, Claim, ClaimKind, is_attached
from auditor.evidence.names import folded
from auditor.evidence.statistics.minimums import JUDGED_FROM
from auditor.translation import message, plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.evidence import Evidence, Measure
    from auditor.profile import Profile
    from auditor.profile.channels import Channel
    from auditor.profile.durations import Duration

__all__ = ["promises"]


def promises(profile: Profile, evidence: Evidence) -> Iterator[Claim]:
    """Yield every promised time beside the time that the records show.

    Args:
        profile: What the organisation says.
        evidence: What its tables show.
    """
    for kind, field, name in (
        (ClaimKind.FIRST_RESPONSE, "first_response_within", "first_response_time"),
        (ClaimKind.RESOLUTION, "resolve_within", "resolution_time"),
    ):
        medians, ninths = (
            _by_channel(evidence.groups("tickets", name, "channel", statistic))
            for statistic in ("p50_with_open", "p90_with_open")
        )
        for channel in profile.channels or ():
            promise: Duration | None = getattr(channel, field)
            if promise is None:
                continue
            ninth = _of(channel, ninths)
            judged = (
                _kept(promise, _of(channel, medians), ninth)
                if ninth
                else _untold(evidence, name)
            )
            called = channel.name or channel.id
            said = message("within {promise}", promise=promise.words)
            place, hours = channel.at(field), promise.hours
            yield Claim(kind, called, place, said, hours, ninth, *judged)


def _by_channel(groups: Mapping[str, Measure]) -> dict[str, Measure]:
    """Return the largest group of each name, however it is written."""
    smallest_first = sorted(groups.items(), key=lambda pair: pair[1].n)
    return {folded(name): measure for name, measure in smallest_first}


def _of(channel: Channel, groups: Mapping[str, Measure]) -> Measure | None:
    found = groups.get(folded(channel.id))
    return found or groups.get(folded(channel.name or channel.id))


def _untold(evidence: Evidence, name: str) -> tuple[Agreement, str]:
    """Return that no figure tells of a promise, and why."""
    attached = is_attached(evidence, "tickets")
    lacking = evidence.lacking("tickets", name)
    return (
        Agreement.NOT_COMPUTED if attached else Agreement.NO_EVIDENCE,
        lacking or message("No request of this channel is in the table."),
    )


def _kept(
    promise: Duration, median: Measure | None, ninth: Measure
) -> tuple[Agreement, str]:
    if ninth.n < JUDGED_FROM:
        reason = plural(
            "Only {n:,} request tells of it: {least} are needed.",
            "Only {n:,} requests tell of it: {least} are needed.",
            ninth.n,
            least=JUDGED_FROM,
        )
        return Agreement.NOT_JUDGED, reason
    if ninth.value is None:
        reason = message("Too many are still open to say when nine in ten end.")
        return Agreement.NOT_JUDGED, reason
    if ninth.value <= promise.hours:
        return Agreement.HOLDS, message("For at least nine in ten.")
    if promise.business:
        reason = message(
            "Promised in working time, which a table of moments does not tell."
        )
        return Agreement.NOT_JUDGED, reason
    if median and median.value is not None and median.value <= promise.hours:
        reason = message("For at least half, but not for nine in ten.")
        return Agreement.NEARLY, reason
    return Agreement.CONTRADICTED, message("Not kept for even half.")
