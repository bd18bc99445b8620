from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from fontTools.ttLib import TTFont, newTable

from auditor.engagement.refused import RefusedError
from auditor.engagement.typeface import read_font
from tests.engagement.images import font

if TYPE_CHECKING:
    from pathlib import Path


def changed(tag: str) -> bytes:
    """Return a font with a table more."""
    made = TTFont(BytesIO(font()))
    table = newTable(tag)
    table.data = b"SECRET"
    made[tag] = table
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def test_a_font_is_written_anew_from_the_tables_that_set_text(tmp_path: Path) -> None:
    file = tmp_path / "font.ttf"
    file.write_bytes(changed("prv8"))
    assert b"SECRET" in file.read_bytes()
    found = read_font(file, "bold", "normal")
    assert (found.weight, found.style) == ("bold", "normal")
    assert b"SECRET" not in found.content
    assert found == read_font(file, "bold", "normal")
    assert TTFont(BytesIO(found.content)).getBestCmap()[ord("A")] == "u0041"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no TrueType or OpenType font"),
        (b"wOF2" + b"\0" * 100, "no TrueType or OpenType font"),
        (b"\0\1\0\0" + b"\xff" * 100, "cannot be read as a font|has no table"),
        (font()[:900], "cannot be read as a font|has no table"),
        (font(fsType=2), "licence forbids"),
        (changed("fvar"), "variable font|cannot be read"),
    ],
)
def test_a_font_that_cannot_or_may_not_be_used_is_refused(
    data: bytes, why: str, tmp_path: Path
) -> None:
    file = tmp_path / "font.ttf"
    file.write_bytes(data)
    with pytest.raises(RefusedError, match=why):
        read_font(file, "normal", "normal")
