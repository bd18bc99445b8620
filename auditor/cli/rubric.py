"""`cxaudit rubric`: what an audit can be held against, and how two of them differ."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.cli.command import Command
from auditor.cli.documents import paper_options
from auditor.cli.parameters import DayType, evidence_option, format_option

__all__ = ["command"]


@click.group("rubric")
def command() -> None:
    """List the rubrics, compare two, or look one over."""


@command.command(
    "list",
    cls=Command,
    examples=[
        "cxaudit rubric list",
        "cxaudit rubric list --format json | jq -r '.[].name'",
    ],
)
@format_option("table", "json", says="A table for people, or JSON.")
def list_rubrics(format_: str) -> int:
    """List the rubrics that can be asked for by name.

    `cxaudit` is the built-in one. Others come with cxaudit or with plugins; a file of
    yours is asked for by its path.
    """
    from auditor.cli.installed import load_plugins, outcome_of
    from auditor.cli.listing import print_json, print_table
    from auditor.rubric_file import installed_rubrics

    plugins = load_plugins()
    rubrics = installed_rubrics(plugins.rubrics)
    keys = ("name", "title", "version", "summary")
    if format_ == "json":
        print_json([{key: getattr(one, key) for key in keys} for one in rubrics])
    else:
        rows = [[getattr(one, key) for key in keys] for one in rubrics]
        print_table(("Rubric", "Title", "Version", "For"), rows)
    return outcome_of(plugins)


@command.command(
    "diff",
    cls=Command,
    examples=[
        "cxaudit rubric diff cxaudit financial_services",
        "cxaudit rubric diff 2025.yaml 2026.yaml -o changes.md",
        "cxaudit rubric diff cxaudit ours.yaml --profile company/",
        "cxaudit rubric diff cxaudit retail --format json | jq '.settings[].key'",
    ],
)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--profile",
    type=click.Path(path_type=Path),
    help="Judge this profile by both, and say whose findings change.",
)
@evidence_option()
@click.option(
    "--as-of",
    type=DayType(),
    metavar="DATE",
    help="The day on which the profile is judged.  [default: today]",
)
@paper_options
def diff(**options: Any) -> int:
    """Say what two rubrics set otherwise, and why.

    OLD and NEW are rubric files, or names that `cxaudit rubric list` lists: severities,
    weights, thresholds, limits, chosen checks, with the reasons that NEW gives. With
    --profile one profile and its evidence are judged by both.
    """
    if (options["replaced"] or options["as_of"]) and not options["profile"]:
        raise click.UsageError("--evidence and --as-of need --profile.")
    from auditor.cli.comparing_rubrics import Order, perform

    return perform(Order(**options))


@command.command(
    "check",
    cls=Command,
    examples=["cxaudit rubric check ours.yaml", "cxaudit rubric check retail"],
)
@click.argument("rubric", type=click.Path(path_type=Path))
def check(rubric: Path) -> int:
    """Look a rubric over before a client does.

    RUBRIC is a file, or a name that `cxaudit rubric list` lists. Tells what means
    nothing here, what is set without a reason or out of range, weights that do not add
    up to 100, and thresholds that contradict each other, each with file and line. Exits
    with 1 if there is anything to mend, with 2 if the file cannot be read.
    """
    from auditor.cli.exit_code import ExitCode
    from auditor.cli.installed import load_plugins, outcome_of
    from auditor.cli.messages import printable
    from auditor.rubric_file import overlay_called
    from auditor.rubric_file.lint import lint

    plugins = load_plugins(rubrics=[rubric])
    overlay = overlay_called(rubric, plugins.rubrics)
    found = lint(overlay, plugins.areas) if overlay else ()
    for problem in found:
        click.echo(printable(str(problem)))
    count = len(found)
    told = f"{count} problem{'s' * (count != 1)}" if count else "nothing to mend"
    click.echo(printable(f"{rubric}: {told}."))
    return ExitCode.MISSED if found else outcome_of(plugins)
