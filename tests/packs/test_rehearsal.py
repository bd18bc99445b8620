"""Checking a pack finds what reading it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.packs import rehearse
from tests.packs.hotels import written

if TYPE_CHECKING:
    from pathlib import Path

WHEN = "when: size(at_the_door) == 0"
THIRD = "size([1, 2, 3]) == 4"


def slips(folder: Path, *changes: tuple[str, str]) -> list[str]:
    path = written(folder, *changes)
    return [str(slip).replace(f"{folder}/", "") for slip in rehearse(path)]


def test_a_good_pack_has_nothing_to_mend(tmp_path: Path) -> None:
    assert slips(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "response_rate: 0.1",
            "response_rate: 0.3",
            "46:9: HO001: 'One in ten answers' should be partly met and is met",
        ),
        (
            "sources: []",
            "sorces: []",
            "53:28: HO001: 'No source at all': 'sorces': this key is not known here.",
        ),
        (
            "kind: survey, level",
            "kind: surveil, level",
            "'kind': found the text 'surveil'; allowed are",
        ),
        (WHEN, f"when: {THIRD}", "32:9: HO001: No example reaches this outcome"),
        (
            "while they are there.",
            "while they are there",
            "51:9: HO001: The reason does not end as a sentence: No survey asks",
        ),
        (
            "title: Guests are",
            "title: guests are",
            "10:12: HO001: The title “guests are asked before they leave” begins",
        ),
        (
            "why: A complaint",
            "why: a complaint",
            "15:10: HO001: The why does not begin as a sentence",
        ),
        ("title: No source at all", "title: One in ten answers", "Two examples"),
        (WHEN, "when: at_the_door[0].level == 'journey'", "fails: The list has no"),
    ],
)
def test_what_should_be_mended_is_told(
    old: str, new: str, told: str, tmp_path: Path
) -> None:
    found = slips(tmp_path, (old, new))
    assert any(told in slip for slip in found), found
