"""What a rubric sets otherwise is explained where people read it, in its own words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any

import pytest

from auditor import engine
from auditor.plugin.collection import Plugins
from auditor.profile.reading import load_profile_value
from auditor.renderers.docx import DocxRenderer
from auditor.renderers.html import HtmlRenderer
from auditor.renderers.json import JsonRenderer
from auditor.renderers.markdown import MarkdownRenderer
from auditor.rubric import LONGEST_REASON, Rubric
from auditor.rubric_file import rubric_called
from auditor.translation.catalogues import language_of
from tests.renderers.office import parts_of
from tests.renderers.reports import AS_OF, HOSTILE, evidenced_report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from auditor.report import Report

PLUGINS = Plugins.load()
PROFILE = {"organisation": {"name": "Harbour Bank"}, "principles": []}
RUBRIC: dict[str, Any] = {
    "name": "Ferries",
    "version": "1",
    "areas": {"feedback_loop": {"weight": 30}, "metric_balance": {"weight": 15}},
    "checks": {"DP001": {"severity": "low", "parameters": {"most": 6}}},
    "limits": {"contact_hours": 24},
    "ignore": ["CU002", "MB016"],
    "reasons": {
        "areas": {"source": "bain-nps"},
        "checks.DP001.severity": {"source": "ours", "because": "Crews know theirs."},
        "checks.DP001.parameters": {"source": "harbour", "because": "A watch has 6"},
        "ignore": {"source": "ours", "because": "There is one ferry."},
    },
    "works": {"harbour": {"author": "Harbour Board", "title": "Rules of the quay"}},
}


def report_under(folder: Path, **otherwise: object) -> Report:
    """Return an audit of a profile without principles, by a rubric of one's own."""
    path = folder / "ferries.json"
    path.write_text(json.dumps(RUBRIC | otherwise), "utf-8")
    rubric = rubric_called(path, (), PLUGINS.areas)
    loaded = load_profile_value(PROFILE)
    return engine.audit(loaded, PLUGINS, as_of=AS_OF, rubric=rubric)


def page(report: Report) -> str:
    return HtmlRenderer().render(report).decode()


