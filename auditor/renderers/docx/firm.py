"""What an engagement adds: for whom and by whom, a firm's own words, signatures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.docx.cell import strong
from auditor.renderers.docx.styles import NOTE
from auditor.translation import say

if TYPE_CHECKING:
    from auditor.renderers.docx.cell import Cell
    from auditor.renderers.docx.manuscript import Manuscript
    from auditor.renderers.page import Page

__all__ = ["closing", "introduction", "parties", "signatures"]


def parties(manuscript: Manuscript, page: Page) -> None:
    """Write for whom the report is, by whom, and who may read it."""
    client, firm = page.text("client"), page.text("firm")
    manuscript.paragraph(say("For {client}, by {firm}", client=client, firm=firm))
    if page.says("confidentiality"):
        paragraph = manuscript.paragraph("")
        manuscript.say(paragraph, page.text("confidentiality"), "Strong")


def introduction(manuscript: Manuscript, page: Page) -> None:
    """Write what the firm says first."""
    manuscript.section(say("Introduction"), page.text("headline"))
    _prose(manuscript, page.parts("blocks"))


def closing(manuscript: Manuscript, page: Page) -> None:
    """Write what the firm says last."""
    manuscript.section(say("Closing"), page.text("headline"))
    _prose(manuscript, page.parts("blocks"))


def signatures(manuscript: Manuscript, page: Page) -> None:
    """Write a line for each who signs."""
    manuscript.section(say("Signatures"), page.text("headline"))
    manuscript.table(
        (say("Name and function"), say("Place and date"), say("Signature")),
        [(_signatory(person), "", "") for person in page.parts("people")],
        (6, 4, 6),
    )


def _signatory(person: Page) -> Cell:
    post = f"{person.text('function')}, {person.text('organisation')}"
    return strong(person.text("name"), post)


def _prose(manuscript: Manuscript, blocks: list[Page], style: str = "Normal") -> None:
    """Write blocks of prose, those within blocks too."""
    for block in blocks:
        match block.text("kind"):
            case "heading":
                _line(manuscript, block, "Heading 2")
            case "subheading":
                _line(manuscript, block, "Heading 3")
            case "quotation":
                _prose(manuscript, block.parts("blocks"), NOTE)
            case "points" | "numbers":
                _items(manuscript, block)
            case _:
                _line(manuscript, block, style)


def _items(manuscript: Manuscript, block: Page) -> None:
    """Write a list; its numbers are text, which every program counts alike."""
    numbered = block.text("kind") == "numbers"
    for number, item in enumerate(block.lists("items"), 1):
        for inner in item[:1]:
            if inner.says("spans"):
                style = "Normal" if numbered else "List Bullet"
                _line(manuscript, inner, style, f"{number}. " if numbered else "")
            else:
                _prose(manuscript, [inner])
        _prose(manuscript, item[1:])


def _line(manuscript: Manuscript, block: Page, style: str, before: str = "") -> None:
    """Write one paragraph; a link stands behind its text, as nothing leads outside."""
    paragraph = manuscript.paragraph(before, style)
    for span in block.parts("spans"):
        text = span.text("text")
        link = span.text("link").removeprefix("mailto:")
        if link and link != text:
            text += f" ({link})"
        before, after = " " * span.says("before"), " " * span.says("after")
        text = f"{before}{text}{after}" if text else " "
        bold = "Strong" if span.says("bold") else ""
        manuscript.say(paragraph, text, bold, italic=span.says("italic"))
