"""Who cannot see a report can read it: PDF/UA-1, and our own look at its tags."""

from __future__ import annotations

from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import outloud
import pikepdf
import pytest

from auditor.renderers import built_in
from tests.renderers.reports import HOSTILE, empty_report, evidenced_report, full_report
from tests.renderers.tags import Tag, artifacts_of, tags_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor.report import Report

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "sample_audits").rglob("*report.pdf"))
REPORTS: dict[str, Callable[[], Report]] = {
    "full": full_report,
    "evidenced": evidenced_report,
    "hostile": lambda: evidenced_report(HOSTILE),
    "empty": empty_report,
}
HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
WORDLESS = {"script", "style", "title", "svg", "head"}


@pytest.fixture(scope="module", params=REPORTS)
def report(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]()


@pytest.fixture(scope="module")
def content(report: Report) -> bytes:
    return built_in()["pdf"].render(report)


@pytest.fixture(scope="module")
def pdf(content: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(content)) as opened:
        yield opened


@pytest.fixture(scope="module")
def tags(pdf: pikepdf.Pdf) -> Tag:
    return tags_of(pdf)


def breaches(path: Path) -> list[str]:
    """Return what the validator finds against PDF/UA-1."""
    found = outloud.check(str(path), layers=["conformance"])
    assert not found.error
    return [
        f"{each.rule}: {each.message}"
        for each in found.findings
        if each.severity == "error"
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_samples_are_pdf_ua(path: Path) -> None:
    assert not breaches(path)


def test_any_report_is_pdf_ua(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(content)
    assert not breaches(path)


def test_the_validator_finds_what_is_not(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    with pikepdf.open(BytesIO(built_in()["pdf"].render(empty_report()))) as pdf:
        for element in pdf.objects:
            if (
                isinstance(element, pikepdf.Dictionary)
                and element.get("/S") == "/Figure"
            ):
                del element["/Alt"]
        pdf.save(path)
    assert breaches(path)


def test_every_drawing_is_described_in_words(tags: Tag) -> None:
    drawings = [*tags.all("Figure")]
    assert drawings
    for drawing in drawings:
        assert len(drawing.alternative.split()) >= 3, drawing.alternative


def test_every_table_has_heads_and_every_head_its_scope(tags: Tag) -> None:
    for table in tags.all("Table"):
        heads = [*table.all("TH")]
        assert heads, table.text
        assert {head.scope for head in heads} <= {"Column", "Row"}
        columns = [head for top in table.all("THead") for head in top.all("TH")]
        assert all(head.scope == "Column" for head in columns)
        for row in table.all("TR"):
            assert {cell.kind for cell in row.inside if isinstance(cell, Tag)} <= {
                "TH",
                "TD",
            }


def test_every_cell_names_its_heads(pdf: pikepdf.Pdf) -> None:
    elements = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
    known = {
        bytes(each.ID) for each in elements if each.get("/S") == "/TH" and "/ID" in each
    }
    cells = [each for each in elements if each.get("/S") == "/TD"]
    for cell in cells:
        assert {bytes(head) for head in cell.A.Headers} <= known


def test_headings_are_in_order_and_no_level_is_skipped(tags: Tag) -> None:
    levels = [int(each.kind[1]) for each in tags.all(*HEADINGS)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_lists_have_items_and_links_have_words(tags: Tag) -> None:
    for each in tags.all("L"):
        assert {item.kind for item in each.inside if isinstance(item, Tag)} <= {
            "LI",
            "Caption",
        }
    for link in tags.all("Link"):
        assert link.text.strip()


def test_it_is_read_in_the_order_of_its_words(report: Report, tags: Tag) -> None:
    said = squeezed(tags.text)
    at = 0
    for words in words_of(built_in()["html"].render(report).decode()):
        found = said.find(squeezed(words), at)
        assert found >= 0, words
        at = found + len(squeezed(words))


def test_heads_and_feet_of_pages_are_not_read_out(pdf: pikepdf.Pdf, tags: Tag) -> None:
    count = len(pdf.pages)
    for number, page in enumerate(pdf.pages[1:], 2):
        assert f"{number} of {count}" in artifacts_of(page)
    assert f"2 of {count}" not in tags.text


def test_every_heading_is_a_bookmark(pdf: pikepdf.Pdf, tags: Tag) -> None:
    with pdf.open_outline() as outline:
        top = [entry.title for entry in outline.root]
    assert len(top) == len([*tags.all("H1", "H2")])
    assert all(top)


def test_language_and_title_are_told(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo.Title)
    assert all(page.Tabs == "/S" for page in pdf.pages)


def squeezed(text: str) -> str:
    """Return a text as it can be compared: lines break anywhere, some are capitals."""
    return "".join(text.split()).casefold()


def words_of(html: str) -> list[str]:
    """Return the texts of a page in their order."""
    reader = _Words()
    reader.feed(html)
    return [text for text in reader.found if text.strip()]


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._outside: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - HTMLParser's signature
        if tag in WORDLESS:
            self._outside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in WORDLESS and self._outside:
            self._outside.pop()

    def handle_data(self, data: str) -> None:
        if not self._outside:
            self.found.append(data)
