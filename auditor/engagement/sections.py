"""The sections of a report, by the names that an engagement calls them."""

from __future__ import annotations

from typing import Final

__all__ = ["OWN", "SECTIONS"]

SECTIONS: Final = (
    "introduction",
    "board",
    "comparison",
    "contents",
    "areas",
    "said_and_shown",
    "journeys",
    "ownership",
    "metrics",
    "findings",
    "roadmap",
    "unknowns",
    "notices",
    "evidence",
    "method",
    "sources",
    "closing",
    "signatures",
)
"""Every section, in the order in which a report has them; the cover is always there."""

OWN: Final = frozenset({"introduction", "closing", "signatures"})
"""Sections that hold what the engagement says itself."""
