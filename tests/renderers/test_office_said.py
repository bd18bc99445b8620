"""Office documents in another language: nothing of ours is left in English."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import openpyxl
import pptx
import pytest
from docx.oxml.ns import qn as word
from pptx.oxml.ns import qn

from auditor.renderers import built_in
from auditor.renderers.plain import short
from auditor.renderers.pptx import slides
from auditor.renderers.xlsx.sheet import LONGEST_SHEET_NAME, sheet_name
from auditor.translation import Language, message, speaking
from tests.renderers.office import parts_of
from tests.renderers.pseudo import PSEUDO, said_elsewhere, spoken_report, unsaid

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from pptx.presentation import Presentation

REPORT = spoken_report()
KNOWN = said_elsewhere(REPORT)
LENGTHS = (
    *(slides.LONGEST, slides.LONGEST_NAME, slides.LONGEST_NOTE),
    *(slides.LONGEST_REASON, slides.LONGEST_TITLE),
)
CUT = {short(text, most) for text in KNOWN for most in LENGTHS}


def opened_docx() -> Document:
    return docx.Document(BytesIO(built_in()["docx"].render(REPORT)))


def opened_pptx() -> Presentation:
    return pptx.Presentation(BytesIO(built_in()["pptx"].render(REPORT)))


def opened_xlsx() -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(built_in()["xlsx"].render(REPORT)))


def test_a_document_says_every_paragraph() -> None:
    document = opened_docx()
    section = document.sections[0]
    every = document.element.body.iter(word("w:p"))
    paragraphs = [
        *("".join(t.text or "" for t in each.iter(word("w:t"))) for each in every),
        *(line.text for line in section.header.paragraphs),
        *(line.text for line in section.footer.paragraphs),
    ]
    assert len(paragraphs) > 100
    assert [word for text in paragraphs for word in unsaid(text, KNOWN)] == []


def _texts(deck: Presentation) -> Iterator[str]:
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield from (p.text for p in shape.text_frame.paragraphs)
            if shape.has_table:
                yield from (cell.text for cell in shape.table.iter_cells())
            if shape.has_chart:
                yield from (series.name for series in shape.chart.plots[0].series)
        for described in slide.element.iter(qn("p:cNvPr")):
            yield described.get("descr", "")


def test_slides_say_every_text() -> None:
    texts = list(_texts(opened_pptx()))
    assert len(texts) > 50
    assert [word for text in texts for word in unsaid(text, KNOWN | CUT)] == []


def test_a_workbook_says_its_sheets_its_heads_and_its_words() -> None:
    book = opened_xlsx()
    assert all(name.startswith("⟦") for name in book.sheetnames)
    ours = {"Id", "Table", "Source", "Author", "Title", "Address", "Check", "Checks"}
    ours |= {"Answered by", "Rubric", "Measured"}
    for sheet in book:
        heads = [str(cell.value) for cell in sheet[1]]
        assert all(head.startswith("⟦") for head in heads)
        for row in sheet.iter_rows(min_row=2, values_only=True):
            for head, value in zip(heads, row, strict=True):
                if isinstance(value, str) and head.strip("⟦⟧") not in ours:
                    assert unsaid(value, KNOWN) == [], (sheet.title, head)


def test_figures_of_a_workbook_stay_numbers_in_every_language() -> None:
    def figures(language: Language) -> list[object]:
        report = replace(REPORT, language=language)
        book = openpyxl.load_workbook(BytesIO(built_in()["xlsx"].render(report)))
        return [
            (cell.value, cell.number_format)
            for sheet in book
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type in {"n", "d"}
        ]

    assert figures(PSEUDO) == figures(Language("en-GB"))


@pytest.mark.parametrize(
    ("said", "taken", "called"),
    [
        ("Was sich: ge/ändert [hat]?", [], "Was sich ge ändert hat"),
        ("w" * 40, [], "w" * LONGEST_SHEET_NAME),
        ("w" * 40, ["w" * 31], "w" * 28 + " 2"),
        ("AREAS", ["Areas", "Areas 2"], "AREAS 3"),
        ("'quoted'", [], "quoted"),
        ("[:]", [], "Areas"),
    ],
)
def test_every_sheet_has_a_name_that_excel_takes(
    said: str, taken: list[str], called: str
) -> None:
    with speaking(Language("de", {"Areas": said})):
        assert sheet_name(message("Areas"), taken) == called


def test_documents_are_in_the_language_that_their_report_is() -> None:
    document, deck = opened_docx(), opened_pptx()
    assert document.core_properties.language == deck.core_properties.language == "de-AT"
    assert document.core_properties.title.startswith("⟦⟦Audit")
    languages = document.styles.element.iter(word("w:lang"))
    assert {language.get(word("w:val")) for language in languages} == {"de-AT"}
    parts = parts_of(built_in()["pptx"].render(REPORT))
    told = b"".join(part for name, part in parts.items() if name.endswith(".xml"))
    assert set(re.findall(rb' lang="([^"]+)"', told)) == {b"de-AT"}


def test_a_language_without_a_country_is_written_with_the_likeliest() -> None:
    report = replace(REPORT, language=Language("de"))
    document = docx.Document(BytesIO(built_in()["docx"].render(report)))
    assert document.core_properties.language == "de-DE"
