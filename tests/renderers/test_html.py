from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from auditor import bibliography
from auditor.engine import audit
from auditor.finding import AppliedWaiver, Outcome
from auditor.plugin.collection import Plugins
from auditor.profile.reading import load_profile_value, read_profile
from auditor.renderers.figures import price
from auditor.renderers.html import HtmlRenderer
from auditor.renderers.plain import plain
from auditor.renderers.view.words import sentence, told
from tests.findings import finding
from tests.renderers.compared import compared_report
from tests.renderers.large import STAGES, TOUCHPOINTS, large_report
from tests.renderers.reports import (
    AS_OF,
    HOSTILE,
    empty_report,
    evidenced_report,
    full_report,
    report_of,
)

if TYPE_CHECKING:
    from auditor.report import Report

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_audits" / "northlight_broadband" / "profile.yaml"
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def sample_report() -> Report:
    return audit(read_profile(SAMPLE), Plugins.load(), as_of=AS_OF)


def hostile_report() -> Report:
    """Return a report in which every text of the profile, too, is hostile."""
    profile = {
        "organisation": {"name": plain(HOSTILE), "industry": HOSTILE},
        "departments": [{"id": "d", "name": HOSTILE, "cx_responsibilities": [HOSTILE]}],
        "channels": [{"id": "c", "name": HOSTILE}],
        "metrics": [{"id": "m", "kind": "nps", "name": HOSTILE, "unit": HOSTILE}],
        "journeys": [
            {
                "id": "j",
                "name": HOSTILE,
                "scenario": HOSTILE,
                "stages": [
                    {
                        "id": "s",
                        "name": HOSTILE,
                        "expectations": [HOSTILE],
                        "touchpoints": [{"id": "t", "name": HOSTILE, "channel": "c"}],
                        "pain_points": [
                            {"id": "p", "description": HOSTILE, "status": HOSTILE}
                        ],
                    }
                ],
            }
        ],
        "assessment": {"respondents": [{"role": HOSTILE}]},
    }
    return replace(full_report(HOSTILE), profile=load_profile_value(profile).profile)


def hostile_tables() -> Report:
    return evidenced_report(HOSTILE)


REPORTS = {
    "sample": sample_report,
    "full": full_report,
    "large": large_report,
    "empty": empty_report,
    "hostile": hostile_report,
    "evidenced": evidenced_report,
    "hostile tables": hostile_tables,
    "compared": compared_report,
}


@pytest.fixture(scope="module", params=REPORTS)
def report(request: pytest.FixtureRequest) -> Report:
    return REPORTS[request.param]()


@pytest.fixture(scope="module")
def page(report: Report) -> ET.Element:
    return page_of(report)


def page_of(report: Report) -> ET.Element:
    """Return the page, read as strictly as XML is."""
    return ET.fromstring(HtmlRenderer().render(report))


