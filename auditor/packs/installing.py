"""Packs beside the installed plugins: each is one that a file brings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.errors import InputError, Problem
from auditor.packs.reading import read_pack
from auditor.plugin.collection import Plugins
from auditor.plugin.loading import Plugin
from auditor.profile.files import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["installed_with"]


def installed_with(plugins: Plugins, paths: Iterable[Path]) -> Plugins:
    """Return the plugins, and the checks of packs beside theirs.

    Args:
        plugins: The installed plugins.
        paths: Files, or folders of them.

    Raises:
        InputError: If a pack cannot be used; with every problem of all of them.
        DuplicateCheckError: If a check has the id of another.
    """
    found: list[Plugin] = []
    problems: list[Problem] = []
    for path in _files_in(paths):
        try:
            pack = read_pack(path)
        except InputError as error:
            problems.extend(error.problems)
        else:
            areas = (pack.area,)
            found.append(Plugin(pack.name, path.name, pack.version, areas=areas))
    if problems:
        raise InputError(problems)
    return Plugins((*plugins.installed, *found))


def _files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield files as they are, and the packs of folders, sorted by name.

    Raises:
        InputError: If a folder holds none.
    """
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        inside = sorted(p for p in path.iterdir() if p.suffix.lower() in SUFFIXES)
        if not inside:
            hint = f"A pack ends in {', '.join(SUFFIXES)}."
            raise InputError([Problem(f"'{path}' holds no pack.", hint=hint)])
        yield from inside
