from __future__ import annotations

import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import weasyprint
from pypdf import PdfReader

from auditor.errors import RenderError
from auditor.renderers.foreign_templates import ForeignTemplates
from auditor.renderers.pdf import PdfRenderer
from auditor.renderers.proof.attached import PROOF, RESULT, RUBRIC
from tests.renderers.compared import compared_report
from tests.renderers.large import EVERYWHERE, large_report
from tests.renderers.reports import (
    HOSTILE,
    empty_report,
    evidenced_report,
    full_report,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.report import Report

ROOT = Path(__file__).parents[2]


def pdf_of(report: Report) -> PdfReader:
    return PdfReader(BytesIO(PdfRenderer().render(report)))


@pytest.fixture(scope="module")
def full() -> PdfReader:
    return pdf_of(full_report())


@pytest.fixture(scope="module")
def large() -> PdfReader:
    return pdf_of(large_report(EVERYWHERE))


def bookmarks(
    pdf: PdfReader, entries: list[Any] | None = None
) -> Iterator[tuple[str, int]]:
    """Yield every bookmark, of all depths, with its page from 1."""
    for entry in pdf.outline if entries is None else entries:
        if isinstance(entry, list):
            yield from bookmarks(pdf, entry)
        else:
            yield str(entry.title), (pdf.get_destination_page_number(entry) or 0) + 1


def words(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_every_section_has_a_bookmark(full: PdfReader) -> None:
    titles = dict(bookmarks(full))
    for title in (
        "For the board",
        "Contents",
        "Score by area",
        "Customer journeys",
        "Who owns what",
        "Balance of metrics",
        "Journeys",
        "Roadmap",
        "What is unknown",
        "Notices",
        "Method and rubric",
        "Sources",
    ):
        assert titles[title] <= len(full.pages)


def test_what_changed_follows_the_page_for_the_board() -> None:
    pdf = pdf_of(compared_report())
    titles = dict(bookmarks(pdf))
    changed = titles["What changed since 21 November 2025"]
    assert changed == titles["For the board"] + 1
    assert titles["Findings that changed"] == changed + 1
    assert titles["Contents"] > changed


def test_claims_and_tables_are_printed_whatever_stands_in_the_tables() -> None:
    pdf = pdf_of(evidenced_report(HOSTILE))
    pages = dict(bookmarks(pdf))
    assert pages["Said and shown"] < pages["Evidence"]
    assert "By month" in pages
    drawings = [e for e in structure(pdf.trailer["/Root"]) if e.get("/S") == "/Figure"]
    assert len(drawings) > 10
    assert all(len(str(drawing["/Alt"])) > 10 for drawing in drawings)


def structure(element: Any) -> Iterator[Any]:
    """Yield every element of the tree that tells a screen reader what is what."""
    found = element.get_object()
    if isinstance(found, list):
        for each in found:
            yield from structure(each)
    elif isinstance(found, dict):
        yield found
        inner = found.get("/StructTreeRoot", found.get("/K"))
        if inner is not None and not isinstance(inner, int):
            yield from structure(inner)


def test_the_page_for_the_board_is_one_page_however_long_its_texts(
    large: PdfReader,
) -> None:
    for pdf in (pdf_of(full_report(HOSTILE)), large):
        pages = dict(bookmarks(pdf))
        assert pages["For the board"] == 2
        assert pages["Contents"] == 3


def test_the_contents_name_the_page_of_every_section(full: PdfReader) -> None:
    contents = full.pages[2].extract_text().split("How to read")[0]
    numbers = [int(word) for word in contents.split() if word.isdigit()]
    pages = dict(bookmarks(full))
    for title in ("For the board", "Score by area", "Roadmap", "Sources"):
        assert pages[title] in numbers


def test_pages_are_numbered_and_named(full: PdfReader) -> None:
    for number, page in enumerate(full.pages[1:], 2):
        text = " ".join(page.extract_text().split())
        assert f"{number} of {len(full.pages)}" in text
        assert "As the profile says." in text


def test_the_text_can_be_read_and_found(full: PdfReader) -> None:
    text = words(full)
    assert "Self-declared" not in text
    assert "Contradicted" in text
    assert "profile.yaml:12" in text


def test_it_is_tagged_and_says_its_language_and_title(full: PdfReader) -> None:
    root: Any = full.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert full.metadata is not None
    assert full.metadata.title == (
        "Audit of customer experience: As the profile says., 21 November 2026"
    )
    assert full.metadata.author == "cxaudit 1.2.3"
    assert full.xmp_metadata is not None
    assert b"pdfuaid" in full.xmp_metadata.stream.get_data()


@pytest.mark.parametrize("above", range(28, 40))
def test_no_entry_of_a_list_stands_alone_on_a_page(above: int) -> None:
    line = "<p>above</p>"
    entries = "".join(f"<li>entry {n}</li>" for n in range(4))
    rows = "".join(f"<tr><td>entry {n}</td></tr>" for n in range(4))
    style = (ROOT / "templates/auditor_report/report.css").read_text()
    for kind in (
        f"<h3>List</h3><p>Words</p><ul class=plain>{entries}</ul>",
        f"<h3>List</h3><table class=list><tbody>{rows}</tbody></table>",
    ):
        html = f"<style>{style}</style>{line * above}{kind}"
        pages = PdfReader(BytesIO(weasyprint.HTML(string=html).write_pdf())).pages
        found = [page.extract_text().count("entry") for page in pages]
        assert sum(found) == 4
        assert 1 not in found


def test_journeys_and_owners_lie_across_the_page(large: PdfReader) -> None:
    pages = dict(bookmarks(large))
    boxes = {title: large.pages[page - 1].mediabox for title, page in pages.items()}
    for title in ("Customer journeys", "Who owns what"):
        assert boxes[title].width > boxes[title].height
    assert boxes["Roadmap"].width < boxes["Roadmap"].height


def test_a_large_report_holds_every_finding_in_any_script(large: PdfReader) -> None:
    text = words(large)
    assert all(f"Reason {number}:" in text for number in range(200))
    assert all(script in text for script in EVERYWHERE[:3])


def test_characters_that_no_font_has_are_told_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    PdfRenderer().render(full_report("A sign of no font: \U000130fe"))
    (told,) = [r.getMessage() for r in caplog.records if r.name.startswith("auditor")]
    assert "\U000130fe" in told
    assert "fonts-noto" in told


def test_an_empty_report_is_still_a_report() -> None:
    pdf = pdf_of(empty_report())
    assert len(pdf.pages) < 14
    assert "Nothing could be assessed" in words(pdf)


def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path\n"
        "from tests.renderers.reports import full_report\n"
        "from auditor.renderers.pdf import PdfRenderer\n"
        "Path(sys.argv[1]).write_bytes(PdfRenderer().render(full_report()))\n"
    )
    written = []
    for seed, zone in (("1", "Asia/Tokyo"), ("2", "America/Lima")):
        target = tmp_path / f"{seed}.pdf"
        subprocess.run(
            [sys.executable, "-c", program, str(target)],
            check=True,
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone},
        )
        written.append(target.read_bytes())
    assert written[0] == written[1]


