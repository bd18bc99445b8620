"""A firm's own words in Markdown, as plain blocks: no markup leaves here.

CommonMark is read by markdown-it with HTML switched off. What comes out are
paragraphs, headings, lists and quotations of texts, so that every format can place
them in its own way and no format can be made to run or to fetch something.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

__all__ = [
    "Block",
    "Listing",
    "Paragraph",
    "Quotation",
    "Span",
    "Subheading",
    "read_prose",
]

LINKS: Final = re.compile(r"https?://|mailto:", re.IGNORECASE)
"""How the address of a link may begin."""
DEEPEST: Final = 3
"""Ours: lists and quotations inside each other; no letter needs more."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text of one kind."""

    text: str
    """The text."""
    bold: bool = False
    """Whether it is emphasised strongly."""
    italic: bool = False
    """Whether it is emphasised."""
    link: str = ""
    """Where it leads: an address of http, https or mailto; empty for most."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section."""

    level: int
    """1 or 2, below the heading of the section."""
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    ordered: bool
    """Whether its entries are numbered, from 1."""
    items: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody else said."""

    blocks: tuple[Block, ...]


Block: TypeAlias = Paragraph | Subheading | Listing | Quotation


def read_prose(text: str) -> tuple[tuple[Block, ...], tuple[str, ...]]:
    """Return the blocks of a text in Markdown, and what is refused in it."""
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

    refused: dict[str, None] = {}
    parser = MarkdownIt("commonmark", {"html": False})
    _restrict_links(parser, refused)
    tree = SyntaxTreeNode(parser.parse(text))
    reader = _Reader(refused)
    return tuple(reader.blocks(tree, DEEPEST)), tuple(refused)


def _restrict_links(parser: MarkdownIt, refused: dict[str, None]) -> None:
    """Let links lead to pages and to mailboxes only."""

    def allowed(address: str) -> bool:
        if LINKS.match(address):
            return True
        refused[
            f"a link leads to {address[:60]!r}; http, https and mailto are allowed"
        ] = None
        return False

    # As the library documents it: the rule for links is an attribute to be replaced.
    parser.validateLink = allowed  # type: ignore[assignment,method-assign]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Turns the tree of a text into blocks."""

    refused: dict[str, None]
    """What was found and is not taken, in clauses, each once."""

    def blocks(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        """Yield the blocks inside a node."""
        for child in node.children:
            match child.type:
                case "paragraph":
                    yield Paragraph(self.spans(child))
                case "heading":
                    yield Subheading(min(int(child.tag[1]), 2), self.spans(child))
                case "code_block" | "fence":
                    yield Paragraph((Span(child.content.rstrip("\n")),))
                case "bullet_list" | "ordered_list" | "blockquote" if not depth:
                    self.refused[f"it is nested more than {DEEPEST} deep"] = None
                case "bullet_list" | "ordered_list":
                    items = (tuple(self.blocks(i, depth - 1)) for i in child.children)
                    yield Listing(child.type == "ordered_list", tuple(items))
                case "blockquote":
                    yield Quotation(tuple(self.blocks(child, depth - 1)))

    def spans(self, node: SyntaxTreeNode) -> tuple[Span, ...]:
        """Return the texts inside a paragraph or heading."""
        found = (span for child in node.children for span in self._inline(child))
        return tuple(span for span in found if span.text)

    def _inline(
        self, node: SyntaxTreeNode, *, bold: bool = False, italic: bool = False
    ) -> Iterator[Span]:
        """Yield the texts of an inline node, each with what it inherits."""
        match node.type:
            case "text" | "code_inline":
                yield Span(node.content, bold, italic)
            case "softbreak" | "hardbreak":
                yield Span(" ", bold, italic)
            case "image":
                self.refused[
                    f"it shows the image {str(node.attrs.get('src'))[:60]!r}; a report "
                    "shows no image but the logo"
                ] = None
            case "link":
                words = "".join(_words(node))
                yield Span(words, bold, italic, str(node.attrs.get("href")))
            case kind:
                bold, italic = bold or kind == "strong", italic or kind == "em"
                for child in node.children:
                    yield from self._inline(child, bold=bold, italic=italic)


def _words(node: SyntaxTreeNode) -> Iterator[str]:
    """Yield the plain text inside an inline node."""
    if not node.children:
        yield node.content if node.type in {"text", "code_inline"} else " "
    for child in node.children:
        yield from _words(child)
