"""Office documents are zip archives: the same parts, packed to the same bytes.

Their libraries stamp each part with the time of day, and leave in what their own
templates hold of other documents.
"""

from __future__ import annotations

from io import BytesIO
from typing import IO, Final, Protocol
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

__all__ = ["packed_again", "saved"]

NO_TIME: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip archive can tell."""
MODE: Final = 0o600 << 16
"""Whoever unpacks it may read and write it."""
UNIX: Final = 3


class _Document(Protocol):
    """A document, as python-docx and python-pptx have it."""

    def save(self, stream: IO[bytes], /) -> None: ...


def saved(document: _Document) -> bytes:
    """Return a document as it is saved, the same bytes each time."""
    written = BytesIO()
    document.save(written)
    return packed_again(written.getvalue())


def packed_again(archive: bytes) -> bytes:
    """Return an archive with the same parts in the same order, and no time in it."""
    packed = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            info = ZipInfo(entry.filename, NO_TIME)
            info.compress_type = ZIP_DEFLATED
            info.create_system = UNIX
            info.external_attr = MODE
            new.writestr(info, old.read(entry))
    return packed.getvalue()
