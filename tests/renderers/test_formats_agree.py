"""One audit, every format: the same score, the same counts, the same ids."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import TYPE_CHECKING, Any

import docx
import openpyxl
import pptx
import pytest
from junitparser import JUnitXml
from pypdf import PdfReader

from auditor.finding import SCORED, Outcome
from auditor.renderers import built_in
from auditor.renderers.order import OUTCOMES, accepted, count_outcomes
from tests.renderers.samples import ROOT, SAMPLES, audited

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor.report import Report

ID = re.compile(r"\b[A-Z]{2}[0-9]{3}\b")
WORDS = {str(words): outcome for outcome, words in OUTCOMES.items()}


@dataclass(frozen=True)
class Told:
    """What a document tells of an audit, read back by a reader of its format."""

    score: str
    """The total with one decimal."""
    checks: frozenset[str]
    """The ids that it names."""
    outcomes: dict[Outcome, int] | None = None
    """How many findings came out how; of those named, where it counts them."""


def shown(value: float | None) -> str:
    return "unknown" if value is None else f"{value:.1f}"


def counts(outcomes: dict[str, int]) -> dict[Outcome, int]:
    return {outcome: outcomes.get(str(outcome), 0) for outcome in Outcome}


def of_json(content: bytes) -> Told:
    result = json.loads(content)
    checks = frozenset(finding["check"] for finding in result["findings"])
    return Told(shown(result["score"]["total"]), checks, counts(result["outcomes"]))


def of_csv(content: bytes) -> Told:
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))
    outcomes = counts(Counter(row["outcome"] for row in rows))
    scored = sum(outcomes[outcome] for outcome in SCORED)
    lost = sum(float(row["points_lost"]) for row in rows)
    score = shown(100 - lost if scored else None)
    return Told(score, frozenset(row["check"] for row in rows), outcomes)


def of_xlsx(content: bytes) -> Told:
    book = openpyxl.load_workbook(BytesIO(content))
    facts = dict(book["Summary"].iter_rows(min_row=2, values_only=True))
    score = facts["Score of 100"]
    rows = list(book["Findings"].iter_rows(min_row=2, values_only=True))
    outcomes = {o: facts[f"Findings: {words}"] for o, words in OUTCOMES.items()}
    told = "unknown" if score == "unknown" else f"{score:.1f}"
    return Told(told, frozenset(row[0] for row in rows), outcomes)


def of_docx(content: bytes) -> Told:
    document = docx.Document(BytesIO(content))
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in document.tables
    ]
    lines = [paragraph.text for paragraph in document.paragraphs]
    cells = [cell for table in tables for row in table for cell in row]
    named = frozenset(ID.findall("\n".join((*lines, *cells))))
    (total,) = [row for table in tables for row in table if row[0] == "In all"]
    (head, *areas) = next(t for t in tables if "Partly met" in t[0])
    outcomes = dict.fromkeys(Outcome, 0)
    for row in areas:
        for name, number in zip(head[1:], row[1:], strict=True):
            words = "error" if name == "Check failed" else name.lower()
            outcomes[WORDS[words]] += int(number)
    return Told(total[1], named, outcomes)


def of_pptx(content: bytes) -> Told:
    texts = []
    for slide in pptx.Presentation(BytesIO(content)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                texts.append(shape.text_frame.text)
            if shape.has_table:
                texts += [c.text for row in shape.table.rows for c in row.cells]
    told = "\n".join(texts)
    score = re.search(r"^Score: (\S+)", told, re.MULTILINE)
    assert score
    return Told(score[1], frozenset(ID.findall(told)))


def of_sarif(content: bytes) -> Told:
    (run,) = json.loads(content)["runs"]
    told = run["properties"]
    open_ = sum(told["outcomes"][outcome] for outcome in ("partly_met", "not_met"))
    assert len(run["results"]) == open_ - len(told["accepted"])
    rules = frozenset(rule["id"] for rule in run["tool"]["driver"]["rules"])
    return Told(shown(told["score"]), rules, counts(told["outcomes"]))


def of_junit(content: bytes) -> Told:
    suites = list(JUnitXml.fromstring(content))
    cases = [case for suite in suites for case in suite]
    outcomes = dict.fromkeys(Outcome, 0)
    for case in cases:
        words = "".join(told.message.partition(":")[0] for told in case.result) or "met"
        outcomes[WORDS[words if words != "accepted" else "not met"]] += 1
    score = {p.value for s in suites for p in s.properties() if p.name == "score.total"}
    checks = frozenset(case.name.split()[0] for case in cases)
    return Told(score.pop(), checks, outcomes)


def of_oscal(content: bytes) -> Told:
    (result,) = json.loads(content)["assessment-results"]["results"]
    told = {prop["name"]: prop["value"] for prop in result["props"]}
    outcomes = {o: int(told[f"outcome-{o.replace('_', '-')}"]) for o in Outcome}
    states = Counter(
        finding["target"]["status"]["state"] for finding in result.get("findings", [])
    )
    open_ = outcomes[Outcome.PARTLY_MET] + outcomes[Outcome.NOT_MET]
    assert states["satisfied"] == outcomes[Outcome.MET]
    assert states["not-satisfied"] == len(result.get("risks", [])) == open_
    checks = frozenset(each["title"].split()[0] for each in result["observations"])
    score = told.get("score")
    return Told(shown(None if score is None else float(score)), checks, outcomes)


def of_words(content: bytes) -> Told:
    text = content.decode()
    found = re.search(r"Score(?: of 100 \| \*\*|\s+)(\S+?)(?:\*\*| of 100|\n)", text)
    assert found
    return Told(found[1], frozenset(ID.findall(text)))


def of_html(content: bytes) -> Told:
    text = content.decode()
    found = re.search('"name">Score</p><p class="value">([^<]+)<', text)
    assert found
    return Told(found[1], frozenset(re.findall('id="check-([^"]+)"', text)))


READERS: dict[str, Callable[[bytes], Told]] = {
    "json": of_json,
    "csv": of_csv,
    "xlsx": of_xlsx,
    "docx": of_docx,
    "pptx": of_pptx,
    "sarif": of_sarif,
    "junit": of_junit,
    "oscal": of_oscal,
    "markdown": of_words,
    "text": of_words,
    "html": of_html,
}
PARTIAL = {"pptx", "text"}
"""What shows the most important findings alone."""


def test_every_format_is_read_here() -> None:
    assert set(READERS) | {"pdf"} == set(built_in())


@pytest.mark.parametrize("format_", READERS)
@pytest.mark.parametrize("name", SAMPLES)
def test_score_counts_and_ids_agree(name: str, format_: str) -> None:
    report = audited(name)
    told = READERS[format_](built_in()[format_].render(report))
    assert told.score == shown(report.score.total)
    every = frozenset(finding.check for finding in report.findings)
    assert told.checks <= every
    if format_ not in PARTIAL:
        assert told.checks == every
    if told.outcomes is not None:
        assert told.outcomes == expected_outcomes(report, format_)


def expected_outcomes(report: Report, format_: str) -> dict[Outcome, int]:
    """Return the counts; JUnit calls an accepted finding that, whatever it was."""
    outcomes = count_outcomes(report.findings)
    if format_ == "junit":
        for finding in report.findings:
            if finding.open and accepted(finding):
                outcomes[finding.outcome] -= 1
                outcomes[Outcome.NOT_MET] += 1
    return outcomes


@pytest.mark.parametrize("name", SAMPLES)
def test_the_pdf_beside_a_sample_agrees_too(name: str) -> None:
    path = ROOT / "sample_audits" / name
    beside = path.parent / "report.pdf"
    pdf = beside if beside.exists() else path.with_name(f"{path.stem}.report.pdf")
    words = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    report = audited(name)
    assert {f.check for f in report.findings} <= set(ID.findall(words))
    assert shown(report.score.total) in words.replace("Unknown", "unknown")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_roadmap_has_one_order(name: str) -> None:
    report = audited(name)
    steps = [
        (step.rank, step.check, shown(step.score_after)) for step in report.roadmap
    ]
    assert roadmap_in_xlsx(report) == steps
    assert roadmap_in_oscal(report) == [step[:2] for step in steps]
    assert roadmap_in_pptx(report) == [step[:2] for step in steps[:6]]


def roadmap_in_xlsx(report: Report) -> list[tuple[int, str, str]]:
    book = openpyxl.load_workbook(BytesIO(built_in()["xlsx"].render(report)))
    rows = book["Roadmap"].iter_rows(min_row=2, values_only=True)
    return [(row[0], row[1], shown(row[8])) for row in rows if row[0] is not None]


def roadmap_in_oscal(report: Report) -> list[tuple[int, str]]:
    document: Any = json.loads(built_in()["oscal"].render(report))
    (result,) = document["assessment-results"]["results"]
    found = []
    for risk in result.get("risks", []):
        props = {prop["name"]: prop["value"] for prop in risk["props"]}
        (response,) = risk["remediations"]
        if "step" in props:
            found.append((int(props["step"]), response["title"].split()[-1]))
    return sorted(found)


def roadmap_in_pptx(report: Report) -> list[tuple[int, str]]:
    slides = pptx.Presentation(BytesIO(built_in()["pptx"].render(report))).slides
    tables = [shape.table for shape in slides[-1].shapes if shape.has_table]
    rows = [[c.text for c in row.cells] for table in tables for row in table.rows]
    return [(int(row[0]), ID.findall(row[1])[-1]) for row in rows[1:]]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_areas_have_one_score(name: str) -> None:
    report = audited(name)
    book = openpyxl.load_workbook(BytesIO(built_in()["xlsx"].render(report)))
    rows = book["Areas"].iter_rows(min_row=2, values_only=True)
    scores = {area.title: shown(area.score) for area in report.areas}
    assert {row[0]: shown(row[2]) for row in rows} == scores
    (run,) = json.loads(built_in()["sarif"].render(report))["runs"]
    areas = {area.id: shown(area.score) for area in report.areas}
    told = {id_: shown(score) for id_, score in run["properties"]["areas"].items()}
    assert told == areas
