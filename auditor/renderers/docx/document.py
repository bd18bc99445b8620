"""The document: the pages of the view, in the order of the HTML and the PDF."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import docx

from auditor.renderers.docx.contents import contents
from auditor.renderers.docx.evidence import evidence, said_and_shown
from auditor.renderers.docx.findings import findings
from auditor.renderers.docx.furniture import furnish
from auditor.renderers.docx.manuscript import Manuscript
from auditor.renderers.docx.method import method, notices, sources, unknowns
from auditor.renderers.docx.organisation import journeys, metrics, ownership
from auditor.renderers.docx.standing import areas, board, cover, roadmap
from auditor.renderers.docx.styles import set_styles
from auditor.renderers.office.archive import packed_again
from auditor.renderers.office.leftovers import without_leftovers
from auditor.renderers.office.properties import set_properties
from auditor.renderers.page import Page
from auditor.renderers.view import view_of

if TYPE_CHECKING:
    from auditor.report import Report

__all__ = ["DocxRenderer"]


class DocxRenderer:
    """Renders a report as a Word document: real styles, headings and tables."""

    format: str = "docx"
    suffix: str = ".docx"

    def render(self, report: Report) -> bytes:
        """Return the report as Office Open XML."""
        document = docx.Document()
        without_leftovers(document.part.package.rels, document.part.rels)
        set_properties(document.core_properties, report)
        set_styles(document)
        page = Page(view_of(report))
        furnish(document, page.part("cover"))
        _write(Manuscript(document), page)
        saved = BytesIO()
        document.save(saved)
        return packed_again(saved.getvalue())


def _write(manuscript: Manuscript, page: Page) -> None:
    """Write every page that has something to say."""
    cover(manuscript, page.part("cover"))
    contents(manuscript, page)
    board(manuscript, page.part("board"))
    areas(manuscript, page.part("areas"))
    said_and_shown(manuscript, page.part("said_and_shown"))
    journeys(manuscript, page.part("journeys"))
    ownership(manuscript, page.part("ownership"))
    metrics(manuscript, page.part("metrics"))
    findings(manuscript, page.parts("findings"))
    roadmap(manuscript, page.part("roadmap"))
    unknowns(manuscript, page.part("unknowns"))
    if page.says("notices"):
        notices(manuscript, page.part("notices"))
    if page.says("evidence"):
        evidence(manuscript, page.part("evidence"))
    method(manuscript, page.part("method"))
    sources(manuscript, page.part("sources"))
