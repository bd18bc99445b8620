"""What to say to somebody who wrote a name that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.profile.wording import nearest, quote

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = ["way_to"]

MOST_LISTED: Final = 40
"""Ours: known names that a hint lists."""


def way_to(name: str, known: Collection[str]) -> str:
    """Return the name that was probably meant, or else those that are known."""
    if close := nearest(name, known):
        return f"Did you mean {quote(close)}?"
    listed = ", ".join(sorted(known)[:MOST_LISTED])
    return f"Known here are {listed}." if listed else ""
