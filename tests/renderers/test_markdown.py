from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from auditor.renderers.markdown import MarkdownRenderer
from auditor.renderers.markdown.text import escaped, link, table
from auditor.renderers.plain import plain
from tests.renderers.reports import (
    HOSTILE,
    empty_report,
    evidenced_report,
    full_report,
)

if TYPE_CHECKING:
    from markdown_it.token import Token

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
WORD_JOINER = "\u2060"

texts = st.text() | st.text("\\`*_[]<>|~&$#-+=!:/.1) \nwab@", max_size=40)


def document(text: str = "As the profile says.") -> str:
    return MarkdownRenderer().render(evidenced_report(text)).decode()


def tokens(source: str) -> list[Token]:
    """Return all tokens that a reader finds, those inside lines too."""
    return [
        inner for token in READER.parse(source) for inner in [token, *inside(token)]
    ]


def inside(token: Token) -> list[Token]:
    return token.children or []


@given(texts)
@example(HOSTILE)
@example("# heading")
@example("1. list")
@example("- list")
@example("===")
@example("\\`a`")
def test_an_escaped_text_is_one_paragraph_that_reads_as_it_was(text: str) -> None:
    found = READER.parse(escaped(text))
    if not plain(text):
        assert found == []
        return
    assert [token.type for token in found] == [
        "paragraph_open",
        "inline",
        "paragraph_close",
    ]
    children = inside(found[1])
    assert {token.type for token in children} <= {"text", "code_inline"}
    shown = "".join(
        f"`{token.content}`" if token.type == "code_inline" else token.content
        for token in children
    )
    assert shown.replace(WORD_JOINER, "") == plain(text).replace(WORD_JOINER, "")


@given(texts)
def test_an_escaped_text_stays_in_its_cell(text: str) -> None:
    rows = [("before", escaped(text), "after")] * 2
    found = READER.parse("\n".join(table(("A", "B", "C"), rows)))
    cells = [token.content for token in found if token.type == "inline"]
    assert cells[3::3] == ["before", "before"]
    assert cells[5::3] == ["after", "after"]
    assert [token.type for token in found].count("tr_open") == 3


@pytest.mark.parametrize(
    ("bare", "broken"),
    [
        ("http://evil.example", "://"),
        ("www.evil.example", "www."),
        ("WWW.evil.example", "WWW."),
        ("me@evil.example", "@e"),
        ("@everyone", "@e"),
        ("see #12", "#1"),
    ],
)
def test_bare_text_becomes_no_link_and_calls_nobody(bare: str, broken: str) -> None:
    assert broken not in escaped(bare)
    assert escaped(bare).replace(WORD_JOINER, "") == bare


def test_hostile_texts_change_nothing_but_words() -> None:
    calm, hostile = tokens(document()), tokens(document(HOSTILE))
    kinds = {"html_block", "html_inline", "image", "fence", "code_block"}
    assert kinds & {token.type for token in hostile} == set()
    structure = [token.type for token in calm if token.block]
    assert [token.type for token in hostile if token.block] == structure


def test_the_only_links_lead_to_our_sources() -> None:
    links = {
        str(token.attrGet("href"))
        for token in tokens(document(HOSTILE))
        if token.type == "link_open"
    }
    sources = {work.address for f in full_report().findings for work in f.sources}
    assert links == sources - {""}


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "https://a b", "https://>"]
)
def test_what_is_no_address_of_the_web_is_no_link(address: str) -> None:
    assert "link_open" not in {token.type for token in tokens(link(address))}


def test_findings_come_worst_first_and_accepted_ones_last() -> None:
    findings = document().partition("## Findings")[2].partition("\n## ")[0]
    headings = [line[4:9] for line in findings.splitlines() if line[:4] == "### "]
    assert headings == ["LO001", "ME001", "JC001", "ME002"]


def test_a_finding_has_reason_advice_place_effort_ground_and_sources() -> None:
    text = document()
    finding = text[text.index("### LO001") : text.index("### ME001")]
    assert "**Critical, not met, a claim is contradicted**" in finding
    for line in ("- What to do:", "- Effort: small", "- Rests on:", "- Sources: "):
        assert line in finding
    assert "(`profile.yaml:12:5`)" in text
    assert "(`/metrics/0`)" in text


def test_waivers_say_whether_they_count() -> None:
    text = document("Because")
    assert "- Accepted by Because until 2027-03-31: Because" in text
    assert "- A waiver does not count: it lapsed on 2026-01-01" in text


def test_what_is_unknown_says_what_would_answer_it() -> None:
    assert "| JC003 | Because | `channels` | Because |" in document("Because")


def test_what_failed_is_named() -> None:
    text = document("Because")
    assert "| broken | Error: Because |" in text
    assert "## Failed checks" in text


def test_a_nearly_empty_report_says_so() -> None:
    text = MarkdownRenderer().render(empty_report()).decode()
    assert "| Score of 100 | **unknown** |" in text
    assert "Nothing that could be assessed is open." in text
    assert "## Roadmap" not in text


def test_two_renderings_are_the_same_bytes() -> None:
    assert document(HOSTILE) == document(HOSTILE)
