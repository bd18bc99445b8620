"""What the checks of assurance promise beyond their examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor import rows
from auditor.errors import EvidenceError
from auditor.evidence import Evidence, Fault
from auditor.finding import Outcome
from auditor.testing import context_with, judged
from auditor_assurance import CHECKS
from auditor_assurance.clean_rows import evidence_is_clean
from auditor_assurance.evidence_period import evidence_covers_the_year

if TYPE_CHECKING:
    from auditor import Rows
    from auditor.checks import Check

TABLES = {
    "evidence": [
        {"id": kind, "kind": kind, "source": f"{kind}.csv"}
        for kind in ("surveys", "tickets", "feedback")
    ]
}
"""The profile's word of the small tables, whose kinds are their ids."""


def day(first: str, last: str) -> tuple[str, str]:
    return f"{first} 09:00", f"{last} 09:00"


def test_the_table_that_fares_worst_decides_and_is_named_with_its_place() -> None:
    year = day("2025-07-01", "2026-06-30")
    verdict = judged(
        evidence_covers_the_year,
        TABLES,
        {
            "surveys": (rows(2, responded_at=year),),
            "tickets": (rows(2, opened_at=day("2024-01-01", "2024-02-01")),),
            "feedback": (rows(2, received_at=day("2026-01-01", "2026-03-31")),),
        },
    )
    assert verdict.outcome is Outcome.NOT_MET
    assert verdict.where == ("/evidence/1",)
    assert "tickets span 32 days and end 880 days before the audit" in verdict.reason
    assert "surveys" not in verdict.reason


@pytest.mark.parametrize(
    ("faulty", "total", "outcome"),
    [
        (1, 100, Outcome.MET),
        (1, 99, Outcome.PARTLY_MET),
        (5, 100, Outcome.PARTLY_MET),
        (5, 99, Outcome.NOT_MET),
    ],
)
def test_wrong_rows_are_a_share_of_all_rows_read(
    faulty: int, total: int, outcome: Outcome
) -> None:
    table = (
        rows(total - faulty, responded_at="2026-03-02"),
        rows(faulty, excluded="responded_at blank", fault="responded_at blank"),
    )
    verdict = judged(evidence_is_clean, TABLES, {"surveys": table})
    assert verdict.outcome is outcome
    assert verdict.where == ("/evidence/0",)
    assert f"responded_at blank ({faulty})" in verdict.reason


def test_a_row_that_is_wrong_twice_over_never_makes_more_than_all() -> None:
    wrong: tuple[Rows, ...] = (
        rows(40, opened_at="2026-03-02", id="same", fault="csat out of range"),
    )
    verdict = judged(evidence_is_clean, TABLES, {"tickets": wrong})
    assert "(100.0 %)" in verdict.reason


@pytest.mark.parametrize("check", CHECKS[:2], ids=lambda check: check.id)
def test_tables_that_could_not_be_read_are_not_no_tables(check: Check) -> None:
    fault = Fault("desk", "tickets", EvidenceError("desk.csv", "it is damaged."))
    context = context_with(check)
    broken = type(context)(
        context.profile, context.as_of, context.parameters, Evidence(faults=(fault,))
    )
    verdict = check.assess(broken)
    assert verdict.outcome is Outcome.NOT_ASSESSED
    assert verdict.reason == "No attached table could be read."
