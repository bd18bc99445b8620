"""Paragraphs and rows as Word has them, written without a detour.

python-docx looks for the place of every element among its siblings, which takes most of
the time of a document with thousands of paragraphs. Here they are written in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from docx.oxml.ns import qn
from lxml.etree import SubElement

from auditor.renderers.docx.cell import Cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from auditor.renderers.docx.cell import CellOrText

__all__ = ["add_row", "add_text"]

VALUE: Final = qn("w:val")
SPACE: Final = qn("xml:space")
PARAGRAPH, PARAGRAPH_LOOK, PARAGRAPH_STYLE = qn("w:p"), qn("w:pPr"), qn("w:pStyle")
SIDE: Final = qn("w:jc")
ITALIC: Final = qn("w:i")
RUN, RUN_LOOK, RUN_STYLE, TEXT = qn("w:r"), qn("w:rPr"), qn("w:rStyle"), qn("w:t")
ROW, ROW_LOOK, WHOLE, HEAD = (
    *(qn("w:tr"), qn("w:trPr")),
    *(qn("w:cantSplit"), qn("w:tblHeader")),
)
CELL, CELL_LOOK, WIDTH = qn("w:tc"), qn("w:tcPr"), qn("w:tcW")


def add_text(
    paragraph: Any, text: str, style: str = "", *, italic: bool = False
) -> None:
    """Add a text to a paragraph, in a style of characters by its id."""
    run = SubElement(paragraph, RUN)
    look = SubElement(run, RUN_LOOK) if style or italic else None
    if style:
        SubElement(look, RUN_STYLE, {VALUE: style})
    if italic:
        SubElement(look, ITALIC)
    SubElement(run, TEXT, {SPACE: "preserve"}).text = text


def add_row(
    table: Any,
    cells: Sequence[tuple[CellOrText, int, bool]],
    styles: Mapping[str, str],
    *,
    is_head: bool = False,
) -> None:
    """Add a row to a table, that no end of a page parts.

    Args:
        table: The table's element.
        cells: Of each cell what it says, its width in twentieths of a point, and
            whether it is of figures.
        styles: Ids of styles by name.
        is_head: Whether it has the names of the columns: it then stands on every page,
            and screen readers tell it with each cell.
    """
    row = SubElement(table, ROW)
    look = SubElement(row, ROW_LOOK)
    SubElement(look, WHOLE)
    if is_head:
        SubElement(look, HEAD)
    for content, width, is_figure in cells:
        cell = SubElement(row, CELL)
        sizes = {qn("w:w"): str(width), qn("w:type"): "dxa"}
        SubElement(SubElement(cell, CELL_LOOK), WIDTH, sizes)
        for text, style, mark in _lines(content, is_head=is_head):
            line = _add_line(cell, styles[style], is_figure=is_figure)
            if text:
                add_text(line, text, styles[mark] if mark else "")


def _lines(content: CellOrText, *, is_head: bool) -> list[tuple[str, str, str]]:
    """Return each paragraph of a cell with its style and the one of its characters."""
    cell = Cell(content) if isinstance(content, str) else content
    style = "Table Head" if is_head else "Table Text"
    notes = [(note, "Table Note", "") for note in cell.notes if note]
    # A cell without a paragraph is damaged.
    first = [(cell.text, style, cell.mark)] if cell.text or not notes else []
    return [*first, *notes]


def _add_line(cell: Any, style: str, *, is_figure: bool) -> Any:
    line = SubElement(cell, PARAGRAPH)
    look = SubElement(line, PARAGRAPH_LOOK)
    SubElement(look, PARAGRAPH_STYLE, {VALUE: style})
    if is_figure:
        SubElement(look, SIDE, {VALUE: "right"})
    return line
