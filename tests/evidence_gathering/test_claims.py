"""Declared metrics against tables whose answers are known by hand."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

import pytest

from auditor.evidence_gathering.small_tables import measured_rows
from auditor.example import rows
from auditor.testing import EXEMPLARY_DATE, profile_with

if TYPE_CHECKING:
    from auditor.evidence import Evidence
    from auditor.example import Rows

MAY: Final = {"from": "2026-05-01", "to": "2026-05-31"}
CONTACT: Final = {"kind": "csat", "statistic": "share", "period": MAY}


def evidence(*tables: tuple[str, Rows], **metric: object) -> Evidence:
    """Return what tables say of one metric `m` that names the first of them."""
    said: dict[str, Any] = {"id": "m", "value": 50, **metric}
    said.setdefault("evidence", {"dataset": tables[0][0], "measure": said["kind"]})
    made: dict[str, tuple[Rows, ...]] = {}
    for kind, some in tables:
        made[kind] = (*made.get(kind, ()), some)
    profile = profile_with({"metrics": [said]})
    return measured_rows(made, profile, EXEMPLARY_DATE, date(2025, 6, 30))


def answers(count: int, **values: object) -> tuple[str, Rows]:
    """Return answers spread over May."""
    days = tuple(f"2026-05-{day:02} 12:00" for day in range(1, 32))
    return "surveys", rows(count, **{"responded_at": days, **values})


def tickets(**values: object) -> tuple[str, Rows]:
    """Return a ticket of each day in May."""
    opened = tuple(f"2026-05-{day:02} 12:00" for day in range(1, 32))
    return "tickets", rows(31, **{"opened_at": opened, **values})


def replied(minutes: int) -> tuple[str, Rows]:
    """Return tickets that were answered after so many minutes below an hour."""
    replies = tuple(f"2026-05-{day:02} 12:{minutes:02}" for day in range(1, 32))
    return tickets(first_response_at=replies)


def test_a_share_is_compared_as_a_share() -> None:
    found = evidence(answers(62, csat=(5, 2)), **CONTACT, value=61, unit="per cent")
    assert found.claims["m"].value == 0.5
    assert found.claims["m"].n == 62
    assert found.declared["m"] == pytest.approx(0.61)
    assert not found.not_computed


@pytest.mark.parametrize(
    ("unit", "value", "compared"),
    [
        ("%", 61, 0.61),
        ("Per  cent", 0.4, 0.004),
        ("share", 0.61, 0.61),
        (None, 61, 0.61),
    ],
)
def test_units_of_shares(unit: str | None, value: float, compared: float) -> None:
    found = evidence(answers(31, csat=5), **CONTACT, value=value, unit=unit)
    assert found.declared["m"] == pytest.approx(compared)


@pytest.mark.parametrize(
    ("unit", "value"), [(None, 0.61), (None, 1), ("stars", 4.2), ("calls", 61)]
)
def test_a_share_in_an_unclear_unit_is_computed_but_not_compared(
    unit: str | None, value: float
) -> None:
    found = evidence(answers(31, csat=5), **CONTACT, value=value, unit=unit)
    assert "m" in found.claims
    assert "m" not in found.declared
    assert found.not_computed["m"].endswith(".")


@pytest.mark.parametrize(
    ("unit", "value"),
    [("seconds", 1800), ("min", 30), ("Minutes", 30), ("h", 0.5), ("hours", 0.5)],
)
def test_times_are_compared_in_hours(unit: str, value: float) -> None:
    found = evidence(
        replied(30),
        kind="first_response_time",
        statistic="median",
        period=MAY,
        unit=unit,
        value=value,
    )
    assert found.claims["m"].value == pytest.approx(0.5)
    assert found.declared["m"] == pytest.approx(0.5)


@pytest.mark.parametrize("unit", [None, "business hours", "moons", "working days"])
def test_hours_of_another_clock_are_not_compared(unit: str | None) -> None:
    found = evidence(
        replied(30), kind="first_response_time", statistic="p90", period=MAY, unit=unit
    )
    assert not found.declared
    assert found.not_computed["m"].endswith(".")


def test_a_net_promoter_score_is_in_points_of_its_own_level() -> None:
    found = evidence(
        answers(40, nps=10, level="relationship"),
        answers(20, nps=0, level="interaction"),
        kind="nps",
        level="relationship",
        period=MAY,
        unit="points",
        value=38,
    )
    claim = found.claims["m"]
    assert (claim.value, claim.n, claim.statistic) == (100, 40, "score")
    assert claim.by["level"] == "relationship"
    assert found.declared["m"] == 38


def test_scores_of_several_levels_are_not_thrown_together() -> None:
    found = evidence(
        answers(40, nps=10, level="relationship"),
        answers(20, nps=0, level="interaction"),
        kind="nps",
        period=MAY,
    )
    assert not found.claims
    assert "several levels" in found.not_computed["m"]


def test_only_the_rows_that_are_meant_count() -> None:
    found = evidence(
        answers(40, csat=5, channel="phone"),
        answers(40, csat=1, channel="email"),
        **CONTACT,
        unit="%",
        evidence={
            "dataset": "surveys",
            "measure": "csat",
            "where": {"channel": "phone"},
        },
    )
    claim = found.claims["m"]
    assert (claim.value, claim.n) == (1, 40)
    assert claim.by == {"channel": "phone", "from": "2026-05-01", "to": "2026-05-31"}
    assert "metric=m" in claim.id


def test_rows_of_other_days_do_not_count() -> None:
    found = evidence(
        answers(31, csat=5),
        ("surveys", rows(50, responded_at="2026-04-30 23:59", csat=1)),
        **CONTACT,
        unit="%",
    )
    assert (found.claims["m"].value, found.claims["m"].n) == (1, 31)


def test_a_period_longer_than_an_audit_s_counts_in_full() -> None:
    found = evidence(
        ("surveys", rows(30, responded_at="2024-01-01 09:00", csat=5)),
        ("surveys", rows(30, responded_at="2024-12-31 09:00", csat=1)),
        **CONTACT | {"period": {"from": "2024-01-01", "to": "2024-12-31"}},
        unit="%",
    )
    assert (found.claims["m"].value, found.claims["m"].n) == (0.5, 60)


@pytest.mark.parametrize(
    ("metric", "why"),
    [
        ({"period": None}, "which period"),
        ({"period": {"to": "2026-05-31"}}, "which period"),
        ({"period": {"from": "2026-05-31", "to": "2026-05-01"}}, "which period"),
        ({"period": {"from": "2026-01-01", "to": "2026-05-31"}}, "covers"),
        ({"period": {"from": "2026-05-01", "to": "2026-06-30"}}, "covers"),
        ({"statistic": "score"}, "no score"),
        ({"statistic": None}, "which statistic"),
        ({"evidence": {"dataset": "surveys", "measure": "galaxy"}}, "no such measure"),
        ({"evidence": {"dataset": "surveys", "measure": "ces"}}, "does not tell"),
        ({"evidence": {"dataset": "tickets", "measure": "csat"}}, "could not be"),
        (
            {
                "evidence": {
                    "dataset": "surveys",
                    "measure": "csat",
                    "where": {"priority": "high"},
                }
            },
            "no column priority",
        ),
    ],
)
def test_what_cannot_be_computed_says_why(metric: dict[str, Any], why: str) -> None:
    found = evidence(answers(62, csat=5), **CONTACT | metric)
    assert not found.claims
    assert why in found.not_computed["m"]


def test_a_few_days_without_a_row_do_not_matter() -> None:
    year = {"from": "2025-06-01", "to": "2026-05-31"}
    found = evidence(
        ("surveys", rows(30, responded_at="2025-07-07 09:00", csat=5)),
        ("surveys", rows(30, responded_at="2026-05-01 09:00", csat=5)),
        **CONTACT | {"period": year},
    )
    assert found.claims["m"].n == 60


def test_a_percentage_of_answers_is_the_share_of_the_satisfied() -> None:
    found = evidence(
        answers(31, csat=(5, 1)), **CONTACT | {"statistic": None, "unit": "%"}
    )
    assert found.claims["m"].statistic == "share"


def test_a_mean_answer_is_compared_on_its_own_scale_only() -> None:
    mean = {"kind": "csat", "statistic": "mean", "period": MAY, "value": 4.2}
    same = evidence(answers(31, csat=4), **mean, scale={"min": 1, "max": 5})
    assert same.declared["m"] == 4.2
    other = evidence(answers(31, csat=4), **mean, scale={"min": 1, "max": 7})
    assert not other.declared
    assert "scale" in other.not_computed["m"]


def test_retention_is_counted_over_the_metric_s_own_period() -> None:
    found = evidence(
        ("customers", rows(30, customer="a{n}", started_at="2024-01-01")),
        (
            "customers",
            rows(
                10,
                customer="b{n}",
                started_at="2024-01-01",
                ended_at="2026-03-15 10:00",
            ),
        ),
        kind="retention",
        statistic="share",
        unit="%",
        period={"from": "2026-01-01", "to": "2026-03-31"},
        value=75,
    )
    assert (found.claims["m"].value, found.claims["m"].n) == (0.75, 40)


def test_a_metric_that_names_no_table_is_left_alone() -> None:
    found = evidence(answers(31, csat=5), kind="csat", evidence=None)
    assert not found.claims
    assert not found.not_computed


def test_a_metric_without_a_value_claims_nothing() -> None:
    found = evidence(answers(31, csat=5), **CONTACT, value=None, unit="%")
    assert "m" in found.claims
    assert not found.declared
    assert not found.not_computed


def test_a_claim_names_no_person() -> None:
    person = "ann@example.org"
    found = evidence(
        answers(31, csat=5, channel=person),
        **CONTACT,
        evidence={
            "dataset": "surveys",
            "measure": "csat",
            "where": {"channel": person},
        },
    )
    assert found.claims["m"].n == 31
    assert person not in repr(found.claims)
