"""The true answers of real exports come out with mappings alone.

The files are others' and not in this repository: they are looked for in the folder
that `CXAUDIT_SHARED_DATA` names, else beside the repository; without them tests skip.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from auditor.evidence.mapping import ColumnMapping
from auditor.evidence.reading import read_table
from tests.evidence.reading.tables import Desk, mapped

if TYPE_CHECKING:
    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.mapping import TableMapping

BESIDE = Path(__file__).parents[4] / "shared" / "data"
DATA = Path(os.environ.get("CXAUDIT_SHARED_DATA", BESIDE)) / "evidence"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(),
    reason="real exports are absent: name them in CXAUDIT_SHARED_DATA",
)

HOURS = "(epoch(closed_at) - epoch(opened_at)) / 3600"
SPAN = f"count(closed_at), median({HOURS}), avg({HOURS}), quantile_cont({HOURS}, 0.9)"
LATE = (
    "count(due_at), count(*) FILTER (closed_at IS NOT NULL AND due_at IS NOT NULL),"
    " count(*) FILTER (closed_at > due_at)"
)
BOSTON = mapped(
    "tickets",
    {
        "opened_at": "open_dt",
        "id": "case_enquiry_id",
        "closed_at": "closed_dt",
        "due_at": "target_dt",
        "status": "case_status",
        "channel": "source",
        "department": "department",
        "on_time": ColumnMapping(
            "ontime", codes={"ONTIME": "true", "OVERDUE": "false"}
        ),
    },
)


def read(desk: Desk, source: str, mapping: TableMapping) -> CanonicalTable:
    return read_table(
        desk.engine,
        "evidence",
        source,
        mapping,
        folder=DATA,
        workspace=desk.workspace,
    )


def asked(desk: Desk, columns: str, rest: str = "") -> list[tuple[Any, ...]]:
    relation = desk.engine.query(f"SELECT {columns} FROM evidence {rest}")
    return relation.fetchall()


def by(desk: Desk, column: str) -> dict[object, int]:
    return dict(asked(desk, f"{column}, count(*)", "GROUP BY 1"))


def test_new_york_service_requests(desk: Desk) -> None:
    mapping = mapped(
        "tickets",
        {
            "opened_at": "Created Date",
            "id": "Unique Key",
            "closed_at": "Closed Date",
            "due_at": "Due Date",
            "status": "Status",
            "channel": "Open Data Channel Type",
        },
    )
    table = read(desk, "nyc311/nyc311-100.csv", mapping)
    assert by(desk, "status") == {"closed": 98, "open": 1, "pending": 1}
    (found,) = asked(desk, SPAN)
    assert found == pytest.approx((99, 68.7556, 742.1842, 588.3776), abs=1e-4)
    assert asked(desk, LATE) == [(42, 41, 8)]
    assert by(desk, "channel") == {
        "PHONE": 52,
        "ONLINE": 16,
        "MOBILE": 11,
        "UNKNOWN": 21,
    }
    told = {remark.code: remark.count for remark in table.remarks}
    assert told["status_and_date"] == 1


@pytest.mark.parametrize(
    "name",
    [
        "boston311-100.csv",
        "boston311-100.csv.gz",
        "boston311-100.jsonl",
        "boston311-100-untrimmed.jsonl",
        "boston311-100-with-nonascii.csv",
        "boston311-dmy-100.csv",
    ],
)
def test_boston_service_requests_in_every_shape(desk: Desk, name: str) -> None:
    table = read(desk, f"boston311/{name}", BOSTON)
    assert (table.info.rows, table.info.excluded) == (100, {})
    assert by(desk, "status") == {"closed": 85, "open": 15}
    assert by(desk, "on_time")[True] == 83
    (found,) = asked(desk, SPAN)
    assert found == pytest.approx((85, 16.1569, 110.6295, 152.2795), abs=1e-4)
    assert asked(desk, LATE) == [(89, 77, 5)]
    assert sorted(by(desk, "channel").values()) == [3, 11, 30, 56]
    closed = "department, count(*) FILTER (status = 'closed'), count(*)"
    assert set(asked(desk, closed, "GROUP BY 1")) == {
        ("PWDx", 45, 49),
        ("BTDT", 27, 31),
        ("ISD", 6, 8),
        ("INFO", 2, 4),
        ("PARK", 3, 3),
        ("PROP", 0, 3),
        ("GEN_", 2, 2),
    }


def test_dates_without_times(desk: Desk) -> None:
    table = read(desk, "boston311/boston311-100-notime.csv", BOSTON)
    zero = f"median({HOURS}), count(*) FILTER ({HOURS} = 0)"
    assert asked(desk, zero) == [(24.0, 36)]
    assert "day_clock" in {remark.code for remark in table.remarks}


def test_duplicates_are_counted_and_kept(desk: Desk) -> None:
    table = read(desk, "boston311/boston311-100-20dupes-random.csv", BOSTON)
    told = {remark.code: remark.count for remark in table.remarks}
    assert told["duplicates"] == 20
    (found,) = asked(desk, f"count(*) FILTER (status = 'closed'), median({HOURS})")
    assert found == pytest.approx((84, 17.0807), abs=1e-4)


def test_a_ragged_row_is_one_row(desk: Desk) -> None:
    table = read(desk, "boston311/boston311-100-bad.tsv", BOSTON)
    assert table.info.excluded == {"the wrong number of fields": 1}
    assert (table.info.rows, len(desk.values("id"))) == (100, 99)


def test_telephone_customers(desk: Desk) -> None:
    mapping = mapped(
        "customers",
        {
            "customer": "customerID",
            "segment": "Contract",
            "ended": "Churn",
            "revenue": "MonthlyCharges",
            "margin": "TotalCharges",
        },
    )
    table = read(desk, "telco/telco-customer-churn-by-IBM.csv", mapping)
    (found,) = asked(desk, "100 * avg(ended::INT), sum(ended::INT), count(*)")
    assert found == pytest.approx((26.537, 1869, 7043), abs=1e-4)
    churn = "100 * avg(ended::INT), count(*)"
    rows = asked(desk, f"segment, {churn}", "GROUP BY 1")
    segments = {segment: figures for segment, *figures in rows}
    assert segments["Month-to-month"] == pytest.approx([42.7097, 3875], abs=1e-4)
    assert segments["One year"] == pytest.approx([11.2695, 1473], abs=1e-4)
    assert segments["Two year"] == pytest.approx([2.8319, 1695], abs=1e-4)
    sums = asked(desk, "sum(revenue), sum(revenue) FILTER (ended)")
    assert sums[0] == pytest.approx((456116.60, 139130.85), abs=1e-2)
    assert table.missing["margin"] == {"blank": 11}


def test_zendesk_tickets_leave_deleted_ones_out(desk: Desk) -> None:
    columns = {"opened_at": "created_at", "id": "id", "status": "status"}
    source = "fivetran-export-schemas/zendesk/ticket_data.csv"
    table = read(desk, source, mapped("tickets", columns))
    assert table.info.rows == 10
    assert table.info.excluded == {"deleted": 2}
    assert by(desk, "status") == {"closed": 7, "solved": 1}


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("surveymonkey/StarWars.csv", {"customer": "RespondentID", "segment": "Age"}),
        (
            "surveymonkey/flying-etiquette.csv",
            {"customer": "RespondentID", "segment": "How tall are you?"},
        ),
        ("qualtrics/sample.csv", {"customer": "ResponseId", "segment": "Q1"}),
        ("qualtrics/sample_legacy.csv", {"customer": "V1", "segment": "Q1"}),
        (
            "qualtrics/sample.csv",
            {
                "customer": "Antwort-ID",
                "segment": "This is a multiple choice question.",
            },
        ),
    ],
)
def test_no_header_row_is_an_answer(
    desk: Desk, name: str, columns: dict[str, str]
) -> None:
    rows = 2 if "legacy" in name else None
    read(desk, name, mapped("customers", columns, header_rows=rows))
    ids = desk.values("customer")
    assert all(each.startswith("R_") or each.isdigit() for each in ids)
    assert len(ids) in {1, 1040, 1186}


def test_touchpoints_with_and_without_a_byte_order_mark(desk: Desk) -> None:
    columns = {"customer": "external_id", "segment": "question_1"}
    mapping = mapped("customers", columns)
    plain = read(desk, "gsa-touchpoints/sample_cx_responses_upload.csv", mapping)
    assert (plain.info.rows, plain.info.excluded) == (1000, {})
    marked = "gsa-touchpoints/sample_cx_responses_upload_with_bom.csv"
    assert read(desk, marked, mapping).info.rows == 4
    assert desk.values("customer")[0] == "100001"
