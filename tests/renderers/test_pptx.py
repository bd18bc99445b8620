"""The slides: real placeholders, native tables and charts, and nothing left empty."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pptx
import pytest
from pptx.enum.shapes import PP_PLACEHOLDER
from pypdf import PdfReader

from auditor.renderers import built_in
from auditor.renderers.order import total_first
from auditor.renderers.over_time.words import headline
from tests.renderers.compared import compared_report
from tests.renderers.engagements import engaged
from tests.renderers.office import converted, parts_of
from tests.renderers.reports import (
    HOSTILE,
    empty_report,
    evidenced_report,
    full_report,
)
from tests.renderers.samples import SAMPLES, audited

if TYPE_CHECKING:
    from pathlib import Path

    from pptx.presentation import Presentation

    from auditor.report import Report

REPORTS = [full_report(), evidenced_report(), evidenced_report(HOSTILE), empty_report()]
each_report = pytest.mark.parametrize(
    "report", REPORTS, ids=["full", "all", "hostile", "empty"]
)
FURNITURE = {PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER}


def written(report: Report) -> bytes:
    return built_in()["pptx"].render(report)


def opened(report: Report) -> Presentation:
    return pptx.Presentation(BytesIO(written(report)))


@each_report
def test_there_are_five_slides_and_each_has_a_title_of_its_own(report: Report) -> None:
    slides = opened(report).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert len(titles) == 5
    assert all(titles)
    assert len(set(titles[1:])) == 4


@each_report
def test_everything_stands_in_a_placeholder_and_none_is_empty(report: Report) -> None:
    for slide in opened(report).slides:
        for shape in slide.shapes:
            assert shape.is_placeholder
            filled = shape.has_chart or shape.has_table or shape.text_frame.text
            assert filled, shape.name
        kinds = {shape.placeholder_format.type for shape in slide.placeholders}
        assert kinds >= FURNITURE


@each_report
def test_tables_have_heads_and_every_drawing_has_its_words(report: Report) -> None:
    drawn = [s for slide in opened(report).slides for s in slide.shapes]
    for shape in drawn:
        if shape.has_table:
            assert shape.table.first_row
        if shape.has_table or shape.has_chart:
            assert shape._element._nvXxPr.cNvPr.get("descr")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_chart_is_native_and_has_the_figures_of_the_areas(name: str) -> None:
    report = audited(name)
    charts = [s for slide in opened(report).slides for s in slide.shapes if s.has_chart]
    (chart,) = [shape.chart for shape in charts]
    certain, open_ = chart.plots[0].series
    areas = total_first(report)[::-1]
    assert list(certain.values) == [round(area.low or 0, 1) for area in areas]
    highest = [100.0 if area.high is None else area.high for area in areas]
    for low, more, high in zip(certain.values, open_.values, highest, strict=True):
        assert low + more == pytest.approx(high, abs=0.11)
    # Whoever edits the chart gets a workbook, and finds the same figures in it.
    (book,) = [
        openpyxl.load_workbook(BytesIO(content))
        for part, content in parts_of(written(report)).items()
        if part.startswith("ppt/embeddings/")
    ]
    head, *rows = book["Sheet1"].iter_rows(values_only=True)
    assert head[1:] == (certain.name, open_.name)
    assert [row[0] for row in rows] == list(chart.plots[0].categories)
    assert [row[1] for row in rows] == list(certain.values)


@each_report
def test_nothing_stands_outside_of_a_slide(report: Report) -> None:
    deck = opened(report)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= deck.slide_width
            assert 0 <= shape.top < deck.slide_height


def test_nothing_is_left_of_the_librarys_template() -> None:
    parts = parts_of(written(full_report()))
    told = b"".join(parts.values())
    for leftover in (b"Steve Canny", b"Macintosh", b"PowerPoint Presentation", b"2013"):
        assert leftover not in told
    assert not [name for name in parts if "thumbnail" in name or "printer" in name]


def test_libreoffice_opens_it_with_as_many_pages(tmp_path: Path) -> None:
    report = audited("northlight_broadband/profile.yaml")
    pdf = converted(written(report), ".pptx", "pdf", tmp_path)
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    assert len(pages) == 5
    assert "55.4" in pages[1]


def test_what_changed_since_an_earlier_audit_has_a_slide_after_the_standing() -> None:
    report = compared_report()
    slides = opened(report).slides
    assert len(slides) == 6
    slide = slides[2]
    assert report.comparison
    title = slide.shapes.title.text_frame.text
    assert title.split() == headline(report.comparison).split()
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    assert [cell.text for cell in table.rows[0].cells][1:] == [
        *("21 Nov 2025", "21 Nov 2026", "Change")
    ]
    assert [cell.text for cell in table.rows[1].cells] == [
        *("Score", "0.0", "100.0", "+100.0")
    ]
    words = slide.placeholders[2].text_frame.text
    assert "What changed since 21 November 2025" in words
    assert "Time passing: +100.0" in words


def test_the_master_has_the_colours_of_a_firm() -> None:
    parts = parts_of(written(engaged(full_report())))
    theme = parts["ppt/theme/theme1.xml"].decode()
    assert re.search('<a:accent1><a:srgbClr val="1D5C4D"/>', theme)
    assert re.search('<a:accent2><a:srgbClr val="A3262A"/>', theme)
    master = parts["ppt/slideMasters/slideMaster1.xml"].decode()
    titles = master[master.index("<p:titleStyle>") : master.index("</p:titleStyle>")]
    assert 'srgbClr val="1D5C4D"' in titles
    assert 'name="Band"' in master
    ours = parts_of(written(full_report()))["ppt/slideMasters/slideMaster1.xml"]
    assert b"Band" not in ours
    assert b"1D5C4D" not in ours


def test_the_first_slide_says_for_whom_and_by_whom_it_is() -> None:
    words = opened(engaged(full_report(), words="Ltd")).slides[0].placeholders[1]
    told = [paragraph.text for paragraph in words.text_frame.paragraphs]
    assert told[2:4] == ["For Client. Ltd, by Firm. Ltd", "Confidential. Ltd"]


def test_texts_on_the_side_have_our_grey_and_no_paler_one() -> None:
    parts = parts_of(written(full_report()))
    layouts = [part for name, part in parts.items() if "slideLayout" in name]
    assert b"a:tint" not in b"".join(
        (*layouts, parts["ppt/slideMasters/slideMaster1.xml"])
    )
    assert b'<a:dk2><a:srgbClr val="55606B"/>' in parts["ppt/theme/theme1.xml"]
