"""JUnit XML: as Jenkins publishes it, and read by a reader of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree

from auditor.renderers import built_in
from tests.renderers.reports import (
    HOSTILE,
    empty_report,
    evidenced_report,
    full_report,
    saying,
)
from tests.renderers.samples import SAMPLES, audited

if TYPE_CHECKING:
    from auditor.report import Report

SCHEMA = Path(__file__).parent / "schemas" / "junit-10.xsd"
KINDS = {
    "JC001": Failure,  # partly met, with a waiver that lapsed
    "JC002": None,
    "JC003": Skipped,
    "JC004": Skipped,
    "JC005": Error,
    "LO001": Failure,
    "ME001": Failure,
    "ME002": Skipped,  # accepted
}


@cache
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMA))


def written(report: Report) -> bytes:
    content = built_in()["junit"].render(report)
    schema().assertValid(etree.fromstring(content))
    return content


@pytest.mark.parametrize(
    "report",
    [
        full_report(),
        full_report(HOSTILE),
        saying("a\x00b\ud800\ufffe ]]> <!-- &x;"),
        saying(""),
        evidenced_report(),
        empty_report(),
        *map(audited, SAMPLES),
    ],
)
def test_every_file_is_as_published_and_counts_its_cases(report: Report) -> None:
    every = JUnitXml.fromstring(written(report))
    cases = [case for suite in every for case in suite]
    assert every.tests == len(cases) == len(report.findings)
    for suite in every:
        results = [kind for case in suite for kind in case.result]
        assert suite.tests == len(list(suite))
        assert suite.failures == sum(isinstance(each, Failure) for each in results)
        assert suite.skipped == sum(isinstance(each, Skipped) for each in results)
        assert suite.errors == sum(isinstance(each, Error) for each in results)
    assert every.failures == sum(suite.failures for suite in every)
    assert every.errors == sum(suite.errors for suite in every)


def test_what_is_open_fails_and_what_is_unknown_is_skipped() -> None:
    suites = JUnitXml.fromstring(written(full_report()))
    cases = {case.name.split()[0]: case.result for suite in suites for case in suite}
    found = {name: type(each[0]) if each else None for name, each in cases.items()}
    assert found == KINDS
    assert cases["ME002"][0].message.startswith("accepted: ME002")


def test_a_failure_says_why_where_and_what_to_do() -> None:
    report = audited("northlight_broadband/profile.yaml")
    suites = JUnitXml.fromstring(written(report))
    cases = {case.name.split()[0]: case.result for suite in suites for case in suite}
    (failure,) = cases["DP009"]
    (finding,) = [each for each in report.findings if each.check == "DP009"]
    assert failure.type == "critical"
    assert finding.reason in failure.text
    assert f"What to do: {finding.advice}" in failure.text
    assert "At profile.yaml:" in failure.text
