"""Text and Markdown in another language: nothing of ours is left in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.comparison import compare, history, what_if
from auditor.finding import Outcome
from auditor.renderers import built_in
from auditor.renderers.markdown.outlines import markdown_of
from auditor.renderers.markdown.text import escaped
from auditor.renderers.over_time.comparison import comparison_outline
from auditor.renderers.over_time.history import history_outline
from auditor.renderers.over_time.text import text_of
from auditor.renderers.over_time.what_if import what_if_outline
from auditor.translation import Language, say, speaking
from tests.comparison.editions import EARLIER, edition, finding
from tests.renderers.compared import hostile
from tests.renderers.pseudo import (
    OWN_WORDS,
    PSEUDO,
    said_elsewhere,
    spoken_report,
    unsaid,
)

if TYPE_CHECKING:
    from auditor.renderers.over_time.outline import Outline

REPORT = spoken_report()
FIGURES = ("unknown", " of ", " to ")
"""What belongs to figures, which another module says."""
WIDE = 100_000
"""Columns in which nothing is broken."""


def test_markdown_says_every_line() -> None:
    said = said_elsewhere(REPORT)
    known = said | {escaped(text) for text in said}
    document = built_in()["markdown"].render(REPORT).decode()
    assert [w for line in document.splitlines() for w in unsaid(line, known)] == []
    assert document.startswith("# ⟦⟦Audit of customer experience⟧: ")


def outlines() -> dict[str, Outline]:
    """Return an outline of each kind, said in the pseudo-language."""
    old = edition([finding("JC001", Outcome.NOT_MET)], as_of=EARLIER)
    new = edition([finding("JC001", Outcome.PARTLY_MET, share=0.5)])
    with speaking(PSEUDO):
        return {
            "comparison": comparison_outline(hostile("Own words.")),
            "better": comparison_outline(compare(old, new)),
            "history": history_outline(history([old, new])),
            "what if": what_if_outline(what_if(new)),
        }


@pytest.mark.parametrize("outline", outlines().values(), ids=outlines())
def test_an_outline_says_every_line(outline: Outline) -> None:
    known = [*OWN_WORDS, *FIGURES]
    for text in (text_of(outline, WIDE), markdown_of(outline)):
        assert [w for line in text.splitlines() for w in unsaid(line, known)] == []


def test_points_that_were_won_are_written_as_the_language_does() -> None:
    assert "+33,3" in text_of(outlines()["comparison"], WIDE)


def test_the_text_is_in_the_language_of_the_report() -> None:
    text = built_in()["text"].render(REPORT).decode()
    assert "⟦What changed since {day:long}⟧".partition("{")[0] in text


def test_braces_in_what_was_found_are_no_placeholders() -> None:
    with speaking(Language("de")):
        assert say("it {says} {{this}} }") == "it {says} {{this}} }"
