"""`cxaudit validate`: everything that is wrong with profiles."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from auditor.cli.command import Command

if TYPE_CHECKING:
    from auditor.cli.exit_code import ExitCode
    from auditor.profile.extensions import Extension

__all__ = ["command"]


@click.command(
    "validate",
    cls=Command,
    examples=[
        "cxaudit validate profile.yaml",
        "cxaudit validate company/",
        "cxaudit validate clients/*/profile.yaml",
    ],
)
@click.argument(
    "profiles",
    metavar="PROFILE...",
    type=click.Path(path_type=Path),
    nargs=-1,
    required=True,
)
def command(profiles: tuple[Path, ...]) -> ExitCode:
    """Say what is wrong with profiles, all of it at once.

    Each problem stands on a line of its own, with file, line and column. A reference to
    nothing is a warning: an audit counts it as missing. Exits with 2 on errors.
    """
    from auditor.cli.exit_code import ExitCode
    from auditor.cli.installed import load_plugins
    from auditor.cli.messages import tell
    from auditor.errors import InputError

    extensions = load_plugins().extensions
    valid = True
    for profile in profiles:
        try:
            _validate(profile, extensions)
        except InputError as error:
            tell(error)
            valid = False
    return ExitCode.DONE if valid else ExitCode.UNUSABLE


def _validate(profile: Path, extensions: tuple[Extension, ...]) -> None:
    """Say that a profile is valid, and what is odd about it.

    Raises:
        InputError: If it cannot be read or used; with every problem found.
    """
    from auditor.cli.messages import printable, warn_all
    from auditor.profile.reading import read_profile

    loaded = read_profile(profile, extensions)
    warn_all(loaded.notices)
    count = len(loaded.notices)
    warnings = f", with {count} warning{'s' * (count != 1)}" if count else ""
    click.echo(printable(f"{loaded.source} is a valid profile{warnings}."))
