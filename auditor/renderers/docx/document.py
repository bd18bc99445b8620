"""The document: the pages of the view, in the order of the HTML and the PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import docx

from auditor.renderers.docx.comparison import changes, comparison
from auditor.renderers.docx.contents import contents
from auditor.renderers.docx.evidence import evidence, said_and_shown
from auditor.renderers.docx.findings import findings
from auditor.renderers.docx.firm import closing, introduction, signatures
from auditor.renderers.docx.furniture import furnish
from auditor.renderers.docx.manuscript import Manuscript
from auditor.renderers.docx.method import method, notices, sources, unknowns
from auditor.renderers.docx.organisation import journeys, metrics, ownership
from auditor.renderers.docx.standing import areas, board, cover, roadmap
from auditor.renderers.docx.styles import set_styles
from auditor.renderers.office.archive import saved
from auditor.renderers.office.colours import Colours
from auditor.renderers.office.leftovers import without_leftovers
from auditor.renderers.office.properties import set_properties
from auditor.renderers.page import Page
from auditor.renderers.view import view_of
from auditor.translation import speaking

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from auditor.report import Report

__all__ = ["DocxRenderer"]

WRITERS: Final[Mapping[str, Callable[[Manuscript, Page], None]]] = {
    "introduction": introduction,
    "board": board,
    "comparison": comparison,
    "areas": areas,
    "said_and_shown": said_and_shown,
    "journeys": journeys,
    "ownership": ownership,
    "metrics": metrics,
    "roadmap": roadmap,
    "unknowns": unknowns,
    "notices": notices,
    "evidence": evidence,
    "method": method,
    "sources": sources,
    "closing": closing,
    "signatures": signatures,
}
"""What writes each section but the contents and the findings, which are several."""


class DocxRenderer:
    """Renders a report as a Word document: real styles, headings and tables."""

    format: str = "docx"
    suffix: str = ".docx"

    def render(self, report: Report) -> bytes:
        """Return the report as Office Open XML."""
        with speaking(report.language):
            return _document(report)


def _document(report: Report) -> bytes:
    document = docx.Document()
    without_leftovers(document.part.package.rels, document.part.rels)
    set_properties(document.core_properties, report)
    set_styles(document, Colours.of(report.engagement))
    page = Page(view_of(report))
    furnish(document, page)
    _write(Manuscript(document), page)
    return saved(document)


def _write(manuscript: Manuscript, page: Page) -> None:
    """Write the chosen sections, in order, of those that have something to say."""
    sections = page.texts("sections")
    cover(manuscript, page.part("cover"), page)
    for name in sections:
        if name == "contents":
            contents(manuscript, page)
        elif name == "findings":
            findings(manuscript, page.parts(name))
        elif name in WRITERS and page.says(name):
            WRITERS[name](manuscript, page.part(name))
        if name == "comparison" and page.says("changes"):
            changes(manuscript, page.part("changes"))
