from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.evidence.mapping import Scale
from auditor.evidence.measures import Wanted, measure
from tests.evidence.measures.tables import canonical, found, values

if TYPE_CHECKING:
    from auditor.evidence.measure import Measure

FIVE = {"csat": Scale(1, 5)}


def answers(column: str, *scores: float | None, extra: str = "") -> str:
    """A table of answers, one row each."""
    listed = ", ".join("NULL" if score is None else str(score) for score in scores)
    return (
        f"SELECT CAST(score AS DOUBLE) AS {column}, "
        "TIMESTAMP '2026-03-01 12:00:00' + INTERVAL 1 HOUR * place AS responded_at"
        f"{extra} FROM (SELECT unnest([{listed}]) AS score, "
        f"unnest(range({len(scores)})) AS place)"
    )


def test_nps_is_promoters_less_detractors_of_all_who_answered() -> None:
    table = canonical("surveys", answers("nps", 10, 9, 8, 7, 6, 0, 10, 9, None, None))
    nps = found(table, "nps", "score")
    assert nps.value == pytest.approx(100 * (4 - 2) / 8)
    assert nps.n == 8
    assert nps.excluded == {"no answer": 2}
    assert nps.unit == "points"
    assert nps.low is not None
    assert nps.high is not None
    assert nps.low < (nps.value or 0) < nps.high


def test_promoters_and_detractors_make_the_score() -> None:
    table = canonical("surveys", answers("nps", 10, 9, 8, 7, 6, 0, 10, 9, 6.5, None))
    promoters = found(table, "nps", "promoters")
    detractors = found(table, "nps", "detractors")
    assert (promoters.value, promoters.n) == (0.5, 8)
    assert (detractors.value, detractors.n) == (0.25, 8)
    assert promoters.excluded == {"not a whole number": 1, "no answer": 1}


def test_nps_buckets_leave_no_gap_and_halves_are_no_answers() -> None:
    table = canonical("surveys", answers("nps", 6.5, 8.5, 9, 9, 0, 11, -1))
    nps = found(table, "nps", "score")
    assert nps.n == 3
    assert nps.excluded == {"not a whole number": 2, "outside the scale": 2}
    assert nps.value == pytest.approx(100 / 3)


