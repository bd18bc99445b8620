from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from auditor.cli import main
from tests.signing.keys import PASSPHRASE, make_key
from tests.verification.planting import forged, in_result
from tests.verification.small import DESK, PROFILE, changed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    Cxaudit = Callable[..., Result]

PLUGINS = ("--select", "metric_balance")


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a profile, its evidence, a report and a result."""
    folder = tmp_path_factory.mktemp("bank")
    (folder / "data").mkdir()
    (folder / "data" / "desk.csv").write_text(DESK, "utf-8")
    profile = folder / "profile.yaml"
    profile.write_text(PROFILE, "utf-8")
    key = make_key(folder)
    ended = CliRunner().invoke(
        main,
        [
            *("run", str(profile), "--as-of", "2026-11-21", "--quiet", *PLUGINS),
            *("-o", str(folder / "report.pdf"), "-o", str(folder / "result.json")),
            *("--sign-with", str(key.p12)),
        ],
        env={"CXAUDIT_SIGNING_PASSPHRASE": PASSPHRASE},
    )
    assert ended.exit_code == 0, ended.output
    return folder


def test_a_signed_report_with_everything_at_hand_agrees_in_all(
    cxaudit: Cxaudit, bank: Path
) -> None:
    ended = cxaudit(
        *("verify", bank / "report.pdf", "--profile", bank / "profile.yaml"),
        *("--trust", bank / "northern.pem"),
    )
    assert ended.exit_code == 0
    assert "Nothing disagrees.\n" in ended.stdout
    assert "not checked" not in ended.stdout
    assert "Signed by Common Name: Northern Audits Ltd" in ended.stdout
    assert "desk gives 33 figures as recorded, from the same file." in ended.stdout


def test_what_is_not_at_hand_is_said_with_the_way_to_it(
    cxaudit: Cxaudit, bank: Path
) -> None:
    ended = cxaudit("verify", bank / "report.pdf", "--no-pages")
    assert ended.exit_code == 3
    assert "Give --evidence desk=PATH" in " ".join(ended.stdout.split())
    assert "give --trust CERTIFICATE" in " ".join(ended.stdout.split())
    last = " ".join(ended.stdout.split(".\n\n")[-1].split())
    assert re.fullmatch(
        r"Nothing that was checked disagrees, but 3 of \d+ statements could not be "
        r"checked\.",
        last,
    )


def test_a_change_exits_with_one_and_is_named(
    cxaudit: Cxaudit, bank: Path, tmp_path: Path
) -> None:
    def better(result: dict[str, Any]) -> None:
        result["score"]["total"] = 71.0

    report = tmp_path / "report.pdf"
    content = (bank / "report.pdf").read_bytes()
    report.write_bytes(forged(changed(content, in_result(better))))
    ended = cxaudit("verify", report, "--no-pages", "--format", "json")
    assert ended.exit_code == 1
    found = json.loads(ended.stdout)
    assert found["counts"]["not_checked"], "1 goes before 3"
    assert found["verification_version"] == 1
    assert not found["agrees"]
    assert found["counts"]["disagrees"] == sum(
        each["state"] == "disagrees" for each in found["statements"]
    )
    (score,) = (
        each
        for each in found["statements"]
        if each["name"] == "score.total" and "auditing" in each["text"]
    )
    assert (score["recorded"], score["part"]) == ("71.0", "result")
    assert float(score["found"]) < 20


@pytest.mark.parametrize("name", ["profile.yaml", "data/desk.csv", "gone.pdf", "data"])
def test_what_is_no_report_exits_with_two(
    cxaudit: Cxaudit, bank: Path, name: str
) -> None:
    ended = cxaudit("verify", bank / name)
    assert ended.exit_code == 2
    assert ended.stderr.startswith("Error: ")
    assert not ended.stdout


def test_another_file_of_evidence_disagrees_down_to_the_figure(
    cxaudit: Cxaudit, bank: Path, tmp_path: Path
) -> None:
    other = tmp_path / "desk.csv"
    other.write_text(DESK.replace("2026-03-01 11:00", "2026-03-02 19:00"), "utf-8")
    ended = cxaudit(
        "verify", bank / "report.pdf", "--no-pages", "--evidence", f"desk={other}"
    )
    assert ended.exit_code == 1
    told = " ".join(ended.stdout.split())
    assert "desk is another file than the one that was audited." in told
    assert "desk.resolution_time.mean: the report says value" in told


def test_a_table_that_the_profile_does_not_have_disagrees(
    cxaudit: Cxaudit, bank: Path
) -> None:
    ended = cxaudit(
        *("verify", bank / "report.pdf", "--no-pages"),
        *("--evidence", f"chats={bank / 'data/desk.csv'}"),
    )
    assert ended.exit_code == 1
    assert "no table of evidence 'chats'" in ended.stdout


def test_another_profile_disagrees_and_its_evidence_is_not_read(
    cxaudit: Cxaudit, bank: Path, tmp_path: Path
) -> None:
    other = tmp_path / "profile.yaml"
    other.write_text(PROFILE.replace("81", "91"), "utf-8")
    ended = cxaudit("verify", bank / "report.pdf", "--no-pages", "--profile", other)
    assert ended.exit_code == 1
    assert "The profile given is not the attached one" in ended.stdout
    assert "desk was not given" in ended.stdout


def test_a_result_alone_is_checked_as_far_as_it_goes(
    cxaudit: Cxaudit, bank: Path
) -> None:
    ended = cxaudit("verify", bank / "result.json")
    assert ended.exit_code == 3
    told = " ".join(ended.stdout.split())
    assert "Score, areas and points follow from the findings." in told
    assert "Findings were not judged again: the profile is not at hand." in told


def test_a_result_with_its_profile_is_checked_in_full(
    cxaudit: Cxaudit, bank: Path
) -> None:
    ended = cxaudit("verify", bank / "result.json", "--profile", bank / "profile.yaml")
    assert ended.exit_code == 0
    assert "100 findings as auditing again gives them." in ended.stdout
    assert "not checked" not in ended.stdout


def test_a_result_that_was_changed_disagrees_without_any_profile(
    cxaudit: Cxaudit, bank: Path, tmp_path: Path
) -> None:
    result = json.loads((bank / "result.json").read_text("utf-8"))
    result["areas"][0]["score"] = 100.0
    path = tmp_path / "result.json"
    path.write_text(json.dumps(result), "utf-8")
    ended = cxaudit("verify", path)
    assert ended.exit_code == 1
    shown = " ".join(ended.stdout.split())
    assert re.search(r"says 100\.0; its own findings give (null|[\d.]{3,8})\. ", shown)


def test_a_rubric_of_ones_own_is_carried_and_can_be_given(
    cxaudit: Cxaudit, bank: Path, tmp_path: Path
) -> None:
    ours, other = tmp_path / "ours.yaml", tmp_path / "other.yaml"
    ours.write_text("{name: Ours, version: '1', checks: {MB012: {severity: low}}}")
    other.write_text("{name: Ours, version: '2'}")
    result = tmp_path / "result.json"
    written = cxaudit(
        *("run", bank / "profile.yaml", "--as-of", "2026-11-21", "--rubric", ours),
        *("--ignore", "DP", "-o", result),
    )
    assert written.exit_code == 0
    profile = ("--profile", bank / "profile.yaml")
    assert cxaudit("verify", result, *profile, "--rubric", ours).exit_code == 0
    assert cxaudit("verify", result, *profile, "--rubric", other).exit_code == 1
    without = cxaudit("verify", result, *profile)
    assert without.exit_code == 3
    assert "give its file, --rubric FILE" in " ".join(without.stdout.split())


def test_the_reasons_of_a_rubric_are_printed_again_and_held_against_its_file(
    cxaudit: Cxaudit, bank: Path, tmp_path: Path
) -> None:
    said = (
        "{{name: Ours, version: '1', checks: {{MB012: {{severity: low}}}}, reasons: "
        "{{checks: {{source: quay, because: {why}}}}}, works: {{quay: {{author: Board,"
        " title: Quay}}}}}}"
    )
    ours, other = tmp_path / "ours.yaml", tmp_path / "other.yaml"
    ours.write_text(said.format(why="Few ask."))
    other.write_text(said.format(why="Nobody asks."))
    report = tmp_path / "report.pdf"
    written = cxaudit(
        *("run", bank / "profile.yaml", "--as-of", "2026-11-21", "--rubric", ours),
        *("--plugins-only", "metric_balance", "-o", report),
    )
    assert written.exit_code == 0
    alone = cxaudit("verify", report)
    assert alone.exit_code == 3
    assert "pages are those that the profile gives" in alone.stdout
    assert "taken as recorded: give its file" in " ".join(alone.stdout.split())
    with_file = cxaudit("verify", report, "--no-pages", "--rubric", ours)
    assert "is told as its file tells it" in " ".join(with_file.stdout.split())
    assert with_file.exit_code == 3
    without = cxaudit("verify", report, "--no-pages", "--rubric", other)
    assert "another reason for checks.MB012.severity" in without.stdout
    assert without.exit_code == 1


def test_it_fits_a_narrow_terminal_and_a_pipe(
    cxaudit: Cxaudit, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    ended = cxaudit("verify", bank / "report.pdf", "--no-pages")
    head, _, rest = ended.stdout.partition("\n")
    assert str(bank) in head
    digests = [line for line in rest.splitlines() if len(line) > 60]
    assert all(len(line.split()[-1]) >= 64 for line in digests)


def test_signing_without_a_pdf_is_refused(cxaudit: Cxaudit, bank: Path) -> None:
    ended = cxaudit(
        *("run", bank / "profile.yaml", "-o", bank / "other.json"),
        *("--sign-with", bank / "northern.p12"),
    )
    assert ended.exit_code == 2
    assert "signs PDFs" in ended.stderr


def test_signing_without_passphrase_asks_in_a_terminal_alone(
    cxaudit: Cxaudit, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CXAUDIT_SIGNING_PASSPHRASE", raising=False)
    ended = cxaudit(
        *("run", bank / "profile.yaml", "-o", bank / "other.pdf"),
        *("--sign-with", bank / "northern.p12"),
    )
    assert ended.exit_code == 2
    assert "CXAUDIT_SIGNING_PASSPHRASE" in ended.stderr
    assert not (bank / "other.pdf").exists()


def test_a_wrong_passphrase_is_told_before_any_work_and_not_shown(
    cxaudit: Cxaudit, bank: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CXAUDIT_SIGNING_PASSPHRASE", "not the secret")
    ended = cxaudit(
        *("run", bank / "profile.yaml", "-o", bank / "other.pdf", "--verbose"),
        *("--sign-with", bank / "northern.p12"),
    )
    assert ended.exit_code == 2
    assert "its passphrase is another" in ended.stderr
    assert "not the secret" not in ended.output
