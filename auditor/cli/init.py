"""`cxaudit init`: a profile to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import click

from auditor.cli.command import Command
from auditor.errors import OutputError

__all__ = ["command"]

PROFILE: Final = "profile.yaml"
"""Name of the file that is written."""
ENGAGEMENT: Final = "engagement.toml"
"""Name of the file that is written for a firm."""


@click.command(
    "init",
    cls=Command,
    examples=[
        "cxaudit init",
        "cxaudit init company --name 'Northlight Broadband' --industry telecoms",
        "cxaudit init --name Acme --department Support,Billing --channel phone,email",
        "cxaudit init --engagement",
    ],
)
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=".")
@click.option("--name", help="The organisation's name.")
@click.option("--industry", help="Its industry, in plain words.")
@click.option("--segment", help="The customers that matter most.")
@click.option(
    "--department",
    "departments",
    multiple=True,
    metavar="NAMES",
    help="Departments, by name and comma. Repeatable.",
)
@click.option(
    "--channel",
    "channels",
    multiple=True,
    metavar="KINDS",
    help="Channels, by kind and comma: phone, email, website. Repeatable.",
)
@click.option(
    "--engagement",
    is_flag=True,
    help="Write engagement.toml instead: who audits whom, how the report looks.",
)
@click.option("--force", is_flag=True, help="Overwrite what is there.")
def command(
    folder: Path, *, name: str | None, engagement: bool, force: bool, **given: Any
) -> None:
    """Write a commented profile to start from.

    Writes profile.yaml into DIR, or here, and beside it its schema, with which editors
    complete and check. Without --name it asks, in a terminal; all but the name can be
    left open.
    """
    if engagement:
        if name or any(given.values()):
            message = "--engagement writes a file of its own, and takes only --force."
            raise click.UsageError(message)
        _write_engagement(folder / ENGAGEMENT, force=force)
        return
    from auditor.cli.installed import load_plugins
    from auditor.cli.listing import to_json
    from auditor.cli.messages import note
    from auditor.cli.questions import ask, taken
    from auditor.cli.starter import starter_profile
    from auditor.profile.folder import SCHEMA_SUFFIX
    from auditor.profile.schema import profile_schema

    profile = folder / PROFILE
    schema = profile.with_suffix(SCHEMA_SUFFIX)
    _check(profile, schema, force=force)
    answers = taken(name=name, **given) if name else ask(**given)
    extensions = load_plugins().extensions
    content = starter_profile(
        answers, file=profile.name, schema=schema.name, extensions=extensions
    )
    _write(schema, to_json(profile_schema(extensions)))
    _write(profile, content)
    note(f"Next: fill it in, and run  cxaudit run {profile}")


def _write_engagement(path: Path, *, force: bool) -> None:
    """Write a commented engagement, and its schema beside it."""
    from importlib.resources import files

    from auditor.cli.listing import to_json
    from auditor.engagement.file import engagement_schema
    from auditor.profile.folder import SCHEMA_SUFFIX

    schema = path.with_suffix(SCHEMA_SUFFIX)
    _check(path, schema, force=force)
    _write(schema, to_json(engagement_schema()))
    _write(path, (files("auditor.cli") / ENGAGEMENT).read_text(encoding="utf-8"))


def _check(*paths: Path, force: bool) -> None:
    """Find out before any question whether the files can be written.

    Raises:
        UsageError: If they cannot, or if one is there and may not be overwritten.
    """
    from auditor.cli.writing import check_writable

    for path in paths:
        if path.exists() and not force:
            raise click.UsageError(f"{path} is there already; --force overwrites it.")
        if path.parent.is_dir():
            try:
                check_writable(path)
            except OutputError as error:
                raise click.UsageError(str(error)) from error


def _write(path: Path, content: str) -> None:
    """Write a file, and the folder around it."""
    from auditor.cli.messages import note
    from auditor.cli.writing import make_folder, write_file

    try:
        make_folder(path.parent)
    except OutputError as error:
        raise click.UsageError(str(error)) from error
    write_file(path, content.encode())
    note(f"wrote {path}")
