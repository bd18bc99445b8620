"""Where a line of a report ends, and where none does."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from auditor.renderers.line_ends import with_a_full_last_line, with_figures_whole


@pytest.mark.parametrize(
    ("title", "last"),
    [
        ("Service quality: 33.4 of 100, 1 of 10 assessed criteria met", "criteria met"),
        ("Northlight scores 55.4 of 100, level 2 of 5", "level 2 of 5"),
        ("Nothing is described that a department could own", "department could own"),
        ("Contents", "Contents"),
        ("", ""),
    ],
)
def test_a_last_line_is_more_than_a_word(title: str, last: str) -> None:
    kept = with_a_full_last_line(title)
    assert kept.split(" ")[-1].replace("\N{NO-BREAK SPACE}", " ") == last
    assert kept.split() == title.split()


def test_a_long_last_word_is_left_alone() -> None:
    title = "Zuerst die Kundenzufriedenheitsbefragung"
    assert with_a_full_last_line(title) == title


def test_what_a_template_has_marked_up_is_left_alone() -> None:
    title = Markup('A title <a href="#x">of mine</a>')
    assert with_a_full_last_line(title) == title


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("73 % of 54 % (95 % interval)", "73~% of 54~% (95~% interval)"),
        ("12.0 to 14.0, n = 1,270", "12.0 to 14.0, n~=~1,270"),
        ("even = 3 of a = b", "even = 3 of a = b"),
        ("95-%-Intervall", "95\N{NON-BREAKING HYPHEN}%-Intervall"),
        ("per cent % of 3 parts", "per cent % of 3 parts"),
        ("73%", "73%"),
    ],
)
def test_no_line_ends_within_a_figure(text: str, whole: str) -> None:
    assert with_figures_whole(text) == whole.replace("~", "\N{NO-BREAK SPACE}")
