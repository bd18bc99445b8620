"""How reports for people are presented: engagement, templates, views."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from auditor.cli.messages import warn, warn_all
from auditor.renderers import TEMPLATED, built_in
from auditor.renderers.report_view import ReportView

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from auditor.cli.outputs import Output
    from auditor.engagement import Engagement

__all__ = ["check_use", "read_presentation"]

UNBRANDED: Final = frozenset(built_in()) - TEMPLATED - {"docx", "markdown"}
"""Formats of ours that say nothing of an engagement; others' may."""


def check_use(
    outputs: Collection[Output],
    view: ReportView,
    templates: Path | None,
    engagement: Path | None,
) -> None:
    """Refuse a view, an engagement or templates that no output would show.

    Raises:
        UsageError: If no output is of a format that shows them.
    """
    if engagement and all(o.renderer.format in UNBRANDED for o in outputs):
        message = "--engagement is of no use: no output is PDF, HTML, DOCX or Markdown."
        raise click.UsageError(message)
    if any(output.renderer.format in TEMPLATED for output in outputs):
        return
    option = f"--view {view}" if view is not ReportView.FULL else ""
    if option or templates:
        message = f"{option or '--templates'} is of no use: no output is PDF or HTML."
        raise click.UsageError(message)


def read_presentation(
    path: Path | None, outputs: Collection[Output], *, quiet: bool
) -> Engagement | None:
    """Return the engagement asked for, and tell what was mended in it.

    Raises:
        InputError: If it cannot be used.
    """
    if path is None:
        return None
    # Imported only when one is asked for: most audits have no engagement.
    from auditor.engagement.reading import read_engagement

    engagement = read_engagement(path)
    if quiet:
        return engagement
    warn_all([f"{path}: {notice}" for notice in engagement.notices])
    if any(output.renderer.format == "pdf" for output in outputs):
        _warn_of_typefaces(path, engagement)
    return engagement


def _warn_of_typefaces(path: Path, engagement: Engagement) -> None:
    """Tell which typefaces are neither brought along nor installed."""
    from auditor.renderers.installed_typefaces import is_installed

    for use in ("text", "headings"):
        typeface = getattr(engagement, use)
        if typeface and not typeface.files and not is_installed(typeface.family):
            warn(
                f"{path}: typefaces.{use}: {typeface.family!r} is not installed here, "
                "so Liberation Sans or its like takes its place; a font file can be "
                "brought along by the key 'regular'."
            )