@pytest.mark.parametrize(
    "markup",
    [
        '<img src="file://{path}" alt=""/>',
        '<object data="file://{path}"></object>',
        '<a rel="attachment" href="file://{path}">x</a>',
        '<link rel="attachment" href="file://{path}"/>',
        '<link rel="stylesheet" href="file://{path}"/>',
        "<style>@import url(file://{path});</style>",
        '<p style="background: url(file://{path})">x</p>',
        '<svg><image href="file://{path}" width="9" height="9"/></svg>',
        '<img src="http://127.0.0.1:9/{path}" alt=""/>',
        '<img src="data:image/svg+xml,%3Csvg/%3E" alt=""/>',
    ],
)
def test_a_report_reads_no_file_and_no_address(
    markup: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("p::after { content: 'the secret' }")
    folder = tmp_path / f"templates_{abs(hash(markup))}"
    folder.mkdir()
    (folder / "__init__.py").touch()
    text = markup.replace("{path}", str(secret))
    (folder / "cover.html.j2").write_text(f"<h1>Cover</h1>{text}")
    monkeypatch.syspath_prepend(tmp_path)

    renderer = PdfRenderer(ForeignTemplates((folder.name,)))
    pdf = PdfReader(BytesIO(renderer.render(empty_report())))
    assert "the secret" not in words(pdf)
    assert [*pdf.attachments] == [PROOF, RESULT, RUBRIC]
    assert not any(page.images for page in pdf.pages)
    assert "A report fetches nothing" in caplog.text


def test_where_weasyprint_cannot_be_loaded_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(RenderError, match=r"(?i)install|apt|dnf|brew"):
        PdfRenderer().render(empty_report())


def test_weasyprint_is_not_imported_before_a_report_is_printed() -> None:
    program = "import sys, auditor.renderers.pdf; sys.exit('weasyprint' in sys.modules)"
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_page_is_headed_by_the_section_that_it_begins_in(large: PdfReader) -> None:
    begun = dict(bookmarks(large))["Metrics"] - 1
    shared, following = (large.pages[n].extract_text() for n in (begun, begun + 1))
    assert not shared.startswith("AREA\n")
    assert "Große AG Journeys" in shared.splitlines()
    assert "Große AG Metrics" in following.splitlines()
