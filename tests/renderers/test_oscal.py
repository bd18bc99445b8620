"""OSCAL assessment results: as NIST publishes them, and every reference leads on."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from jsonschema import Draft7Validator

from auditor.finding import Outcome
from auditor.renderers import built_in
from auditor.renderers.oscal import OSCAL_VERSION
from tests.renderers.reports import (
    HOSTILE,
    empty_report,
    evidenced_report,
    full_report,
    saying,
)
from tests.renderers.samples import SAMPLES, audited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.report import Report

SCHEMA = Path(__file__).parent / "schemas" / "oscal-1.2.3-assessment-results.json"
REPORTS = [
    full_report(),
    full_report(HOSTILE),
    saying("\ud800\x00\ufffe"),
    saying(" "),
    evidenced_report(),
    empty_report(),
    *map(audited, SAMPLES),
]


@cache
def validator() -> Draft7Validator:
    # Python's expressions have no names for what Unicode calls letters and numbers.
    text = SCHEMA.read_text("utf-8")
    text = text.replace(r"\\p{L}", r"[^\\W\\d_]").replace(r"\\p{N}", r"\\d")
    check = Draft7Validator.FORMAT_CHECKER
    return Draft7Validator(json.loads(text), format_checker=check)


def document_of(report: Report) -> Any:
    document = json.loads(built_in()["oscal"].render(report))
    validator().validate(document)
    return document["assessment-results"]


def result_of(report: Report) -> Any:
    (result,) = document_of(report)["results"]
    return result


def values(node: object, key: str) -> Iterator[Any]:
    """Yield every value under a key, however deep."""
    for name, part in node.items() if isinstance(node, dict) else ():
        if name == key:
            yield part
        yield from values(part, key)
    for part in node if isinstance(node, list) else ():
        yield from values(part, key)


@pytest.mark.parametrize("report", REPORTS)
def test_every_document_is_as_published(report: Report) -> None:
    metadata = document_of(report)["metadata"]
    assert metadata["oscal-version"] == OSCAL_VERSION
    assert OSCAL_VERSION in SCHEMA.name


@pytest.mark.parametrize("report", REPORTS)
def test_every_uuid_is_one_things_and_every_reference_leads_on(report: Report) -> None:
    document = document_of(report)
    ids = list(values(document, "uuid"))
    assert len(set(ids)) == len(ids)
    assert {UUID(id_).version for id_ in ids} == {5}
    for key in ("observation-uuid", "risk-uuid"):
        assert set(values(document, key)) <= set(ids)
    assert document["import-ap"]["href"].removeprefix("#") in ids


@pytest.mark.parametrize("report", REPORTS)
def test_only_what_is_met_is_satisfied_and_what_is_unknown_is_no_finding(
    report: Report,
) -> None:
    result = result_of(report)
    states = {
        finding["target"]["target-id"]: finding["target"]["status"]["state"]
        for finding in result.get("findings", [])
    }
    assert states == {
        finding.check: "satisfied"
        if finding.outcome is Outcome.MET
        else "not-satisfied"
        for finding in report.findings
        if finding.scored
    }
    assert len(result.get("observations", [])) == len(report.findings)


def test_a_finding_keeps_its_name_and_the_document_gets_another() -> None:
    report = full_report()
    later = replace(report, as_of=date(2027, 11, 21))

    def names(document: Any) -> list[str]:
        return [finding["uuid"] for finding in document["results"][0]["findings"]]

    one, other = document_of(report), document_of(later)
    assert names(one) == names(other)
    assert one["uuid"] != other["uuid"]
    assert one["results"][0]["uuid"] != other["results"][0]["uuid"]


def test_an_accepted_finding_is_an_approved_deviation_with_its_day() -> None:
    risks = {risk["status"]: risk for risk in result_of(full_report())["risks"]}
    assert set(risks) == {"open", "deviation-approved"}
    approved = risks["deviation-approved"]
    assert approved["deadline"] == "2027-03-31T00:00:00Z"
    assert re.match("Accepted by", approved["risk-log"]["entries"][0]["description"])


def test_the_score_and_its_range_are_properties() -> None:
    report = audited("northlight_broadband/profile.yaml")
    props = {prop["name"]: prop["value"] for prop in result_of(report)["props"]}
    assert float(props["score"]) == pytest.approx(report.score.total)
    assert float(props["score-low"]) == pytest.approx(report.score.low)
    assert float(props["assurance"]) == pytest.approx(report.score.assurance)
    assert props["level"] == str(report.score.level)
