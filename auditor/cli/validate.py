"""`cxaudit validate`: everything that is wrong with a profile."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.command import Command

__all__ = ["command"]


@click.command(
    "validate",
    cls=Command,
    examples=["cxaudit validate profile.yaml", "cxaudit validate company/"],
)
@click.argument("profile", type=click.Path(path_type=Path))
def command(profile: Path) -> None:
    """Say what is wrong with a profile, all of it at once.

    Each problem stands on a line of its own, with file, line and column. A reference to
    nothing is a warning: an audit counts it as missing. Exits with 2 on errors.
    """
    from auditor.cli.installed import load_plugins
    from auditor.cli.messages import printable, warn_all
    from auditor.profile.reading import read_profile

    loaded = read_profile(profile, load_plugins().extensions)
    warn_all(loaded.notices)
    count = len(loaded.notices)
    warnings = f", with {count} warning{'s' * (count != 1)}" if count else ""
    click.echo(printable(f"{loaded.source} is a valid profile{warnings}."))
