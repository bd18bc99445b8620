"""`cxaudit run`: the whole audit."""

from __future__ import annotations

from math import isnan
from pathlib import Path
from typing import Any

import click

from auditor.cli.command import Command
from auditor.cli.languages import language_option
from auditor.cli.parameters import DayType, ReplacementType
from auditor.finding import Severity
from auditor.renderers.report_view import ReportView

__all__ = ["command"]


def _refuse_nan(
    _: click.Context, __: click.Parameter, value: float | None
) -> float | None:
    """Refuse NaN, which no range keeps out and no score misses."""
    if value is not None and isnan(value):
        raise click.BadParameter("nan is no number of points.")
    return value


@click.command(
    "run",
    cls=Command,
    examples=[
        "cxaudit run profile.yaml",
        "cxaudit run profile.yaml -o report.pdf -o result.json -o report.html",
        "cxaudit run profile.yaml -o report.docx -o board.pptx -o figures.xlsx",
        "cxaudit run company/ -o - --format json | jq .score",
        "cxaudit run profile.yaml --fail-under 60 --fail-on critical",
        "cxaudit run profile.yaml --baseline 2025.json --fail-on-regression",
        "cxaudit run profile.yaml --select feedback_loop --ignore FL004,FL012",
        "cxaudit run company/ --engagement engagement.toml -o report.pdf",
        "cxaudit run company/ --view board -o board.pdf",
        "cxaudit run company/ --language de -o bericht.pdf",
        "cxaudit run profile.yaml -o report.pdf --sign-with firm.p12",
    ],
)
@click.argument("profile", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    "outputs",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Write a report: .pdf, .html, .docx, .pptx, .xlsx, .csv, .md, .txt, .json, "
    ".sarif, .junit.xml or .oscal.json; - is stdout. Repeatable.",
)
@click.option(
    "--format",
    "format_",
    metavar="FORMAT",
    help="Format of an output whose name has no suffix, such as -.",
)
@click.option(
    "--evidence",
    "replaced",
    type=ReplacementType(),
    metavar="ID=PATH",
    multiple=True,
    help="Read this file instead of the source that the profile names. Repeatable.",
)
@click.option(
    "--rubric",
    type=click.Path(path_type=Path),
    help="Other severities, weights, thresholds and limits: a file, or a name that "
    "`cxaudit rubric list` lists.",
)
@click.option(
    "--engagement",
    type=click.Path(path_type=Path),
    help="Who audits whom, and how the report looks: a TOML or YAML file.",
)
@click.option(
    "--templates",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Templates that come before ours in PDF and HTML.",
)
@click.option(
    "--view",
    type=click.Choice(list(ReportView), case_sensitive=False),
    default="full",
    show_default=True,
    help="What PDF and HTML show: everything, two pages, or a sheet per department.",
)
@language_option("the engagement's, or en")
@click.option(
    "--as-of",
    type=DayType(),
    metavar="DATE",
    help="The day of the audit, as 2026-11-21.  [default: today]",
)
@click.option(
    "--fail-under",
    type=click.FloatRange(0, 100),
    callback=_refuse_nan,
    metavar="N",
    help="Exit with 1 if the score is below N, or unknown.",
)
@click.option(
    "--fail-on",
    type=click.Choice(list(Severity), case_sensitive=False),
    help="Exit with 1 if an open finding is that severe or worse. A waived one is not.",
)
@click.option(
    "--select",
    multiple=True,
    metavar="IDS",
    help="Judge only these: DP001,DP for checks, or an area. Repeatable.",
)
@click.option(
    "--ignore",
    multiple=True,
    metavar="IDS",
    help="Leave these out: DP001,DP for checks, or an area. Repeatable.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    metavar="RESULT",
    help="An earlier result.json or PDF: say what changed since.",
)
@click.option(
    "--old-profile",
    type=click.Path(path_type=Path),
    help="The profile of the baseline, to be judged again by the checks of today.",
)
@click.option(
    "--old-evidence",
    type=ReplacementType(),
    metavar="ID=PATH",
    multiple=True,
    help="Where a table of the baseline is now. Repeatable.",
)
@click.option(
    "--fail-on-regression",
    is_flag=True,
    help="Exit with 1 if a criterion stands worse than in the baseline.",
)
@click.option(
    "--sign-with",
    type=click.Path(path_type=Path),
    metavar="KEY.p12",
    help="Sign PDFs with this key; its passphrase is in CXAUDIT_SIGNING_PASSPHRASE.",
)
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say what was read and by whom.")
def command(**options: Any) -> int:
    """Audit a profile: a summary in the terminal, or reports.

    PROFILE is a YAML or JSON file, or a folder in which sections are files. Without
    -o, a summary goes to the terminal. Results go to stdout, all else to stderr.
    """
    _check_baseline(options)
    from auditor.cli.auditing import Order, perform

    return perform(Order(**options))


def _check_baseline(options: dict[str, Any]) -> None:
    """Refuse what means nothing without a baseline."""
    if options["baseline"]:
        return
    for name in ("old_profile", "old_evidence", "fail_on_regression"):
        if options[name]:
            option = f"--{name.replace('_', '-')}"
            raise click.UsageError(f"{option} needs --baseline.")
