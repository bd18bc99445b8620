"""The summary for people: tables for a terminal, or plain text for a file.

Nothing from a profile is read as Rich markup, and no control character of it
reaches the terminal.
"""

from __future__ import annotations

import os
from io import StringIO, TextIOWrapper
from typing import TYPE_CHECKING, Any, Final

from rich.console import Console, Group

from auditor.renderers.summary import sections
from auditor.translation import speaking

if TYPE_CHECKING:
    from typing import TextIO

    from auditor.report import Report

__all__ = ["TextRenderer", "print_summary"]

WIDTH: Final = 100
"""Ours: columns where there is no terminal to say how many it has."""


class TextRenderer:
    """Renders the summary as plain text, the same on every machine."""

    format: Final = "text"
    suffix: Final = ".txt"

    def render(self, report: Report) -> bytes:
        """Return the summary without colours, `WIDTH` columns wide."""
        page = StringIO()
        nowhere: dict[str, str] = {}
        console = _console(
            page, width=WIDTH, color_system=None, force_terminal=False, _environ=nowhere
        )
        with speaking(report.language):
            console.print(Group(*sections(report)))
        # Rich fills lines up with spaces, for the sake of background colours.
        lines = (line.rstrip() for line in page.getvalue().splitlines())
        return "\n".join((*lines, "")).encode()


def print_summary(report: Report, file: TextIO) -> None:
    """Write the summary to a stream, in colour only where that is a terminal.

    `NO_COLOR`, `FORCE_COLOR`, `TERM` and `COLUMNS` mean what Rich takes them to mean.
    """
    if isinstance(file, TextIOWrapper):
        # A character that the stream cannot encode is no reason to lose the rest.
        file.reconfigure(errors="replace")
    console = _console(file)
    if not console.is_terminal and not os.environ.get("COLUMNS"):
        console.width = WIDTH
    with speaking(report.language):
        console.print(Group(*sections(report)))


def _console(file: TextIO, **options: Any) -> Console:
    return Console(file=file, markup=False, emoji=False, highlight=False, **options)
