from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from click.testing import Result

NORTHLIGHT = (
    Path(__file__).parents[2]
    / "sample_audits"
    / "northlight_broadband"
    / "profile.yaml"
)


def found(result: Any, check: str) -> dict[str, Any]:
    """Return the finding of a check in a result."""
    (finding,) = (entry for entry in result["findings"] if entry["check"] == check)
    return dict(finding)


def test_without_outputs_a_summary_goes_to_stdout_and_nothing_to_stderr(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    ended = cxaudit("run", profile)
    assert ended.exit_code == 0
    assert "Harbour Bank" in ended.stdout
    assert "\x1b" not in ended.stdout
    assert not ended.stderr


@pytest.mark.parametrize(
    ("suffix", "beginning"), [("json", "{"), ("html", "<!DOCTYPE html>"), ("md", "#")]
)
def test_the_format_follows_the_suffix(
    suffix: str,
    beginning: str,
    cxaudit: Callable[..., Result],
    profile: Path,
    tmp_path: Path,
) -> None:
    report = tmp_path / f"report.{suffix}"
    ended = cxaudit("run", profile, "-o", report)
    assert ended.exit_code == 0
    assert report.read_text("utf-8").lstrip().lower().startswith(beginning.lower())
    assert not ended.stdout
    assert f"wrote {report}" in ended.stderr


def test_several_outputs_are_written_in_one_run(
    process: Callable[..., subprocess.CompletedProcess[str]],
    profile: Path,
    tmp_path: Path,
) -> None:
    ended = process("run", profile, "-o", "a.json", "-o", "b.md", "-o", "c.pdf")
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "a.json").stat().st_size
    assert (tmp_path / "b.md").stat().st_size
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF-")


