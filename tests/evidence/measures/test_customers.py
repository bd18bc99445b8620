from __future__ import annotations

import pytest

from auditor.evidence.measures import Limits, Wanted, measure
from auditor.evidence.statistics.retention import lifetime_value
from tests.evidence.measures.tables import canonical, found, values

CONTRACTS = """
    SELECT CAST(i AS VARCHAR) AS customer,
      CASE WHEN i < 3875 THEN 'monthly' WHEN i < 5348 THEN 'yearly'
      ELSE 'two years' END AS segment,
      i < 1655 OR i BETWEEN 3875 AND 4040 OR i BETWEEN 5348 AND 5395 AS ended,
      CASE WHEN i % 640 <> 0 THEN CAST(i % 100 AS DOUBLE) END AS revenue
    FROM range(7043) AS t (i)
"""
"""The shape of a well-known table of 7,043 customers, of whom 1,869 left."""


def test_churn_of_a_table_without_dates_is_of_all_its_customers() -> None:
    table = canonical("customers", CONTRACTS)
    churn = found(table, "churn")
    assert churn.value == pytest.approx(0.26537, abs=5e-6)
    assert churn.n == 7043
    assert churn.low is not None
    assert churn.low < 0.26537
    shares = {
        segment: found(table, "churn", segment=segment).value
        for segment in ("monthly", "yearly", "two years")
    }
    assert shares == {
        "monthly": pytest.approx(0.427097, abs=5e-7),
        "yearly": pytest.approx(0.112695, abs=5e-7),
        "two years": pytest.approx(0.028319, abs=5e-7),
    }
    assert found(table, "retention").value == pytest.approx(1 - (churn.value or 0))


def test_missing_revenue_is_missing_not_nothing() -> None:
    lost = found(canonical("customers", CONTRACTS), "revenue_churn")
    kept = [(i, i % 100) for i in range(7043) if i % 640]
    ended = {*range(1655), *range(3875, 4041), *range(5348, 5396)}
    expected = sum(r for i, r in kept if i in ended) / sum(r for _, r in kept)
    assert lost.value == pytest.approx(expected)
    assert lost.excluded == {"no revenue stated": 12}


DATED = "customer, started_at, ended_at, revenue, margin"


def customer(name: str, start: str, end: str | None, money: float) -> str:
    ended = f"TIMESTAMP '{end}'" if end else "NULL"
    return f"'{name}', TIMESTAMP '{start}', {ended}, {money}, {money}"


ROWS = values(
    customer("stays", "2020-01-01", None, 10),
    customer("leaves", "2020-01-01", "2026-03-01", 30),
    customer("left long ago", "2020-01-01", "2021-01-01", 50),
    customer("new", "2026-06-01", None, 70),
    customer("came and went", "2026-02-01", "2026-07-01", 90),
    columns=DATED,
)


def test_new_customers_never_enter_retention() -> None:
    table = canonical("customers", ROWS)
    churn = found(table, "churn")
    assert (churn.value, churn.n) == (0.5, 2)
    assert churn.excluded == {
        "not yet a customer at the start": 2,
        "left before the start": 1,
    }
    assert found(table, "retention").value == 0.5
    assert found(table, "revenue_churn").value == pytest.approx(30 / 40)
    assert found(table, "customers", "count").value == 5


def test_retention_can_be_compared_with_that_of_the_year_before() -> None:
    # The export ends on 1 July 2026, so the year before begins after 1 July 2024.
    rows = values(
        customer("stays", "2020-01-01", None, 1),
        customer("leaves later", "2020-01-01", "2025-07-01 00:00:01", 1),
        customer("leaves last in it", "2020-01-01", "2025-07-01", 1),
        customer("leaves first in it", "2020-01-01", "2024-07-01 00:00:01", 1),
        customer("left before", "2020-01-01", "2024-07-01", 1),
        customer("just in time", "2024-07-01", None, 1),
        customer("too late", "2024-07-01 00:00:01", None, 1),
        customer("ends the export", "2026-01-01", "2026-07-01", 1),
        columns=DATED,
    )
    before = found(canonical("customers", rows), "retention_before")
    assert (before.value, before.n) == (3 / 5, 5)
    assert before.excluded == {
        "not yet a customer at the start": 2,
        "left before the start": 1,
    }


def test_the_value_of_a_customer_needs_a_discount_and_uses_margin() -> None:
    table = canonical("customers", ROWS)
    refused = {r.name: r.reason for r in measure(table).refused}
    assert refused["clv"] == ("it needs a yearly discount rate, which a rubric may set")
    wanted = Wanted(limits=Limits(discount=0.1))
    clv = found(table, "clv", "mean", wanted=wanted)
    assert clv.value == pytest.approx(lifetime_value(20, 0.5, 0.1))
