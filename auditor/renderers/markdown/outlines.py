"""Outlines as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.markdown.text import escaped, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.renderers.over_time.outline import Outline, Section

__all__ = ["markdown_of", "section_lines"]


def markdown_of(outline: Outline) -> str:
    """Return an outline as one Markdown document."""
    lines = [f"# {escaped(outline.title)}", ""]
    for section in outline.sections:
        lines += section_lines(section)
    return "\n".join(lines)


def section_lines(section: Section, level: int = 2) -> Iterator[str]:
    """Yield the lines of a section.

    Args:
        section: The section.
        level: Level of its heading.
    """
    yield f"{'#' * level} {escaped(section.title)}"
    yield ""
    yield from _sentences(section.sentences)
    if section.head:
        rows = [[escaped(cell) for cell in row] for row in section.rows]
        yield from table(section.head, rows)
    yield from _sentences(section.after)


def _sentences(sentences: tuple[str, ...]) -> Iterator[str]:
    for sentence in sentences:
        yield escaped(sentence)
        yield ""
