"""The report as PDF: its HTML, printed by WeasyPrint, for archives and screen readers.

It is PDF/A-3a and PDF/UA-1 in one, and carries what it was made from. Nothing is
fetched while it is printed: neither files nor the network. The same report gives the
same bytes, as long as WeasyPrint and the fonts are the same.
"""

from __future__ import annotations

import logging
import warnings
from contextlib import redirect_stdout
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from auditor.errors import RenderError
from auditor.renderers.character_classes import compile_character_classes_once
from auditor.renderers.confined import Request, render_confined
from auditor.renderers.fetching import fetcher_of, own_addresses
from auditor.renderers.footnotes import page_class
from auditor.renderers.foreign_templates import NO_TEMPLATES, ForeignTemplates
from auditor.renderers.html import page_of, values_of
from auditor.renderers.installation import what_to_install
from auditor.renderers.missing_glyphs import missing_glyphs_told_once
from auditor.renderers.proof.conformance import VARIANT, declare_accessible
from auditor.renderers.proof.enclosure import Enclosure
from auditor.renderers.proof.presentation import Presentation
from auditor.renderers.report_view import ReportView
from auditor.renderers.uncollected import collecting_later
from auditor.translation import speaking

if TYPE_CHECKING:
    from auditor.report import Report

__all__ = ["PdfRenderer", "load_weasyprint", "print_page"]

NO_FONTS: Final = "No fonts configured|FontConfig cannot load"
"""How WeasyPrint's warning begins where there is no font."""

_LOGGER: Final = logging.getLogger(__name__)


class PdfRenderer:
    """Renders a report as a tagged PDF with bookmarks and attachments."""

    format: str = "pdf"
    suffix: str = ".pdf"

    def __init__(
        self,
        foreign: ForeignTemplates = NO_TEMPLATES,
        view: ReportView = ReportView.FULL,
    ) -> None:
        """Render a view of a report, with templates of others before ours."""
        self._foreign = foreign
        self._view = view

    def render(self, report: Report) -> bytes:
        """Return the report as PDF.

        Raises:
            RenderError: If a template fails, or if WeasyPrint or the libraries that
                it needs are not installed; says what to install.
        """
        with speaking(report.language):
            return self._spoken(report)

    def _spoken(self, report: Report) -> bytes:
        """Return the report as PDF, in the language that is spoken."""
        values = values_of(report, self._foreign)
        look = Presentation.of(
            report.engagement, self._foreign, self._view, report.language
        )
        enclosed = Enclosure.of(report, look)
        if self._foreign:
            request = Request(
                self.format, self._view.page, values, self._foreign, enclosed=enclosed
            )
            rendered = render_confined(request)
            for address in rendered.refused:
                _LOGGER.warning("A report fetches nothing, so %r is missing.", address)
            return rendered.content
        page = page_of(self._view, values)
        pdf, _ = print_page(page, own_addresses(values), enclosed)
        return pdf


def print_page(
    page: str, own: frozenset[str] = frozenset(), enclosed: Enclosure | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """Return a page as PDF, and the addresses that it asked for in vain.

    Args:
        page: The page, as HTML.
        own: Addresses in it that hold images and fonts of ours.
        enclosed: What is attached; a page that is only rehearsed carries nothing.

    Raises:
        RenderError: If WeasyPrint or what it needs is not installed.
    """
    weasyprint = load_weasyprint()
    compile_character_classes_once()
    refused: list[str] = []
    fetcher = fetcher_of(own, refused)
    with collecting_later(), missing_glyphs_told_once():
        html = page_class(page)(string=page, url_fetcher=fetcher)
        pdf = _printed(weasyprint, html.render(), enclosed)
    return pdf, tuple(dict.fromkeys(refused))


def _printed(weasyprint: Any, document: Any, enclosed: Enclosure | None) -> bytes:
    """Return a document that is laid out as PDF, with what it was made from."""
    attachments, seal = None, None
    if enclosed:
        # Imported only now: reading a PDF takes a library of its own.
        from auditor.renderers.proof.sealing import Seal, attachments_of

        attachments = attachments_of(weasyprint, enclosed)
        seal = Seal(weasyprint, enclosed)
    declare_accessible(document.metadata)
    with warnings.catch_warnings():
        # WeasyPrint leaves the file of its colour profile to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf: bytes = document.write_pdf(
            pdf_variant=VARIANT, attachments=attachments, finisher=seal
        )
        document.color_profiles.clear()
    return pdf


def load_weasyprint() -> Any:
    """Return WeasyPrint, imported only now: it costs a second.

    Where a library is missing it prints advice of its own, among the results. Where
    there is no font it warns, and Pango then crashes the process on the first letter.

    Raises:
        RenderError: If it or a library that it needs is missing, or if there is no
            font; says what to install.
    """
    try:
        with redirect_stdout(StringIO()), warnings.catch_warnings():
            warnings.filterwarnings("error", NO_FONTS, UserWarning)
            import weasyprint
    except (ImportError, OSError, UserWarning) as error:
        install = "\n".join(("To have PDF too:", *what_to_install()))
        raise RenderError(f"PDF cannot be written here: {error}\n{install}") from error
    return weasyprint
