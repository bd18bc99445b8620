"""SARIF: as published, at the line of the profile, and nothing but what is open."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from auditor.errors import Position
from auditor.finding import Place
from auditor.renderers import built_in
from auditor.renderers.order import accepted
from auditor.renderers.sarif.text import message
from tests.renderers.reports import (
    HOSTILE,
    empty_report,
    evidenced_report,
    full_report,
    saying,
)
from tests.renderers.samples import SAMPLES, audited

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"
LEVELS = {"critical": "error", "high": "error", "medium": "warning", "low": "note"}


@cache
def validator() -> Draft4Validator:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    return Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER)


def run_of(report: Any) -> Any:
    log = json.loads(built_in()["sarif"].render(report))
    validator().validate(log)
    (run,) = log["runs"]
    return run


@pytest.mark.parametrize(
    "report",
    [
        full_report(),
        full_report(HOSTILE),
        saying("\ud800\x00\ufffe"),
        saying(""),
        evidenced_report(),
        empty_report(),
    ],
)
def test_every_log_is_as_published(report: Any) -> None:
    assert run_of(report)["tool"]["driver"]["name"] == "cxaudit"


@pytest.mark.parametrize("name", SAMPLES)
def test_results_are_the_open_findings_at_their_places(name: str) -> None:
    report = audited(name)
    run = run_of(report)
    open_ = {f.check: f for f in report.findings if f.open and not accepted(f)}
    assert {result["ruleId"] for result in run["results"]} == set(open_)
    for result in run["results"]:
        finding = open_[result["ruleId"]]
        rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
        assert rule["id"] == finding.check
        assert result["level"] == LEVELS[finding.severity]
        placed = [p.position for p in finding.where if p.position]
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        expected = (placed[0].line, placed[0].column) if placed else (1, 1)
        assert (region["startLine"], region["startColumn"]) == expected


@pytest.mark.parametrize("name", SAMPLES)
def test_every_rule_explains_itself(name: str) -> None:
    rules = run_of(audited(name))["tool"]["driver"]["rules"]
    assert len(rules) == len(audited(name).checks)
    for rule in rules:
        for part in ("shortDescription", "fullDescription", "help"):
            assert rule[part]["text"]
        assert "**What to do.**" in rule["help"]["markdown"]
        assert rule["name"].isidentifier()


@pytest.mark.parametrize(
    ("source", "file", "address"),
    [
        ("profile.yaml", "profile.yaml", "profile.yaml"),
        ("cx/profile.yaml", "cx/profile.yaml", "cx/profile.yaml"),
        ("client", "client/a b/météo#1.yaml", "client/a%20b/m%C3%A9t%C3%A9o%231.yaml"),
        ("/home/acme/profile.yaml", "/home/acme/profile.yaml", "profile.yaml"),
        ("/home/acme/client", "/home/acme/client/x/y.yaml", "client/x/y.yaml"),
        ("../client/p.yaml", "../client/p.yaml", "p.yaml"),
        ("p.yaml", "c:x.yaml", "c%3Ax.yaml"),
    ],
)
def test_addresses_are_relative_and_tell_of_no_folder_above(
    source: str, file: str, address: str
) -> None:
    report = full_report()
    place = Place("/metrics/0", "here", Position(file, 3, 5))
    findings = [replace(finding, where=(place,)) for finding in report.findings]
    subject = replace(report.subject, source=source)
    changed = replace(report, findings=tuple(findings), subject=subject, notices=())
    for result in run_of(changed)["results"]:
        physical = result["locations"][0]["physicalLocation"]
        assert physical["artifactLocation"]["uri"] == address
        assert physical["artifactLocation"]["uriBaseId"] == "%SRCROOT%"


def test_a_finding_keeps_its_fingerprint_when_lines_move() -> None:
    report = audited("northlight_broadband/profile.yaml")
    moved = [
        replace(f, where=f.where[1:], reason="Otherwise.", points_lost=1.0)
        for f in report.findings
    ]
    before, after = run_of(report), run_of(replace(report, findings=tuple(moved)))

    def prints(run: Any) -> dict[str, Any]:
        return {r["ruleId"]: r["partialFingerprints"] for r in run["results"]}

    assert prints(before) == prints(after)
    names = [
        fingerprint["cxauditCriterion/v1"] for fingerprint in prints(before).values()
    ]
    assert len(set(names)) == len(names)


def test_an_accepted_finding_is_no_result_and_is_named() -> None:
    report = full_report()
    run = run_of(report)
    named = {f.check for f in report.findings if f.open and accepted(f)}
    assert set(run["properties"]["accepted"]) == named != set()
    assert not named & {result["ruleId"] for result in run["results"]}


def test_what_failed_is_told_and_the_run_is_no_success() -> None:
    (invocation,) = run_of(full_report())["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [
        each["message"]["text"] for each in invocation["toolExecutionNotifications"]
    ]
    assert any("The plugin broken could not be used" in text for text in told)
    assert any("The check JC005 failed" in text for text in told)
    (complete,) = run_of(empty_report())["invocations"]
    assert complete == {"executionSuccessful": True}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("see [here](javascript:x)", "see \\[here](javascript:x)"),
        ("an [aside] (and so on)", "an [aside] (and so on)"),
        ("{0} of {name}", "{{0} of {name}"),
        ("two\nlines\x1b[31m", "two lines"),
    ],
)
def test_a_text_makes_no_link_and_asks_for_no_argument(text: str, told: str) -> None:
    assert message(text) == told
