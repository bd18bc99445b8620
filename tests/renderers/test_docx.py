"""The Word document: real structure, nothing left of its template, and it opens."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from io import BytesIO
from itertools import takewhile
from typing import TYPE_CHECKING

import docx
import pytest
from docx.oxml.ns import qn
from pypdf import PdfReader

from auditor.engagement.contrast import read_colour
from auditor.engagement.palette import Chosen, chosen_palette
from auditor.engagement.prose import read_prose
from auditor.renderers import built_in
from tests.renderers.compared import compared_report
from tests.renderers.engagements import engaged
from tests.renderers.office import converted, parts_of
from tests.renderers.reports import (
    HOSTILE,
    empty_report,
    evidenced_report,
    full_report,
    saying,
)
from tests.renderers.samples import audited

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document

    from auditor.report import Report

FEW = ("board", "findings", "contents")
REPORTS = {
    "full": full_report(),
    "all": evidenced_report(),
    "empty": empty_report(),
    "compared": compared_report(),
    "engaged": engaged(compared_report(), words=HOSTILE),
    "chosen": engaged(compared_report(), sections=FEW),
}
each_report = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


def written(report: Report) -> bytes:
    return built_in()["docx"].render(report)


def opened(report: Report) -> Document:
    return docx.Document(BytesIO(written(report)))


def headings(document: Document) -> list[tuple[int, str]]:
    return [
        (int(p.style.name[-1]), p.text)
        for p in document.paragraphs
        if p.style and (p.style.name or "").startswith("Heading ")
    ]


@each_report
def test_headings_skip_no_level_and_none_is_empty(report: Report) -> None:
    above = 0
    for level, text in headings(opened(report)):
        assert level <= above + 1, text
        assert text
        above = level


@each_report
def test_every_table_has_a_style_and_heads_that_are_marked(report: Report) -> None:
    tables = opened(report).tables
    assert tables
    for table in tables:
        assert table.style
        assert table.style.name == "Report Table"
        marks = [bool(row._tr.findall(f".//{qn('w:tblHeader')}")) for row in table.rows]
        assert marks == [True, *(False for _ in marks[1:])]
        assert all(cell.text for cell in table.rows[0].cells)


@each_report
def test_the_contents_name_every_section_and_lead_there(report: Report) -> None:
    body = opened(report).element.body
    fields = [field.text for field in body.iter(qn("w:instrText"))]
    assert fields[0] == ' TOC \\o "1-1" \\h \\z '
    entries = [
        (link.get(qn("w:anchor")), "".join(t.text for t in link.iter(qn("w:t"))))
        for link in body.iter(qn("w:hyperlink"))
    ]
    marks = {
        mark.get(qn("w:name")): "".join(
            t.text for t in mark.getparent().iter(qn("w:t"))
        )
        for mark in body.iter(qn("w:bookmarkStart"))
    }
    assert dict(entries) == marks
    sections = [text for level, text in headings(opened(report)) if level == 1]
    assert [label for _, label in entries] == sections


@each_report
def test_every_field_that_begins_ends(report: Report) -> None:
    depth = 0
    for field in opened(report).element.body.iter(qn("w:fldChar")):
        kind = field.get(qn("w:fldCharType"))
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert 0 <= depth <= 2
    assert depth == 0


def test_it_says_what_it_is_and_in_which_language() -> None:
    document = opened(full_report("Northlight"))
    properties = document.core_properties
    assert properties.title == "Audit of customer experience: Northlight"
    assert properties.author == properties.last_modified_by == "cxaudit 1.2.3"
    day = datetime(2026, 11, 21, tzinfo=UTC)
    assert properties.created == properties.modified == day
    assert properties.language == "en-GB"
    languages = document.styles.element.iter(qn("w:lang"))
    assert {language.get(qn("w:val")) for language in languages} == {"en-GB"}


def test_nothing_is_left_of_the_librarys_template() -> None:
    parts = parts_of(written(full_report()))
    assert not [name for name in parts if re.search("thumb|custom|Effects|app", name)]
    told = b"".join(parts.values())
    for leftover in (b"python-docx", b"Macintosh", b"2013", b"Cambria<"):
        assert leftover not in told
    settings = parts["word/settings.xml"]
    assert re.search(rb'"compatibilityMode"[^>]*w:val="15"', settings)


def test_what_a_profile_says_changes_no_structure() -> None:
    def shape(report: Report) -> list[str]:
        return [element.tag for element in opened(report).element.body.iter()]

    assert shape(evidenced_report(HOSTILE)) == shape(evidenced_report("Harmless text."))


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\x00b\x0bc\ud800d\ufffee\uffff", "ab cde"), ("**bold** !!x", "**bold** !!x")],
)
def test_what_xml_cannot_hold_is_left_out_and_the_rest_stays(
    text: str, kept: str
) -> None:
    document = opened(saying(text))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    assert any(kept in cell for cell in cells)


def test_libreoffice_opens_it_and_shows_all_of_it(tmp_path: Path) -> None:
    report = audited("first_draft_museum/profile.yaml")
    pdf = converted(written(report), ".docx", "pdf", tmp_path)
    words = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert "Saltmarsh Museum of Seafaring" in words
    for finding in report.findings:
        assert finding.check in words


def test_what_changed_since_an_earlier_audit_is_told() -> None:
    document = opened(compared_report())
    titles = [text for _, text in headings(document)]
    assert "What changed" in titles
    assert "Findings that changed" in titles
    heads = [[cell.text for cell in table.rows[0].cells] for table in document.tables]
    assert ["Cause", "Points", "Findings that it moved"] in heads
    assert ["Criterion", "Before", "Now", "Points", "By"] in heads


def test_an_engagement_is_told_on_the_cover_and_on_every_page() -> None:
    document = opened(engaged(full_report(), words="Ltd"))
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert "For Client. Ltd, by Firm. Ltd" in lines
    assert "Confidential. Ltd" in lines
    assert "Because we say (https://firm.example)." in lines
    foot = [paragraph.text for paragraph in document.sections[0].footer.paragraphs]
    assert "Firm. Ltd · R-1. Ltd · Confidential. Ltd" in foot


def test_sections_are_those_that_an_engagement_chose_in_its_order() -> None:
    report = engaged(full_report(), sections=("roadmap", "board"))
    titles = [text for level, text in headings(opened(report)) if level == 1]
    own = ["Closing", "Signatures"]
    assert titles == ["Introduction", "Roadmap", "For the board", *own]


def test_sections_are_in_the_order_of_the_pdf() -> None:
    lines = [p.text for p in opened(REPORTS["engaged"]).paragraphs]
    order = ("Introduction", "For the board", "What changed", "Contents", "Roadmap")
    assert [line for line in lines if line in order] == list(order)


def test_a_firms_own_words_stay_bold_and_italic() -> None:
    prose, _ = read_prose("Plain, *leaning*, **strong** and ***both***.")
    document = opened(engaged(full_report(), introduction=prose))
    line = next(p for p in document.paragraphs if p.text.startswith("Plain, "))
    looks = [
        (run.text.strip(" .,"), run.style.name == "Strong", bool(run.italic))
        for run in line.runs
    ]
    assert ("leaning", False, True) in looks
    assert ("strong", True, False) in looks
    assert ("both", True, True) in looks
    assert ("Plain", False, False) in looks


def test_headings_and_rules_have_the_colours_of_a_firm_as_they_were_mended() -> None:
    colours = Chosen(primary=read_colour("#ffee00"), accent=read_colour("#1d5c4d"))
    palette, mended = chosen_palette(colours)
    assert mended
    styles = opened(engaged(full_report(), palette=palette)).styles
    heading = palette.heading.removeprefix("#").upper()
    for name in ("Title", "Message", "Heading 2", "Heading 3"):
        assert str(styles[name].font.color.rgb) == heading, name
    (rule,) = styles["Heading 1"].element.iter(qn("w:pBdr"))
    assert rule[0].get(qn("w:color")) == "1D5C4D"
    assert str(styles["Contradicted"].font.color.rgb) == "A3262A"
    ours = opened(full_report()).styles
    assert not list(ours["Heading 1"].element.iter(qn("w:pBdr")))


def test_a_finding_stays_on_one_page() -> None:
    lines = opened(full_report()).paragraphs
    first = next(n for n, p in enumerate(lines) if p.text.startswith("What to do\t"))
    facts = [*takewhile(lambda line: "\t" in line.text, lines[first:])]
    tied = [line.paragraph_format.keep_with_next for line in (lines[first - 1], *facts)]
    assert tied == [*(True for _ in facts), None]


def test_an_area_follows_the_one_before_it() -> None:
    report = full_report()
    begun = {
        line.text: line.paragraph_format.page_break_before
        for line in opened(report).paragraphs
    }
    assert [begun[area.title] for area in report.areas[1:]] == [False, False]
    assert begun["Roadmap"] is None
