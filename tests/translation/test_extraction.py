"""Everything that a package says is found for translators, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.plugin.collection import OWN, Plugins
from auditor.renderers.words_said import texts_of
from auditor.translation.extraction import texts_of_modules
from auditor.translation.pofile import read_catalogue, updated
from auditor.translation.text import Text, gathered
from tests.distributions import install, plugin_of
from tests.translation.packages import GERMAN, PACKAGE, po

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "from auditor import counted, message, plural, say as spoken\n"


def said_by(folder: Path, source: str) -> list[tuple[str, str, int]]:
    """Return what a module says, with its lines."""
    (folder / "package").mkdir()
    (folder / "package" / "module.py").write_text(HEAD + source, "utf-8")
    found = [*texts_of_modules(folder / "package")]
    assert all(text.places[0][0] == "package/module.py" for text in found)
    return [(text.one, text.many, text.places[0][1]) for text in found]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('message("Of {n} " "themes", n=2)', [("Of {n} themes", "")]),
        ('plural("{n} is", "{n} are", 2)', [("{n} is", "{n} are")]),
        ('spoken("Range {span}", span=1)', [("Range {span}", "")]),
        ('counted(2, "metric")', [("{n:,} metric", "{n:,} metrics")]),
        ('counted(2, "day", "days off")', [("{n:,} day", "{n:,} days off")]),
        ('counted(2, noun="day", nouns="Y")', [("{n:,} day", "{n:,} Y")]),
        ('message("Met" if x else "Open")', [("Met", ""), ("Open", "")]),
        ('message("a", b=message("c"))', [("a", ""), ("c", "")]),
        ('message(f"{x}")', []),
        ("message(text)", []),
        ('self.message("not ours")', []),
        ('say("no name here")', []),
        ('message("")', []),
    ],
)
def test_literals_are_found_where_they_are_said(
    tmp_path: Path, source: str, found: list[tuple[str, str]]
) -> None:
    assert [text[:2] for text in said_by(tmp_path, source)] == found


def test_places_are_files_and_lines_of_all_who_say_it(tmp_path: Path) -> None:
    source = 'a = message("Met")\nb = message("Open")\nc = message("Met")\n'
    assert [line for *_, line in said_by(tmp_path, source)] == [2, 3, 4]
    met, opened = gathered(texts_of_modules(tmp_path / "package"))
    assert [line for _, line in met.places] == [2, 4]
    assert opened.one == "Open"


def test_a_module_that_cannot_be_parsed_says_nothing(tmp_path: Path) -> None:
    assert said_by(tmp_path, 'message("a" ...') == []


def test_a_plugin_says_what_it_declares_and_what_stands_in_its_source(
    site: Path,
) -> None:
    template = (
        "{% trans %}Dear guest{% endtrans %}\n"
        "{% trans count=n, name=x %}One, %{{ name }}{% pluralize %}"
        "{{ count }} of {{ name }}{% endtrans %}"
    )
    (site / PACKAGE / "letter.html.j2").write_text(template, "utf-8")
    found = texts_of(PACKAGE, Plugins.load())
    assert {text.one for text in found} == {
        *GERMAN,
        "Dear guest",
        "One, %%%(name)s",
    }
    by_text = {text.one: text for text in found}
    assert by_text["One, %%%(name)s"].many == "%(count)s of %(name)s"
    assert by_text["Dear guest"].places == ((f"{PACKAGE}/letter.html.j2", 1),)
    file, line = by_text["Greet guests."].places[0]
    source = (site / PACKAGE / "__init__.py").read_text("utf-8").splitlines()
    assert file == f"{PACKAGE}/__init__.py" or line
    assert source[line - 1].startswith("@check")


def test_a_plugin_that_is_a_lone_module_has_no_translations(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path, "alone", plugin_of(id_="AL001", area="alone"))
    monkeypatch.syspath_prepend(tmp_path)
    plugins = Plugins.load()
    (alone,) = (plugin for plugin in plugins.installed if plugin.name == "alone")
    assert (alone.module, alone.failure) == ("", "")
    assert "auditor_alone" not in plugins.speakers


def test_the_core_and_every_plugin_say_something() -> None:
    plugins = Plugins.load()
    ours = [one.module for one in plugins.installed if one.package == "cxaudit"]
    assert plugins.speakers[: len(OWN)] == OWN
    assert set(ours) <= set(plugins.speakers)
    for package in ("auditor", *ours):
        assert texts_of(package, plugins), package


TEXTS = (
    Text("Met", "", (("a.py", 1),)),
    Text("{n} is", "{n} are", (("a.py", 2),)),
)


def test_a_new_file_has_every_text_and_no_date_or_name() -> None:
    made = updated("package", "de", TEXTS, None)
    assert (made.added, made.dropped) == (2, 0)
    assert made.content.decode() == (
        "# What package says in reports.\n"
        'msgid ""\nmsgstr ""\n'
        '"Language: de\\n"\n'
        '"MIME-Version: 1.0\\n"\n'
        '"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'
        '#: a.py\nmsgid "Met"\nmsgstr ""\n\n'
        "#: a.py\n#, python-brace-format\n"
        'msgid "{n} is"\nmsgid_plural "{n} are"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )
    assert updated("package", "de", TEXTS, made.content).content == made.content


def test_an_update_keeps_translations_and_guesses_none() -> None:
    old = po({"Met": "Erfüllt", "Mets": "Erfüllte", "Gone": "Weg"}).encode()
    made = updated("package", "de", (*TEXTS, Text("Metz", "")), old)
    assert (made.added, made.dropped) == (2, 2)
    catalogue = read_catalogue(made.content, "de")
    assert catalogue["Met"].string == "Erfüllt"
    assert not catalogue["Metz"].string
    assert not any(entry.fuzzy for entry in catalogue)
    assert {entry.string for entry in catalogue.obsolete.values()} == {
        "Erfüllte",
        "Weg",
    }


def test_what_was_dropped_is_found_again_when_it_is_said_again() -> None:
    old = updated("package", "de", (), po({"Met": "Erfüllt"}).encode()).content
    made = updated("package", "de", TEXTS, old)
    assert read_catalogue(made.content, "de")["Met"].string == "Erfüllt"
