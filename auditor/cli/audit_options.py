"""The options that one audit and many have in common."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from auditor.cli.isolating import isolate_option
from auditor.cli.languages import language_option
from auditor.cli.parameters import DayType, in_order, pack_option, rubric_option
from auditor.finding import Severity
from auditor.renderers.report_view import ReportView

if TYPE_CHECKING:
    from datetime import date

__all__ = ["AuditOptions", "audit_options"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditOptions:
    """What these options say, and whether to be quiet."""

    rubric: Path | None
    packs: tuple[Path, ...]
    engagement: Path | None
    templates: Path | None
    view: ReportView
    language: str | None
    as_of: date | None
    fail_under: float | None
    fail_on: Severity | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    plugins_only: tuple[str, ...]
    isolate: bool
    quiet: bool


def _refuse_nan(
    _: click.Context, __: click.Parameter, value: float | None
) -> float | None:
    """Refuse NaN, which no range keeps out and no score misses."""
    if value is not None and isnan(value):
        raise click.BadParameter("nan is no number of points.")
    return value


audit_options: Final = in_order(
    rubric_option("Other severities, weights, thresholds and limits"),
    pack_option(),
    click.option(
        "--engagement",
        type=click.Path(path_type=Path),
        help="Who audits whom, and how the report looks: a TOML or YAML file.",
    ),
    click.option(
        "--templates",
        type=click.Path(path_type=Path),
        metavar="DIR",
        help="Templates that come before ours in PDF and HTML.",
    ),
    click.option(
        "--view",
        type=click.Choice(list(ReportView), case_sensitive=False),
        default="full",
        show_default=True,
        help="What PDF and HTML show: everything, two pages, or a sheet per "
        "department.",
    ),
    language_option("the engagement's, or en"),
    click.option(
        "--as-of",
        type=DayType(),
        metavar="DATE",
        help="The day of the audit, as 2026-11-21.  [default: today]",
    ),
    click.option(
        "--fail-under",
        type=click.FloatRange(0, 100),
        callback=_refuse_nan,
        metavar="N",
        help="Exit with 1 if the score is below N, or unknown.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(list(Severity), case_sensitive=False),
        help="Exit with 1 if an open finding is that severe or worse. A waived one is "
        "not.",
    ),
    click.option(
        "--select",
        multiple=True,
        metavar="IDS",
        help="Judge only these: DP001,DP for checks, or an area. Repeatable.",
    ),
    click.option(
        "--ignore",
        multiple=True,
        metavar="IDS",
        help="Leave these out: DP001,DP for checks, or an area. Repeatable.",
    ),
    click.option(
        "--plugins-only",
        multiple=True,
        metavar="NAMES",
        help="Load only these plugins; built-in stands for all of ours. Repeatable.",
    ),
    isolate_option,
)
"""Gives a command the options of an audit."""
