"""What MB016 promises beyond its examples."""

from __future__ import annotations

from typing import Any

import pytest

from auditor import rows
from auditor.finding import Verification
from auditor.testing import context_with, judged
from auditor_metric_balance.business_link import (
    ABSENT,
    NO_WORD,
    THERE,
    TOO_FEW,
    UNSURE,
    experience_is_linked_to_results,
)
from auditor_metric_balance.loyalty import service_without_loyalty
from auditor_metric_balance.sketches import metrics


def test_both_shares_their_counts_and_the_interval_are_said() -> None:
    verdict = judged(experience_is_linked_to_results, evidence=THERE)
    for words in (
        "compares 2,350 customers",
        "90.0 % of promoters (n = 40) and 66.7 % of detractors (n = 30) stayed",
        "23.3 points between them (95 % interval 4.1 to 42.2)",
    ):
        assert words in verdict.reason
    assert [measure.id for measure in verdict.measures] == [
        "customers.retention_by_nps.difference",
        "customers.retention_by_nps.share[nps_band=promoters]",
        "customers.retention_by_nps.share[nps_band=detractors]",
    ]


@pytest.mark.parametrize(
    ("patch", "evidence", "basis"),
    [
        ({}, THERE, Verification.CROSS_CHECK),
        ({}, ABSENT, Verification.CROSS_CHECK),
        ({}, UNSURE, Verification.ARTEFACT),
        ({}, None, Verification.ARTEFACT),
        (NO_WORD, THERE, Verification.COMPUTED),
        ({"strategy": {"business_case": False}}, None, Verification.DECLARED),
    ],
)
def test_a_verdict_rests_on_no_more_than_there_was(
    patch: dict[str, Any], evidence: dict[str, Any] | None, basis: Verification
) -> None:
    verdict = judged(experience_is_linked_to_results, patch, evidence)
    assert verdict.verified_by is basis


def test_it_is_said_why_tables_do_not_tell() -> None:
    few = judged(experience_is_linked_to_results, evidence=TOO_FEW)
    assert "tell of 29 promoters and 30 detractors; 30 of each" in few.reason
    alone = {"customers": THERE["customers"]}
    lacking = judged(experience_is_linked_to_results, evidence=alone)
    assert "it needs answers to nps with the column customer" in lacking.reason
    one_sided = THERE | {"surveys": (rows(30, customer="p{n}", **ANSWER),)}
    lonely = judged(experience_is_linked_to_results, evidence=one_sided)
    assert "Too few customers who answered" in lonely.reason


ANSWER: dict[str, Any] = {"responded_at": "2025-01-01", "nps": 9}


def test_the_difference_that_matters_is_a_threshold() -> None:
    check = experience_is_linked_to_results
    strict = check.assess(context_with(check, evidence=ABSENT, least=0.0369))
    assert not strict.contradicted
    loose = check.assess(context_with(check, evidence=UNSURE, least=0.088))
    assert loose.contradicted


def told_of(patch: dict[str, Any], evidence: Any = None) -> str:
    context = context_with(experience_is_linked_to_results, patch, evidence=evidence)
    return service_without_loyalty(context)


CSAT = {"kind": "csat", "value": 4.2, "target": {"value": 4.2}, "name": "CSAT"}
FIRST = {"kind": "first_response_time", "value": 4, "target": {"value": 4}}
STAYING = {"kind": "retention", "value": 0.8, "history": [{"value": 0.81}]}
LEAVING = {"kind": "churn", "value": 0.2, "history": [{"value": 0.3}, {"value": 0.1}]}


@pytest.mark.parametrize("loyalty", [STAYING, LEAVING])
def test_good_service_beside_poor_loyalty_is_told(loyalty: dict[str, Any]) -> None:
    patch = metrics(CSAT, FIRST, loyalty)
    told = judged(experience_is_linked_to_results, patch).reason
    assert told.endswith(
        "Service is good and loyalty poor: CSAT and m2 are on target, and yet m3 got "
        "worse."
    )


@pytest.mark.parametrize(
    "listed",
    [
        (CSAT | {"value": 4.1}, FIRST, STAYING),
        (CSAT, FIRST | {"value": 5}, STAYING),
        (CSAT | {"scale": {"higher_is_better": False}, "value": 5}, FIRST, STAYING),
        (CSAT, FIRST, STAYING | {"value": 0.81}),
        (CSAT, FIRST, LEAVING | {"value": 0.1}),
        (CSAT, FIRST, STAYING | {"history": []}),
        (CSAT, FIRST, STAYING | {"value": None}),
        (CSAT, FIRST | {"target": None}, STAYING),
        (CSAT, STAYING),
        (FIRST, STAYING),
        (CSAT, FIRST),
    ],
)
def test_otherwise_nothing_is_told_of_it(listed: tuple[dict[str, Any], ...]) -> None:
    assert not told_of(metrics(*listed))


def test_nothing_is_told_of_a_profile_without_metrics() -> None:
    assert not told_of({"metrics": None})


def customers(stayed: int, *left: tuple[int, str]) -> dict[str, Any]:
    """Return customers of whom some left on a day; the last marks the export's end."""
    since = {"started_at": "2020-01-01"}
    some = (rows(n, customer=f"{day}{{n}}", ended_at=day, **since) for n, day in left)
    staying = rows(stayed, customer="s{n}", ended_at=None, **since)
    return {"customers": (*some, staying)}


END, EARLIER = "2026-06-29", "2025-01-15"


def test_retention_that_falls_in_the_tables_is_told_with_both_shares() -> None:
    told = told_of(metrics(CSAT, FIRST), customers(60, (20, END), (2, EARLIER)))
    assert "retention fell from 97.6 % (n = 82) to 75.0 % (n = 80)." in told


@pytest.mark.parametrize(
    "evidence",
    [
        customers(60, (4, END), (2, EARLIER)),  # chance explains it
        customers(60, (2, END), (20, EARLIER)),  # it rises
    ],
)
def test_tables_that_show_no_fall_go_before_what_is_declared(
    evidence: dict[str, Any],
) -> None:
    assert not told_of(metrics(CSAT, FIRST, STAYING), evidence)


@pytest.mark.parametrize(
    "evidence",
    [
        customers(60, (20, END)),  # nobody left before, or they are not kept
        customers(20, (8, END), (1, EARLIER)),  # too few
    ],
)
def test_tables_that_cannot_tell_leave_it_to_what_is_declared(
    evidence: dict[str, Any],
) -> None:
    assert not told_of(metrics(CSAT, FIRST), evidence)
    assert "m3 got worse" in told_of(metrics(CSAT, FIRST, STAYING), evidence)
