"""How a report looks: its colours and typefaces, those of an engagement or ours."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

from auditor.engagement import Palette

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.engagement import Engagement, Typeface
    from auditor.renderers.view.words import Row, View

__all__ = ["data_address", "look"]

FALLBACK: Final = (
    "'Liberation Sans', Arimo, Helvetica, Arial, 'Noto Sans', 'DejaVu Sans', sans-serif"
)
"""Typefaces of drawings where nothing else is asked for."""
OWN_NAMES: Final = {"text": "report-text", "headings": "report-headings"}
"""What a typeface that comes in files is called in the style sheet."""


def look(engagement: Engagement | None) -> View:
    """Return the colours and typefaces of a report."""
    palette = engagement.palette if engagement else Palette()
    text = engagement.text if engagement else None
    headings = engagement.headings if engagement else None
    drawn = f"{_drawn('text', text)}," if text else ""
    return {
        "ink": palette.ink,
        "heading": palette.heading,
        "brand": palette.brand,
        "accent": palette.accent,
        "known": palette.known,
        "soft": palette.soft,
        "pale": palette.pale,
        "font": f"{drawn}{FALLBACK}",
        "text_family": _family("text", text),
        "heading_family": _family("headings", headings),
        "faces": [*_faces("text", text), *_faces("headings", headings)],
        "may_show": _may_show(engagement),
    }


def data_address(media_type: str, content: bytes) -> str:
    """Return an address that holds the content itself."""
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def _may_show(engagement: Engagement | None) -> str:
    """Return what the page may take from addresses that hold their content."""
    if engagement is None:
        return ""
    fonts = any(face and face.files for face in (engagement.text, engagement.headings))
    images = "img-src data:; " if engagement.logo else ""
    return f"{images}{'font-src data:; ' if fonts else ''}"


def _family(use: str, typeface: Typeface | None) -> str:
    """Return a typeface as an identifier of CSS, which needs no quotes."""
    if typeface is None:
        return ""
    if typeface.files:
        return OWN_NAMES[use]
    return "".join(
        char if char.isalpha() or char == "-" else f"\\{ord(char):x} "
        for char in typeface.family
    ).rstrip()


def _drawn(use: str, typeface: Typeface) -> str:
    return OWN_NAMES[use] if typeface.files else f"'{typeface.family}'"


def _faces(use: str, typeface: Typeface | None) -> Iterator[Row]:
    """Yield the fonts that are brought along."""
    for file in typeface.files if typeface else ():
        yield {
            "family": OWN_NAMES[use],
            "weight": file.weight,
            "style": file.style,
            "address": data_address("font/sfnt", file.content),
        }
