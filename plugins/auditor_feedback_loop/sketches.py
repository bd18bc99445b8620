"""Feedback in a few words, for the examples of checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from auditor import rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor import Rows

__all__ = ["LONG_AGO", "RECEIVED", "feedback", "log", "numbered", "sources"]

RECEIVED: Final = "2026-03-02 09:01"
"""A Monday on which every time limit has passed by the end of a log."""
LONG_AGO: Final = "2025-03-03 09:01"
"""A Monday before the twelve months under review."""


def feedback(**parts: object) -> dict[str, Any]:
    """Return a profile patch with these parts of the feedback section."""
    return {"feedback": parts}


def log(*complaints: Rows) -> dict[str, tuple[Rows, ...]]:
    """Return a table of feedback that ends at noon on the day of the audit.

    The compliment that ends it counts nowhere.
    """
    end = rows(1, received_at="2026-06-30 12:00", kind="compliment")
    return {"feedback": (*complaints, end)}


def numbered(prefix: str, *contents: Mapping[str, object]) -> list[dict[str, Any]]:
    """Return parts with the ids a1, a2 and so on, where the prefix is `a`."""
    return [
        {"id": f"{prefix}{number}", **content}
        for number, content in enumerate(contents, start=1)
    ]


def sources(*contents: Mapping[str, object]) -> dict[str, Any]:
    """Return a profile patch with these sources of feedback and no others."""
    return feedback(sources=numbered("s", *contents))
