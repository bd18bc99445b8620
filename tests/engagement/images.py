"""Images and fonts that tests make."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from PIL import Image, PngImagePlugin

__all__ = ["SVG", "font", "picture"]

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">{}</svg>'


def picture(kind: str = "PNG", size: tuple[int, int] = (30, 20)) -> bytes:
    """Return an image with something written in its metadata."""
    file = BytesIO()
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "SECRET")
    mode = "RGB" if kind == "JPEG" else "RGBA"
    image = Image.new(mode, size, "teal")
    image.save(file, kind, pnginfo=text, comment=b"SECRET")
    return file.getvalue()


def font(family: str = "Blocky", **changes: Any) -> bytes:
    """Return a font whose every letter is a block.

    Args:
        family: Its name.
        **changes: Values of its table OS/2.
    """
    pen = TTGlyphPen(None)
    for number, point in enumerate([(50, 0), (50, 700), (450, 700), (450, 0)]):
        (pen.lineTo if number else pen.moveTo)(point)
    pen.closePath()
    block = pen.glyph()
    letters = [chr(code) for code in range(33, 127)]
    names = [".notdef", "space", *(f"u{ord(letter):04X}" for letter in letters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(
        {32: "space", **{ord(letter): f"u{ord(letter):04X}" for letter in letters}}
    )
    builder.setupGlyf(dict.fromkeys(names, block))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (500, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, **changes)
    builder.setupPost()
    file = BytesIO()
    builder.save(file)
    return file.getvalue()