@settings(max_examples=settings().max_examples // 4)
@given(st.lists(st.integers(0, 10), min_size=1, max_size=60))
def test_nps_is_what_counting_by_hand_gives(scores: list[int]) -> None:
    nps = found(canonical("surveys", answers("nps", *scores)), "nps", "score")
    promoters = sum(score >= 9 for score in scores)
    detractors = sum(score <= 6 for score in scores)
    assert nps.value == pytest.approx(100 * (promoters - detractors) / len(scores))
    assert nps.n == len(scores)


def test_neutral_answers_stay_in_csat_and_blank_ones_do_not() -> None:
    table = canonical("surveys", answers("csat", 5, 4, 3, 3, 2, None), scales=FIVE)
    csat = found(table, "csat")
    assert csat.value == pytest.approx(2 / 5)
    assert csat.excluded == {"no answer": 1}
    assert "4, 5" in csat.definition
    mean = found(table, "csat", "mean")
    assert mean.value == pytest.approx(17 / 5)


def test_the_rule_of_satisfaction_follows_the_scale_that_is_declared() -> None:
    rows = answers("csat", 1, 2, 3, 3)
    top_of_three = found(
        canonical("surveys", rows, scales={"csat": Scale(1, 3, satisfied=(3,))}), "csat"
    )
    assert top_of_three.value == 0.5
    backwards = Scale(1, 5, higher_is_better=False, satisfied=(1, 2))
    low_is_good = found(canonical("surveys", rows, scales={"csat": backwards}), "csat")
    assert low_is_good.value == 0.5


@pytest.mark.parametrize(
    ("scale", "lacking"),
    [
        (None, "it needs the scale of csat"),
        (Scale(0, 10), "the answers of csat that count as satisfied"),
        (Scale(1, 5, higher_is_better=False), "that count as satisfied"),
    ],
)
def test_without_a_rule_there_is_no_share(scale: Scale | None, lacking: str) -> None:
    scales = {"csat": scale} if scale else {}
    measured = measure(canonical("surveys", answers("csat", 1, 5), scales=scales))
    shares = [m for m in measured.measures if m.unit == "share"]
    assert shares == []
    if scale is None:
        (refusal,) = [r for r in measured.refused if r.name == "csat"]
        assert lacking in refusal.reason


def test_a_0_to_10_question_is_not_nps_unless_it_is_called_so() -> None:
    table = canonical("surveys", answers("csat", 9, 10), scales={"csat": Scale(0, 10)})
    assert all(m.name != "nps" for m in measure(table).measures)


def test_missing_answers_have_the_readers_reasons_where_they_add_up() -> None:
    rows = answers("nps", 10, 0, None, None, None)
    reasons = {"not applicable": 1, "blank": 2}
    table = canonical("surveys", rows, missing={"nps": reasons})
    assert found(table, "nps", "score").excluded == reasons
    wrong = canonical("surveys", rows, missing={"nps": {"blank": 1}})
    assert found(wrong, "nps", "score").excluded == {"no answer": 3}


def test_small_groups_are_suppressed_but_still_counted() -> None:
    cut = ", CASE WHEN place < 9 THEN 'rare' ELSE 'web' END AS channel"
    table = canonical("surveys", answers("nps", *[10] * 21, extra=cut))
    rare = found(table, "nps", "score", channel="rare")
    assert (rare.value, rare.low, rare.high, rare.n) == (None, None, None, 9)
    assert found(table, "responses", "count", channel="rare").value == 9
    assert found(table, "nps", "score", channel="web").value == 100


def test_relationship_and_transaction_scores_are_never_pooled() -> None:
    cut = (
        ", CASE WHEN place % 2 = 0 THEN 'relationship' ELSE 'interaction' END AS level,"
        " 'web' AS channel"
    )
    table = canonical("surveys", answers("nps", *[10, 0] * 20, extra=cut))
    scores = {tuple(m.by.items()) for m in measure(table).measures if m.name == "nps"}
    assert () not in scores
    assert (("channel", "web"),) not in scores
    relationship = found(table, "nps", "score", level="relationship")
    assert relationship.value == 100
    both = found(table, "nps", "score", level="interaction", channel="web")
    assert both.value == -100
    assert found(table, "responses", "count").value == 40


def test_rows_without_a_group_are_in_the_whole_alone() -> None:
    cut = ", CASE WHEN place < 10 THEN 'web' END AS channel"
    table = canonical("surveys", answers("nps", *[10] * 20, extra=cut))
    groups = [m.by for m in measure(table).measures if m.statistic == "score"]
    assert {} in groups
    assert {"channel": "web"} in groups
    assert len([by for by in groups if "channel" in by]) == 1


def test_periods_are_months_of_the_answer() -> None:
    nps = found(
        canonical("surveys", answers("nps", *[10] * 12)),
        "nps",
        "score",
        period="2026-03",
    )
    assert nps.n == 12
    assert nps.id == "sample.nps.score[period=2026-03]"


def test_a_quote_in_a_group_is_only_a_quote() -> None:
    cut = ", 'O''Brien''s \"shop\"; DROP TABLE sample' AS channel"
    table = canonical("surveys", answers("nps", *[10] * 12, extra=cut))
    name = "O'Brien's \"shop\"; DROP TABLE sample"
    assert found(table, "nps", "score", channel=name).value == 100


def test_values_are_not_rounded() -> None:
    table = canonical("surveys", answers("csat", 5, 5, 1), scales=FIVE)
    assert found(table, "csat").value == 2 / 3


def test_a_share_of_nothing_is_no_figure() -> None:
    table = canonical("surveys", answers("csat", None, None), scales=FIVE)
    csat = found(table, "csat")
    assert (csat.value, csat.n, csat.low) == (None, 0, None)
    assert csat.excluded == {"no answer": 2}


def test_response_rate_is_answers_over_delivered_invitations() -> None:
    rows = (
        "SELECT * FROM (VALUES ('a', 100.0, 80.0, 20.0), ('b', 100.0, 120.0, 30.0), "
        "('c', 5.0, NULL, 1.0)) AS t (wave, invited, delivered, answered)"
    )
    rate = found(canonical("invitations", rows), "response_rate")
    assert rate.value == pytest.approx(50 / 200)
    assert rate.excluded == {"a count is missing": 1}


def unhappy(
    *rows: tuple[str, str], columns: str = "nps", scale: Scale | None = None
) -> Measure:
    """The share called in time, of answers and the hours until the call."""
    began = "TIMESTAMP '2026-03-02 09:00:00'"
    listed = (
        f"{began}, {score}, {began} + INTERVAL 1 SECOND * {seconds}"
        for score, seconds in rows
    )
    table = canonical(
        "surveys",
        values(*listed, columns=f"responded_at, {columns}, contacted_at"),
        scales={"csat": scale} if scale else {},
    )
    wanted = Wanted(until=datetime(2026, 12, 31))
    return found(table, "unhappy_contacted_in_time", wanted=wanted)


DAYS = 48 * 3600


def test_detractors_are_to_be_called_within_two_days() -> None:
    called = unhappy(
        ("0", str(DAYS)),
        ("6", str(DAYS + 1)),
        ("6", "NULL"),
        ("7", "NULL"),
        ("6.5", "NULL"),
        ("NULL", "NULL"),
        ("-1", "NULL"),
    )
    assert (called.value, called.n) == (1 / 3, 3)
    assert called.excluded == {"not unhappy": 4}


@pytest.mark.parametrize(
    ("scale", "scores", "unhappy_ones"),
    [
        (Scale(1, 5), (0, 1, 2, 3), 2),
        (Scale(1, 7), (1, 2, 2.5, 3), 3),
        (Scale(0, 10), (0, 2, 3), 2),
        (Scale(1, 3), (1, 2), 1),
        (Scale(0, 1), (0, 1), 1),
        (Scale(1, 5, higher_is_better=False), (3, 4, 5, 6), 2),
    ],
)
def test_the_lowest_quarter_of_a_scale_is_unhappy(
    scale: Scale, scores: tuple[float, ...], unhappy_ones: int
) -> None:
    rows = [(str(score), "60") for score in scores]
    called = unhappy(*rows, columns="csat", scale=scale)
    assert called.n == unhappy_ones


def test_either_answer_can_be_unhappy_and_counts_once() -> None:
    rows = [("0, 1", "60"), ("10, 1", "NULL"), ("0, 5", "60"), ("10, 5", "NULL")]
    called = unhappy(*rows, ("NULL, 2", "60"), columns="nps, csat", scale=Scale(1, 5))
    assert (called.value, called.n) == (3 / 4, 4)
    assert "csat between 1 and 2" in called.definition


def test_without_the_scale_of_csat_nps_alone_tells() -> None:
    called = unhappy(("0, 5", "60"), ("10, 1", "60"), columns="nps, csat")
    assert called.n == 1


def test_whoever_answered_too_lately_to_be_called_does_not_count() -> None:
    rows = values(
        "TIMESTAMP '2026-03-01 09:00:00', 0, CAST(NULL AS TIMESTAMP), FALSE",
        "TIMESTAMP '2026-03-01 09:00:01', 0, NULL, FALSE",
        "TIMESTAMP '2026-03-03 09:00:00', 0, TIMESTAMP '2026-03-03 09:00:00', FALSE",
        "TIMESTAMP '2026-02-01 09:00:00', 0, NULL, FALSE",
        columns="responded_at, nps, contacted_at, contacted_at_unusable",
    )
    called = found(canonical("surveys", rows), "unhappy_contacted_in_time")
    assert (called.value, called.n) == (0, 2)
    assert called.excluded == {"time not yet passed": 2}


def test_a_call_before_the_answer_is_a_slip_and_makes_the_figure_useless() -> None:
    rows = values(
        "TIMESTAMP '2026-03-01 09:00:00', 0, CAST(NULL AS TIMESTAMP), TRUE",
        "TIMESTAMP '2026-03-09 09:00:00', 9, NULL, TRUE",
        columns="responded_at, nps, contacted_at, contacted_at_unusable",
    )
    refused = measure(canonical("surveys", rows)).refused
    assert any(each.name == "unhappy_contacted_in_time" for each in refused)
