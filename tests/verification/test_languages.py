"""Pages in another language need the tables: results hold words in English alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from auditor.translation.catalogues import language_of
from auditor.verification import State
from tests.verification.small import ONCE, PLUGINS, checked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.verification.small import Small


@pytest.fixture(scope="module")
def german(small: Small) -> bytes:
    """Return the small report in German, printed once."""
    return ONCE.render(
        replace(small.report, language=language_of("de", PLUGINS.speakers))
    )


def test_without_the_tables_pages_are_not_held_against_english_ones(
    german: bytes, folder: Path
) -> None:
    found = checked(german, folder)
    assert found.agrees, found.statements
    told = [each.text for each in found.with_state(State.NOT_CHECKED)]
    assert any("recorded in English: give all (--evidence)" in text for text in told)


def test_with_the_tables_pages_are_those_that_the_profile_gives(
    german: bytes, small: Small, folder: Path
) -> None:
    desk = str(small.folder / "data" / "desk.csv")
    found = checked(german, folder, evidence=(("desk", desk),))
    assert not [*found.with_state(State.DISAGREES)]
    assert not [*found.with_state(State.NOT_CHECKED)]
    assert any("pages are those that" in each.text for each in found.statements)
