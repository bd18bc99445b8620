"""What `cxaudit evidence inspect` does: a proposal, and the reasons for it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from auditor.cli.installed import load_plugins, outcome_of
from auditor.cli.messages import printable
from auditor.errors import InputError, Problem
from auditor.evidence.columns import TABLES
from auditor.evidence.inspection import inspect_file
from auditor.evidence_gathering import engine, presets_in
from auditor.profile.addresses import is_address
from auditor.profile.writing import to_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.cli.exit_code import ExitCode
    from auditor.evidence.inspection import Proposal

__all__ = ["perform"]


def perform(file: Path) -> ExitCode:
    """Print how a file could be mapped.

    Raises:
        InputError: If it is no file, or cannot be read.
        MissingExtraError: If the packages that evidence needs are not installed.
    """
    if is_address(str(file)):
        message = "A database cannot be looked at, only a file."
        hint = "Name its columns in the profile, with the table or a query."
        raise InputError([Problem(message, hint=hint)])
    plugins = load_plugins()
    presets = presets_in(plugins.presets).values()
    with engine() as (connection, workspace):
        proposal = inspect_file(connection, file, workspace, presets)
    document = {"evidence": [proposal.document(_id_for(file), str(file))]}
    click.echo(to_yaml(document), nl=False)
    for line in _comments(proposal):
        click.echo(f"# {' '.join(printable(line).split())}".rstrip())
    return outcome_of(plugins)


def _id_for(file: Path) -> str:
    """Return an id for the table, after the name of its file."""
    stem = file.name.partition(".")[0]
    return re.sub(r"[^A-Za-z0-9_-]+", "-", stem).strip("-_") or "evidence"


def _kinds() -> Iterator[str]:
    """Yield what a person can choose from where no name of a column gives a hint."""
    yield "No name of a column gives a hint. Choose a kind, and write under `columns`"
    yield "which column of the file is which of its columns, as `opened_at: Date`."
    for kind, columns in TABLES.items():
        names = (f"{c.name} (needed)" if c.needed else c.name for c in columns)
        yield f"{kind}: {', '.join(names)}."


def _comments(proposal: Proposal) -> Iterator[str]:
    """Yield why, what is open, and what is left."""
    yield "A relative source is looked for beside the profile."
    if not proposal.kind:
        yield from _kinds()
    if proposal.preset:
        yield f"Why {proposal.preset}: most columns of that export are here."
        return
    for column in proposal.columns:
        yield f"Why {column.name}: {column.reason}."
    for question in proposal.questions:
        yield f"Open: {question}"
    for column in proposal.columns:
        for question in column.questions:
            yield f"Open, {column.name}: {question}"
    if proposal.unused:
        yield f"Not used: {', '.join(map(repr, proposal.unused))}."
