"""A condition is said in words, and as code where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.packs.syntax import parsed
from auditor.packs.words import in_words
from tests.packs.hotels import check_of

if TYPE_CHECKING:
    from pathlib import Path

MEANINGS = {
    "tested": "the share of principles with a question",
    "surveys": "surveys at the door",
    "year": "the year",
    "claimed": "the profile says so",
}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "tested >= parameters.met",
            "the share of principles with a question is at least 80 %",
        ),
        ("size(surveys) == 0", "there are no surveys at the door"),
        ("surveys.size() > 0", "there are surveys at the door"),
        ("size(surveys) < 3", "the number of surveys at the door is less than 3"),
        ("has(profile.strategy.document)", "the document of the strategy is stated"),
        (
            "!has(profile.strategy.document)",
            "the document of the strategy is not stated",
        ),
        (
            "!claimed && year == 2026",
            "it is not so that the profile says so, and the year is 2026",
        ),
        ("!claimed", "it is not so that the profile says so"),
        (
            "claimed && size(surveys) > 0",
            "the profile says so and there are surveys at the door",
        ),
        (
            "claimed || size(surveys) > 0",
            "the profile says so or there are surveys at the door",
        ),
        (
            "surveys.exists(s, s.kind == 'survey')",
            "for at least one of surveys at the door, its kind is 'survey'",
        ),
        (
            "surveys.filter(s, has(s.owner))",
            "those of surveys at the door for which its owner is stated",
        ),
        (
            "recent(profile.strategy.approved, 12)",
            "the approved of the strategy lies in the 12 months before the audit",
        ),
        (
            "profile.strategy.approved <= as_of",
            "the approved of the strategy is no later than the day of the audit",
        ),
        (
            "profile.feedback.privacy_basis == false",
            "the privacy basis of the feedback is declared not to be there",
        ),
        (
            "measures.closed.value <= parameters.met",
            "the measure closed is at most 80 %",
        ),
        ("surveys[2].kind == 'x'", "the kind of `surveys[2]` is 'x'"),
        ("7 % 2 == 1", "`7 % 2` is 1"),
    ],
)
def test_a_condition_in_words(text: str, words: str) -> None:
    assert in_words(parsed(text), MEANINGS, {"met": "80 %"}) == words


def test_conditions_are_how_a_check_without_logic_is_judged(tmp_path: Path) -> None:
    check = check_of(tmp_path)
    told = "Not met if there are no surveys at the door. Met if for at least one of "
    assert check.explain().startswith(told)
    assert "at least {answers}" in check.logic
    assert "at least 20 %" in check.explain()
    assert check.conditions == ()


def test_a_check_with_logic_has_its_conditions_besides(tmp_path: Path) -> None:
    remedy = "    remedy:"
    check = check_of(tmp_path, (remedy, f"    logic: Met from {{answers}}.\n{remedy}"))
    assert check.explain() == "Met from 20 %."
    assert check.conditions[0] == "Not met if there are no surveys at the door."
