from __future__ import annotations

import gzip
import json
import os
import re
import sys
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest

from auditor.cli.exit_code import ExitCode
from auditor.profile.reading import read_profile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    from tests.cli.conftest import Process

KEYS = {"table", "name", "statistic", "by", "value", "n", "low", "high"} | {
    "unit",
    "definition",
    "excluded",
}
PROFILE = """\
organisation: {name: Harbour Bank}
evidence:
  - id: desk
    kind: tickets
    source: data/desk.csv
    columns: {opened_at: Opened, closed_at: Closed, status: State, channel: Via}
"""
DESK = "Opened,Closed,State,Via,Who\n" + "".join(
    f"2026-03-{day:02} 09:00,2026-03-{day:02} 1{hour}:00,Closed,{via},Ann Ames\n"
    for day in range(1, 21)
    for hour, via in ((1, "phone"), (5, "web"))
)


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """Return a profile with one table of evidence beside it."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "desk.csv").write_text(DESK, "utf-8")
    path = tmp_path / "profile.yaml"
    path.write_text(PROFILE, "utf-8")
    return path


def add(profile: Path, *tables: str) -> None:
    """Add tables of evidence to the profile, each written in one line."""
    with profile.open("a", encoding="utf-8") as file:
        file.writelines(f"  - {table}\n" for table in tables)


def measures(printed: str, **by: str) -> dict[str, Any]:
    """Return the measures of one group, by name and statistic."""
    listed = json.loads(printed)["measures"]
    return {f"{m['name']} {m['statistic']}": m for m in listed if m["by"] == by}


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


CUT = gzip.compress(DESK.encode() * 50, mtime=0)[:-200]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("no.csv", "there is no such file"),
        ("cut.csv.gz", "damaged or cut off"),
        ("empty.csv", "empty.csv"),
        ("data", "data: it is not a file"),
        ("pipe.csv", "pipe.csv: it is not a file"),
        ("x" * 400, "it cannot be read: File name too long."),
        ("data/x-*.csv", "no file fits"),
    ],
)
def test_a_source_that_cannot_be_read_leaves_the_others_standing(
    source: str, said: str, company: Path, cxaudit: Callable[..., Result]
) -> None:
    (company.parent / "cut.csv.gz").write_bytes(CUT)
    (company.parent / "empty.csv").touch()
    os.mkfifo(company.parent / "pipe.csv")
    columns = "columns: {opened_at: Opened}"
    add(company, f"{{id: bad, kind: tickets, source: '{source}', {columns}}}")
    ended = cxaudit("evidence", "measure", company, "--format", "json")
    assert ended.exit_code == ExitCode.INCOMPLETE, ended.stderr
    assert measures(ended.stdout)["tickets count"]["value"] == 40
    assert "Error: bad: " in ended.stderr
    assert said in ended.stderr


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("columns: {opened_at: Opend}", "Did you mean 'Opened'?"),
        ("columns: {openedat: Opened}", "profile.yaml:7:"),
        ("columns: {openedat: Opened}", "There is no column 'openedat' of tickets."),
        ("timezone: UTC", "`cxaudit evidence inspect FILE`"),
        ("preset: zendesk", "Did you mean 'zendesk_csv'?"),
        ("preset: qualtrics", "The preset 'qualtrics' is of surveys."),
        ("columns: {opened_at: Opened}, timezone: Mars/Base", "data/desk.csv: "),
    ],
)
def test_a_mapping_that_cannot_be_used_leaves_the_others_standing(
    mapping: str, said: str, company: Path, cxaudit: Callable[..., Result]
) -> None:
    add(company, f"{{id: bad, kind: tickets, source: data/desk.csv, {mapping}}}")
    ended = cxaudit("evidence", "measure", company, "--format", "json")
    assert ended.exit_code == ExitCode.INCOMPLETE, ended.stderr
    assert measures(ended.stdout)["tickets count"]["value"] == 40
    assert "Error: bad: " in ended.stderr
    assert said in ended.stderr


def test_an_address_that_may_hold_a_password_is_never_repeated(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    add(
        company,
        "{id: base, kind: tickets, source: 'postgres://ann:secret@host/base', "
        "columns: {opened_at: opened}}",
    )
    ended = cxaudit("evidence", "measure", company)
    assert ended.exit_code == ExitCode.UNUSABLE
    assert "a password does not belong in a profile" in ended.stderr
    assert "secret" not in ended.output


def test_what_is_not_written_as_a_replacement_is_not_repeated_as_an_address(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    address = "postgres://ann:secret@host/base"
    ended = cxaudit("evidence", "measure", company, "--evidence", address)
    assert "'postgres' is not written as ID=PATH" in ended.stderr
    assert "secret" not in ended.output


def test_a_database_cannot_be_looked_at_and_is_not_repeated(
    cxaudit: Callable[..., Result],
) -> None:
    ended = cxaudit("evidence", "inspect", "postgres://ann:secret@host/base")
    assert ended.exit_code == ExitCode.UNUSABLE
    assert "A database cannot be looked at, only a file." in ended.stderr
    assert "secret" not in ended.output


def test_a_profile_without_evidence_has_no_measures(
    profile: Path, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("evidence", "measure", profile, "--format", "json")
    assert ended.exit_code == ExitCode.DONE
    assert json.loads(ended.stdout) == {"evidence": [], "measures": [], "refused": []}
    assert "no tables of evidence" in ended.stderr


def test_what_is_missing_is_said_with_the_way_to_install_it(
    company: Path, cxaudit: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    for args in (["measure", company], ["inspect", company.parent / "data/desk.csv"]):
        ended = cxaudit("evidence", *args)
        assert ended.exit_code == ExitCode.INCOMPLETE
        assert 'pip install "cxaudit[evidence]"' in ended.stderr


def test_a_proposal_can_be_pasted_and_measured(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    file = company.parent / "data" / "desk.csv"
    proposed = cxaudit("evidence", "inspect", file)
    assert proposed.exit_code == ExitCode.DONE
    company.write_text("organisation: {name: Harbour Bank}\n" + proposed.stdout)
    (dataset,) = read_profile(company).profile.evidence or ()
    assert (dataset.id, dataset.kind, dataset.source) == ("desk", "tickets", str(file))
    ended = cxaudit("evidence", "measure", company, "--format", "json")
    assert measures(ended.stdout)["closure share"]["value"] == 1


def test_a_proposal_gives_reasons_and_asks_what_the_file_cannot_tell(
    tmp_path: Path, cxaudit: Callable[..., Result]
) -> None:
    file = tmp_path / "our answers (1).csv"
    rows = "".join(f"0{day}/0{day}/2026,{day}\n" for day in range(1, 8))
    file.write_text(f"Response date,Satisfaction\n{rows}", "utf-8")
    printed = cxaudit("evidence", "inspect", file).stdout
    assert "- id: our-answers-1\n  kind: surveys\n" in printed
    assert "# Why responded_at: its name; 7 of 7 rows have a value." in printed
    assert "# Open, responded_at: Are its days written" in printed
    assert "# Open, csat: Which answers count as satisfied?" in printed


def test_where_no_name_gives_a_hint_the_kinds_and_their_columns_are_listed(
    tmp_path: Path, cxaudit: Callable[..., Result]
) -> None:
    file = tmp_path / "anfragen.csv"
    file.write_text("Erstellt am;Kanal\n31/12/2026;Chat\n", "utf-8")
    printed = cxaudit("evidence", "inspect", file).stdout
    assert "# tickets: opened_at (needed), id, customer," in printed
    assert "# invitations: wave, invited, delivered, answered.\n" in printed
    assert "# Not used: 'Erstellt am', 'Kanal'." in printed


@pytest.mark.parametrize("name", ["none.csv", "x" * 400])
def test_a_file_that_is_not_there_is_not_looked_for_beside_a_profile(
    name: str, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("evidence", "inspect", name)
    assert ended.exit_code == ExitCode.UNUSABLE
    assert ended.stderr == f"Error: There is no file {name}.\n"


def test_a_title_above_the_names_of_a_workbook_is_passed_over(
    tmp_path: Path, cxaudit: Callable[..., Result]
) -> None:
    file = tmp_path / "answers.xlsx"
    book = openpyxl.Workbook()
    for row in (["Export of 1 May"], ["Response date", "NPS"], ["2026-05-01", 9]):
        book.active.append(row)
    book.save(file)
    printed = cxaudit("evidence", "inspect", file).stdout
    assert "    responded_at: Response date\n" in printed
    assert "Export of" not in printed


def test_what_is_odd_is_said_of_the_column(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    columns = "{opened_at: Opened, csat: Who}"
    add(
        company,
        f"{{id: odd, kind: tickets, source: data/desk.csv, columns: {columns}}}",
    )
    told = cxaudit("evidence", "measure", company).stderr
    assert (
        "Warning: odd: csat: No row has a value: unreadable (40). Say under `format` "
        "how it is written.\n"
    ) in told


def test_a_known_export_is_proposed_by_its_preset(
    tmp_path: Path, cxaudit: Callable[..., Result]
) -> None:
    file = tmp_path / "requests.csv"
    file.write_text(
        "service_request_id,status,service_name,requested_datetime,"
        "expected_datetime,closed_datetime,agency_responsible,source\n"
        "1,open,Light,2026-01-01T00:00:00Z,,,Works,web\n",
        "utf-8",
    )
    printed = cxaudit("evidence", "inspect", file).stdout
    assert "  preset: open311\n" in printed
    assert "# Why open311: most columns of that export are here." in printed


def test_words_and_names_of_people_are_never_printed(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    file = company.parent / "answers.csv"
    file.write_text(
        "Date,NPS,Comment,Name,Channel\n"
        "2026-01-01,9,call Zelda on +44 20 7946 0000,Zelda Zuse,zelda@example.org\n"
        "2026-01-02,Zelda,nothing,Zelda Zuse,zelda@example.org\n"
        "Zelda,10,nothing,Zelda Zuse,zelda@example.org\n",
        "utf-8",
    )
    add(
        company,
        "{id: answers, kind: surveys, source: answers.csv, columns: "
        "{responded_at: Date, nps: NPS, comment: Comment, channel: Channel}}",
    )
    for args in (["measure", company, "--all"], ["inspect", file]):
        ended = cxaudit("evidence", *args)
        assert "zelda" not in ended.output.lower()
    ended = cxaudit("evidence", "measure", company)
    assert ended.exit_code == ExitCode.DONE
    assert "answers" in ended.stdout


def test_no_name_of_a_group_can_steer_a_terminal(
    company: Path, cxaudit: Callable[..., Result]
) -> None:
    desk = DESK.replace("web", "\x1b[31mweb\x9b")
    (company.parent / "data" / "desk.csv").write_text(desk, "utf-8")
    ended = cxaudit("evidence", "measure", company, "--all")
    assert "\x1b" not in ended.output
    assert "\x9b" not in ended.output
    assert "channel: \N{REPLACEMENT CHARACTER}[31mweb" in ended.stdout


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
