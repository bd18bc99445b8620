"""What goes wrong with a table is told; what names a person is not."""

from __future__ import annotations

import gzip
import os
import sys
from typing import TYPE_CHECKING

import pytest

from auditor.cli.exit_code import ExitCode
from tests.cli.evidence import DESK, add, measures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result


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


def test_what_is_missing_is_said_with_the_way_to_install_it(
    company: Path, cxaudit: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    for args in (["measure", company], ["inspect", company.parent / "data/desk.csv"]):
        ended = cxaudit("evidence", *args)
        assert ended.exit_code == ExitCode.INCOMPLETE
        assert 'pip install "cxaudit[evidence]"' in ended.stderr


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
