"""A reason states the limit by which its figure was computed, not the usual one."""

from __future__ import annotations

import pytest

from auditor import Check, Limits, Outcome, rows
from auditor.plugin.collection import Plugins
from auditor.testing import context_with

CHECKS = Plugins.load().checks
LIMITS = Limits(
    acknowledge_days=4,
    outcome_days=29,
    contact_hours=47,
    instant_seconds=61,
    bulk_share=0.29,
    repeat_days=6,
    reassigned_from=1,
    unanswered_from=1.5,
)


@pytest.mark.parametrize(
    ("id_", "told"),
    [
        ("FL007", "within 47 hours"),
        ("FL006", "in 4 working days"),
        ("FL008", "within 29 days"),
        ("FL017", "told the outcome in 29 days"),
        ("JC013", "on 1 time or more"),
        ("SQ003", "after 1.5 times the target"),
        ("SQ004", "within 6 days"),
        ("CH003", "within 6 days"),
    ],
)
def test_a_reason_states_the_limit_that_was_used(id_: str, told: str) -> None:
    assert any(told in reason for reason in _reasons(CHECKS[id_]))


def test_suspicious_closures_are_told_with_the_limits_that_were_used() -> None:
    at_once = rows(
        100,
        received_at="2026-03-02 09:01:07",
        resolved_at="2026-03-02 09:02:08",
        outcome_told_at=None,
    )
    later = rows(1, received_at="2026-06-29 09:01:07", resolved_at=None)
    check, tables = CHECKS["FL017"], {"feedback": (at_once, later)}
    context = context_with(check, evidence=tables, limits=LIMITS)
    reason = check.assess(context).reason
    assert "closures with over 29 % of their month's closures in the hour" in reason
    assert "closures within 61 s of receipt" in reason


def _reasons(check: Check) -> list[str]:
    """Return what the check says of its examples, by other limits."""
    contexts = (
        context_with(check, one.patch, evidence=one.evidence, limits=LIMITS)
        for one in check.examples
        if one.outcome is not Outcome.NOT_ASSESSED
    )
    return [check.assess(context).reason for context in contexts]
