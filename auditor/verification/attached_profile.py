"""The profile that a report carries, read again as if it lay where it lay."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Position, Problem
from auditor.profile.files import SUFFIXES
from auditor.profile.places import Place
from auditor.profile.reading import read_profile

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.profile.extensions import Extension
    from auditor.profile.notice import Notice
    from auditor.profile.reading import LoadedProfile

__all__ = ["as_from", "read_attached", "safe_path"]

DEEPEST: Final = 2
"""Parts of a path: a profile's folder has folders, and those have none."""


def read_attached(
    files: Mapping[str, bytes],
    source: str,
    workspace: Path,
    extensions: Iterable[Extension] = (),
) -> LoadedProfile:
    """Return a profile from its attached files.

    Args:
        files: The files by path within the profile's folder.
        source: The path that the profile was read from, for its places.
        workspace: An empty folder to put them in.
        extensions: The keys that plugins add.

    Raises:
        InputError: If a path leads elsewhere, or the files are no profile.
    """
    suffix = PurePosixPath(source).suffix.lower()
    alone = len(files) == 1 and suffix in SUFFIXES
    root = workspace / f"profile{suffix}" if alone else workspace / "profile"
    if alone:
        root.write_bytes(*files.values())
    else:
        _write_all(files, root)
    try:
        return as_from(read_profile(root, extensions), str(root), source)
    except InputError as error:
        problems = [_problem(problem, str(root), source) for problem in error.problems]
        raise InputError(problems) from None


def safe_path(path: str) -> PurePosixPath:
    """Return a path that stays within its folder.

    Raises:
        InputError: If it leads elsewhere, or cannot be a file of a profile.
    """
    parts = PurePosixPath(path)
    fine = (
        path.isprintable()
        and not parts.is_absolute()
        and 0 < len(parts.parts) <= DEEPEST
        and not any(part.startswith(".") or "\\" in part for part in parts.parts)
        and parts.suffix.lower() in SUFFIXES
    )
    if not fine:
        message = f"The attached profile has a file {path[:80]!r}, which none can have."
        raise InputError([Problem(message)])
    return parts


def _write_all(files: Mapping[str, bytes], root: Path) -> None:
    for path, content in files.items():
        target = root / safe_path(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def as_from(loaded: LoadedProfile, root: str, source: str) -> LoadedProfile:
    """Return a profile as if it had been read from another path."""
    return replace(
        loaded,
        source=source,
        place=loaded.place and _moved(loaded.place, root, source),
        notices=tuple(_notice(notice, root, source) for notice in loaded.notices),
    )


def _moved(place: Place, root: str, source: str) -> Place:
    inside = place.inside
    return Place(
        _at(place.at, root, source),
        place.key and _at(place.key, root, source),
        {key: _moved(part, root, source) for key, part in inside.items()}
        if isinstance(inside, dict)
        else [_moved(part, root, source) for part in inside],
    )


def _at(position: Position, root: str, source: str) -> Position:
    return replace(position, file=source + position.file.removeprefix(root))


def _notice(notice: Notice, root: str, source: str) -> Notice:
    at = notice.position
    return replace(notice, position=at and _at(at, root, source))


def _problem(problem: Problem, root: str, source: str) -> Problem:
    at = problem.position
    message = problem.message.replace(root, source)
    return replace(problem, message=message, position=at and _at(at, root, source))
