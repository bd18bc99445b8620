"""`cxaudit plugins`: what is installed, a new one, and what its checks promise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.command import Command
from auditor.cli.licences import LICENCES, USUAL_LICENCE
from auditor.cli.parameters import format_option

if TYPE_CHECKING:
    from auditor.plugin.loading import Plugin

__all__ = ["command"]


@click.group("plugins")
def command() -> None:
    """List the installed plugins, begin one, or try its promises."""


@command.command(
    "list",
    cls=Command,
    examples=[
        "cxaudit plugins list",
        "cxaudit plugins list --format json | jq '.[] | select(.failure)'",
    ],
)
@format_option("table", "json", says="A table for people, or JSON.")
def list_plugins(format_: str) -> int:
    """List the plugins: version, package, what each adds, why one failed.

    Exits with 3 if one failed.
    """
    from auditor.cli.installed import load_plugins, outcome_of
    from auditor.cli.listing import print_json, print_table

    plugins = load_plugins()
    if format_ == "json":
        print_json([_record(plugin) for plugin in plugins.installed])
    else:
        print_table(
            ("Plugin", "Version", "Package", "Adds"),
            [
                (plugin.name, plugin.version, plugin.package, _added(plugin))
                for plugin in plugins.installed
            ],
        )
    return outcome_of(plugins)


@command.command(
    "check",
    cls=Command,
    examples=[
        "cxaudit plugins check auditor-hospitality",
        "cxaudit plugins check auditor-hospitality --check HO001",
        "cxaudit plugins check cxaudit --format json | jq .kept",
    ],
)
@click.argument("package", metavar="PACKAGE")
@click.option(
    "--check",
    "ids",
    metavar="IDS",
    multiple=True,
    help="Only these checks, by id and comma. Repeatable.",
)
@format_option("text", "json", says="A report card for people, or JSON.")
def check(package: str, ids: tuple[str, ...], format_: str) -> int:
    """Try what the checks of a plugin promise, and print a report card.

    PACKAGE is an installed package such as auditor-hospitality, or the name of one
    plugin. Its examples are judged again in another process, the exemplary profile is
    changed field by field, the texts are read. The same promises can be the plugin's
    tests (auditor.testing). Exits with 1 if one is broken.
    """
    from auditor.cli.plugin_checking import perform_check

    return perform_check(package, ids, format_)


@command.command(
    "new",
    cls=Command,
    examples=[
        "cxaudit plugins new auditor-hospitality",
        "cxaudit plugins new auditor-hospitality --letters HO --output src",
    ],
)
@click.argument("name", metavar="NAME")
@click.option("--title", help="The area in reports.  [default: made of the name]")
@click.option(
    "--letters",
    metavar="XX",
    help="Two capital letters with which its ids begin.  [default: of the name]",
)
@click.option("--author", help="Who wrote it.  [default: The authors of the package]")
@click.option(
    "--licence",
    type=click.Choice(list(LICENCES)),
    help=f"On what terms others may use it.  [default: {USUAL_LICENCE}]",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=".",
    metavar="DIR",
    help="Where the package's folder is made.  [default: here]",
)
def new(name: str, output: Path, **given: str | None) -> None:
    """Begin a plugin: a package with one check, its tests and the rest.

    NAME is the name of the package, such as auditor-hospitality. What no option says
    is asked in a terminal. The package installs, passes its tests, lints and
    type-checks as it is; nothing that is there is overwritten.
    """
    from auditor.cli.plugin_starting import perform_new

    perform_new(name, output, **given)


def _record(plugin: Plugin) -> dict[str, Any]:
    """Return a plugin for programs."""
    return {
        "name": plugin.name,
        "version": plugin.version,
        "package": plugin.package,
        "sha256": plugin.sha256,
        "checks": sorted(check.id for check in plugin.checks),
        "formats": [renderer.format for renderer in plugin.renderers],
        "templates": list(plugin.templates),
        "extensions": [extension.key for extension in plugin.extensions],
        "failure": plugin.failure,
    }


def _added(plugin: Plugin) -> str:
    """Return what a plugin adds, for people."""
    if plugin.failure:
        return "nothing: it failed"
    parts = []
    if ids := sorted(check.id for check in plugin.checks):
        noun = "check" if len(ids) == 1 else "checks"
        span = ids[0] if len(ids) == 1 else f"{ids[0]} to {ids[-1]}"
        parts.append(f"{len(ids)} {noun} ({span})")
    if formats := ", ".join(renderer.format for renderer in plugin.renderers):
        parts.append(f"formats ({formats})")
    if keys := ", ".join(extension.key for extension in plugin.extensions):
        parts.append(f"keys of a profile ({keys})")
    if plugin.templates:
        parts.append(f"templates ({', '.join(plugin.templates)})")
    return "; ".join(parts) or "nothing"
