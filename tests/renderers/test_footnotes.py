"""Styles of footnotes are left out where no page has any, and only there."""

from __future__ import annotations

from io import BytesIO

import pytest
import weasyprint
from pypdf import PdfReader

from auditor.renderers.footnotes import PARTS, page_class
from auditor.renderers.pdf import print_page

PAGE = '<html lang="en"><title>A ferry</title><h1>Tides</h1><ul><li>Ebb<q>low</q></ul>'
NOTED = (
    '<html lang="en"><title>A ferry</title><style>{style}</style>'
    "<h1>Tides</h1><p>Ebb<span>Said by the harbour master.</span> and flood."
)


@pytest.mark.parametrize(
    "style", ["span { float: footnote }", "span { position: note(below) }"]
)
def test_a_page_that_has_footnotes_is_read_as_weasyprint_reads_it(style: str) -> None:
    assert page_class(NOTED.format(style=style)) is weasyprint.HTML


def test_a_footnote_has_its_number_where_it_is_called_and_where_it_stands() -> None:
    content, _ = print_page(NOTED.format(style="span { float: footnote }"))
    said = PdfReader(BytesIO(content)).pages[0].extract_text()
    assert "1. Said by the harbour master." in said
    assert "Ebb1 and flood." in said


def test_a_page_without_footnotes_is_the_same_to_the_byte() -> None:
    lighter = page_class(PAGE)
    assert lighter is not weasyprint.HTML
    assert lighter(string=PAGE).write_pdf() == weasyprint.HTML(string=PAGE).write_pdf()


def test_what_is_left_out_are_parts_that_weasyprint_styles_of_itself() -> None:
    for part in PARTS:
        assert f"\n::{part} " in weasyprint.html.UA
