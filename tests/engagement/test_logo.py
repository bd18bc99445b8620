from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from auditor.engagement.logo import MOST_BYTES, read_logo
from auditor.engagement.refused import RefusedError
from tests.engagement.images import SVG, picture

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.engagement import Logo


def logo(folder: Path, data: bytes | str) -> Logo:
    file = folder / "logo"
    file.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_logo(file, "A firm")


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_is_drawn_anew_without_its_metadata(
    kind: str, tmp_path: Path
) -> None:
    found = logo(tmp_path, picture(kind) + b"TRAILER")
    assert found.media_type == "image/png"
    assert (found.width, found.height) == (30, 20)
    assert b"SECRET" not in found.content
    assert b"TRAILER" not in found.content
    with Image.open(BytesIO(found.content)) as image:
        assert not image.info
        assert image.getpixel((5, 5)) == pytest.approx((0, 128, 128, 255), abs=3)


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    assert logo(tmp_path, picture()) == logo(tmp_path, picture())


def test_a_large_picture_is_made_smaller(tmp_path: Path) -> None:
    found = logo(tmp_path, picture(size=(3000, 1500)))
    assert (found.width, found.height) == (1200, 600)


def bomb() -> bytes:
    """Return a PNG of 50,000 × 50,000 pixels in a few bytes."""
    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data))
        + kind
        + data
        + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "neither PNG nor JPEG; save"),
        (b"GIF89a", "neither PNG nor JPEG; save"),
        (picture()[:60], "neither PNG nor JPEG|cannot be decoded"),
        (picture(size=(300, 300))[:-40], "cannot be decoded"),
        (picture(size=(400, 3)), "too slim"),
        (bomb(), "pixels|DecompressionBomb"),
        (b" " * MOST_BYTES, "neither PNG nor JPEG; save"),
        (b"x" * (MOST_BYTES + 1), "too large"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, why: str, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match=why):
        logo(tmp_path, data)


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="there is no file"):
        read_logo(tmp_path / "nothing.png", "")
    with pytest.raises(RefusedError, match="there is no file"):
        read_logo(tmp_path, "")


def test_a_drawing_is_written_anew_from_what_draws(tmp_path: Path) -> None:
    found = logo(
        tmp_path,
        '<?xml version="1.0"?><!-- made by a tool --><?xml-stylesheet href="x"?>'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="urn:inkscape" width="40px" '
        'height="10" i:page="3" class="c" data-x="y"><title>T</title>'
        "<metadata><i:secret>SECRET</i:secret></metadata>"
        '<g transform="translate(1 2)"><path d="M0 0L1e1,2.5Z" '
        'style="fill:#fff; font-family:x; stroke : rgb(1, 2, 3)"/></g></svg>',
    )
    assert found.media_type == "image/svg+xml"
    assert (found.width, found.height) == (40, 10)
    root = ET.fromstring(found.content)
    assert {e.tag.rpartition("}")[2] for e in root.iter()} == {"svg", "g", "path"}
    (path,) = root.iter("{http://www.w3.org/2000/svg}path")
    assert path.attrib == {
        "d": "M0 0L1e1,2.5Z",
        "fill": "#fff",
        "stroke": "rgb(1, 2, 3)",
    }
    assert root.attrib == {"width": "40", "height": "10", "viewBox": "0 0 40 10"}


def framed(rectangle: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{rectangle}"/>'


@pytest.mark.parametrize("rectangle", ["0 0 40 10", "-1,+2,40,10", " 0, 0 40. 10.0 "])
def test_a_drawing_is_as_large_as_its_frame(rectangle: str, tmp_path: Path) -> None:
    found = logo(tmp_path, framed(rectangle))
    assert (found.width, found.height) == (40, 10)


ENTITIES = (
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (ENTITIES + SVG.format("&b;"), "DOCTYPE"),
        (SVG.format("<script>alert(1)</script>"), "line 1.*script.*runs nothing"),
        (SVG.format("\n<text>Firm</text>"), "line 2.*text.*convert texts to paths"),
        (SVG.format('<image href="http://e.example/x.png"/>'), "image"),
        (SVG.format('<use href="#a"/>'), "use"),
        (SVG.format("<style>@import url(x)</style>"), "style"),
        (SVG.format("<foreignObject/>"), "foreignObject"),
        (SVG.format("<filter/>"), "filter"),
        (SVG.format('<path fill="url(http://e.example/#x)"/>'), "fill"),
        (SVG.format('<path style="fill:url(http://e.example/#x)"/>'), "fill"),
        (SVG.format('<path onclick="x"/>'), "onclick"),
        (SVG.format('<linearGradient href="#a"/>'), "href"),
        (SVG.format('<clipPath><path clip-path="url(#a)"/></clipPath>'), "clip path"),
        (SVG.format("<g>" * 40 + "</g>" * 40), "too deep"),
        (SVG.format("<g/>" * 6000), "too many"),
        (
            "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "neither a viewBox nor a width and height",
        ),
        (SVG.format("").replace("40 10", "0 0"), "no extent"),
        (framed("1234"), "neither a viewBox"),
        (framed("0 0 1.2.3 4"), "neither a viewBox"),
        (framed("0 0 . 4"), "neither a viewBox"),
        (framed("1" + " 1".ljust(20_000) * 3 + "x"), "neither a viewBox"),
        ("<html><body/></html>", "begins with <html>"),
        (SVG.format("<g>"), "not XML"),
        ("<", "not XML"),
    ],
)
def test_a_drawing_that_could_do_harm_is_refused_with_the_reason(
    data: str, why: str, tmp_path: Path
) -> None:
    with pytest.raises(RefusedError, match=why):
        logo(tmp_path, data)
