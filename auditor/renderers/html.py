"""The report as one HTML file: no script, no request, the same that is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.renderers.confined import Request, render_confined
from auditor.renderers.dead_links import without_dead_links
from auditor.renderers.foreign_templates import NO_TEMPLATES, ForeignTemplates
from auditor.renderers.report_view import ReportView
from auditor.renderers.templating import render_template
from auditor.renderers.view import view_of
from auditor.renderers.view.look import data_address
from auditor.translation import speaking

if TYPE_CHECKING:
    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["HtmlRenderer", "page_of", "values_of"]


class HtmlRenderer:
    """Renders a report as one HTML file for screens, phones and paper."""

    format: str = "html"
    suffix: str = ".html"

    def __init__(
        self,
        foreign: ForeignTemplates = NO_TEMPLATES,
        view: ReportView = ReportView.FULL,
    ) -> None:
        """Render a view of a report, with templates of others before ours."""
        self._foreign = foreign
        self._view = view

    def render(self, report: Report) -> bytes:
        """Return the report as UTF-8.

        Raises:
            RenderError: If a template fails, or takes more time or memory than it may.
        """
        with speaking(report.language):
            values = values_of(report, self._foreign)
            if self._foreign:
                request = Request(self.format, self._view.page, values, self._foreign)
                return render_confined(request).content
            return page_of(self._view, values).encode()


def page_of(view: ReportView, values: View) -> str:
    """Return a view of a report as HTML, by our own templates."""
    return without_dead_links(render_template(view.page, values))


def values_of(report: Report, foreign: ForeignTemplates) -> View:
    """Return all that templates may see: the report, and images of theirs."""
    images = {name: data_address("image/png", data) for name, data in foreign.images}
    return {**view_of(report), "images": images}
