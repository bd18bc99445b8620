from __future__ import annotations

from datetime import date

from auditor.evidence.statistics.contrasts import Votes
from auditor.evidence.statistics.history import change_over, whole_periods

FIRST, LAST = date(2025, 6, 30), date(2026, 6, 30)
YEAR = [f"2025-{m:02}" for m in range(6, 13)] + [f"2026-{m:02}" for m in range(1, 7)]


def periods(*answers: int, satisfied: int = 0) -> list[tuple[str, int]]:
    """Return the periods of so many answers in each month up to June."""
    months = YEAR[-len(answers) :]
    votes = {
        month: Votes(min(satisfied, n), n)
        for month, n in zip(months, answers, strict=True)
    }
    return [(str(p), p.votes.n) for p in whole_periods(votes, FIRST, LAST, 30)]


def test_months_with_answers_enough_are_periods() -> None:
    assert periods(30, 31, 32, 33) == [
        ("2026-03", 30),
        ("2026-04", 31),
        ("2026-05", 32),
        ("2026-06", 33),
    ]


def test_three_periods_are_no_history() -> None:
    assert periods(90, 90, 90) == []


def test_thin_months_are_put_together_from_the_last_one_back() -> None:
    assert periods(*[20] * 9) == [
        ("2025-11 to 2025-12", 40),
        ("2026-01 to 2026-02", 40),
        ("2026-03 to 2026-04", 40),
        ("2026-05 to 2026-06", 40),
    ]
    assert [n for _, n in periods(*[10] * 12)] == [30] * 4
    assert periods(*[9] * 12) == []


def test_a_month_covered_in_part_is_left_out() -> None:
    assert periods(*[40] * 13)[0] == ("2025-07", 40)
    votes = {month: Votes(1, 40) for month in YEAR}
    found = whole_periods(votes, FIRST, date(2026, 6, 12), 30)
    assert str(found[-1]) == "2026-05"


def test_a_thin_month_or_a_gap_ends_the_history() -> None:
    assert periods(40, 5, 40, 40, 40, 40)[0] == ("2026-03", 40)
    votes = {month: Votes(1, 40) for month in YEAR if month != "2026-04"}
    assert whole_periods(votes, FIRST, LAST, 30) == ()


def test_the_later_half_is_held_against_the_earlier() -> None:
    months = dict(zip(YEAR[-5:], (90, 80, 0, 40, 30), strict=True))
    votes = {month: Votes(up, 100) for month, up in months.items()}
    found = change_over(whole_periods(votes, FIRST, LAST, 30))
    assert found is not None
    assert found.points == -50
    assert found.high < -40


def test_one_period_does_not_change() -> None:
    assert change_over(whole_periods({}, FIRST, LAST, 30)) is None
