"""The options that name an earlier result, and what it was made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.parameters import ReplacementType, in_order

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.cli.parameters import Decorator

__all__ = ["baseline_options", "old_inputs_options", "refuse_without_baseline"]


def baseline_options(use: str) -> Decorator:
    """Return what adds these options to a command.

    Args:
        use: What the command does with an earlier result, for its help.
    """
    baseline = click.option(
        "--baseline",
        type=click.Path(path_type=Path),
        metavar="RESULT",
        help=f"An earlier result.json or PDF: {use}.",
    )
    return in_order(baseline, old_inputs_options("the baseline"))


def old_inputs_options(result: str) -> Decorator:
    """Return what adds the options that name what a result was made of.

    Args:
        result: What the help calls the result.
    """
    return in_order(
        click.option(
            "--old-profile",
            type=click.Path(path_type=Path),
            help=f"The profile of {result}, to be judged again by the checks of today.",
        ),
        click.option(
            "--old-evidence",
            type=ReplacementType(),
            metavar="ID=PATH",
            multiple=True,
            help=f"Where a table of {result} is now. Repeatable.",
        ),
    )


def refuse_without_baseline(options: Mapping[str, Any], *names: str) -> None:
    """Refuse options that mean nothing without a baseline.

    Args:
        options: All options by name.
        names: Those of the command that need one, besides the old inputs.

    Raises:
        UsageError: If one of them is given and no baseline is.
    """
    if options["baseline"]:
        return
    for name in ("old_profile", "old_evidence", *names):
        if options[name]:
            option = f"--{name.replace('_', '-')}"
            raise click.UsageError(f"{option} needs --baseline.")
