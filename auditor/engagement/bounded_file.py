"""Reading a file that an engagement or a folder of templates brings along."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.engagement.refused import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["bounded_bytes"]


def bounded_bytes(path: Path, most: int) -> bytes:
    """Return the bytes of a regular file of no more than `most` bytes.

    Raises:
        RefusedError: If there is no such file, or if it is too large.
    """
    try:
        if not path.is_file():
            raise RefusedError(f"there is no file {str(path)!r}")
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:  # a path may hold what no path may
        reason = getattr(error, "strerror", None) or error
        raise RefusedError(f"it cannot be read: {reason}") from None
    if len(data) > most:
        raise RefusedError(f"it is too large: {most:,} bytes are allowed")
    return data
