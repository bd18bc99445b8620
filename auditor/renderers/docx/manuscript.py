"""Writing a document from its beginning to its end: headings, paragraphs, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from auditor.renderers.docx.elements import add_row, add_text
from auditor.renderers.docx.styles import NOTE, TABLE
from auditor.renderers.line_ends import with_a_full_last_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document
    from docx.text.paragraph import Paragraph

    from auditor.renderers.docx.cell import CellOrText

__all__ = ["Manuscript"]

WIDTH: Final = 16.6
"""Centimetres between the margins."""
FOLLOWS: Final = Pt(36)
"""What parts a section from another above it on its page."""


class Manuscript:
    """A document that is being written."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sections = 0
        # Looked up once: python-docx searches all styles for each paragraph.
        self._styles = {s.name: s.style_id for s in document.styles if s.name}

    def section(self, label: str, message: str = "", *, follows: bool = False) -> None:
        """Begin a section: its name, and what it says in a sentence.

        Args:
            label: Its name.
            message: What it says.
            follows: Whether it begins where the one before it ends.
        """
        heading = self.paragraph(label, "Heading 1")
        if follows:
            heading.paragraph_format.page_break_before = False
            heading.paragraph_format.space_before = FOLLOWS
        self.sections += 1
        _bookmark(heading, self.sections)
        if message:
            self.paragraph(with_a_full_last_line(message), "Message")

    def heading(self, text: str, level: int = 2) -> None:
        """Write a heading within a section."""
        self.paragraph(text, f"Heading {level}")

    def paragraph(self, text: str, style: str = "Normal") -> Paragraph:
        """Write a paragraph."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self._styles[style]
        if text:
            self.say(paragraph, text)
        return paragraph

    def say(
        self, paragraph: Paragraph, text: str, style: str = "", *, italic: bool = False
    ) -> None:
        """Add a text to a paragraph, in a style of characters."""
        name = self._styles[style] if style else ""
        add_text(paragraph._p, text, name, italic=italic)

    def note(self, text: str) -> None:
        """Write a remark on the side, if there is one."""
        if text:
            self.paragraph(text, NOTE)

    def lead(self, text: str, style: str = "Normal") -> None:
        """Write what stays on the page of the table below it, if there is anything."""
        if text:
            self.paragraph(text, style).paragraph_format.keep_with_next = True

    def bullets(self, texts: Iterable[str]) -> None:
        """Write a list."""
        for text in texts:
            self.paragraph(text, "List Bullet")

    def fact(self, name: str, text: str, *, tied: bool = False) -> None:
        """Write a fact with its name before it, if there is anything to tell.

        Args:
            name: Its name.
            text: What there is to tell.
            tied: Whether it stays on the page of what follows.
        """
        if text:
            paragraph = self.paragraph("", "Fact")
            if tied:
                paragraph.paragraph_format.keep_with_next = True
            self.say(paragraph, name, "Strong")
            paragraph.add_run("\t")
            self.say(paragraph, text)

    def table(
        self,
        head: Sequence[str],
        rows: Sequence[Sequence[CellOrText]],
        widths: Sequence[float] = (),
    ) -> None:
        """Write a table, or nothing without rows.

        Args:
            head: Names of the columns; one that begins with `>` is of figures.
            rows: What the cells say.
            widths: Shares of the columns in the width, of any sum; else alike.
        """
        if not rows:
            return
        shares = widths or (1,) * len(head)
        sizes = [Cm(WIDTH * share / sum(shares)) for share in shares]
        figures = [name.startswith(">") for name in head]
        names = [name.removeprefix(">") for name in head]
        table = self.document.add_table(0, len(head), TABLE)
        table.autofit = False
        for column, size in zip(table.columns, sizes, strict=True):
            column.width = size
        twips = [size.twips for size in sizes]
        for number, texts in enumerate((names, *rows)):
            cells = list(zip(texts, twips, figures, strict=True))
            add_row(table._tbl, cells, self._styles, is_head=not number)
        self.paragraph("", "After Table")

    def facts(self, rows: Iterable[tuple[str, str]], *, together: bool = False) -> None:
        """Write names and what they stand for, line by line.

        Args:
            rows: Names and texts; a name without a text is left out.
            together: Whether all of them stay on one page.
        """
        told = [(name, text) for name, text in rows if text]
        for number, (name, text) in enumerate(told, 1):
            self.fact(name, text, tied=together and number < len(told))


def _bookmark(paragraph: Paragraph, number: int) -> None:
    """Name the place of a heading, so that the contents can lead there."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"_Toc{number:06}")
    paragraph._p.insert(1, start)
    paragraph._p.append(end)
