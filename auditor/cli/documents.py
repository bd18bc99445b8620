"""Where comparisons, histories and what-ifs go: a terminal, text, Markdown or JSON."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

import click

from auditor.cli.destinations import (
    STDOUT,
    refuse_inputs,
    refuse_two_alike,
    refuse_unwritable,
)
from auditor.cli.languages import language_option
from auditor.cli.messages import note, printable
from auditor.cli.parameters import in_order
from auditor.cli.writing import write_file, write_stdout
from auditor.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic import BaseModel

    from auditor.renderers.over_time.outline import Outline

__all__ = ["FORMATS", "Paper", "deliver_papers", "paper_options", "papers"]

FORMATS: Final = {"text": ".txt", "json": ".json", "markdown": ".md"}
"""The formats, and how names of their files end."""
WIDTH: Final = 100
"""Ours: columns where there is no terminal to say how many it has."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One document that was asked for."""

    path: Path
    format: str

    def write(self, outline: Outline, document: BaseModel) -> None:
        """Write it.

        Raises:
            OutputError: If it cannot be written; says why.
        """
        content = _written(
            self.format, outline, document, to_stdout=self.path == STDOUT
        )
        if self.path == STDOUT:
            write_stdout(content)
        else:
            write_file(self.path, content)


paper_options: Final = in_order(
    click.option(
        "-o",
        "--output",
        "outputs",
        type=click.Path(path_type=Path),
        multiple=True,
        help="Write a file: .json, .md or .txt; - is stdout. Repeatable.",
    ),
    click.option(
        "--format",
        "format_",
        type=click.Choice(list(FORMATS)),
        help="Format of an output whose name has no suffix, such as -.",
    ),
    language_option("en"),
    click.option("-q", "--quiet", is_flag=True, help="Say nothing but results."),
)
"""Gives a command the options that say where its document goes."""


def papers(
    paths: Sequence[Path], format_: str | None, inputs: Sequence[Path]
) -> tuple[Paper, ...]:
    """Return what to write; every path can be written.

    Args:
        paths: Where to; without any, a summary for people goes to stdout.
        format_: The format of what no suffix gives one.
        inputs: What is read, and must not be overwritten; folders of results too.

    Raises:
        UsageError: If a path cannot be written.
        InputError: If the name of a file does not say its format.
    """
    refuse_two_alike(paths)
    chosen = [Paper(path, _format(path, format_)) for path in paths or [STDOUT]]
    for paper in chosen:
        if paper.path != STDOUT:
            _check(paper.path, inputs)
    return tuple(chosen)


def deliver_papers(
    chosen: Iterable[Paper], outline: Outline, document: BaseModel, *, quiet: bool
) -> None:
    """Write every document that was asked for.

    Raises:
        OutputError: If one cannot be written; says why.
    """
    for paper in chosen:
        paper.write(outline, document)
        if paper.path != STDOUT and not quiet:
            note(f"wrote {paper.path}")


def _format(path: Path, format_: str | None) -> str:
    for name, suffix in FORMATS.items():
        if path.name.lower().endswith(suffix):
            return name
    if format_ or path == STDOUT:
        return format_ or "text"
    known = ", ".join(FORMATS.values())
    message = f"The name {str(path)!r} does not say in which format to write."
    raise InputError([Problem(message, hint=f"Known endings are {known}.")])


def _check(path: Path, inputs: Sequence[Path]) -> None:
    """Find out before any work whether a file can be written.

    Raises:
        UsageError: If it cannot, or if it is read, or would be the next time.
    """
    refuse_inputs(path, inputs)
    if path.suffix.lower() == FORMATS["json"] and any(
        folder.resolve() in path.resolve().parents
        for folder in inputs
        if folder.is_dir()
    ):
        message = "would be read as a result: write it elsewhere"
        raise click.UsageError(printable(f"{path} {message}."))
    refuse_unwritable(path)


def _written(
    format_: str, outline: Outline, document: BaseModel, *, to_stdout: bool
) -> bytes:
    """Return a document in a format."""
    if format_ == "json":
        from auditor.renderers.json import json_of

        return json_of(document)
    if format_ == "markdown":
        from auditor.renderers.markdown.outlines import markdown_of

        return markdown_of(outline).encode()
    from auditor.renderers.over_time.text import text_of

    width = get_terminal_size((WIDTH, 0)).columns if to_stdout else WIDTH
    text = text_of(outline, width)
    encoding = sys.stdout.encoding if to_stdout else "utf-8"
    return text.encode(encoding or "utf-8", errors="replace")
