"""Cells become values as declared, or are counted with the reason why not."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from auditor.errors import EvidenceError
from auditor.evidence.mapping import EXCLUDED, ColumnMapping, Filter, Scale
from tests.evidence.reading.tables import adds_up, mapped

if TYPE_CHECKING:
    from tests.evidence.reading.tables import Desk

NOON = datetime(2026, 3, 4, 12, 0)


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("04/03/2026 12:00:00", "%d/%m/%Y %H:%M:%S"),
        ("03/04/2026 12:00:00 PM", "%m/%d/%Y %I:%M:%S %p"),
        ("04.03.2026 12:00", "%d.%m.%Y %H:%M"),
        ("2026-03-04T12:00:00Z", "iso"),
        ("2026-03-04T17:30:00+05:30", "iso"),
        ("2026-03-04 12:00:00.000", "iso"),
        ("1772625600", "epoch_seconds"),
        ("1772625600000", "epoch_milliseconds"),
        ("46085.5", "excel"),
        ("Mar 4, 2026 12:00 PM", "%b %d, %Y %I:%M %p"),
    ],
)
def test_a_declared_format_is_read(desk: Desk, text: str, style: str) -> None:
    column = ColumnMapping("when", format=(style,))
    desk.table(f'when\n"{text}"\n', mapped("tickets", {"opened_at": column}))
    assert desk.values("opened_at") == [NOON]


@pytest.mark.parametrize("week", ["2026-W10", "2026-W10-1"])
def test_iso_weeks_begin_on_monday(desk: Desk, week: str) -> None:
    desk.table(f"when,x\n{week},1\n", mapped("tickets", {"opened_at": "when"}))
    assert [str(day) for day in desk.values("opened_at")] == ["2026-03-02 00:00:00"]


@pytest.mark.parametrize(
    ("zone", "utc"),
    [("Asia/Kolkata", "06:30"), ("Europe/London", "12:00"), ("", "12:00")],
)
def test_a_declared_zone_makes_moments_utc(desk: Desk, zone: str, utc: str) -> None:
    mapping = mapped("tickets", {"opened_at": "when"}, timezone=zone)
    desk.table("when,x\n2026-03-04 12:00:00,1\n2026-03-04T12:00:00Z,2\n", mapping)
    first, second = desk.values("opened_at")
    assert f"{first:%H:%M}" == utc
    assert second == NOON


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-04T12:00Z",
        "2026-03-04T14:00+02",
        "2026-03-04T14:00+0200",
        "2026-03-04 14:00:00+02:00",
        "2026-03-04T07:00:00.000-05",
    ],
)
def test_a_moment_that_names_its_zone_needs_no_other(desk: Desk, text: str) -> None:
    mapping = mapped("tickets", {"opened_at": "when"}, timezone="Asia/Kolkata")
    desk.table(f"when,x\n2026-03-04 12:00:00,1\n{text},2\n", mapping)
    assert desk.values("opened_at")[1] == NOON


def test_a_column_that_only_one_format_fits_needs_no_declaration(desk: Desk) -> None:
    rows = "when,x\n04/03/2026 12:00,1\n31/03/2026 12:00,2\n"
    desk.table(rows, mapped("tickets", {"opened_at": "when"}))
    assert desk.values("opened_at")[0] == NOON


@pytest.mark.parametrize(
    "rows",
    ["04/03/2026\n05/03/2026\n", "31/03/2026\n03/31/2026\n", "1772625600\n", "soon\n"],
)
def test_days_that_can_be_read_in_two_ways_are_asked_about(
    desk: Desk, rows: str
) -> None:
    with pytest.raises(EvidenceError, match="Declare its format") as refused:
        desk.table("when\n" + rows, mapped("tickets", {"opened_at": "when"}))
    assert "source.csv" in str(refused.value)
    assert "2026" not in str(refused.value)
    assert "1772625600" not in str(refused.value)


def test_blanks_and_placeholders_are_no_moments(desk: Desk) -> None:
    ends = ["", "NA", "#N/A", "-", "Blank", "1970-01-01", "1899-12-31", "soon"]
    rows = "".join(f"2026-03-04,{end}\n" for end in [*ends, "2026-03-05"])
    columns: dict[str, str | ColumnMapping] = {"opened_at": "from", "closed_at": "to"}
    table = desk.table("from,to\n" + rows * 5, mapped("tickets", columns))
    assert table.missing["closed_at"] == {
        "blank": 25,
        "placeholder date": 10,
        "unreadable": 5,
    }
    assert desk.values("closed_at_unusable").count(True) == 15


def test_a_row_without_its_beginning_is_left_out_with_the_reason(desk: Desk) -> None:
    rows = "when,id\n2026-03-04,1\n,2\nsoon,3\n1970-01-01,4\n"
    column = ColumnMapping("when", format=("iso",))
    table = desk.table(rows, mapped("tickets", {"opened_at": column, "id": "id"}))
    assert table.info.excluded == {
        "opened_at blank": 1,
        "opened_at unreadable": 1,
        "opened_at placeholder date": 1,
    }
    assert adds_up(table)


def test_an_end_before_its_beginning_is_no_end(desk: Desk) -> None:
    rows = "from,to\n2026-03-04,2026-03-03\n2026-03-04,2026-03-05\n"
    columns: dict[str, str | ColumnMapping] = {"opened_at": "from", "resolved_at": "to"}
    table = desk.table(rows, mapped("tickets", columns))
    assert table.missing["resolved_at"] == {"before opened_at": 1}
    assert desk.values("resolved_at_unusable") == [True, False]


@pytest.mark.parametrize(
    ("text", "unit"),
    [("7200", "seconds"), ("120", "minutes"), ("2", "hours"), ("2:00:00", "h:m:s")],
)
def test_a_duration_stands_in_for_an_end(desk: Desk, text: str, unit: str) -> None:
    columns: dict[str, str | ColumnMapping] = {
        "opened_at": "at",
        "resolved_at": ColumnMapping("took", unit=unit),
    }
    desk.table(f"at,took\n2026-03-04 10:00:00,{text}\n", mapped("tickets", columns))
    assert desk.values("resolved_at") == [NOON]


def test_scores_off_the_scale_are_quarantined_never_promoters(desk: Desk) -> None:
    rows = "".join(
        f"2026-03-04,{score}\n" for score in [10, 0, 11, 6.5, "good", "", -1]
    )
    columns: dict[str, str | ColumnMapping] = {"responded_at": "at", "nps": "score"}
    table = desk.table("at,score\n" + rows, mapped("surveys", columns))
    assert [score for score in desk.values("nps") if score is not None] == [10, 0]
    assert table.missing["nps"] == {
        "out of range": 2,
        "between the steps of the scale": 1,
        "unreadable": 1,
        "blank": 1,
    }


def test_codes_that_are_no_answers_are_excluded_and_counted(desk: Desk) -> None:
    codes = {"11": EXCLUDED, "not applicable": EXCLUDED, "Very good": "5"}
    columns: dict[str, str | ColumnMapping] = {
        "responded_at": "at",
        "csat": ColumnMapping("score", codes=codes),
    }
    mapping = mapped("surveys", columns, scales={"csat": Scale(1, 5)})
    rows = "".join(
        f"2026-03-04,{s}\n" for s in [11, "11.0", "Not Applicable", "very good", 4]
    )
    table = desk.table("at,score\n" + rows, mapping)
    assert desk.values("csat")[3:] == [5, 4]
    assert table.missing["csat"] == {"code '11'": 2, "code 'not applicable'": 1}


@pytest.mark.parametrize(
    ("text", "style", "number"),
    [
        ("1234.5", (), 1234.5),
        ("€ 1,234.50", (), 1234.5),
        ("3,87,16,911", (), 38716911),
        ("1.234.567,8", (), 1234567.8),
        ("1,234", (), None),
        ("1,234", ("1,234.5",), 1234),
        ("1,234", ("1.234,5",), 1.234),
        ("1.234,5", ("1.234,5",), 1234.5),
        ("EUR 12", (), 12),
        ("(12)", (), -12),
        ("nan", (), None),
        ("inf", (), None),
    ],
)
def test_numbers_are_read_as_they_are_written(
    desk: Desk, text: str, style: tuple[str, ...], number: float | None
) -> None:
    columns: dict[str, str | ColumnMapping] = {
        "customer": "id",
        "revenue": ColumnMapping("sum", format=style),
    }
    desk.table(f'id,sum\n1,"{text}"\n', mapped("customers", columns))
    assert desk.values("revenue") == [number]


def test_statuses_in_any_language_are_mapped_and_the_rest_listed(desk: Desk) -> None:
    codes = {"erledigt": "closed", "Müll": "deleted"}
    columns: dict[str, str | ColumnMapping] = {
        "opened_at": "at",
        "status": ColumnMapping("state", codes=codes),
    }
    states = ["Erledigt", "müll", "Solved", "verloren", "verloren", "weg", ""]
    rows = "".join(f"2026-03-04,{state}\n" for state in states)
    table = desk.table("at,state\n" + rows, mapped("tickets", columns))
    assert desk.values("status")[:2] == ["closed", "solved"]
    assert table.info.excluded == {"deleted": 1}
    assert table.missing["status"] == {"unmapped value": 3, "blank": 1}
    assert "'verloren' (2), 'weg' (1)" in table.remarks[-1].text
    assert adds_up(table)


def test_filters_keep_and_drop_rows_and_count_them(desk: Desk) -> None:
    rules = (Filter("type", ("Bug", "Task")), Filter("team", ("internal",), keep=False))
    rows = (
        "at,type,team\n2026-03-04,bug,a\n2026-03-04,pull,a\n2026-03-04,task,Internal\n"
    )
    table = desk.table(rows, mapped("tickets", {"opened_at": "at"}, filters=rules))
    assert list(table.info.excluded.values()) == [1, 1]
    assert adds_up(table)


def test_ids_are_text(desk: Desk) -> None:
    rows = "at,id\n2026-03-04,0012\n2026-03-04,9007199254740993123\n"
    table = desk.table(rows, mapped("tickets", {"opened_at": "at", "id": "id"}))
    assert desk.values("id") == ["0012", "9007199254740993123"]
    assert "rounded_ids" not in {remark.code for remark in table.remarks}


def test_ids_that_became_numbers_are_noticed(desk: Desk) -> None:
    rows = "at,id\n2026-03-04,9.00719925474099E+18\n"
    table = desk.table(rows, mapped("tickets", {"opened_at": "at", "id": "id"}))
    assert "rounded_ids" in {remark.code for remark in table.remarks}


def test_flags_are_read_in_the_words_of_programs(desk: Desk) -> None:
    rows = "".join(f"1,{word}\n" for word in ["Yes", "no", "TRUE", "0", "maybe", ""])
    table = desk.table(
        "id,left\n" + rows, mapped("customers", {"customer": "id", "ended": "left"})
    )
    assert desk.values("ended") == [True, False, True, False, None, None]
    assert table.missing["ended"] == {"unreadable": 1, "blank": 1}


def test_status_and_date_that_disagree_are_counted(desk: Desk) -> None:
    rows = "at,end,state\n2026-03-04,2026-03-05,pending\n2026-03-04,,closed\n"
    columns: dict[str, str | ColumnMapping] = {
        "opened_at": "at",
        "closed_at": "end",
        "status": "state",
    }
    table = desk.table(rows, mapped("tickets", columns))
    found = {remark.code: remark.count for remark in table.remarks}
    assert found["status_and_date"] == 2


def test_a_clock_of_whole_days_is_told(desk: Desk) -> None:
    table = desk.table("at,x\n2026-03-04,1\n", mapped("tickets", {"opened_at": "at"}))
    assert "day_clock" in {remark.code for remark in table.remarks}


def test_answers_that_do_not_fill_their_scale_are_told(desk: Desk) -> None:
    rows = "at,s\n" + "2026-03-04,1\n2026-03-05,10\n" * 20
    columns: dict[str, str | ColumnMapping] = {"responded_at": "at", "nps": "s"}
    table = desk.table(rows, mapped("surveys", columns))
    (told,) = [each.text for each in table.remarks if each.code == "scale_ends"]
    assert told == "Answers run from 1 to 10, declared from 0 to 10."


def test_personal_data_are_counted_and_never_shown(desk: Desk) -> None:
    rows = 'at,said\n2026-03-04,"write to ann@example.com or +44 20 7946 0000"\n'
    columns: dict[str, str | ColumnMapping] = {"responded_at": "at", "comment": "said"}
    table = desk.table(rows, mapped("surveys", columns))
    (told,) = [each for each in table.remarks if each.code == "personal_data"]
    assert told.count == 1
    assert "ann" not in repr(table.remarks)


def test_texts_of_an_unfilled_template_are_told(desk: Desk) -> None:
    rows = "at,said\n2026-03-04,Dear {{first_name}}\n"
    table = desk.table(
        rows, mapped("surveys", {"responded_at": "at", "comment": "said"})
    )
    assert "template_text" in {remark.code for remark in table.remarks}


def test_a_column_of_names_taken_for_statuses_is_not_listed(desk: Desk) -> None:
    rows = "".join(f"2026-01-31,Person {number}\n" for number in range(40))
    mapping = mapped("tickets", {"opened_at": "a", "status": "b"})
    table = desk.table("a,b\n" + rows, mapping)
    (told,) = (each for each in table.remarks if each.code == "unmapped_status")
    assert (told.count, "Person" in told.text) == (40, False)


ODD = [
    *("5", " 5 ", "5.0", "05", "\u00a05", "1e0", "-", "n/a", "NaN", "inf", "", " "),
    *("6", "2.5", "five", "1,0", "2026-03-04 12:00:00", " 2026-03-04 12:00:00 "),
    *("2026-03-04", "2026-03-04T12:00Z", "2026-03-04T12:00+02", "1970-01-01 00:00:00"),
    *("2026-13-04 12:00:00", "04/03/2026 12:00:00", "2026-W10", "0001-01-01 00:00:00"),
    *("blank", "none", "2025-03-04 12:00:00", "2026-03-04 12:00:00.5"),
]


def test_what_is_read_at_once_is_what_its_text_says(desk: Desk) -> None:
    """A code that is a word makes the reader look at each text first."""
    rows = "".join(f'"{text}","{text}",2026-01-01,{n}\n' for n, text in enumerate(ODD))
    found = []
    no_codes: dict[str, str] = {}
    for codes in (no_codes, {"no such word": EXCLUDED}):
        columns = {
            "resolved_at": ColumnMapping("end", format=("iso",), codes=codes),
            "csat": ColumnMapping("score", codes=codes),
            "opened_at": ColumnMapping("begin"),
            "id": ColumnMapping("n"),
        }
        scales = {"csat": Scale(1, 5)}
        mapping = mapped("tickets", columns, scales=scales, timezone="Asia/Kolkata")
        table = desk.table("end,score,begin,n\n" + rows, mapping)
        values = desk.engine.execute(
            "SELECT id, csat, resolved_at, resolved_at_unusable "
            "FROM evidence ORDER BY id"
        ).fetchall()
        found.append((values, table.missing, table.info.excluded))
    assert found[0] == found[1]
    assert len(found[0][0]) == len(ODD)
