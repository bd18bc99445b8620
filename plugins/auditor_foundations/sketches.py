"""Departments in a few words, for the examples of checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["departments"]


def departments(
    *contents: Mapping[str, object], **content: object
) -> dict[str, object]:
    """Return a patch with departments that all meet customers, and no others.

    Args:
        contents: What each department has.
        content: What the only department has, where there are no contents.
    """
    return {
        "departments": [
            {"id": f"d{number}", "customer_facing": True, **each}
            for number, each in enumerate(contents or (content,), start=1)
        ]
    }
