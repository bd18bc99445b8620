"""Packs beside the installed plugins: each is one that a file brings."""

from __future__ import annotations

from os.path import realpath  # unlike Path.resolve, it takes a link to itself
from typing import TYPE_CHECKING

from auditor.errors import InputError, Problem
from auditor.packs.reading import read_pack
from auditor.plugin.collection import Plugins
from auditor.plugin.loading import Plugin
from auditor.profile.files import SUFFIXES
from auditor.profile.wording import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from auditor.packs.reading import Pack

__all__ = ["holders_of_ids", "installed_with", "taken_ids"]


def installed_with(plugins: Plugins, paths: Iterable[Path]) -> Plugins:
    """Return the plugins, and the checks of packs beside theirs.

    Args:
        plugins: The installed plugins.
        paths: Files, or folders of them; a file that is named twice is one pack.

    Raises:
        InputError: If a pack cannot be used, or a check has the id of another; with
            every problem of all of them.
    """
    found: list[Plugin] = []
    problems: list[Problem] = []
    holders = holders_of_ids(plugins)
    for path in _different(_files_in(paths)):
        try:
            pack = read_pack(path)
        except InputError as error:
            problems.extend(error.problems)
        else:
            problems.extend(taken_ids(pack, holders))
            for part in pack.file.checks:
                holders |= dict.fromkeys((part.id, *part.aliases), pack.name)
            found.append(
                Plugin(
                    pack.name,
                    path.name,
                    pack.version,
                    areas=(pack.area,),
                    sha256=pack.document.sha256,
                )
            )
    if problems:
        raise InputError(problems)
    return Plugins((*plugins.installed, *found))


def _different(paths: Iterable[Path]) -> Iterable[Path]:
    """Return each file once, by the first of its paths."""
    first: dict[str, Path] = {}
    for path in paths:
        first.setdefault(realpath(path), path)
    return first.values()


def holders_of_ids(plugins: Plugins) -> dict[str, str]:
    """Return the names of plugins, by the ids of their checks."""
    return {
        id_: plugin.name
        for plugin in plugins.installed
        for check in plugin.checks
        for id_ in (check.id, *check.aliases)
    }


def taken_ids(pack: Pack, holders: Mapping[str, str]) -> Iterator[Problem]:
    """Yield checks of a pack whose id, or earlier id, is that of another.

    Args:
        pack: The pack.
        holders: Plugins and packs, by the ids of their checks.
    """
    hint = "Begin ids with two capital letters that nobody else uses."
    for number, part in enumerate(pack.file.checks):
        for id_ in (part.id, *part.aliases):
            if id_ in holders:
                at = pack.locate(f"/checks/{number}/id")
                message = f"A check of {quote(holders[id_])} has the id {id_} already."
                yield Problem(message, at, hint)


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
