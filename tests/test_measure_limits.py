"""The limits of measures: each is a parameter with an owner, and worded once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from auditor.bibliography import ALL, OURS
from auditor.evidence.limits import Limits
from auditor.measure_limits import LIMITS


def test_every_limit_has_a_range_and_an_owner() -> None:
    assert set(LIMITS) == set(Limits.__slots__) - {"first_response"}
    for name, limit in LIMITS.items():
        assert limit.default == getattr(Limits(), name)
        assert limit.source == OURS or limit.source in ALL
        assert not limit.allows(limit.least - 1)


@pytest.mark.parametrize(
    ("name", "value", "worded"),
    [
        ("contact_hours", 48, "48 hours"),
        ("contact_hours", 1, "1 hour"),
        ("contact_hours", 1.5, "1.5 hours"),
        ("acknowledge_days", 1, "1 working day"),
        ("instant_seconds", 60, "60 seconds"),
        ("reassigned_from", 2, "2 times"),
        ("bulk_share", 0.3, "30 %"),
    ],
)
def test_a_limit_is_worded_as_a_sentence_says_it(
    name: str, value: float, worded: str
) -> None:
    changed: dict[str, Any] = {name: value}
    assert replace(Limits(), **changed).worded(name) == worded
