"""`cxaudit run`: the whole audit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from auditor.cli.audit_options import audit_options
from auditor.cli.baseline_options import baseline_options, refuse_without_baseline
from auditor.cli.command import Command
from auditor.cli.parameters import evidence_option

__all__ = ["command"]


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
        "cxaudit run profile.yaml --rubric retail",
        "cxaudit run profile.yaml --pack hotels.yaml",
        "cxaudit run company/ --engagement engagement.toml -o report.pdf",
        "cxaudit run company/ --view board -o board.pdf",
        "cxaudit run company/ --language de -o bericht.pdf",
        "cxaudit run profile.yaml -o report.pdf --sign-with firm.p12",
        "cxaudit run profile.yaml --plugins-only built-in --plugins-only hospitality",
        "cxaudit run profile.yaml --isolate -o report.pdf",
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
@evidence_option()
@audit_options
@baseline_options("say what changed since")
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
    refuse_without_baseline(options, "fail_on_regression")
    from auditor.cli.auditing import Order, perform

    return perform(Order(**options))
