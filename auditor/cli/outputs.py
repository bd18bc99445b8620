"""Where the results of an audit go, and in which formats."""

from __future__ import annotations

import sys
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from auditor.cli.destinations import (
    STDOUT,
    refuse_inputs,
    refuse_two_alike,
    refuse_unwritable,
)
from auditor.cli.messages import (
    aside,
    error,
    note,
    printable,
    telling_what_is_logged,
)
from auditor.cli.progress import progress
from auditor.cli.writing import write_file, write_stdout
from auditor.errors import (
    AuditorError,
    InputError,
    OutputError,
    Problem,
    RenderError,
)
from auditor.profile.files import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from auditor.renderers import Renderers
    from auditor.report import Renderer, Report
    from auditor.signing import SigningKey

__all__ = ["Output", "choose_outputs", "deliver"]


@dataclass(frozen=True, slots=True)
class Output:
    """One result that was asked for."""

    path: Path
    renderer: Renderer
    key: SigningKey | None = None
    """What it is signed with, if it is."""

    @property
    def name(self) -> str:
        """What messages call it."""
        return "stdout" if self.path == STDOUT else str(self.path)

    def write(self, content: bytes) -> None:
        """Write it.

        Raises:
            OutputError: If it cannot be written, or is no text for a terminal.
        """
        if self.path != STDOUT:
            write_file(self.path, content)
        elif sys.stdout.isatty() and not _is_text(content):
            hint = f"-o report{self.renderer.suffix} writes a file"
            raise OutputError(f"{self.renderer.format} is no text: {hint}.")
        else:
            write_stdout(content)


def choose_outputs(
    paths: Sequence[Path],
    format_: str | None,
    inputs: Sequence[Path],
    renderers: Renderers,
) -> tuple[Output, ...]:
    """Return what to write, files first; every path can be written.

    Args:
        paths: Where to; nowhere in particular is stdout if there is a format.
        format_: The format of what no suffix gives one.
        inputs: What is read, the profile first; none of it is to be overwritten.
        renderers: The known formats.

    Raises:
        UsageError: If the paths and the format do not fit together.
        InputError: If there is no such format.
    """
    if format_ and not paths:
        paths = [STDOUT]
    refuse_two_alike(paths)
    known = _by_format_or_suffix(format_, renderers) if format_ else None
    outputs = [Output(path, _renderer(path, known, renderers)) for path in paths]
    if known and all(output.renderer is not known for output in outputs):
        raise click.UsageError(
            f"--format {format_} is of no use: the suffix of each output names another."
        )
    _check_paths(outputs, inputs)
    return tuple(sorted(outputs, key=lambda output: output.path == STDOUT))


def deliver(report: Report, outputs: Iterable[Output], *, quiet: bool) -> bool:
    """Write every output that can be written; return whether all could."""
    with telling_what_is_logged("auditor.renderers", quiet=quiet):
        delivered = [_deliver_one(report, output, quiet=quiet) for output in outputs]
    return all(delivered)


def _deliver_one(report: Report, output: Output, *, quiet: bool) -> bool:
    """Write one output; what goes wrong is told, and does not stop the others."""
    try:
        with progress(f"Writing {output.name}", silent=quiet):
            content = _rendered(report, output.renderer)
            content = output.key.sign(content) if output.key else content
        output.write(content)
    except AuditorError as cause:
        error(f"{output.name} was not written: {cause}")
        return False
    except BrokenPipeError:
        raise
    except (Exception, SystemExit) as cause:  # noqa: BLE001 - a renderer can raise anything
        traceback.print_exc()  # It says where the bug is.
        error(f"{output.name} was not written: {type(cause).__name__}: {cause}")
        return False
    if not quiet and output.path != STDOUT:
        note(f"wrote {output.name}")
    return True


def _rendered(report: Report, renderer: Renderer) -> bytes:
    """Return the report in a format, if the renderer keeps its promise of bytes."""
    with aside():
        content: object = renderer.render(report)
    if not isinstance(content, bytes):
        kind = type(content).__name__
        raise RenderError(f"the renderer of {renderer.format} gave {kind}, not bytes.")
    return content


def _by_format_or_suffix(name: str, renderers: Renderers) -> Renderer:
    """Return the renderer of a format, which may be called by its suffix: `md`."""
    for renderer in renderers.by_format.values():
        if renderer.suffix == f".{name.lower()}":
            return renderer
    return renderers.named(name.lower())


def _renderer(path: Path, known: Renderer | None, renderers: Renderers) -> Renderer:
    """Return the renderer that the suffix names, or else the known one."""
    try:
        return renderers.for_file(path)
    except InputError:
        if known:
            return known
        if path == STDOUT:
            message = "-o - needs a format, as in --format json."
            raise InputError([Problem(message)]) from None
        raise


def _check_paths(outputs: Iterable[Output], inputs: Sequence[Path]) -> None:
    """Find out before any work whether all files can be written.

    Raises:
        UsageError: If one cannot.
    """
    for output in outputs:
        if output.path == STDOUT:
            continue
        refuse_inputs(output.path, inputs[:1], "the profile itself")
        refuse_inputs(output.path, inputs[1:])
        if _would_be_read(output.path, inputs[0]):
            message = "would be read as a part of the profile: write it elsewhere"
            raise click.UsageError(printable(f"{output.path} {message}."))
        refuse_unwritable(output.path)


def _would_be_read(path: Path, profile: Path) -> bool:
    """Whether the next audit of a folder would take a report for a section of it."""
    beside = path.parent.resolve() == profile.resolve()
    return beside and path.suffix.lower() in SUFFIXES


def _is_text(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return False
    return True
