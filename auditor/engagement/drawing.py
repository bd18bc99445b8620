"""SVG drawings: read strictly, and written anew from what is known to be harmless.

A list says which elements and attributes of SVG a logo may have; what draws nothing is
left out, anything else is refused with its line. So nothing that runs, fetches,
repeats itself or depends on an installed font can reach a report.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from io import BytesIO
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import quoteattr

from auditor.engagement.refused import RefusedError

__all__ = ["read_drawing"]

SVG: Final = "http://www.w3.org/2000/svg"
MOST_ELEMENTS: Final = 5_000
DEEPEST: Final = 30
"""Ours, both: a logo has dozens of elements, some levels deep."""

SHAPES: Final = "path rect circle ellipse line polyline polygon"
GROUPS: Final = "svg g defs clipPath linearGradient radialGradient stop"
DRAWN: Final = frozenset({*SHAPES.split(), *GROUPS.split()})
LEFT_OUT: Final = frozenset({"title", "desc", "metadata"})
REASONS: Final = {
    "text": "convert texts to paths: a report cannot rely on the logo's font",
    "image": "it shows another image; give that one as PNG",
    "use": "write out what it repeats: expand symbols and clones",
    "style": "export it with presentation attributes instead of style sheets",
    "script": "a logo runs nothing",
}
SAVE_AS: Final = "save it as plain SVG with paths, or give a PNG"

GEOMETRY: Final = (
    "d points x y width height cx cy r rx ry x1 y1 x2 y2 fx fy offset transform "
    "viewBox preserveAspectRatio id gradientUnits gradientTransform spreadMethod "
    "clipPathUnits"
)
PAINTS: Final = (
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap "
    "stroke-linejoin stroke-miterlimit opacity stop-color stop-opacity clip-path "
    "clip-rule color"
)
PAINT: Final = frozenset(PAINTS.split())
ATTRIBUTES: Final = frozenset(GEOMETRY.split()) | PAINT
VALUE: Final = re.compile(
    r"(?:url\(#[\w-]+\)|rgb\([\d\s,.%]+\)|[\w#%.,\s+\-]|"
    r"(?:matrix|translate|scale|rotate|skewX|skewY)\([^()]*\))*"
)
"""What any of these may say: numbers, words, colours, transforms, its own gradients."""
NUMBER: Final = re.compile(r"\s*(\d{1,6}(?:\.\d+)?)(?:px|pt|mm|cm|in)?\s*")
RECTANGLE: Final = ("x", "y", "width", "height")
"""What a viewBox says, in this order."""
COORDINATE: Final = re.compile(r"[+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})")


def read_drawing(data: bytes) -> tuple[bytes, float, float]:
    """Return an SVG drawing written anew, with its width and height.

    Raises:
        RefusedError: If it is no SVG, or has what a logo must not have.
    """
    reader = _Reader()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = reader.refuse_doctype
    parser.StartElementHandler = lambda name, attributes: reader.start(
        name, attributes, parser.CurrentLineNumber
    )
    parser.EndElementHandler = reader.end
    try:
        parser.ParseFile(BytesIO(data))
    except expat.ExpatError as error:
        cause = expat.ErrorString(error.code)
        raise RefusedError(f"line {error.lineno}: it is not XML ({cause})") from None
    return "".join(reader.written).encode(), reader.width, reader.height


@dataclass(slots=True)
class _Reader:
    """Takes elements in the order of the file and writes what may stay."""

    written: list[str] = field(default_factory=list)
    width: float = 0
    height: float = 0
    open: list[str] = field(default_factory=list)
    """Elements that are not yet closed; empty names for those that are left out."""
    elements: int = 0

    def refuse_doctype(self, *_: object) -> None:
        """Refuse a document type: entities are how a short file becomes a huge one."""
        raise RefusedError(f"it declares a document type (DOCTYPE); {SAVE_AS}")

    def start(self, qualified: str, attributes: dict[str, str], line: int) -> None:
        """Write the start of an element, leave it out, or refuse it."""
        namespace, _, name = qualified.rpartition(" ")
        self.elements += 1
        if self.elements > MOST_ELEMENTS or len(self.open) >= DEEPEST:
            raise _refused(line, "it has too many elements, or too deep ones")
        if not self.open and (namespace, name) != (SVG, "svg"):
            raise _refused(line, f"it begins with <{name[:40]}>, not with <svg>")
        outside = namespace != SVG or name in LEFT_OUT or "" in self.open
        self.open.append("" if outside else name)
        if outside:
            return
        if name not in DRAWN:
            reason = REASONS.get(name, SAVE_AS)
            raise _refused(line, f"it has an element <{name[:40]}>; {reason}")
        kept = self._attributes(attributes, line)
        if len(self.open) == 1:
            kept = {"xmlns": SVG, **self._sized(kept, line)}
        self.written.append(f"<{name}")
        self.written += [f" {key}={quoteattr(value)}" for key, value in kept.items()]
        self.written.append(">")

    def end(self, _: str) -> None:
        """Write the end of an element."""
        if name := self.open.pop():
            self.written.append(f"</{name}>")

    def _attributes(self, given: dict[str, str], line: int) -> dict[str, str]:
        """Return the attributes that draw something."""
        kept: dict[str, str] = {}
        for name, value in {**given, **_declarations(given.get("style", ""))}.items():
            if name.rpartition(" ")[2] == "href" or name.startswith("on"):
                raise _refused(line, f"it has an attribute {name[-40:]!r}")
            if name not in ATTRIBUTES:
                continue
            if not VALUE.fullmatch(value):
                raise _refused(line, f"{name} is {value[:40]!r}; {SAVE_AS}")
            if name == "clip-path" and "clipPath" in self.open:
                raise _refused(line, "a clip path has a clip path of its own")
            kept[name] = value
        return kept

    def _sized(self, kept: dict[str, str], line: int) -> dict[str, str]:
        """Return the attributes of the whole, with a frame and a size."""
        sides = [NUMBER.fullmatch(kept.get(side, "")) for side in ("width", "height")]
        frame = kept.get("viewBox", "").replace(",", " ").split()
        if len(frame) == len(RECTANGLE) and all(map(COORDINATE.fullmatch, frame)):
            *_, width, height = map(float, frame)
            kept["viewBox"] = " ".join(frame)
        elif all(sides):
            width, height = (float(side[1]) for side in sides if side)
            kept["viewBox"] = f"0 0 {width:g} {height:g}"
        else:
            why = "it has neither a viewBox nor a width and height in plain numbers"
            raise _refused(line, why)
        if not (width > 0 and height > 0):
            raise _refused(line, "it has no extent")
        self.width, self.height = width, height
        return kept | {"width": f"{width:g}", "height": f"{height:g}"}


def _refused(line: int, why: str) -> RefusedError:
    return RefusedError(f"line {line}: {why}")


def _declarations(style: str) -> dict[str, str]:
    """Return the declarations of a style attribute that paint something."""
    pairs = (part.partition(":")[::2] for part in style.split(";"))
    found = {name.strip(): value.strip() for name, value in pairs}
    return {name: value for name, value in found.items() if name in PAINT}
