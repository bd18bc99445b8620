"""Lines and tables of the summary, as Rich draws them.

Texts become `Text` objects, never strings, so that Rich looks for no markup in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from auditor.renderers.plain import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["line", "table"]


def line(text: str, style: str = "") -> Text:
    """Return a text as one line."""
    return Text(plain(text), style=style)


def table(*columns: str, right: Iterable[str] = (), breaks: str = "") -> Table:
    """Return an empty table.

    Its first column is never broken, or only the one named in `breaks`.
    """
    empty = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, column in enumerate(columns):
        side: Literal["left", "right"] = "right" if column in right else "left"
        whole = column != breaks if breaks else not number
        empty.add_column(Text(column), justify=side, no_wrap=whole)
    return empty
