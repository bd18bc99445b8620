"""Principles and change logs in a few words, for the examples of checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["change_log", "judged_change", "principles"]


def principles(*contents: Mapping[str, object]) -> dict[str, Any]:
    """Return a profile patch with these principles, named P1, P2 and so on."""
    listed = [
        {"id": f"p{number}", "name": f"P{number}", **content}
        for number, content in enumerate(contents, start=1)
    ]
    return {"principles": listed}


def change_log(*entries: Mapping[str, object]) -> dict[str, Any]:
    """Return a profile patch with these changes, numbered from 1."""
    return {
        "changes": [
            {"id": f"C{number}", "title": f"Change {number}", **entry}
            for number, entry in enumerate(entries, start=1)
        ]
    }


def judged_change(*, met: bool, **content: object) -> dict[str, Any]:
    """Return a change that customers notice, held against a principle in March."""
    verdict = {"principle": "make-it-easy", "met": met, "date": "2026-03-02"}
    return {"customer_affecting": True, "verdicts": [verdict], **content}
