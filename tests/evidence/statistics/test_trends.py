from __future__ import annotations

from datetime import date

import pytest

from auditor.evidence.statistics.trends import (
    Month,
    control_limits,
    is_partial,
    last_run,
)


def months(*texts: str) -> list[Month]:
    return [Month.parse(text) for text in texts]


def test_a_gap_breaks_a_trend() -> None:
    seen = months("2025-11", "2025-12", "2026-01", "2026-02", "2026-04", "2026-05")
    run = last_run(seen, date(2025, 11, 1), date(2026, 5, 31))
    assert run.months == tuple(months("2026-04", "2026-05"))
    assert not run.stated


def test_a_partial_last_month_is_marked_and_left_out() -> None:
    first, last = date(2026, 1, 1), date(2026, 5, 12)
    assert is_partial(Month(2026, 5), first, last)
    assert not is_partial(Month(2026, 4), first, last)
    seen = months("2026-01", "2026-02", "2026-03", "2026-04", "2026-05")
    run = last_run(seen, first, last)
    assert run.months[-1] == Month(2026, 4)
    assert run.stated


def test_a_year_runs_over_into_the_next() -> None:
    assert str(Month(2025, 12).next) == "2026-01"
    assert Month(2024, 2).last == date(2024, 2, 29)
    with pytest.raises(ValueError, match="Invalid"):
        Month.parse("2026-x3")


def test_control_limits_take_eight_values() -> None:
    assert control_limits([1.0] * 7) is None
    low, high = control_limits([10, 12, 10, 12, 10, 12, 10, 12]) or (0, 0)
    assert (low, high) == pytest.approx((11 - 2.66 * 2, 11 + 2.66 * 2))
