from __future__ import annotations

import json
import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from auditor.engine import audit
from auditor.plugin.collection import Plugins
from auditor.profile.reading import load_profile_value, read_profile
from auditor.renderers.figures import per_cent, points, price, span
from auditor.renderers.foreign_templates import ForeignTemplates
from auditor.renderers.html import HtmlRenderer, page_of, values_of
from auditor.renderers.json import JsonRenderer
from auditor.renderers.pdf import PdfRenderer
from auditor.renderers.rehearsal.samples import rehearsal_reports
from auditor.renderers.report_view import ReportView
from auditor.renderers.view.owners import owners_of_findings
from tests.renderers.engagements import engaged
from tests.renderers.large import EVERYWHERE, large_report
from tests.renderers.reports import (
    AS_OF,
    HOSTILE,
    empty_report,
    evidenced_report,
    full_report,
)

if TYPE_CHECKING:
    from auditor.report import Report

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_audits" / "northlight_broadband" / "profile.yaml"
PLUGINS = Plugins.load()
REPORTS = {
    "sample": audit(read_profile(SAMPLE), PLUGINS, as_of=AS_OF),
    "full": full_report(),
    "large": large_report(EVERYWHERE),
    "empty": empty_report(),
    "hostile": full_report(HOSTILE),
    "tables": evidenced_report(),
    "engaged": engaged(full_report()),
    "hostile firm": engaged(full_report(), words=HOSTILE[:120]),
    **{f"rehearsed {k}": v for k, v in rehearsal_reports(PLUGINS).items()},
}
TOUCHPOINTS = [{"id": "t", "name": "T"}]
each_report = pytest.mark.parametrize("report", REPORTS.values(), ids=REPORTS)


def page(report: Report, view: ReportView) -> ET.Element:
    html = HtmlRenderer(view=view).render(report)
    return ET.fromstring(html)


def text_of(element: ET.Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def result_of(report: Report) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(JsonRenderer().render(report))
    return result


def figures(page: ET.Element) -> set[str]:
    """Return every number with a decimal, and every percentage, outside the style."""
    body = page.find("body")
    assert body is not None
    return set(re.findall(r"\b\d+\.\d\b|\b\d+ %", text_of(body)))


@each_report
def test_no_view_has_a_figure_that_the_full_report_has_not(report: Report) -> None:
    full = figures(page(report, ReportView.FULL))
    for view in (ReportView.BOARD, ReportView.OWNERS):
        assert figures(page(report, view)) <= full


@each_report
def test_the_board_reads_the_figures_of_the_result(report: Report) -> None:
    score = result_of(report)["score"]
    said = text_of(page(report, ReportView.BOARD))
    assert f"Score {points(score['total'])}" in said
    assert f"Range {span(score['low'], score['high'])}" in said
    assert f"Assurance {per_cent(score['assurance'])}" in said
    for area in result_of(report)["areas"]:
        assert area["title"] in said
        assert points(area["score"]) in said


@each_report
def test_every_open_finding_is_on_the_sheet_of_each_of_its_owners_as_in_the_result(
    report: Report,
) -> None:
    found = page(report, ReportView.OWNERS)
    sheets = [e for e in found.iter("section") if "sheet" in e.attrib["class"]]
    articles = {
        (sheet.attrib["id"], title.attrib["id"].rpartition("-")[2]): text_of(article)
        for sheet in sheets
        for article in sheet.iter("article")
        for title in article.iter("h4")
    }
    expected = {f["check"]: f for f in result_of(report)["findings"]}
    owned = owners_of_findings(report)
    assert {check for _, check in articles} == owned.keys()
    assert len(articles) == sum(map(len, owned.values()))
    for (_, check), said in articles.items():
        assert price(expected[check]["points_lost"]) in said
        assert expected[check]["severity"] in said.lower()
        assert expected[check]["outcome"].replace("_", " ") in said.lower()


@pytest.mark.parametrize("name", REPORTS)
def test_the_board_gets_two_pages_whatever_the_report(name: str) -> None:
    pdf = PdfReader(BytesIO(PdfRenderer(view=ReportView.BOARD).render(REPORTS[name])))
    assert len(pdf.pages) == 2
    assert "For the board".upper() in pdf.pages[0].extract_text().upper()


@pytest.mark.parametrize("view", [ReportView.BOARD, ReportView.OWNERS])
@each_report
def test_a_view_can_be_read_aloud(report: Report, view: ReportView) -> None:
    found = page(report, view)
    levels = [int(e.tag[1]) for e in found.iter() if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))
    ids = [e.attrib["id"] for e in found.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    targets = {a.attrib["href"] for a in found.iter("a") if "href" in a.attrib}
    assert {t[1:] for t in targets if t.startswith("#")} <= set(ids)
    for table in found.iter("table"):
        heads = list(table.iter("th"))
        assert heads or table.attrib["class"] == "figures"
        assert all(head.attrib.get("scope") in {"row", "col"} for head in heads)


def test_each_sheet_begins_on_a_page_of_its_own() -> None:
    report = REPORTS["sample"]
    pdf = PdfReader(BytesIO(PdfRenderer(view=ReportView.OWNERS).render(report)))
    sheets = [str(mark.title) for mark in pdf.outline if not isinstance(mark, list)]
    pages = [
        pdf.get_destination_page_number(mark)
        for mark in pdf.outline
        if not isinstance(mark, list)
    ]
    assert "Customer support" in sheets
    starts = pages[sheets.index("Customer experience") :]
    assert len(set(starts)) == len(starts)


def test_the_innermost_owner_around_a_place_counts() -> None:
    profile = {
        "organisation": {"name": "A"},
        "departments": [
            {"id": "care", "name": "Care"},
            {"id": "sales", "name": "Sales"},
        ],
        "journeys": [
            {
                "id": "j",
                "name": "J",
                "owner": "care",
                "stages": [
                    {
                        "id": "s",
                        "name": "S",
                        "owner": "sales",
                        "touchpoints": TOUCHPOINTS,
                    },
                    {"id": "u", "name": "U"},
                ],
            }
        ],
    }
    report = audit(load_profile_value(profile), PLUGINS, as_of=AS_OF)
    for check, places in owners_of_findings(report).items():
        for owner, mine in places.items():
            for place in mine:
                if place.pointer.startswith("/journeys/0/stages/0"):
                    assert owner == "sales", check
                elif place.pointer.startswith("/journeys") or place.pointer.startswith(
                    "/departments/0"
                ):
                    assert owner == "care", check
    owners = {
        owner for places in owners_of_findings(report).values() for owner in places
    }
    assert owners == {"care", "sales", ""}


def test_views_are_the_same_bytes_each_time() -> None:
    values = values_of(REPORTS["sample"], ForeignTemplates())
    for view in ReportView:
        assert page_of(view, values) == page_of(view, values)
