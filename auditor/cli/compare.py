"""`cxaudit compare`: what changed between two results."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.cli.baseline_options import old_inputs_options
from auditor.cli.command import Command
from auditor.cli.documents import paper_options
from auditor.cli.parameters import pack_option, rubric_option

__all__ = ["command"]


@click.command(
    "compare",
    cls=Command,
    examples=[
        "cxaudit compare 2025.json 2026.json",
        "cxaudit compare 2025.json 2026.json -o comparison.md -o comparison.json",
        "cxaudit compare 2025.json 2026.json --old-profile 2025/profile.yaml",
        "cxaudit compare main.json branch.json --fail-on-regression --quiet",
    ],
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@paper_options
@old_inputs_options("OLD")
@click.option(
    "--new-profile",
    type=click.Path(path_type=Path),
    help="The profile of NEW: tells it apart from the evidence.",
)
@rubric_option("The rubric of NEW, if it is not the built-in one")
@pack_option(
    "A pack of NEW, or a folder of packs: judges the old profile again, says titles in "
    "other languages. Repeatable."
)
@click.option(
    "--fail-on-regression",
    is_flag=True,
    help="Exit with 1 if a criterion stands worse, other than by rubric or tool.",
)
def command(**options: Any) -> int:
    """Say what changed between two results, and why the score did.

    OLD and NEW are results that `cxaudit run -o result.json` wrote, or PDFs, which
    carry one, of one organisation. The change of the score is taken apart by the scorer
    into what the organisation changed, what its records show, what the rubric or the
    tool changed, what time did, and what was merely not assessed. With --old-profile
    nothing of that is inferred. Without -o, a summary goes to the terminal.
    """
    if (options["old_evidence"] or options["new_profile"] or options["rubric"]) and (
        options["old_profile"] is None
    ):
        raise click.UsageError(
            "--old-evidence, --new-profile and --rubric need --old-profile."
        )
    from auditor.cli.comparing import Order, perform

    return perform(Order(**options))
