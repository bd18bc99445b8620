"""The report as PDF: its HTML, printed by WeasyPrint, for archives and screen readers.

It is PDF/A-3a and PDF/UA-1 in one, and carries what it was made from. Nothing is
fetched while it is printed: neither files nor the network. The same report gives the
same bytes, as long as WeasyPrint and the fonts are the same.
"""

from __future__ import annotations

import warnings
from contextlib import redirect_stdout
from datetime import UTC, datetime, time
from io import StringIO
from typing import TYPE_CHECKING, Any, Final

from auditor.errors import RenderError
from auditor.renderers.html import HtmlRenderer
from auditor.renderers.installation import what_to_install
from auditor.renderers.missing_glyphs import missing_glyphs_told_once
from auditor.renderers.proof.conformance import VARIANT, declare_accessible

if TYPE_CHECKING:
    from auditor.report import Report

__all__ = ["PdfRenderer", "load_weasyprint"]

NO_FONTS: Final = "No fonts configured|FontConfig cannot load"
"""How WeasyPrint's warning begins where there is no font."""


class PdfRenderer:
    """Renders a report as a tagged PDF with bookmarks and attachments."""

    format: str = "pdf"
    suffix: str = ".pdf"

    def __init__(self, templates: tuple[str, ...] = ()) -> None:
        """Render with templates of these import packages before ours."""
        self._html = HtmlRenderer(templates)

    def render(self, report: Report) -> bytes:
        """Return the report as PDF.

        Raises:
            RenderError: If a template fails, or if WeasyPrint or the libraries that
                it needs are not installed; says what to install.
        """
        weasyprint = load_weasyprint()
        page = self._html.render(report).decode()
        document = weasyprint.HTML(string=page, url_fetcher=_no_fetcher(weasyprint))
        with missing_glyphs_told_once():
            return _printed(weasyprint, document.render(), report)


def _printed(weasyprint: Any, document: Any, report: Report) -> bytes:  # noqa: ANN401 - WeasyPrint ships no types
    """Return a document that is laid out as PDF, with what it was made from."""
    # Imported only now: reading a PDF takes a library of its own.
    from auditor.renderers.proof.attached import attached_files  # noqa: PLC0415
    from auditor.renderers.proof.sealing import Seal, attachment  # noqa: PLC0415

    files = attached_files(report)
    made = datetime.combine(report.as_of, time(), UTC)
    attached = [
        attachment(
            weasyprint,
            file.name,
            file.content,
            file.description,
            made,
            file.relationship,
        )
        for file in files
    ]
    declare_accessible(document.metadata)
    with warnings.catch_warnings():
        # WeasyPrint leaves the file of its colour profile to the collector.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf: bytes = document.write_pdf(
            pdf_variant=VARIANT,
            attachments=attached,
            finisher=Seal(weasyprint, report.version, made, files),
        )
        document.color_profiles.clear()
    return pdf


def load_weasyprint() -> Any:  # noqa: ANN401 - WeasyPrint ships no types
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
            import weasyprint  # noqa: PLC0415 - slow: only a PDF pays for it
    except (ImportError, OSError, UserWarning) as error:
        install = "\n".join(("To have PDF too:", *what_to_install()))
        raise RenderError(f"PDF cannot be written here: {error}\n{install}") from error
    return weasyprint


def _no_fetcher(weasyprint: Any) -> Any:  # noqa: ANN401 - WeasyPrint ships no types
    """Return a fetcher that fetches nothing: the report brings all that it shows."""

    class NoFetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc] # it has no types
        """Refuses every address, `file:` and `data:` included."""

        def fetch(self, url: str, headers: object = None) -> object:
            del headers
            raise ValueError(f"a report fetches nothing, not even {url[:80]!r}")

    return NoFetcher()
