"""Reading a font file: checked, and written anew.

What leaves here was written by fontTools from tables that it knows: a program in a
table that nobody reads does not reach a reader of the report.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Final

from auditor.engagement.bounded_file import bounded_bytes
from auditor.engagement.engagement import FontFile
from auditor.engagement.refused import RefusedError

if TYPE_CHECKING:
    from pathlib import Path

    from fontTools.ttLib import TTFont

__all__ = ["read_font"]

MOST_BYTES: Final = 3_000_000
"""Ours: size of a font file; one of Latin, Greek and Cyrillic has a tenth of it."""
MOST_GLYPHS: Final = 20_000
"""Ours: glyphs of a font."""
BEGINNINGS: Final = (b"\0\1\0\0", b"OTTO", b"true")
"""How a TrueType or OpenType font begins; collections and web fonts do otherwise."""
NAMES: Final = (
    "head hhea hmtx maxp cmap name OS/2 post loca glyf fpgm prep gasp "
    "GDEF GPOS GSUB kern"
)
TABLES: Final = frozenset({*NAMES.split(), "CFF ", "cvt "})
"""Tables that are kept: what is needed to set text, and nothing else."""
RESTRICTED: Final = 0x0002
"""Bit of fsType that forbids to embed the font (OpenType 1.9, OS/2)."""


def read_font(path: Path, weight: str, style: str) -> FontFile:
    """Return the font in a file, written anew.

    Args:
        path: The file, TrueType or OpenType.
        weight: For which weight it is used: `normal` or `bold`.
        style: For which style: `normal` or `italic`.

    Raises:
        RefusedError: If it is no such font, may not be embedded, or is too large.
    """
    data = bounded_bytes(path, MOST_BYTES)
    if not data.startswith(BEGINNINGS):
        raise RefusedError("it is no TrueType or OpenType font (.ttf, .otf)")
    # Slow, and only an engagement with a font needs it.
    from fontTools.ttLib import TTFont

    try:
        font = TTFont(BytesIO(data), lazy=True, recalcTimestamp=False)
        _check(font)
        for tag in set(font.keys()) - TABLES - {"GlyphOrder"}:
            del font[tag]
        font.ensureDecompiled()
        file = BytesIO()
        font.save(file, reorderTables=None)
    except RefusedError:
        raise
    # fontTools raises many kinds for broken files, AssertionError included.
    except Exception as error:
        raise RefusedError(
            f"it cannot be read as a font ({type(error).__name__})"
        ) from error
    return FontFile(weight, style, file.getvalue())


def _check(font: TTFont) -> None:
    """Refuse a font that cannot or may not stand in a report."""
    if missing := {"head", "cmap", "maxp", "OS/2", "hmtx"} - set(font.keys()):
        raise RefusedError(f"it has no table {', '.join(sorted(missing))}")
    if font["OS/2"].fsType & RESTRICTED:
        raise RefusedError("its licence forbids to embed it (fsType); ask its maker")
    if "fvar" in font:
        raise RefusedError("it is a variable font; give a file for each weight")
    if font["maxp"].numGlyphs > MOST_GLYPHS:
        raise RefusedError(f"it has more than {MOST_GLYPHS:,} glyphs")
