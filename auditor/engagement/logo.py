"""Reading a logo: PNG, JPEG or SVG, by what it is and not by its name."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Final

from auditor.engagement.bounded_file import bounded_bytes
from auditor.engagement.engagement import Logo
from auditor.engagement.picture import read_picture
from auditor.engagement.refused import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_logo"]

MOST_BYTES: Final = 2_000_000
"""Ours: size of the file of a logo."""
SLIMMEST: Final = 0.05
"""Ours: least ratio of the sides, either way; anything slimmer could not be seen."""


def read_logo(path: Path, says: str) -> Logo:
    """Return the logo in a file, drawn anew.

    Args:
        path: The file.
        says: What it shows, for those who do not see it.

    Raises:
        RefusedError: If it cannot be used; says why.
    """
    data = bounded_bytes(path, MOST_BYTES)
    width: float
    height: float
    if data.removeprefix(BOM_UTF8).lstrip().startswith(b"<"):
        # Imported only for drawings: pictures need no reader of XML.
        from auditor.engagement.drawing import read_drawing

        media_type = "image/svg+xml"
        content, width, height = read_drawing(data)
    else:
        media_type = "image/png"
        content, width, height = read_picture(data)
    if min(width, height) < SLIMMEST * max(width, height):
        raise RefusedError(f"it is {width:g} by {height:g}: too slim to be seen")
    return Logo(media_type, content, says, width, height)
