"""What the checks of the feedback loop promise beyond their examples."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.finding import Outcome, Verification
from auditor.profile.vocabulary import FeedbackKind
from auditor.testing import context_with, judged
from auditor_feedback_loop.announcements import customers_are_told
from auditor_feedback_loop.channel_feedback import channels_take_feedback
from auditor_feedback_loop.feedback_programme import programme_is_defined
from auditor_feedback_loop.sketches import feedback, numbered, sources
from auditor_feedback_loop.source_kinds import KIND_OF, KINDS, sources_are_diverse
from auditor_feedback_loop.theme_actions import top_themes_have_actions

if TYPE_CHECKING:
    from auditor import Check, Verdict

ACTION = {"owner": "billing", "due": "2026-12-31"}
RANK = (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.MET)


def test_every_way_of_listening_is_of_exactly_one_kind() -> None:
    assert set(KIND_OF) == set(FeedbackKind)
    assert sum(map(len, KINDS.values())) == len(FeedbackKind)


@given(st.lists(st.sampled_from(list(FeedbackKind))), st.sampled_from(FeedbackKind))
def test_one_source_more_never_costs(kinds: list[str], further: str) -> None:
    def diversity(*listed: str) -> Verdict:
        return judged(sources_are_diverse, sources(*({"kind": k} for k in listed)))

    before, after = diversity(*kinds), diversity(*kinds, further)
    assert RANK.index(after.outcome) >= RANK.index(before.outcome)


@pytest.mark.parametrize("check", [programme_is_defined, channels_take_feedback])
def test_what_only_the_organisation_says_is_declared(check: Check) -> None:
    assert judged(check).verified_by is Verification.DECLARED


@given(st.permutations([60, 50, 40, 30, 20, 10, 5]))
def test_the_largest_themes_count_in_whatever_order_they_are_listed(
    volumes: list[int],
) -> None:
    # Only the five largest have an improvement, so the other two must not count.
    themes = [
        theme | {"volume": volume, "improvements": ["i1"] if volume > 10 else []}
        for theme, volume in zip(numbered("t", *[{}] * 7), volumes, strict=True)
    ]
    patch = feedback(themes=themes, improvements=numbered("i", ACTION))
    verdict = judged(top_themes_have_actions, patch)
    assert (verdict.outcome, verdict.share) == (Outcome.MET, 1)


def test_themes_without_a_volume_come_after_those_with_one_as_listed() -> None:
    contents: list[dict[str, object]] = [{}, {}, {}, {}, {}, {"volume": 1}]
    themes = numbered("t", *contents)
    verdict = judged(top_themes_have_actions, feedback(themes=themes, improvements=[]))
    positions = [pointer.rsplit("/", 1)[1] for pointer in verdict.where]
    assert positions == ["5", "0", "1", "2", "3"]


def test_a_reason_says_what_each_theme_has_instead_of_an_action() -> None:
    themes = [{"id": f"t{n}", "name": f"Theme {n}"} for n in range(5)]
    improvements = numbered(
        "i",
        ACTION | {"themes": ["t0"], "status": "declined"},
        {"themes": ["t1"], "owner": "billing"},
        ACTION | {"themes": ["t3", "t4"]},
    )
    patch = feedback(themes=themes, improvements=improvements)
    reason = judged(top_themes_have_actions, patch).reason
    assert "Theme 0 (declined)" in reason
    assert "Theme 1 (an improvement without owner or date)" in reason
    assert "Theme 2 (no improvement)" in reason


def test_one_action_outweighs_a_declined_one() -> None:
    declined = ACTION | {"status": "declined"}
    themes = numbered("t", *[{"improvements": ["i1", "i2"]}] * 5)
    patch = feedback(themes=themes, improvements=numbered("i", declined, ACTION))
    assert judged(top_themes_have_actions, patch).outcome is Outcome.MET


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        (date(2026, 4, 14), Outcome.PARTLY_MET),  # the second is told on the 15th
        (date(2026, 4, 15), Outcome.MET),
        (date(2026, 12, 1), Outcome.MET),
        (date(2026, 12, 2), Outcome.PARTLY_MET),
        (date(2027, 4, 16), Outcome.NOT_MET),
    ],
)
def test_announcements_count_for_twelve_months(day: date, outcome: Outcome) -> None:
    context = context_with(customers_are_told, as_of=day)
    assert customers_are_told.assess(context).outcome is outcome
