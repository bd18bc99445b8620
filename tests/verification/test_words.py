"""A report printed elsewhere, with other fonts, is compared by its words."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from auditor.renderers.proof.attached import PROOF
from auditor.verification import Part, State
from auditor.verification.words import words_apart
from tests.verification.planting import attach, attached, change_a_figure
from tests.verification.small import changed, checked

if TYPE_CHECKING:
    from pathlib import Path

    from pikepdf import Pdf

    from tests.verification.small import Small


def print_elsewhere(pdf: Pdf) -> None:
    """Let the digests say that another machine, with other fonts, printed it."""
    proof = json.loads(attached(pdf, PROOF))
    proof["fonts"][0]["sha256"] = "0" * 64
    attach(pdf, PROOF, json.dumps(proof).encode())


def test_its_words_agree_and_what_cannot_be_compared_is_said(
    small: Small, folder: Path
) -> None:
    found = checked(changed(small.pdf, print_elsewhere), folder)
    assert found.agrees
    (told,) = (each for each in found.statements if each.part is Part.PAGES)
    assert told.state is State.NOT_CHECKED
    assert "other fonts" in told.text


def test_a_figure_that_the_audit_does_not_give_is_still_found(
    small: Small, folder: Path
) -> None:
    def plant(pdf: Pdf) -> None:
        change_a_figure(pdf)
        print_elsewhere(pdf)

    found = checked(changed(small.pdf, plant), folder)
    told = [each for each in found.statements if each.part is Part.PAGES]
    assert {each.state for each in told} == {State.DISAGREES}


def test_words_that_differ_are_told_as_they_stand_and_as_they_should() -> None:
    assert words_apart(["a", "b", "c"], ["a", "b", "c"]) == []
    assert words_apart(["a", "61.3", "c"], ["a", "71.3", "c"]) == [("61.3", "71.3")]
    assert words_apart(["a", "c"], ["a", "b", "c"]) == [("", "b")]
    assert words_apart(["a", "\x01", "c"], ["a", "c"]) == []
