"""`cxaudit doctor`: whether everything works on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from auditor.cli.command import Command

if TYPE_CHECKING:
    from auditor.cli.exit_code import ExitCode
    from auditor.cli.health import Examination

__all__ = ["command"]


@click.command("doctor", cls=Command, examples=["cxaudit doctor"])
def command() -> ExitCode:
    """Say whether everything works here, and what to install.

    Prints a page to PDF, looks for fonts, loads what other formats need and every
    plugin, and names extras that are not there. Exits with 3 if something is broken.
    """
    from auditor.cli.exit_code import ExitCode
    from auditor.cli.health import examine

    broken, absent = 0, False
    for examination in examine():
        _show(examination)
        broken += not examination.works
        absent |= examination.absent
    if broken:
        click.echo(f"\nBroken: {broken}. The rest works.")
        return ExitCode.INCOMPLETE
    click.echo(f"\nEverything {'that is installed ' if absent else ''}works.")
    return ExitCode.DONE


def _show(examination: Examination) -> None:
    from auditor.cli.messages import printable

    word, colour = ("ok", "green") if examination.works else ("broken", "red")
    if examination.absent:
        word, colour = "absent", "yellow"
    label = click.style(f"{word:<8}", fg=colour, bold=True)
    click.echo(f"{label}{printable(f'{examination.subject}: {examination.detail}')}")
    for line in examination.advice:
        click.echo(f"{'':8}  {printable(line)}")
