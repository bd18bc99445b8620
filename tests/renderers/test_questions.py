"""The questions that an audit is there to answer, on the page for the board."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from auditor.finding import Finding, Outcome, Question
from auditor.plugin.collection import Plugins
from auditor.renderers import built_in
from auditor.renderers.view.questions import questions
from tests.renderers.reports import full_report

if TYPE_CHECKING:
    from auditor.report import Report

SPEAKING = Plugins.load().checks["JC004"]
SERVICE = "Is service taken for experience?"


def asked(*outcomes: Outcome) -> dict[str, Any]:
    """Return the entry on service, where criteria that speak to it end like this."""
    report = full_report("text")
    template = report.findings[0]
    findings: list[Finding] = [
        replace(template, check=f"XX{n:03}", outcome=outcome, contradicted=False)
        for n, outcome in enumerate(outcomes)
    ]
    checks = {
        finding.check: replace(SPEAKING, id=finding.check) for finding in findings
    }
    return answers(replace(report, findings=tuple(findings), checks=checks))[SERVICE]


def answers(report: Report) -> dict[str, dict[str, Any]]:
    return {str(entry["text"]): entry for entry in questions(report)}


@pytest.mark.parametrize(
    ("outcomes", "answer"),
    [
        ([Outcome.MET, Outcome.MET], "No"),
        ([Outcome.MET, Outcome.MET, Outcome.NOT_MET], "In part"),
        ([Outcome.MET, Outcome.PARTLY_MET], "In part"),
        ([Outcome.MET, Outcome.NOT_MET], "Yes"),
        ([Outcome.NOT_MET, Outcome.NOT_ASSESSED], "Yes"),
        ([Outcome.MET, Outcome.NOT_ASSESSED, Outcome.NOT_ASSESSED], "Not known"),
        ([Outcome.NOT_MET, Outcome.NOT_APPLICABLE, Outcome.NOT_APPLICABLE], "Yes"),
    ],
)
def test_the_answer_follows_from_the_criteria(
    outcomes: list[Outcome], answer: str
) -> None:
    assert asked(*outcomes)["answer"] == answer


def test_the_answer_names_what_it_rests_on_worst_first() -> None:
    entry = asked(Outcome.PARTLY_MET, Outcome.MET, Outcome.NOT_MET)
    named = [finding["check"] for finding in entry["findings"]]
    assert named == ["XX002", "XX000"]


def test_a_question_to_which_nothing_speaks_is_not_asked() -> None:
    report = replace(full_report("text"), checks={})
    assert list(answers(report)) == ["Do records contradict what is said?"]


def test_the_criteria_that_speak_to_a_question_are_marked_as_such() -> None:
    assert SPEAKING.speaks_to is Question.SERVICE_FOR_EXPERIENCE
    marked = {c.speaks_to for c in Plugins.load().checks.values()}
    assert set(Question) <= marked


def test_a_contradiction_is_counted_and_named() -> None:
    report = full_report("text")
    refuted = replace(report.findings[0], contradicted=True)
    entry = answers(replace(report, findings=(refuted, *report.findings[1:])))
    claims = entry["Do records contradict what is said?"]
    assert claims["answer"] == "Yes"
    link = {"check": refuted.check, "anchor": f"check-{refuted.check}"}
    assert link in claims["findings"]


@pytest.mark.parametrize("text", ["text", "a longer text " * 40])
def test_the_board_has_one_page_however_long_the_words(text: str) -> None:
    pages = PdfReader(BytesIO(built_in()["pdf"].render(full_report(text)))).pages
    starts = [
        n for n, page in enumerate(pages) if "For the board" in page.extract_text()
    ]
    assert "Contents" in pages[min(starts) + 1].extract_text()
