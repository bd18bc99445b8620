"""The contents: a field that Word fills with page numbers, and never an empty page.

Its entries stand there already, each a link to its section, for programs that update
no fields. The field is marked as stale, so that Word offers to update it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from auditor.translation import say

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.text.paragraph import Paragraph

    from auditor.renderers.docx.manuscript import Manuscript
    from auditor.renderers.page import Page

__all__ = ["contents"]

FIELD: Final = ' TOC \\o "1-1" \\h \\z '
"""Headings of the first level, as links; page numbers only where there are pages."""


def contents(manuscript: Manuscript, page: Page) -> None:
    """Write the contents of all sections."""
    manuscript.paragraph(say("Contents"), "Contents Heading")
    entries = page.parts("contents")
    for number, entry in enumerate(entries, 1):
        paragraph = manuscript.paragraph("", "TOC 1")
        if number == 1:
            _run(paragraph._p, _field("begin", stale=True))
            _run(paragraph._p, _instruction(FIELD))
            _run(paragraph._p, _field("separate"))
        _entry(paragraph, entry.text("label"), number)
        if number == len(entries):
            _run(paragraph._p, _field("end"))


def _entry(paragraph: Paragraph, label: str, number: int) -> None:
    """Write one entry: a link with the name of a section and its page."""
    name = f"_Toc{number:06}"
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), name)
    link.set(qn("w:history"), "1")
    paragraph._p.append(link)
    text = OxmlElement("w:t")
    text.text = label
    _run(link, text)
    _run(link, OxmlElement("w:tab"))
    _run(link, _field("begin", stale=True))
    _run(link, _instruction(f" PAGEREF {name} \\h "))
    _run(link, _field("separate"))
    _run(link, _field("end"))


def _run(parent: BaseOxmlElement, content: BaseOxmlElement) -> None:
    run = OxmlElement("w:r")
    run.append(content)
    parent.append(run)


def _field(kind: str, *, stale: bool = False) -> BaseOxmlElement:
    field = OxmlElement("w:fldChar")
    field.set(qn("w:fldCharType"), kind)
    if stale:
        field.set(qn("w:dirty"), "true")
    return field


def _instruction(text: str) -> BaseOxmlElement:
    instruction = OxmlElement("w:instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = text
    return instruction
