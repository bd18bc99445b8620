from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest

from auditor.cli.exit_code import ExitCode
from auditor.profile.reading import read_profile
from tests.cli.evidence import measures

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result


def test_a_database_cannot_be_looked_at_and_is_not_repeated(
    cxaudit: Callable[..., Result],
) -> None:
    ended = cxaudit("evidence", "inspect", "postgres://ann:secret@host/base")
    assert ended.exit_code == ExitCode.UNUSABLE
    assert "A database cannot be looked at, only a file." in ended.stderr
    assert "secret" not in ended.output


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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("none.csv", "there is no such file."),
        ("x" * 400, "it cannot be read: File name too long."),
    ],
)
def test_a_file_that_is_not_there_is_not_looked_for_beside_a_profile(
    name: str, said: str, cxaudit: Callable[..., Result]
) -> None:
    ended = cxaudit("evidence", "inspect", name)
    assert ended.exit_code == ExitCode.UNUSABLE
    assert ended.stderr == f"Error: {name}: {said}\n"


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
