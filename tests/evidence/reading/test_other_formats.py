"""The same numbers come out whatever the format of the file."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from typing import TYPE_CHECKING

import pytest
from openpyxl import Workbook

from auditor.errors import EvidenceError
from auditor.evidence.mapping import ColumnMapping
from tests.evidence.reading.tables import adds_up, mapped

if TYPE_CHECKING:
    from pathlib import Path

    from tests.evidence.reading.tables import Desk

TICKETS = mapped(
    "tickets",
    {"opened_at": "opened", "id": "id", "channel": "via.channel", "status": "state"},
)
RECORDS = [
    {"id": 7, "opened": "2026-03-04T12:00:00Z", "via": {"channel": "web"}},
    {"id": "008", "opened": "2026-03-05 12:00:00", "via": {}, "state": None},
    {"id": 9007199254740993, "opened": None, "state": "open"},
]
LINES = "\n".join(map(json.dumps, RECORDS))


def check(desk: Desk, table_rows: int) -> None:
    assert table_rows == 3
    assert desk.values("id") == ["7", "008"]
    assert desk.values("channel") == ["web", None]
    assert [f"{day:%d %H}" for day in desk.values("opened_at")] == ["04 12", "05 12"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (LINES, "source.jsonl"),
        (LINES + "\n\n", "source.json"),
        ("\ufeff" + LINES, "source.ndjson"),
        (json.dumps(RECORDS), "source.json"),
        (json.dumps(RECORDS, indent=2), "source.json"),
        (json.dumps({"count": 3, "tickets": RECORDS}), "source.json"),
        (json.dumps({"tickets": RECORDS, "next": None}, indent=2), "source.json"),
        (
            json.dumps({"tickets": RECORDS[:1]}) + json.dumps({"tickets": RECORDS[1:]}),
            "source.json",
        ),
    ],
)
def test_json_in_every_shape(desk: Desk, text: str, name: str) -> None:
    table = desk.table(text, TICKETS, name)
    check(desk, table.info.rows)
    assert table.info.excluded == {"opened_at blank": 1}
    table = desk.table(gzip.compress(text.encode()), TICKETS, f"{name}.gz")
    check(desk, table.info.rows)


def test_pages_of_an_envelope_are_one_table(desk: Desk) -> None:
    desk.write(json.dumps({"data": {"items": RECORDS[:2]}}), "page-1.json")
    desk.write(json.dumps({"data": {"items": RECORDS[2:]}}), "page-2.json")
    mapping = mapped("tickets", TICKETS.columns, records="data.items")
    table = desk.read("page-*.json", mapping)
    check(desk, table.info.rows)


def test_a_line_that_is_no_record_costs_one_row(desk: Desk) -> None:
    table = desk.table(LINES + '\n{"id": 3, "opened"', TICKETS, "source.jsonl")
    assert table.info.excluded["not a record"] == 1
    assert adds_up(table)


def test_json_that_is_cut_off_is_refused_by_name(desk: Desk) -> None:
    with pytest.raises(EvidenceError, match=r"source.json: it is not valid JSON"):
        desk.table(json.dumps(RECORDS)[:-9], TICKETS, "source.json")


def test_a_field_that_no_record_has_is_named(desk: Desk) -> None:
    mapping = mapped("tickets", {"opened_at": "opened", "channel": "via.chanel"})
    with pytest.raises(
        EvidenceError, match=r"'via.chanel'.*Did you mean 'via.channel'"
    ):
        desk.table(LINES, mapping, "source.jsonl")


def test_a_key_with_a_dot_in_it_is_found(desk: Desk) -> None:
    record = {"opened": "2026-03-04", "via.channel": "mail", "items": [{"id": "a"}]}
    columns: dict[str, str | ColumnMapping] = {
        "opened_at": "opened",
        "channel": "via.channel",
        "id": "items[0].id",
    }
    desk.table(json.dumps(record), mapped("tickets", columns), "source.jsonl")
    assert (desk.values("channel"), desk.values("id")) == (["mail"], ["a"])


def parquet(desk: Desk, query: str) -> Path:
    path = desk.folder / "source.parquet"
    desk.engine.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    return path


def test_parquet_with_types_of_its_own(desk: Desk) -> None:
    path = parquet(
        desk,
        "SELECT * FROM (VALUES"
        " (7.0, TIMESTAMPTZ '2026-03-04 17:30:00+05:30', {'channel': 'web'}, 9, true),"
        " (8.0, TIMESTAMPTZ '2026-03-05 12:00:00Z', {'channel': 'NA'}, 11, NULL),"
        " (9.0, NULL, NULL, NULL, false)) AS t(id, opened, via, score, late)",
    )
    columns: dict[str, str | ColumnMapping] = {
        "opened_at": "opened",
        "id": "id",
        "channel": "via.channel",
        "csat": ColumnMapping("score", codes={"11": "excluded"}),
        "on_time": "late",
    }
    table = desk.read(path.name, mapped("tickets", columns))
    assert desk.values("id") == ["7", "8"]
    assert desk.values("channel") == ["web", None]
    assert (desk.values("csat"), desk.values("on_time")) == ([9, None], [True, None])
    assert [f"{day:%d %H}" for day in desk.values("opened_at")] == ["04 12", "05 12"]
    assert table.missing["csat"] == {"code '11'": 1}
    assert table.info.excluded == {"opened_at blank": 1}


def test_gzipped_parquet_with_epochs(desk: Desk) -> None:
    path = parquet(desk, "SELECT 1772625600 AS at, 'x' AS id")
    desk.write(gzip.compress(path.read_bytes()), "packed.parquet.gz")
    column = ColumnMapping("at", format=("epoch_seconds",))
    desk.read("packed.parquet.gz", mapped("tickets", {"opened_at": column}))
    assert [f"{day:%F %H}" for day in desk.values("opened_at")] == ["2026-03-04 12"]


def workbook(desk: Desk, rows: list[list[object]]) -> None:
    book = Workbook()
    book.create_sheet("Notes")
    sheet = book.create_sheet("Data")
    for row in rows:
        sheet.append(row)
    book.save(desk.folder / "source.xlsx")


def test_a_spreadsheet_with_titles_moments_and_numbers_as_text(desk: Desk) -> None:
    workbook(
        desk,
        [
            ["Report"],
            [],
            ["Opened", "Id", "Score"],
            [dt.datetime(2026, 3, 4, 12), "007", 9],
            ["05/03/2026 12:00", 8, "9"],
            [dt.date(2026, 3, 6), 12345678901, "#N/A"],
        ],
    )
    columns: dict[str, str | ColumnMapping] = {
        "opened_at": ColumnMapping("Opened", format=("%d/%m/%Y %H:%M",)),
        "id": "id",
        "csat": "Score",
    }
    table = desk.read("source.xlsx", mapped("tickets", columns, sheet="Data"))
    assert desk.values("id") == ["007", "8", "12345678901"]
    assert desk.values("csat") == [9, 9, None]
    assert [f"{day:%d %H}" for day in desk.values("opened_at")] == [
        "04 12",
        "05 12",
        "06 00",
    ]
    assert table.info.source == "source.xlsx"


def test_the_first_sheet_with_rows_is_read_and_a_missing_one_named(desk: Desk) -> None:
    workbook(desk, [["Opened"], [dt.datetime(2026, 3, 4)]])
    table = desk.read("source.xlsx", mapped("tickets", {"opened_at": "Opened"}))
    assert table.info.rows == 1
    with pytest.raises(EvidenceError, match=r"no sheet 'Dat'.*'Data'"):
        desk.read(
            "source.xlsx", mapped("tickets", {"opened_at": "Opened"}, sheet="Dat")
        )
    with pytest.raises(EvidenceError, match=r"source.xlsx: it has no column 'Gone'"):
        desk.read("source.xlsx", mapped("tickets", {"opened_at": "Gone"}, sheet="Data"))
