"""What `cxaudit plugins check` does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from auditor.cli.exit_code import ExitCode
from auditor.cli.installed import load_plugins
from auditor.cli.listing import print_json, print_paragraph, print_table
from auditor.cli.messages import aside, printable
from auditor.cli.parameters import LIST_CHECKS, names_asked_for, unknown
from auditor.cli.progress import progress
from auditor.errors import InputError, Problem
from auditor.testing.promises import PROMISES
from auditor.testing.report_card import ReportCard, tried_on

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.checks import Check
    from auditor.plugin.collection import Plugins
    from auditor.plugin.loading import Plugin
    from auditor.testing.promise import Trial
    from auditor.testing.report_card import Row

__all__ = ["perform_check"]

MOST: Final = 5
"""Ours: breaches of one promise by one check that are listed; JSON has all."""
NAMED: Final = 6
"""Ours: checks that a line names."""


def perform_check(package: str, ids: Sequence[str], format_: str) -> ExitCode:
    """Try the promises of a package's checks.

    Raises:
        InputError: If there is no such package or check, or if it could not be loaded.
    """
    installed = load_plugins()
    plugins = _plugins(package, installed)
    checks = _checks(plugins, names_asked_for(ids))
    card = ReportCard.of(plugins[0], checks, _trials(plugins, checks, installed))
    if format_ == "json":
        print_json(_record(card))
    else:
        _print(card)
    return ExitCode.DONE if card.kept else ExitCode.MISSED


def _plugins(name: str, installed: Plugins) -> tuple[Plugin, ...]:
    """Return the plugins of a package, by the name of any of its parts.

    Raises:
        InputError: If there is none, or if one of them failed.
    """
    wanted = _folded(name)
    found = tuple(
        plugin
        for plugin in installed.installed
        if wanted in map(_folded, (plugin.package, plugin.module, plugin.name))
    )
    if not found:
        known = sorted({plugin.package for plugin in installed.installed})
        raise unknown("plugin", name, known, f"Packages are {', '.join(known)}.")
    for plugin in found:
        if plugin.failure:
            message = f"The plugin {plugin.name} cannot be tried: {plugin.failure}"
            raise InputError([Problem(message)])
    return found


def _checks(plugins: Sequence[Plugin], ids: Sequence[str]) -> list[Check]:
    """Return the checks asked for, in the order of ids; all if none is named.

    Raises:
        InputError: If the package has no such check.
    """
    own = {check.id: check for plugin in plugins for check in plugin.checks}
    for id_ in ids:
        if id_.upper() not in own:
            raise unknown("check of this package", id_, own, LIST_CHECKS)
    wanted = {id_.upper() for id_ in ids} or own.keys()
    return [own[id_] for id_ in sorted(wanted)]


def _trials(
    plugins: Sequence[Plugin], checks: Sequence[Check], installed: Plugins
) -> Iterator[Trial]:
    for number, check in enumerate(checks, start=1):
        with progress(f"Trying {check.id}, {number} of {len(checks)}"), aside():
            yield from [promise.tried_on(check) for promise in PROMISES]
    modules = dict.fromkeys(plugin.module for plugin in plugins if plugin.module)
    for module in modules:
        yield tried_on(module, installed)


def _print(card: ReportCard) -> None:
    ids = _listed(card.checks)
    click.echo(printable(f"{card.package} {card.version}: {ids or 'no checks'}\n"))
    rows = [(row.promise, _kept(row), str(row.tried), row.says) for row in card.rows]
    print_table(("Promise", "Kept", "Tried", "What is promised"), rows)
    for row in card.rows:
        if row.untried and row.tried:
            takes = f" It takes {row.takes}." if row.takes else ""
            click.echo()
            print_paragraph(
                f"{row.promise}: nothing to try on {_listed(row.untried)}.{takes}"
            )
    broken = [(row, trial) for row in card.rows for trial in row.broken]
    for row, trial in broken:
        click.echo()
        print_paragraph(f"{trial.about} breaks {row.promise}:")
        for breach in trial.breaches[:MOST]:
            print_paragraph(breach, "  - ")
        if len(trial.breaches) > MOST:
            print_paragraph(f"and {len(trial.breaches) - MOST} more", "  - ")
    if broken:
        click.echo(f"\nBroken: {len(broken)}.")
    elif card.untried:
        click.echo("\nEvery promise is kept where there was something to try.")
    else:
        click.echo("\nEvery promise is kept.")


def _kept(row: Row) -> str:
    if row.broken:
        return "no"
    if not row.tried:
        return "untried"
    asked = len(row.trials)
    return f"by {asked - len(row.untried)} of {asked}" if row.untried else "yes"


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:NAMED])
    more = len(names) - NAMED
    return f"{shown} and {more} more" if more > 0 else shown


def _record(card: ReportCard) -> dict[str, Any]:
    """Return a report card for programs."""
    return {
        "package": card.package,
        "version": card.version,
        "checks": list(card.checks),
        "kept": card.kept,
        "promises": [
            {
                "name": row.promise,
                "says": row.says,
                "tried": row.tried,
                "untried": list(row.untried),
                "broken": {each.about: list(each.breaches) for each in row.broken},
            }
            for row in card.rows
        ],
    }


def _folded(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")
