"""The profiles that files and folders hold, each with a name for its report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from auditor.cli.messages import printable
from auditor.errors import InputError, Problem
from auditor.profile.files import SUFFIXES, is_folder

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["named_profiles"]

USUAL: Final = "profile"
"""What a profile is called that has a folder of its own; the folder names it."""
RESULT: Final = b'"result_version":'
"""What a result of an audit begins with, which often lies beside its profile."""
HEAD: Final = 100
"""Ours: bytes of a file that are looked at for that."""


def named_profiles(paths: Iterable[Path], reports: Path) -> dict[str, Path]:
    """Return each profile by the name of its report, in the order of the paths.

    Args:
        paths: Profiles, or folders of profiles.
        reports: The folder of the reports, which is no profile wherever it lies.

    Raises:
        InputError: If a folder holds no profile or cannot be read.
        UsageError: If two profiles have one name.
    """
    named: dict[str, Path] = {}
    taken: dict[str, Path] = {}
    for path in paths:
        for profile in _profiles_in(path, reports) if is_folder(path) else [path]:
            name = _name(profile)
            # Some file systems take no notice of capitals.
            other = taken.setdefault(name.casefold(), profile)
            if other != profile:
                message = f"{other} and {profile} would both be written to {name}."
                raise click.UsageError(printable(message))
            named[name] = profile
    return named


def _profiles_in(folder: Path, reports: Path) -> list[Path]:
    """Return the profiles in a folder, sorted."""
    reports = reports.resolve()
    try:
        entries = [path for path in _entries(folder) if path.resolve() != reports]
        found = _usual_in(folder) or [
            profile for path in entries for profile in _profile_at(path)
        ]
    except OSError as cause:
        message = f"{str(folder)!r} cannot be read: {cause.strerror or cause}."
        raise InputError([Problem(message)]) from cause
    if not found:
        hint = f"Profiles end in {', '.join(SUFFIXES)}, or are folders of such files."
        raise InputError([Problem(f"{str(folder)!r} holds no profile.", hint=hint)])
    return found


def _profile_at(path: Path) -> list[Path]:
    """Return the profile that an entry of a folder is or holds, if any."""
    if not path.is_dir():
        return [path] if _can_be_profile(path) else []
    if usual := _usual_in(path):
        return usual
    return [path] if any(map(_can_be_profile, _entries(path))) else []


def _usual_in(folder: Path) -> list[Path]:
    """Return what a folder holds that is called a profile, if anything."""
    called = [path for path in _entries(folder) if path.stem == USUAL]
    return [path for path in called if path.is_dir() or _can_be_profile(path)][:1]


def _can_be_profile(path: Path) -> bool:
    """Whether a file is YAML or JSON by its name, and no result of an earlier audit."""
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return False
    with path.open("rb") as file:
        return RESULT not in file.read(HEAD)


def _entries(folder: Path) -> list[Path]:
    """Return what a folder holds, sorted, but for what is hidden."""
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _name(profile: Path) -> str:
    """Return the name of a profile's report."""
    resolved = profile.resolve()
    name = resolved.name if is_folder(profile) else resolved.stem
    return resolved.parent.name if name == USUAL else name
