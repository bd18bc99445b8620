from __future__ import annotations

import json
from dataclasses import replace
from math import fsum, inf, nan
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from auditor.errors import InputError, RenderError
from auditor.evidence import Evidence, MeasuredTable
from auditor.renderers.json import JsonRenderer
from auditor.renderers.result import ResultDocument, read_result, result_schema
from tests.findings import many
from tests.renderers.reports import (
    HOSTILE,
    NPS,
    TABLE,
    empty_report,
    evidenced_report,
    full_report,
    report_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.finding import Finding
    from auditor.report import Report

PROMISED = {
    "": (
        "result_version tool rubric as_of profile evidence unread measures claims "
        "uncomputed unlisted score areas outcomes findings roadmap notices incomplete"
    ),
    "tool": "name version plugins",
    "tool.plugins": "name version checks failure",
    "rubric": "name version sha256 severity_weights limits first_response",
    "rubric.severity_weights": "critical high medium low",
    "rubric.first_response": "chat social email",
    **dict.fromkeys(
        (f"rubric.first_response.{kind}" for kind in ("chat", "social", "email")),
        "hours working",
    ),
    "profile": "organisation source sha256",
    "evidence": (
        "id kind source sha256 rows excluded from to remarks faulty missing refused"
    ),
    "evidence.faulty": "rows reasons",
    "evidence.remarks": "code text column count",
    "unread": "id kind reason",
    "measures": "id table name statistic by value n low high unit definition excluded",
    "claims": "kind name pointer said value measure agreement reason",
    "unlisted": "table cut silent groups small share",
    "unlisted.groups": "name rows",
    "score": "total low high assurance level self_declared with_waivers gates",
    "score.gates": "level reason",
    "areas": "id title weight main score low high assurance assessed applicable",
    "outcomes": "met partly_met not_met not_assessed not_applicable error",
    "findings": (
        "check area title severity usual_severity effort outcome contradicted share "
        "points_lost reason advice verified_by where answered_by measures sources "
        "waiver parameters"
    ),
    "findings.where": "pointer label file line column",
    "findings.sources": "key author title year address access",
    "findings.waiver": "reason approver expires counts problem",
    "roadmap": (
        "rank check title area severity effort advice points score_after low_after "
        "high_after level_after"
    ),
    "notices": "pointer message file line column",
}
"""What `result_version` 1 promises: a key may be added here, none ever taken out."""

FREE = {
    "evidence.excluded",
    "evidence.faulty.reasons",
    "evidence.missing",
    "evidence.missing.channel",
    "evidence.refused",
    "uncomputed",
    "measures.by",
    "rubric.limits",
    "measures.excluded",
    "findings.parameters",
}
"""Objects whose keys come from the organisation or the check."""

each_report = pytest.mark.parametrize(
    "report",
    [full_report(), evidenced_report(HOSTILE), empty_report()],
    ids=["full", "hostile", "empty"],
)


def written(report: Report) -> Any:
    return json.loads(JsonRenderer().render(report))


def objects(value: object, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object inside a document with the dotted path of keys to it."""
    if isinstance(value, dict):
        yield path, value
        for key, inner in value.items():
            yield from objects(inner, f"{path}.{key}".strip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner, path)


def test_exactly_the_promised_keys_are_there() -> None:
    found: dict[str, set[str]] = {}
    for path, content in objects(written(evidenced_report())):
        if path not in FREE:
            found.setdefault(path, set()).update(content)
            assert set(content) == found[path], f"{path} has not always the same keys"
    assert found == {path: set(keys.split()) for path, keys in PROMISED.items()}


def test_the_schema_is_sound_and_explains_every_key() -> None:
    schema = result_schema()
    Draft202012Validator.check_schema(schema)
    unexplained = [
        f"{name}.{key}"
        for name, model in {"": schema, **schema["$defs"]}.items()
        for key, field in model.get("properties", {}).items()
        if not field.get("description")
    ]
    assert unexplained == []


@each_report
def test_a_result_fulfils_the_schema(report: Report) -> None:
    Draft202012Validator(result_schema()).validate(written(report))


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (["score", "total"], 101),
        (["findings", 0, "outcome"], "passed"),
        (["findings", 0, "share"], -0.1),
        (["areas"], None),
        (["result_version"], 2),
    ],
)
def test_the_schema_refuses_what_no_audit_gives(path: list[Any], wrong: object) -> None:
    document = written(full_report())
    inner = document
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = wrong
    assert not Draft202012Validator(result_schema()).is_valid(document)


@each_report
def test_a_result_is_read_back_as_it_was(report: Report, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(JsonRenderer().render(report))
    assert read_result(path) == ResultDocument.of(report)


@given(many())
def test_points_lost_make_up_what_is_missing_from_100(findings: list[Finding]) -> None:
    document = ResultDocument.of(report_of(findings))
    lost = fsum(one.points_lost for one in document.findings)
    total = document.score.total
    expected = 0.0 if total is None else 100 - total
    assert lost == pytest.approx(expected, abs=1e-4)


@given(many(least=1))
def test_the_total_can_be_computed_from_the_result_alone(
    findings: list[Finding],
) -> None:
    document = written(report_of(findings))
    weights = document["rubric"]["severity_weights"]
    scores = []
    for area in document["areas"]:
        worth = [
            (weights[one["severity"]], earned(one))
            for one in document["findings"]
            if one["area"] == area["id"] and earned(one) is not None
        ]
        if worth:
            whole = fsum(weight for weight, _ in worth)
            score = fsum(100 * weight * part for weight, part in worth if part) / whole
            scores.append((area["weight"], score))
    if not scores:
        assert document["score"]["total"] is None
        return
    whole = fsum(weight for weight, _ in scores)
    total = fsum(weight * score for weight, score in scores) / whole
    assert document["score"]["total"] == pytest.approx(total, abs=1e-4)


def earned(finding: dict[str, Any]) -> float | None:
    share = 0.5 if finding["share"] is None else finding["share"]
    worth = {"met": 1.0, "partly_met": share, "not_met": 0.0}
    return worth.get(finding["outcome"])


@each_report
def test_two_renderings_are_the_same_bytes(report: Report) -> None:
    assert JsonRenderer().render(report) == JsonRenderer().render(report)


def test_the_file_is_indented_utf_8_in_the_documented_order() -> None:
    text = JsonRenderer().render(full_report("Zürich")).decode()
    assert text.startswith('{\n  "result_version": 1,\n  "tool": {\n')
    assert text.endswith("}\n")
    assert '"reason": "Zürich"' in text
    keys = [key for key in ResultDocument.model_fields if key != "comparison"]
    assert list(json.loads(text)) == keys


def test_nothing_in_the_file_commands_a_terminal() -> None:
    report = full_report("\x1b[31m \x9b2J \x85\u202e\u2028")
    text = JsonRenderer().render(report).decode()
    assert [char for char in text if not char.isprintable() and char != "\n"] == []
    reason = written(report)["findings"][0]["reason"]
    assert reason == "\ufffd[31m \ufffd2J \x85\u202e\u2028"


def test_a_name_of_a_file_that_is_no_text_does_not_stop_the_result() -> None:
    report = full_report()
    odd = replace(report, subject=replace(report.subject, source="caf\udce9.yaml"))
    assert written(odd)["profile"]["source"] == "caf\ufffd.yaml"


@pytest.mark.parametrize("figure", [nan, inf, -inf])
def test_a_figure_that_is_not_finite_is_refused(figure: float) -> None:
    report = full_report()
    measure = replace(NPS, value=figure)
    evidence = Evidence((MeasuredTable(TABLE, (), (measure,), ()),))
    with pytest.raises(RenderError, match="finite"):
        JsonRenderer().render(replace(report, evidence=evidence))


def test_a_figure_is_rounded_so_that_machines_agree() -> None:
    shares = [finding["share"] for finding in written(full_report())["findings"]]
    assert 0.333333 in shares


def test_what_a_later_version_adds_is_passed_over(tmp_path: Path) -> None:
    document = written(full_report()) | {"weather": "fair"}
    assert read_back(tmp_path, document) == ResultDocument.of(full_report())


def test_a_result_of_a_later_version_asks_for_an_update(tmp_path: Path) -> None:
    problem = refused(tmp_path, written(full_report()) | {"result_version": 2})
    assert "has version 2" in problem
    assert "update" in problem
    assert "result.json:1:20" in problem


@pytest.mark.parametrize("document", [{}, {"organisation": {"name": "N"}}])
def test_another_file_is_told_apart(tmp_path: Path, document: dict[str, Any]) -> None:
    problem = refused(tmp_path, document)
    assert "no result of an audit" in problem
    assert "cxaudit run" in problem


def test_all_that_is_wrong_with_a_result_is_told_at_its_place(tmp_path: Path) -> None:
    document = written(full_report())
    del document["score"]["level"]
    document["findings"][0]["outcome"] = "partly_mat"
    problem = refused(tmp_path, document)
    assert "'level': this key is missing" in problem
    assert "Did you mean 'partly_met'?" in problem


def test_what_is_not_json_is_refused_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text('{"result_version": 1,\n "score": }')
    with pytest.raises(InputError, match=r"result\.json:2:11.*not JSON"):
        read_result(path)


def read_back(folder: Path, document: dict[str, Any]) -> ResultDocument:
    path = folder / "result.json"
    path.write_text(json.dumps(document))
    return read_result(path)


def refused(folder: Path, document: dict[str, Any]) -> str:
    with pytest.raises(InputError) as caught:
        read_back(folder, document)
    return str(caught.value)