def text_of(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def test_nothing_is_fetched_and_nothing_runs(page: ET.Element) -> None:
    tags = Counter(element.tag for element in page.iter())
    assert not tags.keys() & {"script", "link", "img", "iframe", "object", "base"}
    attributes = {name for element in page.iter() for name in element.attrib}
    assert not {name for name in attributes if name.startswith("on")}
    assert not attributes & {"src", "srcset", "style", "action", "background"}


def test_the_style_sheet_asks_for_nothing(page: ET.Element) -> None:
    style = text_of(next(page.iter("style")))
    assert "url(" not in style
    assert "@import" not in style


def test_links_lead_only_inside_and_to_works_that_we_cite(page: ET.Element) -> None:
    ours = {work.address for work in bibliography.ALL}
    for link in page.iter("a"):
        target = link.attrib["href"]
        assert target.startswith("#") or target in ours


def test_every_inner_link_arrives_and_no_id_is_given_twice(page: ET.Element) -> None:
    ids = Counter(e.attrib["id"] for e in page.iter() if "id" in e.attrib)
    assert set(ids.values()) == {1}
    targets = {link.attrib["href"] for link in page.iter("a")}
    assert {t[1:] for t in targets if t.startswith("#")} <= ids.keys()


def test_a_page_is_the_same_wherever_the_profile_lies(tmp_path: Path) -> None:
    moved = tmp_path / "profile.yaml"
    moved.write_bytes(SAMPLE.read_bytes())
    report = audit(read_profile(moved), Plugins.load(), as_of=AS_OF)
    assert HtmlRenderer().render(report) == HtmlRenderer().render(sample_report())


def test_no_finding_names_the_same_place_twice() -> None:
    tarnbrook = ROOT / "sample_audits" / "tarnbrook_insurance" / "profile.yaml"
    report = audit(read_profile(tarnbrook), Plugins.load(), as_of=AS_OF)
    gate = next(f for f in report.findings if f.check == "DP007")
    assert len({place.position.line for place in gate.where if place.position}) == 1
    assert len(gate.where) > 1
    text = HtmlRenderer().render(report).decode()
    for named in re.findall(r"<b>Place</b>(.*?)</p>", text):
        places = named.split("; ")
        assert len(set(places)) == len(places), named


def test_every_finding_is_there_with_its_reason_and_its_cost(
    report: Report, page: ET.Element
) -> None:
    # What a title or a cell names, and all that stands beside it.
    places = {
        named.attrib["id"]: entry
        for entry in page.iter()
        if entry.tag in {"article", "tr"}
        for named in entry.iter()
        if "id" in named.attrib
    }
    for judged in report.findings:
        text = text_of(places[f"check-{judged.check}"])
        assert told(judged.reason) in text
        if judged.open:
            assert price(judged.points_lost) in text
            assert plain(sentence(judged.advice)) in text
            assert ("Contradicted" in text) == judged.contradicted


def test_every_drawing_says_what_it_shows(page: ET.Element) -> None:
    drawings = list(page.iter("svg"))
    for drawing in drawings:
        assert drawing.attrib["role"] == "img"
        title = drawing.find("title")
        assert title is not None
        assert title.attrib["id"] == drawing.attrib["aria-labelledby"]
        assert len(text_of(title)) > 10


def test_headings_begin_with_the_organisation_and_skip_no_level(
    page: ET.Element,
) -> None:
    levels = [int(e.tag[1]) for e in page.iter() if e.tag in HEADINGS]
    assert levels[0] == 1
    assert levels.count(1) == 1
    for before, after in pairwise(levels):
        assert after <= before + 1


def test_every_table_says_what_its_rows_or_columns_are(page: ET.Element) -> None:
    for table in page.iter("table"):
        heads = list(table.iter("th"))
        assert heads or table.attrib["class"] == "figures"
        assert all(head.attrib.get("scope") in {"row", "col"} for head in heads)


def test_it_has_a_language_and_a_title(page: ET.Element) -> None:
    assert page.attrib["lang"] == "en-GB"
    assert text_of(next(page.iter("title")))


def test_hostile_texts_stay_texts() -> None:
    page = page_of(hostile_report())
    text = text_of(page)
    assert "<script>alert(1)</script>" in text
    assert "{{ 7*7 }}" in text
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", text)


def test_what_is_unknown_is_called_unknown_and_hatched_all_over() -> None:
    page = page_of(empty_report())
    row = next(tr for tr in page.iter("tr") if text_of(tr).startswith("In all"))
    assert "unknown" in text_of(row)
    hatched = next(r for r in row.iter("rect") if "hatch" in r.attrib["fill"])
    whole = next(row.iter("rect"))
    assert hatched.attrib["width"] == whole.attrib["width"]


def test_a_self_declared_report_says_so_on_its_cover() -> None:
    cover = next(page_of(empty_report()).iter("header"))
    assert "Self-declared assessment" in text_of(cover)


def test_what_failed_is_named_on_the_cover() -> None:
    cover = text_of(next(page_of(full_report()).iter("header")))
    assert "This report is incomplete" in cover
    assert "broken" in cover
    assert "JC005" in cover


def test_every_stage_and_touchpoint_of_a_long_journey_is_drawn() -> None:
    section = next(
        s for s in page_of(large_report()).iter("section") if s.get("id") == "journeys"
    )
    ordinals = [e for e in section.iter("span") if e.get("class") == "ordinal"]
    cells = [e for e in section.iter("td") if e.find("span[@class='line']") is not None]
    marks = [e for e in section.iter("span") if e.get("role") == "img"]
    assert len(ordinals) == 2 * STAGES
    assert len(marks) == 2 * TOUCHPOINTS
    assert len(cells) > len(marks)


@pytest.mark.parametrize("kind", [Outcome.NOT_MET, Outcome.MET, Outcome.NOT_ASSESSED])
def test_a_reason_that_is_cut_says_so_and_where_it_is_whole(kind: Outcome) -> None:
    long = finding(outcome=kind, waiver=AppliedWaiver("w " * 900, "x", None))
    page = text_of(page_of(report_of([replace(long, reason="because " * 900)])))
    assert "… (cut short here; the JSON result has it whole)" in page
    assert page.count("because") < 60
    assert page.count("w w") < 200


def test_a_white_spot_is_seen() -> None:
    stages = [{"id": "a", "name": "Hears of us"}, {"id": "b", "touchpoints": []}]
    value = {"organisation": {"name": "O"}, "journeys": [{"id": "j", "stages": stages}]}
    report = replace(empty_report(), profile=load_profile_value(value).profile)
    blank = [
        text_of(e) for e in page_of(report).iter("td") if e.get("class") == "blank"
    ]
    assert "No owner named" in blank
    assert "No touchpoint is described" in blank
    assert "The profile says: no touchpoint" in blank
    assert "Not known" in blank


def test_a_waiver_is_told_with_the_score_both_ways() -> None:
    report = full_report()
    text = text_of(page_of(report))
    assert f"counted as met it would be {report.score.with_waivers:.1f}" in text
    assert "does not count: it lapsed on 2026-01-01" in text
    accepted = [f for f in report.findings if f.waiver and f.waiver.counts]
    assert all(f.outcome is Outcome.NOT_MET for f in accepted)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("1a2129", "ffffff"),
        ("55606b", "ffffff"),
        ("55606b", "f3f6f9"),
        ("1f4e79", "ffffff"),
        ("1f4e79", "f3f6f9"),
        ("ffffff", "1f4e79"),
        ("1a2129", "dbe7f3"),
        ("a3262a", "ffffff"),
        ("a3262a", "fbeaea"),
        ("7a4f00", "fdf1dc"),
        ("55606b", "dfe5ea"),
    ],
)
def test_every_text_has_the_contrast_that_wcag_asks_for(ink: str, ground: str) -> None:
    light, dark = sorted((luminance(ink), luminance(ground)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [
        p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
