"""Contacts by whether the channel that they came by is on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from auditor import counted, message, named
from auditor_journey_coverage.channel_words import kind_of, spellings
from auditor_journey_coverage.volumes import told_with_rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor import Context, Message
    from auditor_journey_coverage.volumes import Volumes

__all__ = ["Placed", "aside", "placed_on_the_map"]


class Placed(NamedTuple):
    """Contacts by whether their channel is on the map."""

    on_map: int
    missing: dict[str, int]
    """By channel that is not on it."""
    unknown: list[str]
    """Plain codes that are no channel of the profile."""


def placed_on_the_map(context: Context, found: Volumes) -> Placed | None:
    """Place contacts on the map; nothing where the map has no channels."""
    mapped = {t.channel for t in context.profile.touchpoints() if t.channel}
    if not mapped:
        return None
    spelled = spellings(context.profile.channels or ())
    on_map, missing, unknown = 0, dict[str, int](), list[str]()
    for code, count in found.counts.items():
        channels = spelled.get(code, [])
        if any(channel.id in mapped for channel in channels):
            on_map += count
        elif channels or kind_of(code):
            first = channels[0] if channels else None
            name = (first.name or first.id) if first else found.short(code)
            missing[name] = missing.get(name, 0) + count
        else:
            unknown.append(code)
    return Placed(on_map, missing, unknown)


def aside(found: Volumes, placed: Placed) -> Iterator[Message]:
    """Say which channels are not on the map, and what was left out."""
    if placed.missing:
        ordered = sorted(placed.missing.items(), key=lambda pair: -pair[1])
        listed = named(told_with_rows(name, count) for name, count in ordered)
        yield message("Not on the map: {channels}.", channels=listed)
    if placed.unknown:
        listed = named(found.names(placed.unknown))
        yield message("Left out as no channel of the profile: {names}.", names=listed)
    if found.uncoded:
        contacts = counted(found.uncoded, "contact")
        yield message("{contacts} had no channel.", contacts=contacts)
