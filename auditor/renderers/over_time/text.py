"""Outlines in a terminal, or as plain text of a fixed width."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Final, Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditor.renderers.plain import plain, short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from auditor.renderers.over_time.outline import Outline, Section

__all__ = ["drawn", "text_of"]

LONGEST: Final = 240
"""Ours: characters of one cell; other formats have it whole."""
INDENT: Final = 2
USUAL: Final = 100
"""Columns where nobody says how many there are."""
GAP: Final = 3
"""Columns between two columns of a table."""


def text_of(outline: Outline, width: int) -> str:
    """Return an outline as plain text of so many columns."""
    page = StringIO()
    console = Console(
        file=page,
        width=width,
        color_system=None,
        force_terminal=False,
        markup=False,
        emoji=False,
        highlight=False,
        _environ={},
    )
    console.print(Group(*_page(outline, width)))
    # Rich fills lines up with spaces, for the sake of background colours.
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def drawn(section: Section, width: int = USUAL) -> Iterator[RenderableType]:
    """Yield what Rich draws of a section below its title.

    Args:
        section: The section.
        width: The columns that there are.
    """
    yield from (Text(plain(sentence)) for sentence in section.sentences)
    if section.head:
        yield _table(section, width)
    yield from (Text(plain(sentence)) for sentence in section.after)


def _page(outline: Outline, width: int) -> Iterator[RenderableType]:
    yield Text(plain(outline.title), style="bold")
    for section in outline.sections:
        yield Text(f"\n{plain(section.title)}", style="bold")
        inner = width - INDENT
        yield Padding(Group(*drawn(section, inner)), (0, 0, 0, INDENT))


def _table(section: Section, width: int) -> Table:
    """Return a section's table; its first column is broken only to spare the others."""
    whole = _narrowest(section) <= width
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, title in enumerate(section.head):
        side: Literal["left", "right"] = "right" if title.startswith(">") else "left"
        name = Text(title.removeprefix(">"))
        table.add_column(name, justify=side, no_wrap=whole and not number)
    for row in section.rows:
        table.add_row(*(Text(short(cell, LONGEST)) for cell in row))
    return table


def _narrowest(section: Section) -> int:
    """Return the columns that a table needs if its first column is not broken."""
    first, *others = zip(section.head, *section.rows, strict=True)
    words = (
        max((len(word) for text in c for word in text.split()), default=0)
        for c in others
    )
    return max(map(len, first)) + sum(GAP + length for length in words)