def words(page: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", page)))


def markdown(report: Report) -> str:
    return MarkdownRenderer().render(report).decode()


def departures(report: Report) -> list[dict[str, Any]]:
    result = json.loads(JsonRenderer().render(report))
    found: list[dict[str, Any]] = result["rubric"].get("departures", [])
    return found


def test_a_page_shows_each_departure_with_its_reason_and_its_work(
    tmp_path: Path,
) -> None:
    told = words(page(report_under(tmp_path)).partition('id="departures"')[2])
    for shown in (
        "Low Crews know theirs. (The rubric's own judgement)",
        "6 A watch has 6. ( Harbour Board )",
        "MB016, CU002, whether it is judged yes no There is one ferry.",
        "weight in the total 25 30 ( Bain & Company )",
    ):
        assert shown in told, shown


def test_a_finding_says_what_the_rubric_sets_otherwise_for_it(tmp_path: Path) -> None:
    report = report_under(tmp_path)
    article = page(report).partition('id="check-DP001"')[2].partition("</article>")[0]
    assert "Severity: Low; usually High. Crews know theirs." in words(article)
    told = markdown(report).partition("### DP001")[2].partition("###")[0]
    assert "- This rubric: Severity: Low; usually High. Crews know theirs." in told
    assert "A watch has 6. (Harbour Board)" in told


def test_works_that_a_rubric_names_are_among_the_sources(tmp_path: Path) -> None:
    report = report_under(tmp_path)
    listed = words(page(report).partition('id="sources"')[2])
    assert re.search(
        r"Harbour Board\. Rules of the quay Known, not read the rubric", listed
    )
    sources = markdown(report).partition("## Sources")[2]
    assert "Harbour Board, *Rules of the quay*. (known, not read)" in sources


def test_markdown_and_docx_tell_the_same(tmp_path: Path) -> None:
    report = report_under(tmp_path)
    text = words(parts_of(DocxRenderer().render(report))["word/document.xml"].decode())
    method = markdown(report).partition("### What this rubric sets otherwise")[2]
    for shown in ("Crews know theirs.", "A watch has 6.", "There is one ferry."):
        assert shown in text
        assert shown in method


def test_json_has_every_departure_with_the_whole_reason(tmp_path: Path) -> None:
    told = {each["key"]: each for each in departures(report_under(tmp_path))}
    most = told["checks.DP001.parameters.most"]
    assert (most["value"], most["source"]) == (6, "harbour")
    assert most["work"]["author"] == "Harbour Board"
    assert told["limits.contact_hours"]["because"] is None
    assert told["select.CU002"]["value"] is False


def test_what_is_set_without_a_reason_says_so(tmp_path: Path) -> None:
    report = report_under(tmp_path, reasons=None, works=None)
    told = words(page(report).partition('id="departures"')[2])
    assert "The rubric does not say why." in told
    assert "whether it is judged" not in told


def test_limits_are_explained_only_where_they_applied(tmp_path: Path) -> None:
    report = report_under(tmp_path)
    assert "contact_hours" not in page(report)
    measured = replace(report, evidence=evidenced_report().evidence)
    assert "contact_hours" in page(measured).partition('id="departures"')[2]


def test_the_usual_rubric_departs_from_nothing() -> None:
    loaded = load_profile_value(PROFILE)
    report = engine.audit(loaded, PLUGINS, as_of=AS_OF)
    assert report.departures == ()
    assert departures(report) == []
    assert "sets otherwise" not in page(report) + markdown(report)


def test_another_sentence_makes_no_other_rubric(tmp_path: Path) -> None:
    one = report_under(tmp_path).rubric
    other = report_under(tmp_path, reasons=None).rubric
    assert one.reasons
    assert not other.reasons
    assert one.digest() == other.digest()
    assert Rubric.built_in(PLUGINS.areas).digest() != one.digest()


def hostile(values: Iterable[str]) -> dict[str, Any]:
    return {"checks": dict(zip(("source", "because"), values, strict=True))}


def test_a_reason_is_text_and_nothing_else_on_every_page(tmp_path: Path) -> None:
    because = "".join(c for c in HOSTILE if c.isprintable())
    work = {"author": because, "title": because, "address": "javascript:alert(1)"}
    report = report_under(
        tmp_path, reasons=hostile(("harbour", because)), works={"harbour": work}
    )
    html = page(report)
    assert "<script" not in html.partition("<body")[2]
    assert "<img" not in html.partition("<body")[2]
    assert 'href="javascript:' not in html
    method = markdown(report).partition("### What this rubric sets otherwise")[2]
    assert not re.search(r"(?<!\\)<script|(?<!\\)\[click", method)
    assert "{{ 7*7 }}" in html


def test_a_long_reason_is_cut_for_people_and_whole_for_programs(
    tmp_path: Path,
) -> None:
    long = "So it is, " * 400
    report = report_under(tmp_path, reasons=hostile(("ours", long)))
    told = words(page(report).partition('id="departures"')[2].partition("<h3")[0])
    assert len(told) < 6 * LONGEST_REASON
    assert "the JSON result has it whole" in told
    assert max(len(each["because"] or "") for each in departures(report)) > 3_000


@pytest.mark.parametrize("tag", ["de", "fr"])
def test_reasons_stay_in_the_words_of_their_rubric(tmp_path: Path, tag: str) -> None:
    language = language_of(tag, ["auditor", "auditor_report"])
    # Only where something is measured is a limit told, which has no reason here.
    evidence = evidenced_report().evidence
    report = replace(report_under(tmp_path), evidence=evidence, language=language)
    told = words(page(report))
    assert "Crews know theirs." in told
    assert "The rubric does not say why." not in told
