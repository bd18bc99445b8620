"""`cxaudit whatif`: the score if some criteria were met."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from auditor.cli.command import Command
from auditor.cli.documents import paper_options
from auditor.cli.parameters import TRANSLATED, names_asked_for, pack_option, unknown
from auditor.errors import InputError, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.comparison import Edition

__all__ = ["command"]


@click.command(
    "whatif",
    cls=Command,
    examples=[
        "cxaudit whatif result.json",
        "cxaudit whatif result.json --fix JC002 --fix FL008",
        "cxaudit whatif result.json --fix JC002,FL008 --format json | jq '.steps[-1]'",
    ],
)
@click.argument("result", type=click.Path(path_type=Path))
@click.option(
    "--fix",
    "fixes",
    multiple=True,
    metavar="IDS",
    help="Checks to be met, in this order.  [default: the roadmap's]",
)
@paper_options
@pack_option(TRANSLATED)
def command(
    result: Path,
    fixes: tuple[str, ...],
    packs: tuple[Path, ...],
    **paper: Any,
) -> None:
    """Say what the score would be if some criteria were met.

    RESULT is what `cxaudit run -o result.json` wrote, or a PDF, which carries it. Every
    score, range and level is the scorer's, from the findings in the file, once that
    criterion and all before it are met; nothing is estimated. What is not assessed can
    be met too.
    """
    from auditor.baseline import aliases_of
    from auditor.cli.documents import deliver_papers, papers
    from auditor.cli.editions import edition_at
    from auditor.cli.installed import load_plugins
    from auditor.cli.languages import language_asked_for
    from auditor.comparison import renamed, what_if
    from auditor.renderers.over_time.what_if import what_if_outline
    from auditor.renderers.result.what_if import WhatIfDocument
    from auditor.translation import speaking

    chosen = papers(paper["outputs"], paper["format_"], (result, *packs))
    quiet = paper["quiet"]
    plugins = load_plugins(packs=packs)
    spoken = language_asked_for(paper["language"], plugins, quiet=quiet)
    audited = edition_at(result)
    aliases = aliases_of(plugins, [audited])
    edition = renamed(audited, aliases)
    found = what_if(edition, _to_be_met(fixes, edition, aliases))
    document = WhatIfDocument.of(found)
    with speaking(spoken):
        deliver_papers(chosen, what_if_outline(found), document, quiet=quiet)


def _to_be_met(
    fixes: tuple[str, ...], edition: Edition, aliases: Mapping[str, str]
) -> list[str]:
    """Return the checks to be met, by their ids of today.

    Raises:
        InputError: With every id that names nothing, or nothing to be met.
    """
    names = [name.upper() for name in names_asked_for(fixes)]
    checks = [aliases.get(name, name) for name in names]
    if problems := [*_problems(checks, edition)]:
        raise InputError(problems)
    return checks


def _problems(checks: list[str], edition: Edition) -> Iterator[Problem]:
    from auditor.comparison import by_check, can_be_met
    from auditor.renderers.over_time.words import stands

    known = by_check(edition.findings)
    for check in checks:
        if check not in known:
            otherwise = f"{edition.source} has a finding of each check."
            yield from unknown("finding", check, known, otherwise).problems
        elif not can_be_met(known[check]):
            yield Problem(f"{check} is {stands(known[check])}: nothing is to be met.")
