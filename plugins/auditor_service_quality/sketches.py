"""Channels in a few words, for the examples of checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["channels"]


def channels(*contents: Mapping[str, object], **sections: object) -> dict[str, object]:
    """Return a patch with these channels, c1 and so on, and no others.

    Args:
        contents: What each channel has beside its id.
        sections: Other sections to be changed with them.
    """
    numbered = [
        {"id": f"c{number}", **content}
        for number, content in enumerate(contents, start=1)
    ]
    return {"channels": numbered, **sections}
