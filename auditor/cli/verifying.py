"""What `cxaudit verify` does, from an order to an exit code."""

from __future__ import annotations

import shutil
import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import click

from auditor.baseline import Baseline
from auditor.cli.editions import edition_at
from auditor.cli.exit_code import ExitCode
from auditor.cli.installed import load_plugins
from auditor.cli.listing import print_json
from auditor.cli.messages import aside, printable
from auditor.cli.progress import progress
from auditor.verification import Given, State, verify

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.verification import Statement, Verification

__all__ = ["Order", "perform"]

LABELS: Final = {
    State.AGREES: ("agrees", "green"),
    State.DISAGREES: ("DISAGREES", "red"),
    State.NOT_CHECKED: ("not checked", "yellow"),
}
"""What each state is called, and its colour."""
INDENT: Final = 13
NARROWEST: Final = 40
WIDEST: Final = 100
"""Columns of a line where the terminal has more."""


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked on the command line."""

    report: Path
    profile: Path | None
    evidence: tuple[tuple[str, str], ...]
    rubric: Path | None
    packs: tuple[Path, ...]
    trust: tuple[Path, ...]
    engagement: Path | None
    templates: Path | None
    baseline: Path | None
    old_profile: Path | None
    old_evidence: tuple[tuple[str, str], ...]
    pages: bool
    isolate: bool
    format_: str
    quiet: bool


def perform(order: Order) -> ExitCode:
    """Check a report as ordered.

    Raises:
        InputError: If it is no report of ours, or something given cannot be read.
    """
    plugins = load_plugins(
        packs=order.packs, rubrics=[order.rubric], isolate=order.isolate
    )
    given = Given(
        profile=order.profile,
        rubric=order.rubric,
        evidence=order.evidence,
        trust=order.trust,
        engagement=order.engagement,
        templates=order.templates,
        baseline=_baseline(order),
        pages=order.pages,
    )
    with progress(f"Checking {order.report}", silent=order.quiet), aside():
        found = verify(order.report, given, plugins)
    if order.format_ == "json":
        print_json(found.as_plain())
    else:
        _print(found)
    if not found.agrees:
        return ExitCode.MISSED
    return ExitCode.DONE if found.complete else ExitCode.INCOMPLETE


def _baseline(order: Order) -> Baseline | None:
    """Return the earlier result and what it was made of, if it was given."""
    if order.baseline is None:
        return None
    edition = edition_at(order.baseline)
    return Baseline(edition, order.old_profile, order.old_evidence)


def _print(found: Verification) -> None:
    """Print what was found, for people."""
    width = max(NARROWEST, min(WIDEST, shutil.get_terminal_size().columns))
    title = f": {found.title}" if found.title else ""
    click.echo(printable(f"{found.file}{title}"))
    click.echo()
    for statement in found.statements:
        _print_one(statement, width)
    click.echo()
    click.echo(textwrap.fill(_conclusion(found), width))


def _print_one(statement: Statement, width: int) -> None:
    label, colour = LABELS[statement.state]
    text = " ".join(printable(statement.text).split())
    lines = textwrap.wrap(text, width - INDENT, break_on_hyphens=False)
    click.echo(f"{click.style(f'{label:<{INDENT}}', fg=colour)}{lines[0]}")
    for line in lines[1:]:
        click.echo(f"{'':{INDENT}}{line}")


def _conclusion(found: Verification) -> str:
    wrong = len([*found.with_state(State.DISAGREES)])
    unknown = len([*found.with_state(State.NOT_CHECKED)])
    count = len(found.statements)
    if wrong:
        left = f" {unknown} could not be checked." if unknown else ""
        return f"{wrong} of {count} statements disagree{'s' * (wrong == 1)}.{left}"
    if unknown:
        return (
            f"Nothing that was checked disagrees, but {unknown} of {count} statements "
            "could not be checked."
        )
    return "Nothing disagrees."
