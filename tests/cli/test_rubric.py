"""`cxaudit rubric`, and rubrics by name, as a user calls them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    from tests.cli.conftest import Process

    Run = Callable[..., Result]

STRICT = """\
name: Strict
version: "1"
areas: {feedback_loop: {weight: 30}, metric_balance: {weight: 15}}
checks: {DP001: {severity: critical}, JC001: {parameters: {met: 0.9}}}
limits: {contact_hours: 24}
first_response: {phone: 30s}
ignore: [MB005]
reasons:
  limits: {source: customergauge-detractors, because: Faster than most.}
  ignore.MB005: {source: ours, because: Nobody is employed.}
"""
PLUGIN = """\
from pathlib import Path

from auditor import hookimpl


@hookimpl
def auditor_rubrics():
    return [Path(__file__).parent / "rubrics"]
"""


@pytest.fixture
def strict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COLUMNS", "200")
    path = tmp_path / "strict.yaml"
    path.write_text(STRICT, "utf-8")
    return path


def test_the_list_names_every_rubric_and_whom_it_is_for(cxaudit: Run) -> None:
    listed = json.loads(cxaudit("rubric", "list", "--format", "json").stdout)
    assert listed[0]["name"] == "cxaudit"
    assert all(rubric["summary"] and rubric["version"] for rubric in listed)
    table = cxaudit("rubric", "list").stdout
    assert all(rubric["name"] in table for rubric in listed)


def test_an_audit_takes_a_rubric_by_its_name(cxaudit: Run, profile: Path) -> None:
    options = (profile, "--rubric", "financial-services", "-o", "-", "--format", "json")
    result = json.loads(cxaudit("run", *options).stdout)
    assert result["rubric"]["name"] == "Financial services"
    (finding,) = [one for one in result["findings"] if one["check"] == "FL013"]
    assert finding["severity"] == "critical"


def test_a_rubric_that_is_not_installed_is_named_with_the_nearest(
    cxaudit: Run, profile: Path
) -> None:
    ended = cxaudit("run", profile, "--rubric", "retial")
    assert ended.exit_code == 2
    assert "There is no rubric called 'retial'. Did you mean 'retail'?" in ended.stderr
    assert cxaudit("run", profile, "--rubric", "retail.yaml").exit_code == 2


def test_a_difference_shows_everything_that_is_set_otherwise(
    cxaudit: Run, strict: Path
) -> None:
    text = cxaudit("rubric", "diff", "cxaudit", strict).stdout
    for shown in (
        *("Feedback loop", "weight in the total"),
        *("DP001", "Critical", "share of primary segments with a map", "90 %"),
        *("hours until an unhappy respondent is called", "CustomerGauge"),
        *("Faster than most.", "30 s", "MB005", "The rubric's own judgement"),
    ):
        assert shown in text, shown
    nothing = cxaudit("rubric", "diff", strict, strict).stdout
    assert "The two set everything alike." in nothing


def test_a_difference_reads_the_other_way_round(cxaudit: Run, strict: Path) -> None:
    def settings(*rubrics: str | Path) -> list[tuple[str, object, object]]:
        found = cxaudit("rubric", "diff", *rubrics, "--format", "json").stdout
        return [(s["key"], s["old"], s["new"]) for s in json.loads(found)["settings"]]

    there = settings("cxaudit", strict)
    back = settings(strict, "cxaudit")
    assert sorted(there) == sorted((key, new, old) for key, old, new in back)
    assert ("select.MB005", True, False) in there
    assert ("checks.DP001.severity", "high", "critical") in there


def test_a_check_is_left_out_for_the_reason_of_the_name_that_leaves_it_out(
    cxaudit: Run, tmp_path: Path
) -> None:
    path = tmp_path / "chosen.yaml"
    path.write_text(
        'name: Chosen\nversion: "1"\n'
        "select: [design_principles, FL, OW]\n"
        "ignore: [feedback_loop, DP001, OW001]\n"
        "reasons:\n"
        "  select: {source: ours, because: No more was asked for.}\n"
        "  ignore.feedback_loop: {source: ours, because: Audited last year.}\n"
        "  ignore.DP001: {source: ours, because: Too young for principles.}\n",
        "utf-8",
    )
    ended = cxaudit("rubric", "diff", "cxaudit", path, "--format", "json")
    why = {s["key"]: s["because"] for s in json.loads(ended.stdout)["settings"]}
    assert why["select.FL002"] == "Audited last year."
    assert why["select.DP001"] == "Too young for principles."
    assert why["select.OW001"] is None
    assert why["select.JC001"] == "No more was asked for."


def test_a_profile_shows_whose_findings_change(
    cxaudit: Run, strict: Path, profile: Path
) -> None:
    options = ("cxaudit", strict, "--profile", profile, "--as-of", "2026-11-21")
    ended = cxaudit("rubric", "diff", *options, "--format", "json")
    document = json.loads(ended.stdout)
    schema = json.loads(cxaudit("schema", "rubricdiff").stdout)
    Draft202012Validator(schema).validate(document)
    dropped = [
        one["check"]
        for one in document["judged"]["findings"]
        if one["change"] == "dropped"
    ]
    assert dropped == ["MB005"]
    text = cxaudit("rubric", "diff", *options, "--format", "markdown").stdout
    assert "| DP001 | not met (High) | not met (Critical) |" in text
    assert "| JC002 |" not in text


def test_evidence_means_nothing_without_a_profile(cxaudit: Run) -> None:
    ended = cxaudit("rubric", "diff", "cxaudit", "retail", "--as-of", "2026-11-21")
    assert ended.exit_code == 2
    assert "need --profile" in ended.stderr


def test_a_check_exits_with_1_if_there_is_anything_to_mend(
    cxaudit: Run, strict: Path, tmp_path: Path
) -> None:
    ended = cxaudit("rubric", "check", strict)
    assert ended.exit_code == 1
    assert f"{strict}:3:25: 'areas.feedback_loop.weight' is set without" in ended.stdout
    assert f"{strict}: 5 problems." in ended.stdout
    assert cxaudit("rubric", "check", "retail").exit_code == 0
    assert cxaudit("rubric", "check", tmp_path / "none.yaml").exit_code == 2
    assert cxaudit("rubric", "check", "cxaudit").stdout == "cxaudit: nothing to mend.\n"


def test_a_report_by_a_rubric_that_extends_another_proves_itself(
    cxaudit: Run, profile: Path, strict: Path, tmp_path: Path
) -> None:
    rubric, report = tmp_path / "ours.yaml", tmp_path / "report.pdf"
    said = "name: Ours\nversion: '1'\nextends: strict.yaml\nchecks: {DP001: {severity: "
    rubric.write_text(said + "low}}\n", "utf-8")
    order = (profile, "--rubric", rubric, "--as-of", "2026-11-21", "--isolate")
    assert cxaudit("run", *order, "-o", report).exit_code == 0
    told = " ".join(cxaudit("verify", report).stdout.split())
    assert "Nothing that was checked disagrees" in told
    assert "The attached rubric, Ours 1, is the one that applied." in told
    told = " ".join(cxaudit("verify", report, "--rubric", rubric).stdout.split())
    assert "Nothing disagrees." in told
    assert "Why the rubric sets what it sets is told as its file tells it." in told
    rubric.write_text(said + "medium}}\n", "utf-8")
    assert cxaudit("verify", report, "--rubric", rubric).exit_code == 1
    strict.write_text(STRICT.replace("Nobody is employed", "Few are"), "utf-8")
    rubric.write_text(said + "low}}\n", "utf-8")
    told = cxaudit("verify", report, "--no-pages", "--rubric", rubric).stdout
    assert "has another reason for select.MB005." in " ".join(told.split())


def test_a_plugin_brings_rubrics(
    process: Process, install: Callable[[str, str], None], tmp_path: Path
) -> None:
    install("ferries", PLUGIN)
    folder = tmp_path / "site" / "rubrics"
    folder.mkdir()
    (folder / "ferries.yaml").write_text(STRICT, "utf-8")
    listed = json.loads(process("rubric", "list", "--format", "json").stdout)
    assert "ferries" in [rubric["name"] for rubric in listed]
    (folder / "Island-Ferries.yaml").write_text(STRICT, "utf-8")
    for name in ("ferries", "island_ferries", "ISLAND-FERRIES"):
        assert process("rubric", "diff", "cxaudit", name).returncode == 0
    (folder / "retail.yaml").write_text(STRICT, "utf-8")
    ended = process("rubric", "list")
    assert ended.returncode == 2
    assert "Two rubrics are called 'retail'" in ended.stderr
