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
    console.print(Group(*_page(outline)))
    # Rich fills lines up with spaces, for the sake of background colours.
    return "".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines())


def drawn(section: Section) -> Iterator[RenderableType]:
    """Yield what Rich draws of a section below its title."""
    yield from (Text(plain(sentence)) for sentence in section.sentences)
    if section.head:
        yield _table(section)
    yield from (Text(plain(sentence)) for sentence in section.after)


def _page(outline: Outline) -> Iterator[RenderableType]:
    yield Text(plain(outline.title), style="bold")
    for section in outline.sections:
        yield Text(f"\n{plain(section.title)}", style="bold")
        yield Padding(Group(*drawn(section)), (0, 0, 0, 2))


def _table(section: Section) -> Table:
    """Return a section's table; its first column is never broken."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, title in enumerate(section.head):
        side: Literal["left", "right"] = "right" if title.startswith(">") else "left"
        name = Text(title.removeprefix(">"))
        table.add_column(name, justify=side, no_wrap=not number)
    for row in section.rows:
        table.add_row(*(Text(short(cell, LONGEST)) for cell in row))
    return table
