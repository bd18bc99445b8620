"""Results of others are read as what they are: files that may hold anything."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given

from auditor.errors import InputError
from auditor.renderers.json import JsonRenderer
from auditor.renderers.result import ResultDocument
from auditor.renderers.result.edition import edition_of, read_edition
from auditor.version import __version__
from tests.findings import many
from tests.renderers.reports import full_report, report_of

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.finding import Finding


def written() -> Any:
    document = json.loads(JsonRenderer().render(full_report()))
    document["tool"]["version"] = __version__
    return document


def refused(document: object, folder: Path) -> str:
    path = folder / "result.json"
    path.write_text(json.dumps(document))
    with pytest.raises(InputError) as error:
        read_edition(path)
    return str(error.value)


@given(many())
def test_a_result_scored_again_gives_the_score_that_it_states(
    findings: list[Finding],
) -> None:
    report = report_of(findings)
    edition = edition_of(ResultDocument.of(report))
    assert edition.score.level == report.score.level
    assert edition.score.gates == report.score.gates
    if report.score.total is not None:
        assert edition.score.total == pytest.approx(report.score.total, abs=1e-4)


def test_a_result_is_read_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(json.dumps(written()))
    edition = read_edition(path)
    assert edition.source == str(path)
    assert str(edition.makers["JC001"]) == "journeys 1.0"
    assert edition.tables == {"answers": "cd" * 32}
    assert edition.figures["nps-use"] == ("answers", 31.25, 1197)


def test_a_score_that_does_not_follow_from_the_findings_is_refused(
    tmp_path: Path,
) -> None:
    document = written()
    document["score"]["total"] = 99.0
    told = refused(document, tmp_path)
    assert "Its score is 99.0000, but its findings give" in told
    assert "changed after the audit" in told


def test_another_version_may_have_scored_otherwise(tmp_path: Path) -> None:
    document = written()
    document["score"]["total"] = 99.0
    document["tool"]["version"] = "0.0.1"
    path = tmp_path / "result.json"
    path.write_text(json.dumps(document))
    assert read_edition(path).stated == 99.0


def _many(document: Any) -> None:
    one = document["findings"][0]
    document["findings"] = [one | {"check": f"XX{n}"} for n in range(1_001)]


def _twice(document: Any) -> None:
    document["findings"] += document["findings"][:1]


def _heavy(document: Any) -> None:
    document["areas"][0]["weight"] = 1e300


def _weightless(document: Any) -> None:
    del document["rubric"]["severity_weights"]["low"]


def _negative(document: Any) -> None:
    document["rubric"]["severity_weights"]["low"] = -1


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (_many, "1,001 findings"),
        (_twice, "two findings of one check"),
        (_heavy, "A weight is negative, or above"),
        (_weightless, "no weight to the severity low"),
        (_negative, "A weight is negative, or above"),
    ],
)
def test_what_the_scorer_could_not_bear_is_refused(
    spoil: Any,
    told: str,
    tmp_path: Path,
) -> None:
    document = written()
    spoil(document)
    assert told in refused(document, tmp_path)
