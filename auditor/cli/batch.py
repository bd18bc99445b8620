"""`cxaudit batch`: many audits, side by side."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.cli.audit_options import audit_options
from auditor.cli.command import Command

__all__ = ["command"]


@click.command(
    "batch",
    cls=Command,
    examples=[
        "cxaudit batch clients/ --output-dir reports",
        "cxaudit batch clients/ --output-dir reports --format pdf --format json",
        "cxaudit batch north.yaml south.yaml --output-dir reports --jobs 2",
        "cxaudit batch clients/ --output-dir reports --continue",
        "cxaudit batch clients/ --output-dir reports --format json --fail-under 60",
    ],
)
@click.argument("profiles", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--output-dir",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    metavar="DIR",
    help="Where the reports go, each named after its profile; made if it is not there.",
)
@click.option(
    "--format",
    "formats",
    metavar="FORMAT",
    multiple=True,
    default=["pdf"],
    show_default=True,
    help="Format of the reports. Repeatable.",
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help="The most audits at a time.  [default: one for each processor]",
)
@click.option(
    "--continue",
    "continued",
    is_flag=True,
    help="Leave out the audits whose reports are all there.",
)
@audit_options
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors.")
def command(**options: Any) -> int:
    """Audit many profiles side by side, and write a report of each.

    PROFILES are files, or folders of profiles: each YAML or JSON file in a folder is
    one, and so is each folder in it. Of a folder with a profile.yaml, or a folder
    "profile", that alone is taken. Results of earlier audits are passed over. A report
    is named after its profile, or after the folder of one that is called "profile".

    An audit that fails costs only itself: the others are written, and the exit code
    is the highest of all. Reports that are done stay when the rest is interrupted.
    """
    from auditor.cli.batching import Batch, perform

    return perform(Batch(**options))
