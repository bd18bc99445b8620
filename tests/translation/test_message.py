"""A message is English text that can be said again in another language."""

from __future__ import annotations

import copy
import json
from datetime import date
from multiprocessing import Pipe
from typing import TYPE_CHECKING

import pytest

from auditor.translation import (
    ENGLISH,
    Language,
    Message,
    message,
    plural,
    say,
    say_plural,
    sentences,
    speaking,
    spoken_language,
    written,
)

if TYPE_CHECKING:
    from collections.abc import Callable

GERMAN = Language(
    "de",
    {"Of {n} themes, {name} is met.": "{name} ist erfüllt, von {n} Themen."},
    {("{n:,} theme", "{n:,} themes"): ("{n:,} Thema", "{n:,} Themen")},
    decimal=",",
    group=".",
)


def test_a_message_is_its_english_text() -> None:
    made = message("A share of {share:.1f} by {when:long}", share=0.25, when=DAY)
    assert made == "A share of 0.2 by 21 November 2026"
    assert json.dumps(made) == '"A share of 0.2 by 21 November 2026"'


DAY = date(2026, 11, 21)


def through_a_pipe(made: Message) -> Message:
    """Return what another process would receive."""
    here, there = Pipe()
    with here, there:
        here.send(made)
        received: Message = there.recv()
    return received


@pytest.mark.parametrize(
    "remade",
    [through_a_pipe, copy.copy, copy.deepcopy],
    ids=["sent", "copied", "copied in depth"],
)
def test_it_survives_other_processes_and_copies(
    remade: Callable[[Message], Message],
) -> None:
    themes = plural("{n:,} theme", "{n:,} themes", 2)
    made = sentences(themes, message("{a}", a=1.5), "in their } words")
    again = remade(made)
    assert again == made == "2 themes 1.5 in their } words"
    assert again.said_in(GERMAN) == "2 Themen 1,5 in their } words"


def test_messages_in_messages_are_said_in_the_language_too() -> None:
    many = plural("{n:,} theme", "{n:,} themes", 1200)
    made = message("Of {n} themes, {name} is met.", n=1200, name=many)
    with speaking(GERMAN):
        assert say(made) == "1.200 Themen ist erfüllt, von 1200 Themen."
    assert say(made) == "Of 1200 themes, 1,200 themes is met."


def test_a_translation_can_ask_for_the_number_without_its_noun() -> None:
    german = Language("de", {"{themes} met": "Erfüllt: {themes:n}"}, group=".")
    themes = plural("{n:,} theme", "{n:,} themes", 1200)
    assert message("{themes} met", themes=themes).said_in(german) == "Erfüllt: 1.200"


def test_what_is_not_given_stays_as_a_placeholder() -> None:
    made = message("{here} and {not_yet:.1f}", here=1)
    assert made == "1 and {not_yet:.1f}"
    assert made.filled(not_yet=0.25) == "1 and 0.2"


def test_braces_in_values_are_text() -> None:
    assert message("Said {what}", what="{0.__class__} {n}") == "Said {0.__class__} {n}"


def test_a_template_reaches_no_attribute_of_a_value() -> None:
    language = Language("de", {"{day}": "{day.__class__} {day[0]}"})
    said = message("{day}", day=DAY).said_in(language)
    assert said == "{day.__class__} {day[0]}"


@pytest.mark.parametrize(("number", "said"), [(0, "Themen"), (1, "Thema")])
def test_a_number_decides_the_form(number: int, said: str) -> None:
    with speaking(GERMAN):
        text = say_plural("{n:,} theme", "{n:,} themes", number)
    assert text == f"{number} {said}"


def test_a_language_lasts_as_long_as_it_is_spoken() -> None:
    with speaking(GERMAN):
        assert written(1234.5, ",.1f") == "1.234,5"
    assert spoken_language() is ENGLISH
    assert written(1234.5, ",.1f") == "1,234.5"
