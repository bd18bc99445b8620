"""`cxaudit checks`: what is judged, why and how."""

from __future__ import annotations

from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.command import Command
from auditor.cli.parameters import format_option, pack_option

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.checks import Area, Check
    from auditor.plugin.collection import Plugins

__all__ = ["command"]


@click.group("checks")
def command() -> None:
    """List the checks, or explain one."""


@command.command(
    "list",
    cls=Command,
    examples=[
        "cxaudit checks list",
        "cxaudit checks list --area feedback_loop",
        "cxaudit checks list --format json | jq -r '.[].id'",
    ],
)
@format_option("table", "json", says="A table for people, or JSON.")
@click.option("--area", metavar="AREA", help="Only this area, such as feedback_loop.")
@pack_option()
def list_checks(format_: str, area: str | None, packs: tuple[Path, ...]) -> int:
    """List the installed checks by area."""
    from auditor.cli.installed import load_plugins, outcome_of
    from auditor.cli.listing import print_json, print_table

    plugins = load_plugins(packs=packs)
    areas = (_area(area, plugins),) if area else plugins.areas
    listed = [(area, check) for area in areas for check in area.checks]
    if format_ == "json":
        print_json([_record(area, check) for area, check in listed])
    else:
        print_table(
            ("Check", "Severity", "Effort", "Area", "What is good practice"),
            [(c.id, c.severity, c.effort, a.id, c.title) for a, c in listed],
        )
    return outcome_of(plugins)


@command.command(
    "explain",
    cls=Command,
    examples=[
        "cxaudit checks explain DP009",
        "cxaudit checks explain fl004 --format markdown",
        "cxaudit checks explain HO001 --pack hotels.yaml",
    ],
)
@click.argument("check", metavar="ID")
@format_option(
    "text", "markdown", "json", says="Text for a terminal, Markdown, or JSON."
)
@pack_option()
def explain(check: str, format_: str, packs: tuple[Path, ...]) -> int:
    """Explain a check: what, why, how, and on whose authority.

    ID may be in lower case, or one that the check had before.
    """
    from auditor.catalogue import explained
    from auditor.cli.explanation import as_json, as_text
    from auditor.cli.installed import load_plugins, outcome_of
    from auditor.cli.listing import print_json

    plugins = load_plugins(packs=packs)
    area, found = _check(check, plugins)
    if format_ == "json":
        print_json(as_json(found, area))
    elif format_ == "markdown":
        click.echo(explained(found), nl=False)
    else:
        click.echo(as_text(found, area, get_terminal_size().columns))
    return outcome_of(plugins)


def _record(area: Area, check: Check) -> dict[str, Any]:
    return {
        "id": check.id,
        "title": check.title,
        "area": area.id,
        "severity": check.severity,
        "effort": check.effort,
        "verification": check.verification,
    }


def _area(name: str, plugins: Plugins) -> Area:
    """Return the area of this id, in whatever case.

    Raises:
        InputError: If there is none; it names the nearest.
    """
    from auditor.cli.parameters import unknown

    areas = {area.id: area for area in plugins.areas}
    id_ = name.lower().replace("-", "_")
    if id_ not in areas:
        raise unknown("area", name, areas, f"Areas are {', '.join(areas)}.")
    return areas[id_]


def _check(name: str, plugins: Plugins) -> tuple[Area, Check]:
    """Return the check of this id or earlier id, in whatever case, and its area.

    Raises:
        InputError: If there is none; it names the nearest.
    """
    from auditor.cli.parameters import LIST_CHECKS, unknown

    known = {
        id_: (area, check)
        for area in plugins.areas
        for check in area.checks
        for id_ in (check.id, *check.aliases)
    }
    if name.upper() not in known:
        raise unknown("check", name, known, LIST_CHECKS)
    return known[name.upper()]
