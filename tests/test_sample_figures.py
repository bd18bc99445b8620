"""The figures of a sample audit, computed once more by other means."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

SAMPLE = Path(__file__).parents[1] / "sample_audits" / "northlight_broadband"
SINCE, END = pd.Timestamp("2025-11-21"), pd.Timestamp("2026-11-22")
SUMMER, AUTUMN = pd.Timestamp("2026-07-01"), pd.Timestamp("2026-10-01")
WEEK, MONTH = pd.Timedelta(days=7), pd.Timedelta(days=30)


def table(name: str, *moments: str) -> pd.DataFrame:
    rows = pd.read_csv(SAMPLE / "data" / name, dtype=str)
    for column in moments:
        rows[column] = pd.to_datetime(rows[column], format="%d/%m/%Y %H:%M:%S")
    return rows


def figure(id_: str, metric: str = "") -> tuple[float, int]:
    """Return a figure of the audit, or of one metric, with the rows behind it."""
    result = json.loads((SAMPLE / "result.json").read_text("utf-8"))
    start = f"{id_}[metric={metric},"
    (found,) = (
        measure
        for measure in result["measures"]
        if (measure["id"].startswith(start) if metric else measure["id"] == id_)
    )
    return found["value"], found["n"]


def about(value: float, rows: int) -> object:
    return pytest.approx((value, rows))


def test_scores_of_answers() -> None:
    rows = table("surveys.csv", "Answered")
    rows["Recommend"] = rows["Recommend"].astype(int)
    asked = rows[(rows["About"] == "relationship") & (rows["Recommend"] <= 10)]
    half = asked[(asked["Answered"] >= "2026-04-01") & (asked["Answered"] < AUTUMN)]
    promoters, detractors = half["Recommend"] >= 9, half["Recommend"] <= 6
    nps = 100 * (promoters.mean() - detractors.mean())
    assert figure("surveys.nps.score", "relationship-nps") == about(nps, len(half))
    calls = rows[(rows["Stage"] == "gets-help") & rows["Satisfied"].notna()]
    calls = calls[(calls["Answered"] >= SUMMER) & (calls["Answered"] < AUTUMN)]
    satisfied = (calls["Satisfied"].astype(int) >= 4).mean()
    assert figure("surveys.csat.share", "csat-calls") == about(satisfied, len(calls))


def test_times_and_ways_of_tickets() -> None:
    rows = table("tickets.csv.gz", "Created", "First reply", "Solved")
    year = rows[(rows["Created"] >= SINCE) & (rows["Created"] < END)]
    moved = (year["Moves"].astype(int) >= 2).mean()
    assert figure("tickets.reassigned.share") == about(moved, len(year))
    chats = year[(year["Via"] == "Chat") & (year["By bot"] == "no")]
    chats = chats[(chats["Created"] >= SUMMER) & (chats["Created"] < AUTUMN)]
    waits = (chats["First reply"] - chats["Created"]).dropna()
    hours = waits.median().total_seconds() / 3600
    assert figure("tickets.first_response_time.p50", "chat-first-response") == about(
        hours, len(waits)
    )


def test_matters_that_come_back() -> None:
    rows = table("tickets.csv.gz", "Created", "First reply", "Solved")
    last = rows[["Created", "First reply", "Solved"]].max().max()
    known = rows.dropna(subset=["Customer number", "Reason"]).sort_values("Created")
    again = known.groupby(["Customer number", "Reason"])["Created"].shift(-1)
    counts = (known["Created"] >= SINCE) & (known["Created"] <= last - WEEK)
    settled = 1 - ((again - known["Created"]) <= WEEK)[counts].mean()
    found = figure("tickets.first_contact_resolution.share")
    assert found == about(settled, int(counts.sum()))


def test_complaints_whose_outcome_was_told() -> None:
    rows = pd.read_json(SAMPLE / "data" / "complaints.jsonl", lines=True)
    moments = ("received", "acknowledged", "resolved", "told")
    for column in moments:
        rows[column] = pd.to_datetime(rows[column]).dt.tz_localize(None)
    last = rows[list(moments)].max().max()
    due = rows[(rows["received"] >= SINCE) & (rows["received"] + MONTH <= last)]
    told = ((due["told"] - due["received"]) <= MONTH).mean()
    assert figure("complaints.loop_closed.share") == about(told, len(due))


def test_customers_who_left() -> None:
    path = SAMPLE / "data" / "customers.csv"
    rows = pd.read_csv(path, sep=";", dtype=str, encoding="utf-8-sig")
    since = pd.to_datetime(rows["Since"], format="%d.%m.%Y")
    until = pd.to_datetime(rows["Until"], format="%d.%m.%Y")
    start = pd.Timestamp("2025-10-01")
    there = (since <= start) & ~(until <= start)
    left = ((until > start) & (until < AUTUMN))[there].mean()
    assert figure("customers.churn.share", "churn") == about(left, int(there.sum()))
