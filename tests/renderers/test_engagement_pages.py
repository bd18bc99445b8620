from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from auditor.engagement import SECTIONS, Engagement, Palette, Typeface
from auditor.engagement.prose import read_prose
from auditor.renderers import built_in
from auditor.renderers.html import HtmlRenderer
from auditor.renderers.installed_typefaces import is_installed
from auditor.renderers.pdf import PdfRenderer
from auditor.renderers.plain import plain
from auditor.renderers.view.contents import LABELS
from auditor.renderers.view.engagement import LONGEST_AT_FOOT
from tests.renderers.engagements import engaged, engagement
from tests.renderers.reports import HOSTILE, empty_report, full_report

if TYPE_CHECKING:
    from auditor.report import Report


def html(report: Report) -> str:
    return HtmlRenderer().render(report).decode()


def page_of(report: Report) -> ET.Element:
    return ET.fromstring(html(report))


def text_of(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def ids(page: ET.Element) -> list[str]:
    """Return the sections of a page, in order."""
    known = {*SECTIONS, "cover"}
    found = [e.attrib["id"] for e in page.iter() if e.attrib.get("id") in known]
    return [name for name in found if name != "findings"]


@pytest.fixture(scope="module")
def pdf() -> PdfReader:
    return PdfReader(BytesIO(PdfRenderer().render(engaged(full_report()))))


@pytest.mark.parametrize("name", sorted(built_in()))
def test_an_engagement_changes_no_figure(name: str) -> None:
    renderer = built_in()[name]
    if name == "json":
        plain_result = renderer.render(full_report())
        assert renderer.render(engaged(full_report())) == plain_result
    elif name != "pdf":
        assert figures(renderer.render(engaged(full_report()))) >= figures(
            renderer.render(full_report())
        )


def figures(report: bytes) -> set[str]:
    """Return every number with a decimal, every percentage and every check."""
    text = re.sub(r"<style>.*?</style>", "", written(report), flags=re.DOTALL)
    return set(re.findall(r"\b\d+\.\d+\b|\b\d+ %|\b[A-Z]{2}\d{3}\b", text))


def written(report: bytes) -> str:
    """Return the text of a report; an office document is an archive of pages."""
    if not report.startswith(b"PK"):
        return report.decode()
    with ZipFile(BytesIO(report)) as parts:
        pages = [name for name in parts.namelist() if name.endswith(".xml")]
        return " ".join(parts.read(name).decode() for name in pages)


def test_the_cover_names_the_parties_and_shows_the_logo() -> None:
    cover = next(page_of(engaged(full_report())).iter("header"))
    said = text_of(cover)
    for part in ("Client.", "Firm.", "R-1.", "Confidential.", "Ann.", "Lead auditor"):
        assert part in said
    for day in ("1 October 2026 to 2 November 2026", "30 November 2026"):
        assert day in said
    (image,) = cover.iter("img")
    assert image.attrib["src"].startswith("data:image/svg+xml;base64,")
    assert "The logo" in image.attrib["alt"]


def test_own_words_and_signatures_stand_first_and_last() -> None:
    page = page_of(engaged(full_report()))
    order = ids(page)
    assert order[:3] == ["cover", "introduction", "board"]
    assert order[-2:] == ["closing", "signatures"]
    sections = {e.attrib["id"]: e for e in page.iter("section") if "id" in e.attrib}
    said = text_of(sections["introduction"])
    assert "Why Because we say. a" in said
    assert [a.attrib["href"] for a in sections["introduction"].iter("a")] == [
        "https://firm.example"
    ]
    signed = text_of(sections["signatures"])
    assert "Ann." in signed
    assert "Bob" not in signed


def test_sections_stand_in_the_order_asked_for_and_others_are_told_to_be_left_out() -> (
    None
):
    wanted = ("roadmap", "board", "contents", "closing", "sources")
    page = page_of(engaged(full_report(), sections=wanted))
    assert ids(page) == ["cover", "introduction", *wanted, "signatures"]
    cover = text_of(next(page.iter("header")))
    assert "Left out" in cover
    for label in ("Findings by area", "Method and rubric", "What is unknown"):
        assert label in cover
    contents = next(page.iter("nav"))
    said = [text_of(a) for entry in contents.iter("li") for a in entry.iter("a")]
    assert said[:4] == ["Introduction", "Roadmap", "For the board", "Closing"]


def test_a_link_to_what_is_left_out_becomes_text() -> None:
    page = page_of(engaged(full_report(), sections=("board", "roadmap")))
    there = {e.attrib["id"] for e in page.iter() if "id" in e.attrib}
    targets = [a.attrib["href"] for a in page.iter("a") if "href" in a.attrib]
    assert all(t[1:] in there for t in targets if t.startswith("#"))
    assert any("href" not in a.attrib for a in page.iter("a"))


def test_the_firms_colours_take_the_place_of_ours_everywhere() -> None:
    page = re.sub(r"/\*.*?\*/", "", html(engaged(full_report())), flags=re.DOTALL)
    ours = Palette()
    for colour in (ours.known, ours.soft, ours.pale):
        assert colour not in page
    assert "#1d5c4d" in page


def test_the_names_of_sections_are_those_that_reports_have() -> None:
    assert list(LABELS) == list(SECTIONS)


def test_hostile_words_of_a_firm_stay_words() -> None:
    report = engaged(full_report(), words=HOSTILE)
    page = page_of(report)
    assert not list(page.iter("script"))
    assert len(list(page.iter("img"))) == 1
    cover = text_of(next(page.iter("header")))
    assert "<script>alert(1)</script>" in cover
    assert plain(HOSTILE)[:200] in cover
    markdown = built_in()["markdown"].render(report).decode()
    assert "\n# A heading" not in markdown
    assert "[click](javascript:" not in markdown


def test_headings_of_a_firms_own_words_skip_no_level() -> None:
    text = "## A\n\n### B\n\n# C\n\n### D\n\n> # E\n\n- # F\n"
    page = page_of(engaged(full_report(), closing=read_prose(text)[0]))
    levels = [int(e.tag[1]) for e in page.iter() if re.fullmatch("h[1-6]", e.tag)]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("text", [HOSTILE, "A long name of a firm that goes on " * 8])
def test_a_pdf_holds_whatever_the_firm_is_called(text: str) -> None:
    report = engaged(empty_report(), words=text[:160])
    assert len(PdfReader(BytesIO(PdfRenderer().render(report))).pages) > 3


def test_every_page_says_who_may_read_it(pdf: PdfReader) -> None:
    for page in pdf.pages[1:]:
        assert "Confidential." in page.extract_text()


def test_the_contents_fit_on_a_page(pdf: PdfReader) -> None:
    pages = [str(page.extract_text()) for page in pdf.pages]
    (first,) = [text for text in pages if "How to read this report" in text]
    assert "File and line of the profile" in first


def test_the_pdf_names_the_firm_and_reads_its_logo_aloud(pdf: PdfReader) -> None:
    assert pdf.metadata
    assert "Firm." in str(pdf.metadata.author)
    assert "The logo" in alternative_texts(pdf.root_object["/StructTreeRoot"])


def alternative_texts(element: Any) -> str:
    """Return the alternative texts of a tree of structure."""
    found = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(found, list):
        return " ".join(map(alternative_texts, found))
    if not isinstance(found, dict):
        return ""
    return f"{found.get('/Alt', '')} {alternative_texts(found.get('/K'))}"


def test_a_font_that_is_brought_along_is_in_the_pdf(pdf: PdfReader) -> None:
    resources: list[Any] = [page["/Resources"] for page in pdf.pages]
    fonts = {
        str(font.get_object()["/BaseFont"])
        for each in resources
        for font in each["/Font"].values()
    }
    assert any("report-headings" in name for name in fonts), fonts


def test_the_same_engagement_gives_the_same_bytes() -> None:
    report = engaged(empty_report())
    assert PdfRenderer().render(report) == PdfRenderer().render(report)
    assert html(report) == html(report)


def test_a_typeface_is_installed_or_not() -> None:
    assert is_installed("DejaVu Sans")
    assert not is_installed("No Such Typeface")


def test_an_installed_typeface_is_named_so_that_no_name_breaks_the_style() -> None:
    report = engaged(full_report(), text=Typeface("Source Sans 3"))
    assert "font-family: Source\\20 Sans\\20 \\33," in html(report)


def test_the_least_engagement_is_enough() -> None:
    least = Engagement("A client", "A firm", Palette())
    page = page_of(engaged(full_report(), **{f: getattr(least, f) for f in FIELDS}))
    assert "introduction" not in ids(page)
    assert "For As" not in text_of(page)
    assert not list(page.iter("img"))


FIELDS = ("people", "logo", "headings", "introduction", "closing", "palette")


def test_everything_stands_in_the_engagement_of_tests() -> None:
    empty = [f for f in Engagement.__slots__ if not getattr(engagement(), f)]
    assert empty == ["text", "sections", "notices"]


def test_the_foot_of_a_page_is_bounded_and_the_cover_tells_all() -> None:
    line = "A confidential sentence of a firm " * 4
    page = page_of(engaged(full_report(), words=line))
    genre = next(e for e in page.iter("p") if e.attrib.get("class") == "genre")
    assert len(genre.attrib["data-kind"]) <= 3 * LONGEST_AT_FOOT + len(" · ") * 2
    cover = next(page.iter("header"))
    assert f"Confidential. {line}".strip() in text_of(cover)
