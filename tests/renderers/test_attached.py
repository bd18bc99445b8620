"""What is attached to a report, and what never is."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import TYPE_CHECKING

from auditor.engine import audit
from auditor.evidence_gathering import measured_evidence
from auditor.plugin.collection import Plugins
from auditor.profile.reading import load_profile_value, read_profile
from auditor.renderers import built_in
from auditor.renderers.proof.attached import (
    MAPPING,
    RESULT,
    RUBRIC,
    Role,
    attached_files,
)
from tests.renderers.reports import AS_OF, evidenced_report
from tests.verification.small import small_report

if TYPE_CHECKING:
    from pathlib import Path

PLUGINS = Plugins.load()
PERSONAL = "Ann Ames, ann.ames@example.org, +44 20 7946 0018"
"""What stands in rows, and in no report."""


def write_bank(folder: Path) -> Path:
    """Write a profile whose evidence is full of persons."""
    rows = "".join(
        f'2026-03-{day:02},"{PERSONAL}",phone,"{PERSONAL}"\n' for day in range(1, 29)
    )
    (folder / "desk.csv").write_text(f"Opened,Who,Via,Said\n{rows}", "utf-8")
    path = folder / "profile.yaml"
    path.write_text(
        "organisation: {name: Bank}\n"
        "evidence:\n"
        "  - {id: desk, kind: tickets, source: desk.csv, columns: "
        "{opened_at: Opened, customer: Who, channel: Via, reason: Said}}\n",
        "utf-8",
    )
    return path


def test_no_row_of_evidence_is_attached(tmp_path: Path) -> None:
    loaded = read_profile(write_bank(tmp_path))
    evidence = measured_evidence(loaded, as_of=AS_OF)
    report = audit(loaded, PLUGINS, as_of=AS_OF, evidence=evidence)
    assert not evidence.faults
    for file in attached_files(report):
        assert b"Ann Ames" not in file.content, file.name
        assert b"example.org" not in file.content, file.name
        assert b"7946" not in file.content, file.name


def test_the_mapping_tells_how_each_column_was_read_and_the_digest(
    tmp_path: Path,
) -> None:
    small = small_report(tmp_path)
    files = {file.name: file for file in attached_files(small.report)}
    (table,) = json.loads(files[MAPPING].content)["tables"]
    desk = (tmp_path / "data" / "desk.csv").read_bytes()
    assert table["sha256"] == sha256(desk).hexdigest()
    assert table["mapping"]["columns"]["opened_at"]["source"] == "Opened"


def test_result_profile_and_rubric_are_those_that_the_result_names(
    tmp_path: Path,
) -> None:
    small = small_report(tmp_path)
    files = {file.name: file for file in attached_files(small.report)}
    result = json.loads(small.result)
    assert files[RESULT].content == small.result
    assert files["profile.yaml"].sha256 == result["profile"]["sha256"]
    assert files[RUBRIC].sha256 == result["rubric"]["sha256"]


def test_a_folder_is_attached_file_by_file_under_names_without_folders(
    tmp_path: Path,
) -> None:
    (tmp_path / "journeys").mkdir()
    (tmp_path / "organisation.yaml").write_text("name: Bank", "utf-8")
    for name in ("result.yaml", "one.yaml"):
        text = f"{{id: {name[:3]}, name: {name}}}"
        (tmp_path / "journeys" / name).write_text(text, "utf-8")
    report = audit(read_profile(tmp_path), PLUGINS, as_of=AS_OF)
    found = {f.path: f.name for f in attached_files(report) if f.role is Role.PROFILE}
    assert found == {
        "journeys/one.yaml": "journeys-one.yaml",
        "journeys/result.yaml": "journeys-result.yaml",
        "organisation.yaml": "organisation.yaml",
    }


def test_a_profile_named_like_one_of_ours_keeps_clear_of_it(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text('{"organisation": {"name": "Bank"}}', "utf-8")
    report = audit(read_profile(path), PLUGINS, as_of=AS_OF)
    names = [file.name for file in attached_files(report)]
    assert sorted(names) == names
    assert len(set(names)) == len(names)
    assert RESULT in names


def test_a_profile_that_no_file_holds_is_not_attached() -> None:
    loaded = load_profile_value({"organisation": {"name": "Bank"}})
    report = audit(loaded, PLUGINS, as_of=AS_OF)
    assert {file.role for file in attached_files(report)} == {Role.RESULT, Role.RUBRIC}


def test_the_attached_result_is_the_one_that_is_written_beside() -> None:
    report = evidenced_report()
    (result,) = (f for f in attached_files(report) if f.role is Role.RESULT)
    assert result.content == built_in()["json"].render(report)
