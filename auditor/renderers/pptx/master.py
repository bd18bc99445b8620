"""The slide master: wide slides, our type and colours, in every layout at once."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from lxml import etree
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Inches

from auditor.renderers.office.palette import (
    AMBER,
    ASIDE,
    BLUE,
    FONT,
    INK,
    PALE,
    RED,
    RULE,
)
from auditor.renderers.pptx.filling import speak

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pptx.presentation import Presentation

    from auditor.renderers.office.colours import Colours

__all__ = ["set_master"]

WIDER: Final = 4 / 3
"""From the 4:3 of the library's template to 16:9."""
SIZES: Final = {"1": "1800", "2": "1600", "3": "1400", "4": "1400", "5": "1400"}
"""Hundredths of a point by level of a list."""
PLACES: Final = {
    PP_PLACEHOLDER.TITLE: (0.67, 0.4, 12, 1.05),
    PP_PLACEHOLDER.BODY: (0.67, 1.6, 12, 4.7),
    PP_PLACEHOLDER.FOOTER: (0.67, 6.9, 8.5, 0.4),
    PP_PLACEHOLDER.DATE: (9.3, 6.9, 1.9, 0.4),
    PP_PLACEHOLDER.SLIDE_NUMBER: (11.3, 6.9, 1.37, 0.4),
}
"""Inches from the left and from the top, width and height."""
COLOURS: Final = {
    "dk1": INK,
    "lt1": "FFFFFF",
    "dk2": ASIDE,
    "lt2": PALE,
    "accent1": BLUE,
    "accent2": RED,
    "accent3": AMBER,
    "accent4": ASIDE,
    "accent5": RULE,
    "accent6": PALE,
    "hlink": BLUE,
    "folHlink": BLUE,
}


BAND: Final = "accent5"
"""The colour of the theme that a band has."""
BAND_HEIGHT: Final = 0.12
"""Inches."""
TREE_HEAD: Final = 2
"""Elements of a tree of shapes before its first shape: that lies behind all others."""
BAND_SHAPE: Final = f"""
<p:sp {nsdecls("p", "a")}>
  <p:nvSpPr>
    <p:cNvPr id="900" name="Band"/><p:cNvSpPr/><p:nvPr userDrawn="1"/>
  </p:nvSpPr>
  <p:spPr>
    <a:xfrm><a:off x="0" y="0"/><a:ext cx="{{width}}" cy="{{height}}"/></a:xfrm>
    <a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
    <a:solidFill><a:schemeClr val="{BAND}"/></a:solidFill>
    <a:ln><a:noFill/></a:ln>
  </p:spPr>
</p:sp>
"""


def set_master(deck: Presentation, colours: Colours) -> None:
    """Make the master and every layout of a deck ours, in its colours."""
    master = deck.slide_master
    trees = [master.element, *(layout.element for layout in deck.slide_layouts)]
    deck.slide_width = Emu(round((deck.slide_width or 0) * WIDER))
    for tree in trees:
        _widen(tree)
        _set_asides(tree)
        speak(tree)
    speak(deck.element)
    _set_type(trees)
    _set_places(deck)
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = _themed(theme.blob, _theme_of(colours))
    _colour_titles(master.element, colours)
    if colours.accent:
        master.shapes._spTree.insert(TREE_HEAD, _band(deck.slide_width))


def _widen(tree: Any) -> None:
    for offset in tree.iter(qn("a:off")):
        offset.set("x", str(round(int(offset.get("x")) * WIDER)))
    for extent in tree.iter(qn("a:ext")):
        if extent.get("cx"):
            extent.set("cx", str(round(int(extent.get("cx")) * WIDER)))


def _set_asides(tree: Any) -> None:
    """Give texts on the side our grey: the library's is too pale to be read."""
    for tint in list(tree.iter(qn("a:tint"))):
        colour = tint.getparent()
        colour.set("val", "tx2")
        colour.remove(tint)


def _set_type(trees: Iterable[Any]) -> None:
    """Set the type of titles and lists: a title is a sentence, left and bold."""
    for tree in trees:
        for title in tree.iter(qn("p:titleStyle")):
            title[0].set("algn", "l")
            for font in title.iter(qn("a:defRPr")):
                font.set("sz", "2800")
                font.set("b", "1")
        for number, size in SIZES.items():
            for level in tree.iter(qn(f"a:lvl{number}pPr")):
                font = level.find(qn("a:defRPr"))
                is_title = level.getparent().tag == qn("p:titleStyle")
                if font is not None and not is_title and _larger(font, size):
                    font.set("sz", size)


def _larger(font: Any, size: str) -> bool:
    return int(font.get("sz", "0")) > int(size)


def _set_places(deck: Presentation) -> None:
    """Give titles two lines, contents what is left above the foot, the foot a line."""
    for shape in deck.slide_master.placeholders:
        left, top, width, height = PLACES[shape.placeholder_format.type]
        shape.left, shape.top = Inches(left), Inches(top)
        shape.width, shape.height = Inches(width), Inches(height)
    for layout in deck.slide_layouts:
        for shape in filter(attrgetter("is_placeholder"), layout.shapes):
            if layout.name == "Two Content" and shape.placeholder_format.idx in {1, 2}:
                shape.top, shape.height = Inches(1.6), Inches(4.7)
            if layout.name == "Title Slide" and shape.placeholder_format.idx == 1:
                shape.left, shape.width = Inches(1), Inches(10)
    for level in deck.slide_master.element.iter(qn("a:lvl1pPr")):
        if level.get("algn") == "ctr":
            level.set("algn", "l")
    for level in deck.slide_layouts[0].element.iter(qn("a:lvl1pPr")):
        level.set("algn", "l")


def _theme_of(colours: Colours) -> dict[str, str]:
    """Return the colours of a theme: those that a firm may choose, and the others."""
    return COLOURS | {
        "dk1": colours.ink,
        "lt2": colours.pale,
        "accent6": colours.pale,
        **dict.fromkeys(("accent1", "hlink", "folHlink"), colours.known),
        **({BAND: colours.accent} if colours.accent else {}),
    }


def _colour_titles(tree: Any, colours: Colours) -> None:
    """Give titles the colour of headings, where that is not the text's."""
    if colours.heading == colours.ink:
        return
    for title in tree.iter(qn("p:titleStyle")):
        for scheme in list(title.iter(qn("a:schemeClr"))):
            colour = etree.Element(qn("a:srgbClr"), val=colours.heading)
            scheme.getparent().replace(scheme, colour)


def _band(width: int) -> Any:
    """Return a band along the top of every slide, as the cover of a report has one."""
    return parse_xml(BAND_SHAPE.format(width=width, height=Inches(BAND_HEIGHT)))


def _themed(blob: bytes, colours: Mapping[str, str]) -> bytes:
    """Return a theme with the colours and our typeface."""
    theme = etree.fromstring(blob)
    for name, colour in colours.items():
        for entry in theme.iter(qn(f"a:{name}")):
            for old in list(entry):
                entry.remove(old)
            etree.SubElement(entry, qn("a:srgbClr"), val=colour)
    for kind in ("a:majorFont", "a:minorFont"):
        for fonts in theme.iter(qn(kind)):
            for latin in fonts.iter(qn("a:latin")):
                latin.set("typeface", FONT)
    written: bytes = etree.tostring(
        theme, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return written
