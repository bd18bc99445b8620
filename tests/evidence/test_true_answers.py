"""The true answers of real exports come out of the command, with mappings alone.

The files are others' and not in this repository: they are looked for in the folder
that `CXAUDIT_SHARED_DATA` names, else beside the repository; without them tests skip.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from auditor.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

BESIDE = Path(__file__).parents[3] / "shared" / "data"
DATA = Path(os.environ.get("CXAUDIT_SHARED_DATA", BESIDE)) / "evidence"

pytestmark = pytest.mark.skipif(
    not DATA.is_dir(),
    reason="real exports are absent: name them in CXAUDIT_SHARED_DATA",
)

BOSTON: dict[str, Any] = {
    "opened_at": "open_dt",
    "id": "case_enquiry_id",
    "closed_at": "closed_dt",
    "due_at": "target_dt",
    "status": "case_status",
    "channel": "source",
    "department": "department",
}
SAID_BY_THE_SOURCE = {"source": "ontime", "codes": {"ONTIME": True, "OVERDUE": False}}
Table = dict[str, Any]


@pytest.fixture
def measured(tmp_path: Path) -> Callable[..., Table]:
    """Measure one file as a profile would name it; returns what the command prints."""

    def measure(kind: str, source: str, **mapping: object) -> Table:
        dataset = {"id": "it", "kind": kind, "source": str(DATA / source), **mapping}
        profile = {"organisation": {"name": "City"}, "evidence": [dataset]}
        path = tmp_path / "profile.json"
        path.write_text(json.dumps(profile), "utf-8")
        args = ["evidence", "measure", str(path), "--format", "json"]
        ended = CliRunner().invoke(main, [*args, "--as-of", "2026-11-21"])
        assert ended.exit_code == 0, ended.stderr
        document: Table = json.loads(ended.stdout)
        return document

    return measure


def figures(document: Table, **by: str) -> dict[str, float]:
    """Return the values of one group, by name and statistic."""
    listed = document["measures"]
    return {
        f"{m['name']} {m['statistic']}": m["value"] for m in listed if m["by"] == by
    }


def numbers(document: Table, cut: str, measure: str) -> dict[str, int]:
    """Return the number of rows behind a measure, in each group of one cut."""
    return {
        one["by"][cut]: one["n"]
        for one in document["measures"]
        if [*one["by"]] == [cut] and f"{one['name']} {one['statistic']}" == measure
    }


def times(document: Table) -> list[float]:
    """Return median, mean and 90th percentile of the hours to close."""
    found = figures(document)
    return [found[f"resolution_time {name}"] for name in ("p50", "mean", "p90")]


def test_new_york_service_requests(measured: Callable[..., Table]) -> None:
    found = measured(
        "tickets",
        "nyc311/nyc311-100.csv",
        columns={
            "opened_at": "Created Date",
            "id": "Unique Key",
            "closed_at": "Closed Date",
            "due_at": "Due Date",
            "status": "Status",
            "channel": "Open Data Channel Type",
        },
    )
    assert figures(found)["closure share"] == pytest.approx(0.98)
    assert times(found) == pytest.approx([68.7556, 742.1842, 588.3776], abs=1e-4)
    assert figures(found)["on_time share_of_resolved"] == pytest.approx(33 / 41)
    assert numbers(found, "channel", "tickets count") == {
        "PHONE": 52,
        "ONLINE": 16,
        "MOBILE": 11,
        "UNKNOWN": 21,
    }


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
def test_boston_service_requests_in_every_shape(
    measured: Callable[..., Table], name: str
) -> None:
    columns = {**BOSTON, "on_time": SAID_BY_THE_SOURCE}
    found = measured("tickets", f"boston311/{name}", columns=columns)
    assert figures(found)["closure share"] == pytest.approx(0.85)
    assert figures(found)["on_time share"] == pytest.approx(0.83)
    assert figures(found)["on_time share_of_resolved"] == pytest.approx(72 / 77)
    assert times(found) == pytest.approx([16.1569, 110.6295, 152.2795], abs=1e-4)
    assert sorted(numbers(found, "channel", "tickets count").values()) == [
        3,
        11,
        30,
        56,
    ]
    works = figures(found, department="PWDx")
    assert works["closure share"] == pytest.approx(45 / 49)
    transport = figures(found, department="BTDT")
    assert transport["closure share"] == pytest.approx(27 / 31)


def test_dates_without_times(measured: Callable[..., Table]) -> None:
    found = measured("tickets", "boston311/boston311-100-notime.csv", columns=BOSTON)
    assert figures(found)["resolution_time p50"] == pytest.approx(24)


def test_duplicates_are_counted_and_kept(measured: Callable[..., Table]) -> None:
    source = "boston311/boston311-100-20dupes-random.csv"
    found = measured("tickets", source, columns=BOSTON)
    closed = next(m for m in found["measures"] if m["name"] == "closure")
    assert closed["value"] * closed["n"] == pytest.approx(84)
    assert figures(found)["resolution_time p50"] == pytest.approx(17.0807, abs=1e-4)


def test_a_ragged_row_is_one_row(measured: Callable[..., Table]) -> None:
    found = measured("tickets", "boston311/boston311-100-bad.tsv", columns=BOSTON)
    assert found["evidence"][0]["excluded"] == {"the wrong number of fields": 1}
    assert figures(found)["tickets count"] == 99


def test_telephone_customers(measured: Callable[..., Table]) -> None:
    found = measured(
        "customers",
        "telco/telco-customer-churn-by-IBM.csv",
        columns={
            "customer": "customerID",
            "segment": "Contract",
            "ended": "Churn",
            "revenue": "MonthlyCharges",
        },
    )
    assert figures(found)["customers count"] == 7043
    assert figures(found)["churn share"] == pytest.approx(1869 / 7043)
    lost = figures(found)["revenue_churn share"]
    assert lost == pytest.approx(139_130.85 / 456_116.60)
    for segment, churn, n in (
        ("Month-to-month", 0.427097, 3875),
        ("One year", 0.112695, 1473),
        ("Two year", 0.028319, 1695),
    ):
        share = figures(found, segment=segment)["churn share"]
        assert share == pytest.approx(churn, abs=1e-6)
        assert numbers(found, "segment", "churn share")[segment] == n


def test_deleted_tickets_are_in_no_denominator(measured: Callable[..., Table]) -> None:
    source = "fivetran-export-schemas/zendesk/ticket_data.csv"
    columns = {"opened_at": "created_at", "id": "id", "status": "status"}
    found = measured("tickets", source, columns=columns)
    assert found["evidence"][0]["excluded"] == {"deleted": 2}
    assert figures(found)["tickets count"] == 8
    assert figures(found)["closure share"] == pytest.approx(1)


@pytest.mark.parametrize("name", ["", "_with_bom"])
def test_answers_with_and_without_a_byte_order_mark(
    measured: Callable[..., Table], name: str
) -> None:
    source = f"gsa-touchpoints/sample_cx_responses_upload{name}.csv"
    columns = {"customer": "external_id", "segment": "question_1"}
    found = measured("customers", source, columns=columns)
    assert figures(found)["customers count"] == (4 if name else 1000)