def test_json_on_stdout_is_the_result_and_nothing_else(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    ended = cxaudit("run", profile, "-o", "-", "--format", "json")
    result = json.loads(ended.stdout)
    schema = json.loads(cxaudit("schema", "result").stdout)
    Draft202012Validator(schema).validate(result)
    assert result["profile"]["organisation"] == "Harbour Bank"


def test_a_format_alone_means_stdout(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    assert json.loads(cxaudit("run", profile, "--format", "json").stdout)


def test_the_format_may_be_called_by_its_suffix(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    by_suffix = cxaudit("run", profile, "--format", "md", "--as-of", "2026-01-01")
    by_name = cxaudit("run", profile, "--format", "Markdown", "--as-of", "2026-01-01")
    assert by_suffix.stdout == by_name.stdout
    assert by_suffix.stdout.startswith("#")


@pytest.mark.parametrize(
    ("args", "complaint"),
    [
        (["-o", "-"], "-o - needs a format"),
        (["-o", "report"], "does not say in which format"),
        (["-o", "report.odt"], "Known endings are"),
        (["--format", "odt"], "no format 'odt'"),
        (["-o", "a.json", "-o", "a.json"], "same path"),
        (["-o", "a.json", "--format", "md"], "is of no use"),
        (["--as-of", "2026-1-1"], "no day such as"),
        (["--as-of", "20260101"], "no day such as"),
        (["--as-of", "2026-02-30"], "no day such as"),
        (["--fail-under", "101"], "--fail-under"),
        (["--fail-under", "nan"], "--fail-under"),
        (["--fail-on", "awful"], "--fail-on"),
        (["--select", "DP099"], "Did you mean DP009"),
        (["--ignore", "feedback"], "feedback_loop"),
        (["--rubric", "none.yaml"], "does not exist"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_2(
    args: list[str], complaint: str, cxaudit: Callable[..., Result], profile: Path
) -> None:
    ended = cxaudit("run", profile, *args)
    assert ended.exit_code == 2
    assert complaint in " ".join(ended.stderr.split())
    assert "Error: " in ended.stderr
    assert not ended.stdout


def test_the_day_is_the_one_asked_for_and_today_otherwise(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    asked = cxaudit("run", profile, "--format", "json", "--as-of", "2026-03-31")
    before = datetime.now().astimezone().date()
    today = cxaudit("run", profile, "--format", "json")
    after = datetime.now().astimezone().date()
    assert json.loads(asked.stdout)["as_of"] == "2026-03-31"
    assert json.loads(today.stdout)["as_of"] in {str(before), str(after)}


def test_two_runs_give_the_same_bytes(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    args = ("run", profile, "--format", "json", "--as-of", "2026-03-31")
    assert cxaudit(*args).stdout_bytes == cxaudit(*args).stdout_bytes


@pytest.mark.parametrize(
    ("args", "judged"),
    [
        (["--select", "dp001"], {"DP001"}),
        (["--select", "DP001,DP002"], {"DP001", "DP002"}),
        (["--select", "DP001", "--select", "DP002"], {"DP001", "DP002"}),
        (["--select", "DP", "--ignore", "DP001"], {f"DP{n:03}" for n in range(2, 13)}),
        (["--select", "Design-Principles"], {f"DP{n:03}" for n in range(1, 13)}),
    ],
)
def test_checks_are_selected_and_ignored_by_id_letters_or_area(
    args: list[str], judged: set[str], cxaudit: Callable[..., Result], profile: Path
) -> None:
    result = json.loads(cxaudit("run", profile, "--format", "json", *args).stdout)
    applicable = {
        entry["check"]
        for entry in result["findings"]
        if entry["outcome"] != "not_applicable"
    }
    assert applicable == judged


def test_a_rubric_file_sets_what_is_judged_and_how(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    rubric = tmp_path / "rubric.yaml"
    overlay = "{DP001: {severity: low}}"
    rubric.write_text(f"name: Retail\nversion: '1'\nchecks: {overlay}\n", "utf-8")
    ended = cxaudit("run", profile, "--format", "json", "--rubric", rubric)
    result = json.loads(ended.stdout)
    assert result["rubric"]["name"] == "Retail"
    assert found(result, "DP001")["severity"] == "low"


def test_said_and_shown_holds_claims_against_the_thresholds_of_the_rubric(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    profile = NORTHLIGHT
    rubric = tmp_path / "rubric.yaml"

    def told(overlay: str) -> tuple[bool, str, bool, str]:
        rubric.write_text(f"name: R\nversion: '1'\nchecks: {overlay}\n", "utf-8")
        ended = cxaudit("run", profile, "--format", "json", "--rubric", rubric)
        result = json.loads(ended.stdout)
        said = {claim["name"]: claim["agreement"] for claim in result["claims"]}
        return (
            found(result, "MB012")["contradicted"],
            said["Satisfaction with calls"],
            found(result, "FL017")["contradicted"],
            said["Feedback answered with its outcome"],
        )

    assert told("{}") == (True, "contradicted", True, "contradicted")
    wide = "{MB012: {parameters: {points: 13}}, FL017: {parameters: {met: 34}}}"
    assert told(wide) == (False, "holds", False, "holds")
    strict = "{FL017: {parameters: {met: 0, partly: 34}}}"
    assert told(strict) == (True, "contradicted", False, "nearly")


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--fail-under", "0"], 0),
        (["--fail-under", "0.01"], 1),
        (["--fail-on", "critical"], 0),
        (["--fail-on", "high"], 1),
        (["--fail-on", "LOW"], 1),
    ],
)
def test_a_missed_threshold_is_told_and_exits_with_1(
    args: list[str], code: int, cxaudit: Callable[..., Result], profile: Path
) -> None:
    ended = cxaudit("run", profile, "--select", "DP001", *args)
    assert ended.exit_code == code
    assert ("Missed: " in ended.stderr) == bool(code)
    assert "Harbour Bank" in ended.stdout


def test_an_unknown_score_misses_every_threshold(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    ended = cxaudit("run", profile, "--select", "DP007", "--fail-under", "0")
    assert ended.exit_code == 1
    assert "There is no score" in ended.stderr


def test_a_waived_finding_fails_no_threshold_before_it_lapses(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    waiver = "{check: DP001, reason: Soon, approver: Board, expires: 2026-06-30}"
    profile.write_text(f"{profile.read_text('utf-8')}waivers: [{waiver}]\n", "utf-8")
    args = ("run", profile, "--select", "DP001", "--fail-on", "high", "--as-of")
    assert cxaudit(*args, "2026-06-30").exit_code == 0
    assert cxaudit(*args, "2026-07-01").exit_code == 1


def test_dangling_references_are_warnings_with_their_place(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    with profile.open("a", encoding="utf-8") as file:
        file.write("journeys:\n  - id: life\n    segment: savrs\n")
    ended = cxaudit("run", profile, "-o", tmp_path / "r.json")
    assert ended.exit_code == 0
    assert f"Warning: {profile}:8:14: " in ended.stderr
    assert "savers" in ended.stderr


def test_quiet_says_nothing_but_errors(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    ended = cxaudit("run", profile, "-q", "-o", tmp_path / "r.json")
    assert ended.exit_code == 0
    assert not ended.output


def test_verbose_says_what_was_read_and_by_whom(
    cxaudit: Callable[..., Result], profile: Path
) -> None:
    ended = cxaudit("run", profile, "-v")
    assert "sha256" in ended.stderr
    assert "plugin design_principles" in ended.stderr


def test_a_profile_may_be_a_folder(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "company"
    folder.mkdir()
    profile.rename(folder / "profile.yaml")
    assert "Harbour Bank" in cxaudit("run", folder).stdout


def test_a_result_is_not_written_where_the_next_audit_would_read_it(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    refused = cxaudit("run", tmp_path, "-o", tmp_path / "result.json")
    assert refused.exit_code == 2
    assert "would be read as a part of the profile" in refused.stderr
    assert cxaudit("run", tmp_path, "-o", tmp_path / "report.md").exit_code == 0
    assert cxaudit("run", profile, "-o", tmp_path / "result.json").exit_code == 0


def test_the_profile_is_never_overwritten(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    written = tmp_path / "profile.json"
    written.write_text('{"organisation": {"name": "A"}}', "utf-8")
    refused = cxaudit("run", written, "-o", written)
    assert refused.exit_code == 2
    assert "is the profile itself" in refused.stderr


@pytest.mark.parametrize(
    "option", ["--baseline", "--rubric", "--engagement", "--old-profile", "--sign-with"]
)
def test_nothing_that_is_read_is_overwritten(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path, option: str
) -> None:
    read = tmp_path / "read.json"
    read.write_bytes(b"{}")
    around = tmp_path / ".." / tmp_path.name / "read.json"
    baseline = () if option == "--baseline" else ("--baseline", profile)
    refused = cxaudit("run", profile, option, read, *baseline, "-o", around)
    assert refused.exit_code == 2
    assert "is what is read" in refused.stderr
    assert read.read_bytes() == b"{}"


def test_one_file_by_two_names_is_not_written_twice(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    around = tmp_path / ".." / tmp_path.name / "r.txt"
    refused = cxaudit("run", profile, "-o", tmp_path / "r.txt", "-o", around)
    assert refused.exit_code == 2
    assert "the same path" in refused.stderr


def test_it_works_from_any_folder_and_as_a_module(profile: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "auditor", "run", profile],
        cwd=os.sep,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Harbour Bank" in ended.stdout
