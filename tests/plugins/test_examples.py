"""Every example of every installed check, and what every check owes its readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from auditor.bibliography import OURS, Source
from auditor.finding import Outcome
from auditor.plugin.collection import Plugins
from auditor.profile import Profile
from auditor.profile.organisation import Organisation
from auditor.testing import assert_example, examples, judged

if TYPE_CHECKING:
    from auditor.checks import Check, Example

CHECKS = tuple(Plugins.load().checks.values())
IDS = [check.id for check in CHECKS]


@pytest.mark.parametrize(
    ("check", "example"),
    examples(CHECKS),
    ids=[f"{c.id}-{e.outcome}-{e.title}" for c, e in examples(CHECKS)],
)
def test_the_check_says_what_its_example_promises(
    check: Check, example: Example
) -> None:
    assert_example(check, example)


@pytest.mark.parametrize("check", CHECKS, ids=IDS)
def test_the_exemplary_profile_meets_the_check(check: Check) -> None:
    verdict = judged(check)
    unasked = check.tables or verdict.answered_by == ("evidence",)
    unknown = unasked and verdict.outcome is Outcome.NOT_ASSESSED
    assert unknown or verdict.outcome is Outcome.MET, verdict.reason


@pytest.mark.parametrize("check", CHECKS, ids=IDS)
def test_silence_is_never_held_against_anyone(check: Check) -> None:
    nothing = dict.fromkeys(Profile.model_fields) | {
        "organisation": dict.fromkeys(set(Organisation.model_fields) - {"name"})
    }
    verdict = judged(check, nothing)
    assert verdict.outcome in {Outcome.NOT_ASSESSED, Outcome.NOT_APPLICABLE}
    if verdict.outcome is Outcome.NOT_ASSESSED:
        assert verdict.answered_by


@pytest.mark.parametrize("check", CHECKS, ids=IDS)
def test_the_title_states_the_good_practice(check: Check) -> None:
    assert check.title[0].isupper()
    assert not check.title.endswith(".")
    assert len(check.title) <= 70


@pytest.mark.parametrize("check", CHECKS, ids=IDS)
def test_texts_are_sentences(check: Check) -> None:
    for text in (check.why, check.explain(), check.remedy):
        assert text[0].isupper()
        assert text.endswith(".")
        assert "  " not in text
    for _, example in examples([check]):
        verdict = judged(check, example.patch, example.evidence, example.assurance)
        for text in filter(None, (verdict.reason, verdict.advice)):
            assert text[0].isupper() or text[0].isdigit()
            assert text.endswith((".", "?"))
            assert "{" not in text


@pytest.mark.parametrize("check", CHECKS, ids=IDS)
def test_every_threshold_is_named_explained_and_somebody_s(check: Check) -> None:
    explained = set(re.findall(r"\{(\w+)", check.logic))
    assert explained == {parameter.name for parameter in check.parameters}
    for parameter in check.parameters:
        assert parameter.meaning
        assert isinstance(parameter.source, Source) or parameter.source == OURS


@pytest.mark.parametrize("check", CHECKS, ids=IDS)
def test_examples_show_every_outcome_that_the_check_gives(check: Check) -> None:
    shown = {example.outcome for example in check.examples}
    assert {Outcome.MET, Outcome.NOT_MET} <= shown
    assert len({example.title for example in check.examples}) == len(check.examples)


@pytest.mark.parametrize("check", CHECKS, ids=IDS)
def test_findings_point_into_the_profile(check: Check) -> None:
    for example in check.examples:
        verdict = judged(check, example.patch, example.evidence, example.assurance)
        for pointer in verdict.where:
            assert pointer.startswith("/")
        for key in verdict.answered_by:
            assert re.fullmatch(r"[a-z_]+(\.[a-z_]+)*", key)


CATALOGUE = {
    "DP": 12,
    "JC": 16,
    "MB": 16,
    "OW": 12,
    "FL": 17,
    "SQ": 6,
    "CH": 4,
    "EE": 3,
    "CU": 3,
    "PR": 2,
    "TE": 2,
    "BC": 3,
    "DQ": 4,
}
"""How many ids the catalogue of 100 gives to each theme; none is used otherwise."""


def test_every_id_is_the_catalogue_s() -> None:
    hundred = {
        f"{theme}{number:03}"
        for theme, last in CATALOGUE.items()
        for number in range(1, last + 1)
    }
    assert len(hundred) == 100
    assert set(IDS) == hundred
