"""`cxaudit verify`: a report against what it was made from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.cli.baseline_options import baseline_options, refuse_without_baseline
from auditor.cli.command import Command
from auditor.cli.isolating import isolate_option
from auditor.cli.parameters import (
    ReplacementType,
    format_option,
    pack_option,
    rubric_option,
)

__all__ = ["command"]


@click.command(
    "verify",
    cls=Command,
    examples=[
        "cxaudit verify report.pdf",
        "cxaudit verify report.pdf --profile client/profile.yaml",
        "cxaudit verify report.pdf --evidence tickets=tickets.csv --format json",
        "cxaudit verify report.pdf --engagement engagement.toml --trust firm.pem",
        "cxaudit verify report.pdf --baseline 2025.json --old-profile 2025/",
        "cxaudit verify result.json --profile client/",
    ],
)
@click.argument("report", type=click.Path(path_type=Path))
@click.option(
    "--profile",
    type=click.Path(path_type=Path),
    help="The profile, to be held against the attached one; its evidence is read too.",
)
@click.option(
    "--evidence",
    type=ReplacementType(),
    metavar="ID=PATH",
    multiple=True,
    help="A table of evidence, to be measured again. Repeatable.",
)
@rubric_option("The rubric that was used")
@pack_option()
@click.option(
    "--trust",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A certificate (PEM or DER) on which the signature must rest. Repeatable.",
)
@click.option(
    "--engagement",
    type=click.Path(path_type=Path),
    help="The engagement file that was used: the pages are printed with it.",
)
@click.option(
    "--templates",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="The folder of templates that was used.",
)
@baseline_options("what changed since is computed again")
@click.option(
    "--pages/--no-pages",
    default=True,
    help="Print the pages again and compare them; takes as long as printing.",
)
@isolate_option
@format_option("text", "json", says="How to print what was found.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what was found.")
def command(**options: Any) -> int:
    """Hold a report against what it was made from, down to the finding.

    REPORT is a PDF or result.json that cxaudit wrote. The profile that it carries is
    audited again, its pages are printed again, and evidence that is given is measured
    again. Exits with 0 if everything was checked and agrees, with 1 if anything
    disagrees, with 3 if nothing does but something could not be checked: what, and what
    is missing for it, is said. With 2 if it is no report of cxaudit.
    """
    from auditor.cli.verifying import Order, perform

    refuse_without_baseline(options)
    if options["report"].suffix.lower() == ".json":
        for name in ("engagement", "templates"):
            if options[name]:
                message = f"--{name} is of no use: a result has no pages."
                raise click.UsageError(message)
    return perform(Order(**options))
