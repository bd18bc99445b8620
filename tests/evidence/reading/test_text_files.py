"""Files of delimited text, as exports really are."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

import pytest

from auditor.errors import EvidenceError
from tests.evidence.reading.tables import adds_up, mapped

if TYPE_CHECKING:
    from tests.evidence.reading.tables import Desk

TICKETS = mapped("tickets", {"opened_at": "opened", "id": "id", "reason": "why"})
HEAD = "id,opened,why\n"
ROW = "007,2026-01-31 08:15:00,bill\n"


@pytest.mark.parametrize("marks", [b"", b"\xef\xbb\xbf", b"\xef\xbb\xbf" * 2])
def test_byte_order_marks_are_no_part_of_a_name(desk: Desk, marks: bytes) -> None:
    desk.table(marks + (HEAD + ROW).encode(), TICKETS)
    assert desk.values("id") == ["007"]


def test_a_file_in_two_encodings_keeps_both_spellings(desk: Desk) -> None:
    lines = [HEAD.encode(), "1,2026-01-31,Gebühr\n".encode()]
    lines += ["2,2026-01-31,Gebühr\n".encode("windows-1252")]
    desk.table(b"".join(lines), TICKETS)
    assert desk.values("reason") == ["Gebühr", "Gebühr"]


def test_utf_16_is_read(desk: Desk) -> None:
    desk.table((HEAD + ROW.replace("bill", "señal")).encode("utf-16"), TICKETS)
    assert desk.values("reason") == ["señal"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_ending_is_read(desk: Desk, end: str) -> None:
    table = desk.table((HEAD + ROW * 2).replace("\n", end), TICKETS)
    assert (table.info.rows, desk.values("reason")) == (2, ["bill", "bill"])


def test_line_endings_may_be_mixed_and_stand_inside_quotes(desk: Desk) -> None:
    rows = '1,2026-01-31,"a\r\nb"\r\n2,2026-01-31,"c\nd"\n3,2026-01-31,e\rf\n'
    table = desk.table(HEAD + rows, TICKETS)
    assert adds_up(table)
    assert table.info.rows - table.info.excluded.get("the wrong number of fields", 0)
    assert desk.values("id")[:2] == ["1", "2"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(desk: Desk, mark: str) -> None:
    desk.table((HEAD + ROW).replace(",", mark), TICKETS)
    assert desk.values("reason") == ["bill"]


def test_a_ragged_row_costs_one_row(desk: Desk) -> None:
    table = desk.table(HEAD + ROW + "8,2026-01-31\n9,2026-01-31,a,b\n" + ROW, TICKETS)
    assert table.info.excluded == {"the wrong number of fields": 2}
    assert table.info.rows == 4
    assert adds_up(table)
    (told,) = (remark for remark in table.remarks if remark.code == "ragged")
    assert told.count == 2
    assert told.text.endswith("first lines: 3, 4.")


@pytest.mark.parametrize("rows", [0, 2, 1_000])
def test_a_quote_that_never_closes_swallows_nothing(desk: Desk, rows: int) -> None:
    table = desk.table(HEAD + '8,2026-01-31,"open\n' + ROW * rows, TICKETS)
    assert (table.info.rows, table.info.excluded) == (rows + 1, {})
    assert desk.values("reason")[0] == "open"
    (told,) = (each for each in table.remarks if each.code == "unclosed_quote")
    assert told.text.endswith("first lines: 2.")


def test_a_quote_that_never_closes_after_a_field_of_many_lines(desk: Desk) -> None:
    field = '9,2026-01-31,"two\nlines"\n'
    table = desk.table(HEAD + field + '8,2026-01-31,"b\n' + ROW + ROW, TICKETS)
    assert table.info.rows == 4
    assert desk.values("reason") == ["two\nlines", "b", "bill", "bill"]


def test_two_quotes_far_apart_that_swallow_more_than_can_be_counted_are_told(
    desk: Desk,
) -> None:
    bad = '8,2026-01-31,"open\n'
    table = desk.table(HEAD + bad + ROW * 1_000 + bad + ROW, TICKETS)
    (told,) = (each for each in table.remarks if each.code == "unclosed_quote")
    assert "may have swallowed more rows" in told.text


def test_a_file_cut_in_the_middle_of_a_row_loses_that_row(desk: Desk) -> None:
    table = desk.table(HEAD + ROW + "8,2026-0", TICKETS)
    assert (table.info.rows, desk.values("id")) == (2, ["007"])


def test_titles_above_the_header_are_skipped(desk: Desk) -> None:
    desk.table("Report of January\n\nMade by,us\n" + HEAD + ROW, TICKETS)
    assert desk.values("id") == ["007"]


def test_a_title_above_the_header_does_not_hide_the_delimiter(desk: Desk) -> None:
    text = "Report of January\n" + (HEAD + ROW).replace(",", ";")
    desk.table(text, TICKETS)
    assert desk.values("id") == ["007"]


def test_names_are_found_despite_blanks_and_case(desk: Desk) -> None:
    head = "\ufeffID ,\u00a0Opened,Why\u00a0\n"
    desk.table(head + ROW, TICKETS)
    assert desk.values("reason") == ["bill"]


def test_an_unnamed_index_column_is_no_trouble(desk: Desk) -> None:
    desk.table(",id,opened,why\n0,007,2026-01-31,bill\n", TICKETS)
    assert desk.values("id") == ["007"]


def test_full_duplicates_are_reported_and_kept(desk: Desk) -> None:
    table = desk.table(HEAD + ROW * 3, TICKETS)
    assert [(each.code, each.count) for each in table.remarks if each.count == 2] == [
        ("duplicates", 2)
    ]
    assert len(desk.values("id")) == 3


def test_gzipped_text_is_the_same_text(desk: Desk) -> None:
    desk.table(gzip.compress((HEAD + ROW).encode()), TICKETS, "source.csv.gz")
    assert desk.values("id") == ["007"]


def test_a_pattern_reads_files_with_their_columns_in_any_order(desk: Desk) -> None:
    desk.write(HEAD + ROW, "part-1.csv")
    desk.write("why,id,opened\nmove,008,2026-02-01\n", "part-2.csv")
    table = desk.read("part-*.csv", TICKETS)
    assert sorted(desk.values("id")) == ["007", "008"]
    assert (table.info.rows, len(table.info.sha256)) == (2, 64)


def test_a_header_without_rows_is_an_empty_table(desk: Desk) -> None:
    table = desk.table(HEAD, TICKETS)
    assert table.info.rows == 0
    assert [remark.code for remark in table.remarks] == ["no_rows"]


@pytest.mark.parametrize(
    ("content", "name", "cause"),
    [
        (b"", "source.csv", "empty"),
        (b"\xef\xbb\xbf\r\n", "source.csv", "empty"),
        (gzip.compress(b"", mtime=0), "source.csv.gz", "empty"),
        (b"%PDF-1.7 ...", "source.csv", "a PDF"),
        (b"<!DOCTYPE html><table>", "source.csv", "a web page"),
        (b'{"id": 1}', "source.csv", "JSON"),
        (b"PK\x03\x04rest", "source.csv", "a spreadsheet"),
        (b"id,opened\n1,2\n", "source.json", "text file"),
        (b"id,opened\n1,2\n", "source.parquet", "text file"),
        (b"id,opened\n1,2\n", "source.csv.gz", "not a gzip archive"),
        (
            gzip.compress(b"id,opened,why\n" * 9999, mtime=0)[:-9],
            "source.csv.gz",
            "cut off",
        ),
        (b"PK\x03\x04rest", "source.xlsx", "not a workbook"),
        (b"PAR1rest", "source.parquet", "not valid Parquet"),
    ],
)
def test_a_file_that_is_not_what_it_says_is_refused_by_name(
    desk: Desk, content: bytes, name: str, cause: str
) -> None:
    with pytest.raises(EvidenceError, match=cause) as refused:
        desk.table(content, TICKETS, name)
    assert name in str(refused.value)


def test_a_missing_file_is_named(desk: Desk) -> None:
    with pytest.raises(EvidenceError, match="there is no such file"):
        desk.read("gone.csv", TICKETS)
    with pytest.raises(EvidenceError, match="no file fits"):
        desk.read("gone-*.csv", TICKETS)


def test_a_missing_column_is_named_with_the_likely_one(desk: Desk) -> None:
    with pytest.raises(EvidenceError, match=r"no column 'whi'.*Did you mean 'why'"):
        desk.table(HEAD + ROW, mapped("tickets", {"opened_at": "opened", "id": "whi"}))
