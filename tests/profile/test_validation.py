from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.errors import InputError
from auditor.profile.reading import read_profile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

HEAD = "organisation: {name: Skerry Ferries}\n"


def problems(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_profile(path)
    return [
        str(problem).partition("profile.yaml:")[2] for problem in caught.value.problems
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "jorneys: []",
            "2:1: 'jorneys': this key is not known here. Did you mean 'jour",
        ),
        (
            "phase: use",
            "2:1: 'phase': this key is not known here. It belongs under 'jou",
        ),
        ("metrics: nps", "2:10: 'metrics': found the text 'nps'; write a list"),
        (
            "metrics: [nps]",
            "2:11: entry 1 of 'metrics': found the text 'nps'; write a gr",
        ),
        ("metrics: [{id: a}]", "2:11: 'kind': this key is missing, and is required"),
        ("strategy: []", "2:11: 'strategy': found a list; write a group of keys"),
        ("strategy: {written: true}", "2:21: 'written': found true; give the date"),
        ("profile_version: 2", "2:18: 'profile_version': found the number 2; allowed"),
        (
            "metrics: [{id: a, kind: nsp}]",
            "Did you mean 'nps'?",
        ),
        (
            "metrics: [{id: a, kind: nps, level: deep}]",
            "found the text 'deep'; allowed are interaction, journey, relationship.",
        ),
        (
            "strategy: {proactive: [{id: a, trigger: No, thanks}]}",
            "'thanks': this key is not known here. Put a text that holds a comma",
        ),
        (
            "metrics: [{id: a, kind: nps, period: {form: 2026}}]",
            "'form': this key is not known here. Did you mean 'from'?",
        ),
        (
            "evidence: [{id: a, kind: surveys, source: s, scales: {x: {mim: 1}}}]",
            "'mim': this key is not known here. Did you mean 'min'?",
        ),
        (
            "journeys: [{id: a, stages: [{id: b, emotion: {score: 3}}]}]",
            "'score': found the number 3; it should be less than or equal to 2.",
        ),
    ],
)
def test_problem_says_place_finding_and_way_out(
    write: Callable[..., Path], text: str, message: str
) -> None:
    assert any(message in found for found in problems(write(HEAD + text)))


def test_all_problems_are_told_in_the_order_of_the_file(
    write: Callable[..., Path],
) -> None:
    text = "zzz: 1\norganisation: {nam: 1}\nmetrics: [{kind: nps}, 3]\n"
    lines = [int(found.split(":")[0]) for found in problems(write(text))]
    assert lines == [1, 2, 2, 3, 3]


def test_empty_mapping_says_what_is_required(write: Callable[..., Path]) -> None:
    assert problems(write("{}")) == [
        "1:1: 'organisation': this key is missing, and is required."
    ]
