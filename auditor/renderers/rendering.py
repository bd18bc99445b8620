"""A report in one format, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.plugin.collection import Plugins
from auditor.renderers import Renderers
from auditor.renderers.report_view import ReportView

if TYPE_CHECKING:
    from auditor.report import Report

__all__ = ["render"]


def render(
    report: Report,
    format_: str,
    *,
    view: str = "full",
    plugins: Plugins | None = None,
) -> bytes:
    """Return a report in a format.

    Args:
        report: What `audit` returned.
        format_: Its name, such as `pdf`, `html`, `docx`, `json` or `sarif`.
        view: What PDF and HTML show: `full`, `board` or `owners`.
        plugins: Plugins whose formats and templates may be used; ours alone if absent.

    Raises:
        InputError: If there is no such format; lists those that there are.
        ValueError: If there is no such view.
        RenderError: If the format cannot be rendered on this machine.
    """
    known = Renderers.of(plugins or Plugins(()), view=ReportView(view))
    return known.named(format_).render(report)
