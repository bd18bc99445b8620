"""`cxaudit evidence`: what tables of answers, tickets and customers show."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.cli.command import Command
from auditor.cli.parameters import (
    DayType,
    evidence_option,
    format_option,
    rubric_option,
)

__all__ = ["command"]


@click.group("evidence")
def command() -> None:
    """Look at tables of evidence, and measure them."""


@command.command(
    "inspect",
    cls=Command,
    examples=[
        "cxaudit evidence inspect tickets.csv",
        "cxaudit evidence inspect answers.xlsx > evidence.yaml",
    ],
)
@click.argument("file", type=click.Path(path_type=Path))
def inspect(file: Path) -> int:
    """Propose how to map a file: YAML to paste into a profile.

    FILE is CSV, TSV, JSON, JSON Lines, Parquet or XLSX, also gzipped. Comments say why
    a column is taken for what it is, and ask what the file alone cannot tell. Texts of
    people are not shown.
    """
    from auditor.cli.inspecting import perform

    return perform(file)


@command.command(
    "measure",
    cls=Command,
    examples=[
        "cxaudit evidence measure profile.yaml",
        "cxaudit evidence measure profile.yaml --by channel,period",
        "cxaudit evidence measure company/ --format json | jq '.measures[]'",
        "cxaudit evidence measure profile.yaml --evidence tickets=new/tickets.csv",
        "cxaudit evidence measure profile.yaml --rubric our-rubric.yaml",
    ],
)
@click.argument("profile", type=click.Path(path_type=Path))
@evidence_option()
@format_option("table", "json", says="Tables for people, or JSON.")
@click.option(
    "--by",
    metavar="CUT",
    multiple=True,
    help="Also show groups: level, stage, channel, segment, department, reason, "
    "theme, wave or period (months). Repeatable, takes commas.",
)
@rubric_option("Other limits and times to answer")
@click.option("--all", "all_", is_flag=True, help="Show every group; JSON always does.")
@click.option(
    "--as-of",
    type=DayType(),
    metavar="DATE",
    help="The day up to which open cases grow older.  [default: today]",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors.")
def measure(**options: Any) -> int:
    """Compute every measure that a profile's tables allow.

    Each figure comes with the number of rows behind it, its 95 % interval, the rows
    left out by reason, and its definition. A table that cannot be read is named, the
    others are measured, and the exit code is 3.
    """
    from auditor.cli.measuring import Order, perform

    return perform(Order(**options))
