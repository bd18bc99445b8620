"""`cxaudit plugins`: what is installed, and what it adds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from auditor.cli.command import Command
from auditor.cli.parameters import format_option

if TYPE_CHECKING:
    from auditor.plugin.loading import Plugin

__all__ = ["command"]


@click.group("plugins")
def command() -> None:
    """List the installed plugins."""


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
