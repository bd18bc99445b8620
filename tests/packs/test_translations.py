"""A pack brings its texts in other languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.packs import rehearse
from auditor.packs.installing import installed_with
from auditor.plugin.collection import Plugins
from auditor.testing import judged
from auditor.translation import say, speaking
from auditor.translation.catalogues import language_of
from tests.packs.hotels import HOTELS, problems_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GERMAN = """\
translations:
  de:
    texts:
      "{counted(size(at_the_door), 'survey')} asks guests, and enough answer.": >-
        Genug Gäste antworten; gefragt wird mit {counted(size(at_the_door), 'survey')}.
      Guests are asked before they leave: Gäste werden vor der Abreise gefragt
    plurals:
      - one: "{n:,} survey"
        many: "{n:,} surveys"
        forms: ["{n:,} Umfrage", "{n:,} Umfragen"]
"""


def pack(folder: Path, translations: str) -> Path:
    path = folder / "hotels.yaml"
    path.write_text(HOTELS + translations, "utf-8")
    return path


def test_a_report_in_german_says_what_the_pack_says(tmp_path: Path) -> None:
    plugins = installed_with(Plugins(()), [pack(tmp_path, GERMAN)])
    check = plugins.checks["HO001"]
    german = language_of("de-CH", [], plugins.translations)
    with speaking(german):
        assert say(judged(check).reason) == (
            "Genug Gäste antworten; gefragt wird mit 1 Umfrage."
        )
        assert say(check.title) == "Gäste werden vor der Abreise gefragt"
    assert judged(check).reason == "1 survey asks guests, and enough answer."


def test_a_sentence_with_a_plural_is_said_by_its_number(tmp_path: Path) -> None:
    text = HOTELS.replace(
        "reason: No survey asks guests while they are there.",
        "reason: {one: 'One of {size(profile.feedback.sources)}.', "
        "many: '{n} of {size(profile.feedback.sources)}.', number: size(at_the_door)}",
    )
    german = """
translations:
  de:
    plurals:
      - one: One of {size(profile.feedback.sources)}.
        many: "{n} of {size(profile.feedback.sources)}."
        forms:
          - Von {size(profile.feedback.sources)} eine.
          - Von {size(profile.feedback.sources)} sind es {n}.
"""
    path = tmp_path / "hotels.yaml"
    path.write_text(text + german, "utf-8")
    plugins = installed_with(Plugins(()), [path])
    sources = [{"id": "a", "kind": "interview"}]
    verdict = judged(plugins.checks["HO001"], {"feedback": {"sources": sources}})
    assert verdict.reason == "0 of 1."
    with speaking(language_of("de", [], plugins.translations)):
        assert say(verdict.reason) == "Von 1 sind es 0."


def told(folder: Path, translations: str) -> Iterator[str]:
    yield from map(str, rehearse(pack(folder, translations)))


def test_texts_without_a_translation_are_counted(tmp_path: Path) -> None:
    (slip,) = told(tmp_path, GERMAN)
    assert "texts without translation, such as 'Hospitality'" in slip


def test_a_translation_asks_for_nothing_of_its_own(tmp_path: Path) -> None:
    wrong = GERMAN.replace("mit {counted(size(at_the_door)", "mit {counted(size(x)")
    assert any("placeholders of its own" in slip for slip in told(tmp_path, wrong))


@pytest.mark.parametrize("tag", ["klingon", "de-XX", "de_AT"])
def test_a_language_has_a_tag(tag: str, tmp_path: Path) -> None:
    there = ('version: "1.0"', f'version: "1.0"\ntranslations: {{{tag}: {{}}}}')
    (problem,) = problems_of(tmp_path, there)
    assert f"There is no language '{tag}'" in problem
