"""Finding installed plugins without importing any of them.

`importlib.metadata` knows the same, and a test holds the two against each other. But
importing it and asking it cost more than judging 53 checks, because it imports a mail
parser and reads what every installed package says of itself. Here only the files named
`entry_points.txt` are read, and more only of packages that bring a plugin.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditor.plugin.marker import NAMESPACE

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["PluginPoint", "find_plugins"]

RECORDS: Final = {".dist-info": "METADATA", ".egg-info": "PKG-INFO"}
"""Folders in which a package describes itself, and the file there that names it."""


@dataclass(frozen=True, slots=True, order=True)
class PluginPoint:
    """Where a plugin is, as the package that brings it says."""

    name: str
    """Name of the plugin."""
    module: str
    """The module that implements its hooks."""
    package: str
    """The distribution that brings it."""
    version: str
    """That distribution's version."""


def find_plugins() -> list[PluginPoint]:
    """Return the entry points of all installed plugins, by name."""
    known: set[str] = set()
    found: list[PluginPoint] = []
    for folder in map(Path, sys.path):
        for record in _records(folder):
            # The first of two installations of a package is the one that is imported.
            project = record.name.split("-")[0].removesuffix(".egg").lower()
            if project not in known:
                known.add(project)
                found.extend(_points(record))
    return sorted(found)


def _records(folder: Path) -> Iterator[Path]:
    """Yield the folders in which packages installed in `folder` describe themselves."""
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries)
    except OSError:  # a zip archive, or a folder on the path that is not there
        return
    for name in names:
        if name.endswith(tuple(RECORDS)):
            yield folder / name


def _points(record: Path) -> Iterator[PluginPoint]:
    """Yield the plugins that one installed package brings."""
    modules = dict(_modules(_read(record / "entry_points.txt")))
    if modules:
        head = _read(record / RECORDS[record.suffix]).split("\n\n")[0]
        facts = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        package, version = facts.get("Name", "unknown"), facts.get("Version", "unknown")
        for name, module in modules.items():
            yield PluginPoint(name, module, package, version)


def _modules(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names and modules of our group in an `entry_points.txt`."""
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line.strip("[]").strip()
        elif section == NAMESPACE and "=" in line and not line.startswith(("#", ";")):
            name, _, module = line.partition("=")
            yield name.strip(), module.strip()


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
