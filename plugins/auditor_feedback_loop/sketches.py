"""Feedback in a few words, for the examples of checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["feedback", "numbered", "sources"]


def feedback(**parts: object) -> dict[str, Any]:
    """Return a profile patch with these parts of the feedback section."""
    return {"feedback": parts}


def numbered(prefix: str, *contents: Mapping[str, object]) -> list[dict[str, Any]]:
    """Return parts with the ids a1, a2 and so on, where the prefix is `a`."""
    return [
        {"id": f"{prefix}{number}", **content}
        for number, content in enumerate(contents, start=1)
    ]


def sources(*contents: Mapping[str, object]) -> dict[str, Any]:
    """Return a profile patch with these sources of feedback and no others."""
    return feedback(sources=numbered("s", *contents))
