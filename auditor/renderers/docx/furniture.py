"""What stands on every page, and how Word opens the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from auditor.renderers.page import Page

__all__ = ["furnish"]

MARGIN: Final = 2.2
"""Centimetres; what is left of A4 is the width of the text."""
CURRENT: Final = "15"
"""The mode of Word 2013 and later: in an older one, its window says so."""


def furnish(document: Document, page: Page) -> None:
    """Set the page, its head and foot, and the settings of the document."""
    cover = page.part("cover")
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin, section.bottom_margin = Cm(2), Cm(1.9)
    section.different_first_page_header_footer = True
    head = _line(section.header.paragraphs[0])
    head.add_run(f"{cover.text('title')}\t{cover.text('running')}")
    foot = _line(section.footer.paragraphs[0])
    foot.add_run(f"{cover.text('as_of')}, {cover.text('made_with')}\t")
    _page_number(foot)
    if page.says("engagement"):
        said = page.part("engagement").text("footer")
        section.footer.add_paragraph(said, foot.style)
    _settle(document)


def _line(paragraph: Paragraph) -> Paragraph:
    """Return a line with one text on each side."""
    stops = paragraph.paragraph_format.tab_stops
    for stop in list(
        paragraph.style.paragraph_format.tab_stops if paragraph.style else ()
    ):
        stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    stops.add_tab_stop(Cm(21 - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)
    return paragraph


def _page_number(paragraph: Paragraph) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _settle(document: Document) -> None:
    settings = document.settings.element
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), CURRENT)
    for zoom in settings.iter(qn("w:zoom")):
        zoom.attrib.clear()
        zoom.set(qn("w:percent"), "100")
    for leftover in ("w:savePreviewPicture", "w:proofState", "w:rsids"):
        for found in list(settings.iter(qn(leftover))):
            settings.remove(found)
