"""Lists on stdout: a table and paragraphs for people, JSON for programs."""

from __future__ import annotations

import json
import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

import click

from auditor.cli.messages import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["print_json", "print_paragraph", "print_table", "to_json"]

UNBOUNDED: Final = 10_000
"""Columns where no terminal bounds them: every row stays on a line of its own."""


def to_json(value: object) -> str:
    """Return a value as JSON that people can read too."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def print_json(value: object) -> None:
    """Print a value as JSON."""
    click.echo(to_json(value), nl=False)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows in aligned columns; a terminal wraps long cells and cuts none off."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(markup=False, emoji=False, highlight=False)
    if not console.is_terminal:
        console.width = UNBOUNDED
    table = Table(*headings, box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for row in rows:
        table.add_row(*(Text(cell, overflow="fold") for cell in row))
    with console.capture() as printed:
        console.print(table)
    for line in printed.get().splitlines():
        click.echo(line.rstrip())


def print_paragraph(text: str, bullet: str = "") -> None:
    """Print text on one line, which a terminal wraps between words.

    Args:
        text: What is said, of whoever's words.
        bullet: What it begins with; further lines are indented as far.
    """
    line = printable(" ".join(text.split()))
    columns = get_terminal_size().columns if sys.stdout.isatty() else UNBOUNDED
    click.echo(click.wrap_text(line, columns, bullet, " " * len(bullet)))
