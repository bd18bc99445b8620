"""An audit of a profile with tables of evidence, as a user runs it."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import pytest

from auditor.cli.exit_code import ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

PROFILE = """\
organisation: {name: Harbour Bank}
principles: []
evidence:
  - id: desk
    kind: tickets
    source: desk.csv
    columns: {opened_at: Opened, reassignments: Moves}
"""
DESK = "Opened,Moves\n" + "".join(f"2026-05-{day:02},0\n" for day in range(1, 31))
MOVED = DESK.replace(",0\n", ",2\n")
OPTIONS = ("--as-of", "2026-06-30", "--format", "json")


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """Return a profile with a table of thirty tickets beside it."""
    (tmp_path / "desk.csv").write_text(DESK, "utf-8")
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE, "utf-8")
    return path


def outcomes(ended: Result) -> dict[str, str]:
    """Return the outcome of each check."""
    result: dict[str, Any] = json.loads(ended.stdout)
    return {each["check"]: each["outcome"] for each in result["findings"]}


def test_tables_are_measured_and_judged(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("run", company, *OPTIONS)
    assert ended.exit_code == ExitCode.DONE, ended.stderr
    assert outcomes(ended)["JC013"] == "met"
    (table,) = json.loads(ended.stdout)["evidence"]
    assert (table["id"], table["rows"]) == ("desk", 30)


def test_a_file_takes_the_place_of_a_table_for_one_run(
    company: Path, tmp_path: Path, cxaudit: Callable[..., Result]
) -> None:
    other = tmp_path / "other.csv"
    other.write_text(MOVED, "utf-8")
    ended = cxaudit("run", company, *OPTIONS, "--evidence", f"desk={other}")
    assert ended.exit_code == ExitCode.DONE, ended.stderr
    assert outcomes(ended)["JC013"] == "not_met"
    (table,) = json.loads(ended.stdout)["evidence"]
    assert table["source"] == str(other)
    assert outcomes(cxaudit("run", company, *OPTIONS))["JC013"] == "met"


def test_only_a_table_of_the_profile_can_be_replaced(
    company: Path, profile: Path, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("run", company, *OPTIONS, "--evidence", "dusk=x.csv")
    assert ended.exit_code == ExitCode.UNUSABLE
    assert "no table of evidence 'dusk'" in ended.stderr
    profile.write_text("organisation: {name: Harbour Bank}\n", "utf-8")
    ended = cxaudit("run", profile, *OPTIONS, "--evidence", "desk=x.csv")
    assert ended.exit_code == ExitCode.UNUSABLE
    assert "It has none." in ended.stderr


def test_a_table_that_cannot_be_read_is_told_with_its_place_and_exits_with_3(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    with company.open("a", encoding="utf-8") as file:
        file.write(
            "  - {id: lost, kind: feedback, source: lost.csv, "
            "columns: {received_at: Day}}\n"
        )
    ended = cxaudit("run", company, *OPTIONS)
    assert ended.exit_code == ExitCode.INCOMPLETE
    assert outcomes(ended)["JC013"] == "met"
    assert outcomes(ended)["DP001"] == "not_met"
    told = " ".join(ended.stderr.split())
    assert "profile.yaml:8:5: The table lost is not measured." in told
    assert "lost.csv: there is no such file" in told


def test_a_missed_threshold_does_not_hide_that_something_is_missing(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    (company.parent / "desk.csv").unlink()
    ended = cxaudit("run", company, *OPTIONS, "--fail-under", "100")
    assert ended.exit_code == ExitCode.INCOMPLETE
    assert "100" in ended.stderr


def test_without_the_packages_for_evidence_the_rest_is_audited(
    company: Path, cxaudit: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    ended = cxaudit("run", company, *OPTIONS)
    assert ended.exit_code == ExitCode.INCOMPLETE
    found = outcomes(ended)
    assert (found["JC013"], found["DP001"]) == ("not_assessed", "not_met")
    told = " ".join(ended.stderr.split())
    assert "The table desk is not measured." in told
    assert 'pip install "cxaudit[evidence]"' in told


def test_without_tables_those_packages_are_not_asked_for(
    profile: Path, cxaudit: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    ended = cxaudit("run", profile, *OPTIONS)
    assert ended.exit_code == ExitCode.DONE, ended.stderr
    assert outcomes(ended)["DP001"] == "not_met"


def test_a_summary_tells_the_fault_too(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    (company.parent / "desk.csv").unlink()
    ended = cxaudit("run", company, "--as-of", "2026-06-30")
    assert ended.exit_code == ExitCode.INCOMPLETE
    assert "The table desk is not measured." in " ".join(ended.stdout.split())


def test_tables_are_measured_by_the_limits_of_the_rubric(
    company: Path, tmp_path: Path, cxaudit: Callable[..., Result]
) -> None:
    (tmp_path / "desk.csv").write_text(MOVED, "utf-8")
    rubric = tmp_path / "rubric.yaml"
    rubric.write_text("name: R\nversion: '1'\nlimits: {reassigned_from: 3}\n", "utf-8")
    assert outcomes(cxaudit("run", company, *OPTIONS))["JC013"] == "not_met"
    ended = cxaudit("run", company, *OPTIONS, "--rubric", rubric)
    assert outcomes(ended)["JC013"] == "met"
    result = json.loads(ended.stdout)
    assert result["rubric"]["limits"]["reassigned_from"] == 3
    (reason,) = (f["reason"] for f in result["findings"] if f["check"] == "JC013")
    assert reason.startswith("Passed on 3 times or more: ")
