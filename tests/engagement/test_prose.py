from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.engagement.prose import (
    LINKS,
    Listing,
    Paragraph,
    Quotation,
    Span,
    Subheading,
    read_prose,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.engagement.prose import Block


def spans_of(blocks: Iterable[Block]) -> Iterator[Span]:
    for block in blocks:
        match block:
            case Paragraph(spans=spans) | Subheading(spans=spans):
                yield from spans
            case Listing(items=items):
                for item in items:
                    yield from spans_of(item)
            case Quotation(blocks=inner):
                yield from spans_of(inner)


def test_a_text_becomes_plain_blocks() -> None:
    blocks, refused = read_prose(
        "# Title\n\nOne **bold** and *soft*\nword.\n\n- a\n- b\n\n1. c\n\n> said\n"
    )
    assert not refused
    assert blocks == (
        Subheading(1, (Span("Title"),)),
        Paragraph(
            (
                Span("One "),
                Span("bold", bold=True),
                Span(" and "),
                Span("soft", italic=True),
                Span(" "),
                Span("word."),
            )
        ),
        Listing(
            ordered=False,
            items=((Paragraph((Span("a"),)),), (Paragraph((Span("b"),)),)),
        ),
        Listing(ordered=True, items=((Paragraph((Span("c"),)),),)),
        Quotation((Paragraph((Span("said"),)),)),
    )


@pytest.mark.parametrize(
    "address", ["https://a.example/b?c=1", "http://a.example", "mailto:a@b.example"]
)
def test_a_link_may_lead_to_a_page_or_a_mailbox(address: str) -> None:
    blocks, refused = read_prose(f"[the *words*]({address}) <{address}>")
    assert not refused
    assert Span("the words", link=address) in list(spans_of(blocks))


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](JAVASCRIPT:alert(1))",
        "[x](data:text/html,x)",
        "[x](file:///etc/passwd)",
        "[x](//evil.example)",
        "[x](annex.pdf)",
        "[x](vbscript:x)",
        "[x]\n\n[x]: javascript:x",
        "<javascript:alert(1)>",
        "![x](https://evil.example/x.png)",
        "![x](x.png)",
    ],
)
def test_other_links_and_images_are_refused(text: str) -> None:
    blocks, refused = read_prose(text)
    assert refused
    assert not [span for span in spans_of(blocks) if span.link]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("A <b onclick=x>word</b>", "<b onclick=x>"),
        ("A <!-- not for the client --> B", "<!-- not for the client -->"),
        ("<div\nhidden>\n\nA", "<div"),
        ("[a <b>word</b>](https://a.example)", "<b>"),
    ],
)
def test_html_is_refused_and_never_printed(text: str, shown: str) -> None:
    blocks, refused = read_prose(text)
    told = f"paragraph at line 1: it has HTML ({shown!r}); write Markdown, or &lt;"
    assert refused[0].startswith(told)
    assert "<" not in "".join(span.text for span in spans_of(blocks))


def test_signs_that_are_no_html_are_text() -> None:
    blocks, refused = read_prose(r"R&D, R&amp;D, 3 < 4 > 2, \<b>")
    assert not refused
    assert "".join(span.text for span in spans_of(blocks)) == "R&D, R&D, 3 < 4 > 2, <b>"


def test_a_table_is_refused() -> None:
    _, refused = read_prose("Our plan:\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert refused == ("paragraph at line 3: it is a table; write a list instead",)


def test_what_is_refused_has_the_line_of_its_paragraph() -> None:
    _, refused = read_prose("# Why\n\nOne.\n\n- two\n- [x](y.pdf)\n\n> ![z](z.png)\n")
    assert [clause.partition(":")[0] for clause in refused] == [
        "paragraph at line 6",
        "paragraph at line 8",
    ]


def test_what_is_nested_too_deeply_is_refused_and_not_followed() -> None:
    _, refused = read_prose("> " * 500 + "deep")
    assert refused == ("paragraph at line 1: it is nested more than 3 deep",)


@given(st.text(alphabet="ab #>*-_[]()!<>&`:/\n\\j1.", max_size=80))
def test_whatever_is_written_links_lead_where_they_may(text: str) -> None:
    blocks, _ = read_prose(text)
    for span in spans_of(blocks):
        assert not span.link or LINKS.match(span.link)
