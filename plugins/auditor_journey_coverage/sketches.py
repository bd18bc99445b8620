"""Journeys in a few words, for the examples of checks."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Part", "contact", "journey", "journeys", "stage"]

Part = dict[str, Any]
"""A part of a journey as it would stand in a profile."""

LISTS: Final = ("stages", "touchpoints", "pain_points")


def journeys(*maps: Part, **patch: object) -> Part:
    """Return a profile patch with these journeys and no others, all parts with ids."""
    numbers = count(1)
    return {"journeys": [_numbered(part, numbers) for part in maps], **patch}


def journey(*stages: Part, **content: object) -> Part:
    """Return an owned and fresh map for households with these stages, so changed."""
    return {
        "segment": "households",
        "scenario": "A household moves in.",
        "owner": "cx",
        "reviewed": "2026-05-18",
        "stages": list(stages),
    } | content


def stage(*contacts: Part, **content: object) -> Part:
    """Return a stage with these touchpoints and this content."""
    return {"touchpoints": list(contacts), **content}


def contact(**content: object) -> Part:
    """Return a touchpoint with this content and nothing else."""
    return {"name": "A contact", **content}


def _numbered(part: Part, numbers: Iterator[int]) -> Part:
    """Return a part with an id where it has none, and so all parts below it."""
    below = {
        key: [_numbered(inner, numbers) for inner in part[key]]
        for key in LISTS
        if part.get(key)
    }
    return {"id": f"part-{next(numbers)}"} | part | below
