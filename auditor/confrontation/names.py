"""Whether a group in the data is one that the profile knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.evidence.names import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.profile import Profile

__all__ = ["known_names"]


def known_names(profile: Profile, cut: str) -> frozenset[str]:
    """Return the folded names that a profile has for the groups of a cut.

    Args:
        profile: What the organisation says.
        cut: channel, stage, segment, department, reason or theme.
    """
    names = {
        "channel": _channels,
        "stage": _stages,
        "segment": _segments,
        "department": _departments,
        "reason": _matters,
        "theme": _matters,
    }[cut]
    return frozenset(folded(name) for name in names(profile) if name)


def _channels(profile: Profile) -> Iterator[str]:
    for channel in profile.channels or ():
        yield from (channel.id, channel.name or "", str(channel.kind or ""))


def _stages(profile: Profile) -> Iterator[str]:
    for stage in profile.stages():
        yield from (stage.id, stage.name or "", str(stage.phase or ""))


def _segments(profile: Profile) -> Iterator[str]:
    for segment in profile.organisation.segments or ():
        yield from (segment.id, segment.name)


def _departments(profile: Profile) -> Iterator[str]:
    for department in profile.departments or ():
        yield from (department.id, department.name or "")


def _matters(profile: Profile) -> Iterator[str]:
    """Yield whatever a customer may get in touch about."""
    yield from _stages(profile)
    for touchpoint in profile.touchpoints():
        yield from (touchpoint.id, touchpoint.name)
    for stage in profile.stages():
        for pain in stage.pain_points or ():
            yield from (
                pain.id,
                pain.description or "",
                *_reasons(pain.contact_reasons),
            )
    for theme in (profile.feedback and profile.feedback.themes) or ():
        yield from (theme.id, theme.name or "")


def _reasons(reasons: Iterable[str] | None) -> Iterable[str]:
    return reasons or ()
