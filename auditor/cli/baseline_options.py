"""The options that name an earlier result, and what it was made of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from auditor.cli.parameters import ReplacementType

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["baseline_options", "refuse_without_baseline"]

_Command = TypeVar("_Command", bound="Callable[..., Any]")


def baseline_options(use: str) -> Callable[[_Command], _Command]:
    """Return what adds these options to a command.

    Args:
        use: What the command does with an earlier result, for its help.
    """

    def added(command: _Command) -> _Command:
        options = (
            click.option(
                "--baseline",
                type=click.Path(path_type=Path),
                metavar="RESULT",
                help=f"An earlier result.json or PDF: {use}.",
            ),
            click.option(
                "--old-profile",
                type=click.Path(path_type=Path),
                help="The profile of the baseline, to be judged again by the checks of "
                "today.",
            ),
            click.option(
                "--old-evidence",
                type=ReplacementType(),
                metavar="ID=PATH",
                multiple=True,
                help="Where a table of the baseline is now. Repeatable.",
            ),
        )
        for option in reversed(options):
            command = option(command)
        return command

    return added


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
