"""Files of translations: what they give, and what hostile ones do not."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor.errors import InputError
from auditor.translation import ENGLISH, message, plural
from auditor.translation.catalogues import language_of, languages_in, translations_in
from tests.translation.packages import GERMAN, HEAD, PACKAGE, po, translate

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 3, 1)
FRENCH = HEAD.replace("n != 1", "n > 1")
PLURAL = """
msgid "{n:,} guest"
msgid_plural "{n:,} guests"
msgstr[0] "{n:,} Gast"
msgstr[1] "{n:,} Gäste"
"""


@pytest.mark.parametrize(
    ("tag", "number", "long", "brief", "digits"),
    [
        ("de", "1.234,5", "1. März 2026", "01.03.2026", "1.3.2026"),
        ("de-CH", "1’234.5", "1. März 2026", "01.03.2026", "1.3.2026"),
        ("fr", "1\u202f234,5", "1 mars 2026", "1 mars 2026", "01/03/2026"),
    ],
)
def test_numbers_and_days_are_written_as_the_language_does(
    site: Path, tag: str, number: str, long: str, brief: str, digits: str
) -> None:
    translate(site, po(GERMAN))
    translate(site, po(GERMAN, FRENCH), "fr")
    language = language_of(tag, [PACKAGE])
    assert language.tag == tag
    assert language.written(1234.5, ",.1f") == number
    assert language.written(DAY, "long") == long
    assert language.written(DAY, "brief") == brief
    assert language.written(DAY) == digits


@pytest.mark.parametrize(
    ("language", "head", "number", "said"),
    [
        ("de", HEAD, 0, "0 Gäste"),
        ("de", HEAD, 1, "1 Gast"),
        ("de", HEAD, 1200, "1.200 Gäste"),
        ("fr", FRENCH, 0, "0 Gast"),
        ("fr", FRENCH, 2, "2 Gäste"),
        ("de", HEAD, 1.5, "1,5 Gäste"),
        ("fr", FRENCH, 1.5, "1,5 Gast"),
        ("fr", FRENCH, 2.5, "2,5 Gäste"),
    ],
)
def test_the_language_decides_which_form_fits_a_number(
    site: Path, language: str, head: str, number: float, said: str
) -> None:
    translate(site, head + PLURAL, language)
    spoken = language_of(language, [PACKAGE])
    assert plural("{n:,} guest", "{n:,} guests", number).said_in(spoken) == said


def test_the_languages_of_a_package_are_those_that_it_has_files_of(site: Path) -> None:
    translate(site, po(GERMAN), "fr")
    translate(site, po(GERMAN), "de")
    (site / PACKAGE / "locale" / "nl").mkdir()
    assert languages_in(PACKAGE) == ("de", "fr")


@pytest.mark.parametrize("tag", ["en", "en-GB", "EN-us"])
def test_english_needs_no_translation(tag: str) -> None:
    assert language_of(tag, []) is ENGLISH


@pytest.mark.parametrize("tag", ["sv", "xx", "", "../../de", "de_CH", "d" * 5000])
def test_a_language_that_nothing_is_translated_to_is_refused_with_those_there_are(
    site: Path, tag: str
) -> None:
    translate(site, po(GERMAN))
    with pytest.raises(InputError) as refused:
        language_of(tag, [PACKAGE])
    assert "Languages are de, en." in str(refused.value)
    assert len(str(refused.value)) < 200


def test_the_first_package_is_the_strongest(site: Path) -> None:
    translate(site, po({"Score": "Wertung"}))
    other = site / "auditor_other"
    (other / "locale" / "de" / "LC_MESSAGES").mkdir(parents=True)
    (other / "__init__.py").touch()
    file = other / "locale" / "de" / "LC_MESSAGES" / "auditor_other.po"
    file.write_text(po({"Score": "Anders", "Level": "Stufe"}), "utf-8")
    language = language_of("de", [PACKAGE, "auditor_other"])
    assert dict(language.texts) == {"Score": "Wertung", "Level": "Stufe"}


HOSTILE = {
    "too large": HEAD.encode() + b"# " + b"x" * 4_000_000,
    "no such file": b"\x7fELF\x00\xff",
    "a word that is none": f'{HEAD}\nmsgid "a"\nmsgwhat "b"'.encode(),
    "a text without a translation": f'{HEAD}\nmsgid "a"\nmsgid "b"'.encode(),
    "another encoding": f'{HEAD}\nmsgid "a"\nmsgstr "ä"'.encode("latin-1"),
    "an unknown encoding": po({"a": "b"}, HEAD.replace("utf-8", "x-none")).encode(),
    "a plural rule that is none": HEAD.replace("n != 1", "__import__('os')").encode(),
    "a plural rule that is endless": HEAD.replace("n != 1", "(" * 500 + "n").encode(),
    "a plural rule that divides by zero": HEAD.replace("n != 1", "n/0").encode(),
    "a plural rule of another language": HEAD.replace("n != 1", "n > 1").encode(),
    "a plural rule beyond the forms": HEAD.replace("n != 1", "n*n*n*n*n*n").encode(),
    "a billion forms": (
        HEAD.replace("nplurals=2", "nplurals=999999999") + PLURAL
    ).encode(),
    "no number of forms": HEAD.replace("nplurals=2", "nplurals=two").encode(),
    "a form of no number": (HEAD + PLURAL.replace("msgstr[1]", "msgstr[x]")).encode(),
    "a form too many": (HEAD + PLURAL.replace("msgstr[1]", "msgstr[7]")).encode(),
    "a string before any entry": b'"lost"\n',
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_file_that_cannot_be_used_is_refused_and_stops_no_report(
    site: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path = translate(site, content)
    with pytest.raises(InputError, match="cannot be used"):
        translations_in(PACKAGE, "de")
    language = language_of("de", [PACKAGE])
    assert not language.texts
    assert str(path) in caplog.text
    assert plural("{n:,} guest", "{n:,} guests", 2).said_in(language) == "2 guests"


@pytest.mark.parametrize(
    "said",
    [
        "{other}",
        "{share.__class__}",
        "{share[0]}",
        "{share:>999999999}",
        "{share!r}",
        "{share",
        "{0}",
        "%(share)s",
    ],
)
def test_a_translation_asks_for_no_placeholder_that_its_text_has_not(
    site: Path, said: str
) -> None:
    translate(site, po({"A share of {share:.1f}": f"Anteil {said}"}))
    found = translations_in(PACKAGE, "de")
    assert found is not None
    assert found.faulty == ("A share of {share:.1f}",)
    language = language_of("de", [PACKAGE])
    text = message("A share of {share:.1f}", share=0.5).said_in(language)
    assert text == "A share of 0,5"


@pytest.mark.parametrize("said", ["%(count)s Gäste", "Gäste", "%(count)s, %(count)s"])
def test_placeholders_of_templates_may_be_moved_left_out_and_repeated(
    site: Path, said: str
) -> None:
    translate(site, po({"%(count)s guests": said}))
    found = translations_in(PACKAGE, "de")
    assert found is not None
    assert found.texts == {"%(count)s guests": said}


def test_what_is_guessed_or_begun_is_not_said(site: Path) -> None:
    begun = PLURAL.replace("{n:,} Gäste", "")
    fuzzy = '\n#, fuzzy\nmsgid "Met"\nmsgstr "Getroffen"\n'
    translate(site, HEAD + begun + fuzzy)
    assert translations_in(PACKAGE, "de") == ("de", {}, {}, ())
