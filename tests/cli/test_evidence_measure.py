from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from auditor.cli.exit_code import ExitCode
from tests.cli.evidence import DESK, add, measures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    from tests.cli.conftest import Process

DAY = "2026-06-30"
KEYS = {"table", "name", "statistic", "by", "value", "n", "low", "high"} | {
    "unit",
    "definition",
    "excluded",
}


def test_measures_come_with_all_that_was_promised(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("evidence", "measure", company, "--format", "json")
    assert (ended.exit_code, ended.stderr) == (ExitCode.DONE, "")
    document = json.loads(ended.stdout)
    assert document["evidence"][0]["rows"] == 40
    assert all(measure.keys() == KEYS for measure in document["measures"])
    found = measures(ended.stdout)
    assert found["closure share"]["value"] == 1
    assert found["closure share"]["low"] == pytest.approx(0.9124, abs=1e-4)
    assert found["resolution_time p50"]["value"] == pytest.approx(4)
    assert found["resolution_time p50"]["n"] == 40
    web = measures(ended.stdout, channel="web")
    assert web["resolution_time mean"]["value"] == pytest.approx(6)


def test_what_a_table_does_not_allow_is_listed_with_the_reason(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("evidence", "measure", company, "--format", "json")
    refused = {
        one["name"]: one["reason"] for one in json.loads(ended.stdout)["refused"]
    }
    assert refused["reopened"] == "it needs the column reopened"


def test_the_table_shows_figures_intervals_and_definitions(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    printed = cxaudit("evidence", "measure", company).stdout
    figure, definition = (
        line for line in printed.splitlines() if "closure share" in line
    )
    for word in ("desk", "1.000", "0.912 to 1.000", "40"):
        assert word in figure
    assert "requests whose status is solved or closed" in definition
    assert "it needs the column reopened" in printed


def test_a_narrow_terminal_cuts_no_name_off(
    company: Path, cxaudit: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # a terminal, for Rich
    monkeypatch.setenv("COLUMNS", "60")
    lines = cxaudit("evidence", "measure", company).stdout.splitlines()
    assert max(map(len, lines[1:])) <= 60
    assert not [line for line in lines if "\N{HORIZONTAL ELLIPSIS}" in line]


def test_the_table_defines_figures_of_one_measure_together(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    printed = cxaudit("evidence", "measure", company, "--all").stdout
    assert printed.count("elapsed hours from opening to the last resolution") == 1
    assert "resolution_time p50, p90, mean" in printed


def test_the_table_has_groups_only_where_they_are_asked_for(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    plain = cxaudit("evidence", "measure", company)
    assert "channel: web" not in plain.stdout
    assert "`--by CUT` those of one cut: channel, period." in plain.stderr
    grouped = cxaudit("evidence", "measure", company, "--by", "Channel")
    assert "channel: web" in grouped.stdout
    assert "period: " not in grouped.stdout
    for more in (["--by", "channel,period"], ["--all"]):
        ended = cxaudit("evidence", "measure", company, *more)
        assert "channel: web" in ended.stdout
        assert "period: 2026-03" in ended.stdout
        assert ended.stderr == ""


def test_the_hint_at_groups_is_left_out_where_quiet_is_asked_for(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    assert cxaudit("evidence", "measure", company, "--quiet").stderr == ""


def test_json_has_every_group_unasked(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("evidence", "measure", company, "--format", "json")
    assert measures(ended.stdout, period="2026-03")


def test_a_cut_that_does_not_exist_is_refused_before_anything_is_read(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("evidence", "measure", company, "--by", "chanel")
    assert ended.exit_code == ExitCode.UNUSABLE
    assert ended.stderr == ("Error: There is no cut 'chanel'. Did you mean channel?\n")
    assert ended.stdout == ""


def test_where_levels_are_apart_each_stands_for_the_whole(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    rows = "".join(
        f"2026-03-{day:02},{level},{stage},{day % 11}\n"
        for day in range(1, 29)
        for level in ("relationship", "journey")
        for stage in ("buys", "uses")
    )
    (company.parent / "said.csv").write_text(f"Day,Level,Stage,NPS\n{rows}", "utf-8")
    add(
        company,
        "{id: said, kind: surveys, source: said.csv, columns: "
        "{responded_at: Day, level: Level, stage: Stage, nps: NPS}}",
    )
    plain = cxaudit("evidence", "measure", company).stdout
    assert _groups(plain) == ["level: journey", "level: relationship"]
    staged = cxaudit("evidence", "measure", company, "--by", "stage").stdout
    assert _groups(staged)[2:] == [
        f"level: {level}, stage: {stage}"
        for level in ("journey", "relationship")
        for stage in ("buys", "uses")
    ]


def _groups(printed: str) -> list[str]:
    """Return the groups that the Net Promoter Score is printed for."""
    lines = [line for line in printed.splitlines() if line.startswith("said   nps s")]
    return [re.split("  +", line)[2] for line in lines]


def test_a_folder_is_measured_like_a_file(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("evidence", "measure", company.parent, "--format", "json")
    assert measures(ended.stdout)["tickets count"]["value"] == 40


def test_another_file_can_take_the_place_of_a_source_for_once(
    company: Path, tmp_path: Path, cxaudit: Callable[..., Result]
) -> None:
    other = tmp_path / "new.csv"
    other.write_text("\n".join(DESK.splitlines()[:11]), "utf-8")
    ended = cxaudit(
        *("evidence", "measure", company),
        *("--format", "json", "--evidence", f"desk={other}"),
    )
    assert measures(ended.stdout)["tickets count"]["value"] == 10


def test_only_a_table_of_the_profile_can_be_replaced(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("evidence", "measure", company, "--evidence", "dusk=x.csv")
    assert ended.exit_code == ExitCode.UNUSABLE
    assert "no table of evidence 'dusk'. It has 'desk'." in ended.stderr
    ended = cxaudit("evidence", "measure", company, "--evidence", "x.csv")
    assert ended.exit_code == ExitCode.UNUSABLE
    assert "not written as ID=PATH" in ended.stderr


def test_a_profile_without_evidence_has_no_measures(
    profile: Path, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("evidence", "measure", profile, "--format", "json")
    assert ended.exit_code == ExitCode.DONE
    assert json.loads(ended.stdout) == {"evidence": [], "measures": [], "refused": []}
    assert "no tables of evidence" in ended.stderr


def test_a_plugin_brings_presets(
    company: Path,
    tmp_path: Path,
    process: Process,
    install: Callable[[str, str], None],
) -> None:
    install(
        "our_desk_preset",
        """\
        from pathlib import Path
        from auditor import hookimpl

        @hookimpl
        def auditor_presets():
            return [Path(__file__).parent / "presets"]
        """,
    )
    folder = tmp_path / "site" / "presets"
    folder.mkdir()
    (folder / "our_desk.yaml").write_text(
        "title: Our desk\nkind: tickets\ncolumns: {opened_at: Opened, channel: Via}\n"
    )
    add(company, "{id: more, kind: tickets, source: data/desk.csv, preset: our_desk}")
    ended = process("evidence", "measure", company, "--format", "json")
    assert ended.returncode == ExitCode.DONE, ended.stderr
    document = json.loads(ended.stdout)
    assert [table["id"] for table in document["evidence"]] == ["desk", "more"]


def test_limits_are_those_of_the_rubric(
    company: Path, cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    rubric = tmp_path / "rubric.yaml"

    def ended(overlay: str) -> Result:
        rubric.write_text(f"name: R\nversion: '1'\n{overlay}\n", "utf-8")
        options = ("--rubric", rubric, "--format", "json")
        return cxaudit("evidence", "measure", company, "--as-of", DAY, *options)

    heard = company.parent / "data" / "heard.csv"
    heard.write_text(
        "Came,Confirmed\n2026-03-02 09:00,2026-03-04 09:00\n2026-06-01 09:00,\n",
        "utf-8",
    )
    columns = "{received_at: Came, acknowledged_at: Confirmed}"
    add(
        company,
        f"{{id: h, kind: feedback, source: data/heard.csv, columns: {columns}}}",
    )
    usual, strict = (
        measures(ended(overlay).stdout)["acknowledged_in_time share"]
        for overlay in ("", "limits: {acknowledge_days: 1}")
    )
    assert (usual["value"], strict["value"]) == (1, 0)
    assert "within 3 working days" in usual["definition"]
    assert "within 1 working day," in strict["definition"]
    wrong = ended("limits: {acknowledge_day: 1}")
    assert wrong.exit_code == ExitCode.UNUSABLE
    assert "Did you mean 'acknowledge_days'?" in wrong.stderr
