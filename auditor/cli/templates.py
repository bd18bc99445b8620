"""`cxaudit templates`: what others can change in the report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.command import Command
from auditor.cli.parameters import format_option

if TYPE_CHECKING:
    from auditor.renderers.rehearsal import Slip

__all__ = ["command"]


@click.group("templates")
def command() -> None:
    """List the templates of the report, or check your own."""


@command.command(
    "list",
    cls=Command,
    examples=[
        "cxaudit templates list",
        "cxaudit templates list --format json | jq '.[].template' | sort -u",
    ],
)
@format_option("table", "json", says="A table for people, or JSON.")
def list_blocks(format_: str) -> None:
    """List our templates and their blocks.

    A folder of yours can replace each of them. A file of the same name takes the
    place of ours; one that begins with {% extends "auditor_report/NAME" %} replaces
    only the blocks that it names.
    """
    from auditor.cli.listing import print_json, print_table
    from auditor.renderers.rehearsal import our_blocks

    blocks = our_blocks()
    if format_ == "json":
        keys = ("template", "name", "holds")
        print_json([{key: getattr(block, key) for key in keys} for block in blocks])
    else:
        rows = [(block.template, block.name, block.holds) for block in blocks]
        print_table(("Template", "Block", "Holds"), rows)


@command.command(
    "check",
    cls=Command,
    examples=["cxaudit templates check our-templates/"],
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def check(folder: Path) -> int:
    """Render templates of a folder, and tell what fails.

    A small, a large and an empty report are rendered. Told are names that are not
    there, blocks that replace nothing, missing alternative texts and requests to the
    outside, each with file and line. Exits with 2 if the templates should not be used
    as they are.
    """
    from auditor.cli.exit_code import ExitCode
    from auditor.cli.installed import load_plugins, outcome_of
    from auditor.cli.messages import printable
    from auditor.cli.progress import progress
    from auditor.renderers.rehearsal import rehearse
    from auditor.renderers.template_folder import read_templates

    plugins = load_plugins()
    foreign = read_templates(folder, plugins.templates)
    with progress(f"Rendering the templates of {folder}"):
        slips = rehearse(foreign, plugins)
    for slip in slips:
        click.echo(printable(_told(folder, slip)))
    serious = sum(slip.serious for slip in slips)
    click.echo(printable(_standing(folder, serious, len(slips) - serious)))
    return ExitCode.UNUSABLE if serious else outcome_of(plugins)


def _told(folder: Path, slip: Slip) -> str:
    label = "" if slip.serious else "Note: "
    if not slip.file:
        return f"{label}{slip}"
    place = f"{folder / slip.file}:{slip.line}" if slip.line else folder / slip.file
    return f"{place}: {label}{slip.message}"


def _standing(folder: Path, serious: int, notes: int) -> str:
    """Return how the templates stand, in a line."""
    noted = f", with {notes} note{'s' * (notes != 1)}" if notes else ""
    if not serious:
        return f"{folder} can be used{noted}."
    return f"{folder}: {serious} problem{'s' * (serious != 1)}{noted}."
