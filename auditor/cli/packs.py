"""`cxaudit packs`: checks without code."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.command import Command

if TYPE_CHECKING:
    from auditor.cli.exit_code import ExitCode

__all__ = ["command"]


@click.group("packs")
def command() -> None:
    """Check a pack: checks without code, in YAML."""


@command.command(
    "check",
    cls=Command,
    examples=["cxaudit packs check hotels.yaml", "cxaudit packs check packs/*.yaml"],
)
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
def check(files: tuple[Path, ...]) -> ExitCode:
    """Try the examples of packs, and read their texts.

    Tells examples that do not hold, outcomes that no example reaches, texts that are no
    sentences and translations that are missing, each with line and column. Exits with 2
    if a pack should not be used as it is.
    """
    from auditor.cli.exit_code import ExitCode
    from auditor.cli.messages import printable
    from auditor.packs import rehearse

    serious = 0
    for file in files:
        slips = rehearse(file)
        for slip in slips:
            click.echo(printable(str(slip)))
        problems = sum(slip.serious for slip in slips)
        click.echo(printable(_standing(file, problems, len(slips) - problems)))
        serious += problems
    return ExitCode.UNUSABLE if serious else ExitCode.DONE


def _standing(file: Path, serious: int, notes: int) -> str:
    """Return how a pack stands, in a line."""
    # Imported only when a pack was tried: it brings all that grades.
    from auditor.grading import counted

    noted = f", with {counted(notes, 'note')}" if notes else ""
    if not serious:
        return f"{file} can be used{noted}."
    return f"{file}: {counted(serious, 'problem')}{noted}."
