"""The parser of HTML compiles each pattern once, and reads pages as it always does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import tinyhtml5
from tinyhtml5 import inputstream

from auditor.renderers.character_classes import compile_character_classes_once

if TYPE_CHECKING:
    import pytest

PAGE = (
    "<!doctype html><title>T&amp;F</title><style>p > b { color: red }</style>\n"
    "<p class='a-b' id=x title=\"1 < 2 & 3\">One <b>two</b> &lt;three&gt; ]]> \x00"
    "<svg viewBox='0 0 1 1'><![CDATA[ a ] b ]]><path d='M0,0'/></svg><!-- a - b -->"
)


def read() -> str:
    tree: Any = tinyhtml5.parse(PAGE, namespace_html_elements=False)
    return ET.tostring(tree, encoding="unicode")


def test_a_page_is_read_as_without(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputstream, "characters_until_regex", {})
    plain = read()
    compile_character_classes_once()
    assert read() == plain


def test_a_pattern_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputstream, "characters_until_regex", {})
    compile_character_classes_once()
    read()
    known = dict(inputstream.characters_until_regex)
    compile_character_classes_once()
    read()
    assert known
    assert known == inputstream.characters_until_regex
