"""Writing a document from its beginning to its end: headings, paragraphs, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from auditor.renderers.docx.cell import Cell
from auditor.renderers.docx.styles import NOTE, TABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from docx.document import Document
    from docx.table import _Cell, _Row
    from docx.text.paragraph import Paragraph

    from auditor.renderers.docx.cell import CellOrText

__all__ = ["Manuscript"]

WIDTH: Final = 16.6
"""Centimetres between the margins."""


class Manuscript:
    """A document that is being written."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sections = 0
        # Looked up once: python-docx searches all styles for each paragraph.
        self._styles = {style.name: style.style_id for style in document.styles}

    def section(self, label: str, message: str = "") -> None:
        """Begin a section on a new page: its name, and what it says in a sentence."""
        heading = self.document.add_heading(label, 1)
        self.sections += 1
        _bookmark(heading, self.sections)
        if message:
            self.paragraph(message, "Message")

    def heading(self, text: str, level: int = 2) -> None:
        """Write a heading within a section."""
        self.document.add_heading(text, level)

    def paragraph(self, text: str, style: str = "Normal") -> Paragraph:
        """Write a paragraph."""
        paragraph = self.document.add_paragraph()
        paragraph._p.style = self._styles[style]
        if text:
            paragraph.add_run(text)
        return paragraph

    def say(self, paragraph: Paragraph, text: str, style: str = "") -> None:
        """Add a text to a paragraph, in a style of characters."""
        run = paragraph.add_run(text)
        if style:
            run._r.style = self._styles[style]

    def note(self, text: str) -> None:
        """Write a remark on the side, if there is one."""
        if text:
            self.paragraph(text, NOTE)

    def bullets(self, texts: Iterable[str]) -> None:
        """Write a list."""
        for text in texts:
            self.paragraph(text, "List Bullet")

    def fact(self, name: str, text: str) -> None:
        """Write a fact with its name before it, if there is anything to tell."""
        if text:
            paragraph = self.paragraph("", "Fact")
            self.say(paragraph, f"{name}\t", "Strong")
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
        table = self.document.add_table(1 + len(rows), len(head), TABLE)
        table.autofit = False
        shares = widths or (1,) * len(head)
        sizes = [Cm(WIDTH * share / sum(shares)) for share in shares]
        for column, size in zip(table.columns, sizes, strict=True):
            column.width = size
        figures = [name.startswith(">") for name in head]
        for row, texts in zip(table.rows, (head, *rows), strict=True):
            _keep_whole(row)
            for cell, size in zip(row.cells, sizes, strict=True):
                cell.width = size
            for cell, text, is_figure in zip(row.cells, texts, figures, strict=True):
                self._fill(cell, text)
                if is_figure:
                    _align_right(cell)
        for cell, name in zip(table.rows[0].cells, head, strict=True):
            cell.paragraphs[0].text = name.removeprefix(">")
            cell.paragraphs[0]._p.style = self._styles["Table Head"]
        _repeat(table.rows[0])
        self.paragraph("", "After Table")

    def _fill(self, place: _Cell, content: CellOrText) -> None:
        """Write what a cell says."""
        cell = Cell(content) if isinstance(content, str) else content
        first = place.paragraphs[0]
        styled = [(cell.text, "Table Text")] if cell.text else []
        styled += [(note, "Table Note") for note in cell.notes if note]
        for number, (text, style) in enumerate(styled):
            line = place.add_paragraph() if number else first
            line._p.style = self._styles[style]
            self.say(line, text, "" if number else cell.mark)
        if not styled:
            first._p.style = self._styles["Table Text"]

    def facts(self, rows: Sequence[tuple[str, str]]) -> None:
        """Write names and what they stand for, line by line."""
        for name, text in rows:
            self.fact(name, text)


def _align_right(cell: _Cell) -> None:
    for line in cell.paragraphs:
        line.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _keep_whole(row: _Row) -> None:
    """Let no row be parted by the end of a page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def _repeat(row: _Row) -> None:
    """Make a row the heads of its table, on every page and for screen readers."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _bookmark(paragraph: Paragraph, number: int) -> None:
    """Name the place of a heading, so that the contents can lead there."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for mark in (start, end):
        mark.set(qn("w:id"), str(number))
    start.set(qn("w:name"), f"_Toc{number:06}")
    paragraph._p.insert(1, start)
    paragraph._p.append(end)
