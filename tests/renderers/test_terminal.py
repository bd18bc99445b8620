from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO, StringIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.finding import Outcome
from auditor.renderers.plain import plain, short
from auditor.renderers.terminal import WIDTH, TextRenderer, print_summary
from tests.findings import finding
from tests.renderers.reports import (
    HOSTILE,
    empty_report,
    evidenced_report,
    full_report,
    report_of,
)

if TYPE_CHECKING:
    from auditor.report import Report


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _able_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")


def text_of(report: Report) -> str:
    return TextRenderer().render(report).decode()


def printed(report: Report, file: StringIO) -> str:
    print_summary(report, file)
    return file.getvalue()


def words(text: str) -> str:
    return " ".join(text.split())


def test_colour_comes_only_where_there_is_a_terminal() -> None:
    assert "\x1b[" in printed(full_report(), Terminal())
    assert "\x1b" not in printed(full_report(), StringIO())


def test_no_color_is_honoured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    coloured = re.compile(r"\x1b\[[0-9;]*3[0-9]")
    assert not coloured.search(printed(full_report(), Terminal()))
    monkeypatch.delenv("NO_COLOR")
    assert coloured.search(printed(full_report(), Terminal()))


@pytest.mark.parametrize("columns", [60, 140])
def test_the_terminal_says_how_wide(
    monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    text = printed(full_report("A long reason of many words. " * 20), StringIO())
    assert columns - 20 < max(map(len, text.splitlines())) <= columns


def test_text_is_a_hundred_columns_wide_whatever_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calm = text_of(evidenced_report(HOSTILE))
    for name, value in {"COLUMNS": "40", "FORCE_COLOR": "1", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    assert text_of(evidenced_report(HOSTILE)) == calm
    assert max(map(len, calm.splitlines())) <= WIDTH


def test_no_control_character_of_a_profile_reaches_the_terminal() -> None:
    text = text_of(evidenced_report(HOSTILE))
    assert [char for char in text if not char.isprintable() and char != "\n"] == []
    assert "[31m" not in text


def test_markup_in_a_profile_is_text() -> None:
    text = words(
        text_of(full_report("[bold red]x[/] [link=file:///p]y[/link] :smile:"))
    )
    assert "[bold red]x[/] [link=file:///p]y[/link] :smile:" in text
    assert "\x1b]8" not in printed(full_report("[link=file:///p]y[/link]"), Terminal())


def test_a_stream_that_cannot_encode_a_character_gets_the_rest() -> None:
    page = BytesIO()
    stream = TextIOWrapper(page, encoding="ascii")
    print_summary(full_report("Zürich"), stream)
    stream.flush()
    assert b"Z?rich" in page.getvalue()


def test_the_summary_says_what_people_ask_first() -> None:
    text = words(text_of(full_report("Northlight")))
    for part in (
        "Score 24.4 of 100 over 5 of 7 criteria, within 13.6 to 28.4 once all is known",
        "With waivers",
        "Assurance",
        "Level 1 of 5, indicative",
        "Claims that are contradicted",
        "Worst findings",
        "What to do first",
        "Not assessed, and what would answer it",
        "channels JC003",
        "What failed",
        "Plugin broken: Error: Northlight",
        "profile.yaml:7:3: Northlight",
    ):
        assert part in text


def test_what_holds_the_level_is_named() -> None:
    findings = [finding(f"JC{n:03}") for n in range(9)]
    text = words(text_of(report_of(findings)))
    assert "Level 3 of 5, indicative Held at 3: Every main area needs 50 points" in text


def test_only_the_first_are_shown_and_the_rest_counted() -> None:
    findings = [finding(f"JC{n:03}", Outcome.NOT_MET) for n in range(9)]
    text = text_of(report_of(findings))
    assert "And 4 more open findings." in text
    assert "And 4 more steps." in text


def test_long_reasons_are_cut() -> None:
    long = replace(finding("JC001", Outcome.NOT_MET), reason="word " * 1000)
    text = text_of(report_of([long]))
    assert len(text) < 6000
    assert "…" in text


def test_nothing_known_is_said_as_such() -> None:
    text = words(text_of(empty_report()))
    assert "Score unknown" in text
    assert "Level unknown" in text
    assert "Worst findings" not in text


@given(st.text())
def test_plain_text_is_one_printable_line(text: str) -> None:
    line = plain(text)
    assert plain(line) == line
    assert line == line.strip()
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", line)


@given(st.text(st.characters(categories=["L", "N"])))
def test_letters_and_digits_of_every_script_stay(text: str) -> None:
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]8;;http://e.example\x07link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "red"),
        ("a\x1bcb", "ab"),
        ("a\tb\r\nc\u2028d", "a b c d"),
        ("a\u202eb\u2066c", "abc"),
        ("क\u200dष 👩\u200d👧", "क\u200dष 👩\u200d👧"),
    ],
)
def test_what_is_no_text_goes_whole(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text(), st.integers(2, 50))
def test_a_short_text_is_never_longer(text: str, most: int) -> None:
    assert len(short(text, most)) <= most


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("Two of seven. Calls: 63.", 30, "Two of seven. Calls: 63."),
        ("Two of seven. Calls: 63.3, said 76.", 20, "Two of seven. …"),
        ("No. Two of seven are as they were", 20, "No. Two of seven…"),
        ("Satisfaction 63.3 of those", 20, "Satisfaction 63.3…"),
    ],
)
def test_what_is_too_long_ends_with_a_sentence_or_a_word(
    text: str, most: int, cut: str
) -> None:
    assert short(text, most) == cut
