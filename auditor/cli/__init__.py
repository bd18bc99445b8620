"""The command line: `cxaudit --help` is its documentation.

Nothing here imports a command before it is called, and no command imports what it
works with before it runs: help and shell completion cost little more than click.
"""

from __future__ import annotations

from typing import Final

import click

from auditor.cli.command_line import CommandLine
from auditor.version import __version__

__all__ = ["COMMANDS", "main"]

COMMANDS: Final = {
    "run": "Audit a profile: a summary in the terminal, or reports.",
    "batch": "Audit many profiles side by side, and write a report of each.",
    "compare": "Say what changed between two results, and why the score did.",
    "history": "Show the results of one organisation over years.",
    "whatif": "Say what the score would be if some criteria were met.",
    "verify": "Hold a report against what it was made from, down to the finding.",
    "validate": "Say what is wrong with profiles, all of it at once.",
    "init": "Write a commented profile to start from.",
    "evidence": "Look at tables of evidence, and measure them.",
    "checks": "List the checks, or explain one.",
    "rubric": "List the rubrics, compare two, or look one over.",
    "packs": "Check a pack: checks without code, in YAML.",
    "plugins": "List the installed plugins, begin one, or try its promises.",
    "templates": "List the templates of the report, or check your own.",
    "translations": "Say what of a report is translated, or prepare a translation.",
    "schema": "Print the JSON Schema of what is read and written.",
    "doctor": "Say whether everything works here, and what to install.",
}
"""Every command with its one-line help; each is `command` of the module so named."""


@click.group(
    "cxaudit",
    cls=CommandLine,
    summaries=COMMANDS,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, "-V", "--version", prog_name="cxaudit")
def main() -> None:
    """Audit a customer-experience strategy: every point explained and sourced.

    A profile says how an organisation treats its customers: journeys, metrics,
    owners, feedback, principles. cxaudit holds it against published good practice
    and says what is met, what is not, what nobody can know, and what to do first.
    """
