"""The report as one HTML file: no script, no request, the same that is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.templating import render_template
from auditor.renderers.view import view_of

if TYPE_CHECKING:
    from auditor.report import Report

__all__ = ["HtmlRenderer"]

PAGE: Final = "report.html.j2"


class HtmlRenderer:
    """Renders a report as one HTML file for screens, phones and paper."""

    format: str = "html"
    suffix: str = ".html"

    def __init__(self, templates: tuple[str, ...] = ()) -> None:
        """Render with templates of these import packages before ours."""
        self._templates = templates

    def render(self, report: Report) -> bytes:
        """Return the report as UTF-8.

        Raises:
            RenderError: If a template fails.
        """
        return render_template(PAGE, view_of(report), self._templates).encode()
