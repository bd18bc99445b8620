"""Filling the placeholders of a slide with texts, tables and charts."""

from __future__ import annotations

from copy import deepcopy
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.enum.text import MSO_VERTICAL_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.shapes.placeholder import TablePlaceholder
from pptx.util import Emu, Inches, Pt

from auditor.renderers.office.language import document_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.presentation import Presentation
    from pptx.slide import Slide
    from pptx.text.text import _Paragraph

__all__ = ["describe", "new_slide", "speak", "write_list", "write_table"]

FURNITURE: Final = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
LIGHT: Final = "{3C2FFA5D-87B4-456A-9821-1D502468CF0F}"
"""PowerPoint's "Light Style 1 - Accent 1": lines, and no ground."""
SMALL: Final = 13
"""Points; the least that is read from the back of a room."""
FEW: Final = 3
"""Rows that leave room for larger type."""


def new_slide(deck: Presentation, layout: str, title: str, foot: str) -> Slide:
    """Return a new slide with its title, its foot and its number."""
    form = next(each for each in deck.slide_layouts if each.name == layout)
    slide: Slide = deck.slides.add_slide(form)
    holder = slide.shapes.title
    if holder is not None:
        _say(holder.text_frame.paragraphs[0], title)
    # The library leaves them to the layout, where nobody sees them.
    for shape in filter(attrgetter("is_placeholder"), form.shapes):
        if shape.placeholder_format.type in FURNITURE:
            slide.shapes._spTree.append(deepcopy(shape._element))
    for shape in slide.placeholders:
        if shape.placeholder_format.type is PP_PLACEHOLDER.FOOTER:
            line = shape.text_frame.paragraphs[0]
            line.alignment = PP_ALIGN.LEFT
            _say(line, foot, size=11)
            # The theme's own: not every program looks for it in the master.
            line.runs[0].font.name = "+mn-lt"
    return slide


def write_list(holder: Any, entries: Sequence[tuple[str, str]]) -> None:
    """Write names and what they stand for into a placeholder, a point each."""
    frame = holder.text_frame
    for number, (name, text) in enumerate(entries):
        paragraph = frame.add_paragraph() if number else frame.paragraphs[0]
        paragraph.space_after = Pt(6)
        if name:
            _say(paragraph, name, bold=True, size=16)
            paragraph.add_line_break()
        _say(paragraph, text, size=SMALL if name else 0)


def write_table(
    holder: Any,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    words: str,
) -> None:
    """Write a native table into a placeholder.

    Args:
        holder: The placeholder.
        head: Names of the columns; one that begins with `>` is of figures.
        rows: What the cells say; the first of each row is bold.
        widths: Shares of the columns in the width, of any sum.
        words: What the table shows, for those who do not see it.
    """
    width = holder.width
    place = TablePlaceholder(holder._element, holder._parent)
    frame = place.insert_table(1 + len(rows), len(head))
    describe(frame, words)
    table = frame.table
    table.horz_banding = False
    table._tbl.tblPr.find(qn("a:tableStyleId")).text = LIGHT
    for column, share in zip(table.columns, widths, strict=True):
        column.width = Emu(round(width * share / sum(widths)))
    for row in list(table.rows)[1:]:
        row.height = Inches(0.6)
    size = SMALL if len(rows) > FEW else SMALL + 2
    for number, texts in enumerate((head, *rows)):
        for index, text in enumerate(texts):
            cell = table.cell(number, index)
            cell.vertical_anchor = MSO_VERTICAL_ANCHOR.MIDDLE
            line = cell.text_frame.paragraphs[0]
            _say(line, text.removeprefix(">"), bold=not number * index, size=size)
            if head[index].startswith(">"):
                line.alignment = PP_ALIGN.RIGHT


def describe(frame: Any, words: str) -> None:
    """Give a table or a chart its alternative text."""
    frame._element._nvXxPr.cNvPr.set("descr", words)


def speak(tree: Any) -> None:
    """Set the language of all texts of a tree that the library made."""
    for element in tree.iter():
        if element.get("lang"):
            element.set("lang", document_language())


def _say(
    paragraph: _Paragraph, text: str, *, bold: bool | None = None, size: int = 0
) -> None:
    """Add a text to a paragraph, with its language."""
    run = paragraph.add_run()
    run.text = text
    # The library knows languages with a number of their own alone.
    run._r.get_or_add_rPr().set("lang", document_language())
    if bold is not None:
        run.font.bold = bold
    if size:
        run.font.size = Pt(size)
