"""By which words a map names why customers get in touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from auditor import folded

if TYPE_CHECKING:
    from auditor import Profile

__all__ = ["Listed", "listed_in"]


class Listed(NamedTuple):
    """What is on the map, as folded names."""

    places: set[str]
    """Ids and names of stages and touchpoints."""
    pains: set[str]
    """Ids and descriptions of pain points."""
    reasons: set[str]
    """Their contact reasons."""


def listed_in(profile: Profile) -> Listed | None:
    """Return what is on the map; nothing where it has no stages."""
    stages = list(profile.stages())
    if not stages:
        return None
    pains = [pain for stage in stages for pain in stage.pain_points or ()]
    places = [(stage.id, stage.name) for stage in stages]
    places += [(contact.id, contact.name) for contact in profile.touchpoints()]
    return Listed(
        {folded(text) for id_, name in places for text in (id_, name or id_)},
        {folded(text) for p in pains for text in (p.id, p.description or p.id)},
        {folded(reason) for pain in pains for reason in pain.contact_reasons or ()},
    )
