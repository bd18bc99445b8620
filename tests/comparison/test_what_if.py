"""What the score would be: always the scorer's word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, given

from auditor.comparison import can_be_met, what_if
from auditor.finding import AppliedWaiver, Outcome
from auditor.scoring import score
from tests.comparison.editions import edition, editions, finding

if TYPE_CHECKING:
    from auditor.comparison import Edition


@given(editions())
def test_all_that_is_unknown_met_gives_the_upper_end_of_the_range(one: Edition) -> None:
    unknown = [f.check for f in one.findings if can_be_met(f) and not f.open]
    assume(unknown)
    (*_, last) = what_if(one, unknown).steps
    assert last.score_after == pytest.approx(one.score.high)
    assert last.low_after == pytest.approx(last.high_after)


@given(editions())
def test_everything_met_leaves_nothing_to_gain(one: Edition) -> None:
    every = [f.check for f in one.findings if can_be_met(f)]
    assume(every and one.score.high is not None)
    (*_, last) = what_if(one, every).steps
    assert last.score_after == last.low_after == last.high_after == pytest.approx(100)


@given(editions())
def test_where_nothing_is_unknown_the_roadmap_ends_at_its_own_upper_bound(
    one: Edition,
) -> None:
    known = edition(
        (f for f in one.findings if f.scored or not can_be_met(f)), areas=one.areas
    )
    steps = what_if(known).steps
    assume(steps and known.score.total is not None)
    assert steps[-1].score_after == steps[-1].high_after == pytest.approx(100)


@given(editions())
def test_each_step_is_what_the_scorer_says(one: Edition) -> None:
    done: set[str] = set()
    for step in what_if(one).steps:
        done.add(step.check)
        mended = [
            replace(f, outcome=Outcome.MET) if f.check in done else f
            for f in one.findings
        ]
        after = score(mended, one.areas, one.rubric)
        assert (step.score_after, step.low_after) == (after.total, after.low)
        assert (step.level_after, step.gates_after) == (after.level, after.gates)


def test_the_order_asked_for_is_kept_and_nothing_is_met_twice() -> None:
    one = edition([finding(f"JC00{n}", Outcome.NOT_MET) for n in (1, 2, 3)])
    steps = what_if(one, ["JC003", "JC001", "JC003"]).steps
    assert [step.check for step in steps] == ["JC003", "JC001"]


def test_what_is_accepted_is_in_no_roadmap_but_can_be_asked_for() -> None:
    waiver = AppliedWaiver("Known", "Chief executive", None)
    one = edition([finding("JC001", Outcome.NOT_MET, waiver=waiver)])
    assert what_if(one).steps == ()
    assert [step.check for step in what_if(one, ["JC001"]).steps] == ["JC001"]
