"""Reading a logo: PNG, JPEG or SVG, by what it is and not by its name."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Final

from auditor.engagement.engagement import Logo
from auditor.engagement.picture import read_picture
from auditor.engagement.refused import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["bounded_bytes", "read_logo"]

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


def bounded_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a regular file of no more than `most` bytes.

    Raises:
        RefusedError: If there is no such file, or if it is too large.
    """
    try:
        if not path.is_file():
            raise RefusedError("there is no such file")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        if isinstance(error, RefusedError):
            raise
        reason = getattr(error, "strerror", None) or error
        raise RefusedError(f"it cannot be read: {reason}") from None
    if len(data) > most:
        raise RefusedError(f"it is too large: {most:,} bytes are allowed")
    return data
