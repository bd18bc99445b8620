"""A firm's own words in Markdown, as plain blocks: no markup leaves here.

CommonMark is read by markdown-it. What comes out are paragraphs, headings, lists and
quotations of texts, so that every format can place them in its own way and no format
can be made to run or to fetch something. HTML, images and tables are refused and not
printed as they were typed: a comment in HTML was never meant for the client.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

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
LONGEST: Final = 60
"""Ours: characters of what is refused that are told."""
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
    # HTML and tables are recognised so that they can be refused.
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    # As the library documents it: the rule for links is an attribute to be replaced.
    # Ours is in the reader, which knows where a link stands.
    parser.validateLink = lambda *_: True  # type: ignore[method-assign]  # as it documents
    tree = SyntaxTreeNode(parser.parse(text))
    reader = _Reader(refused)
    return tuple(reader.blocks(tree, DEEPEST)), tuple(refused)


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
                case "html_block":
                    self._refuse(child, _html(child.content))
                case "table":
                    self._refuse(child, "it is a table; write a list instead")
                case "bullet_list" | "ordered_list" | "blockquote" if not depth:
                    self._refuse(child, f"it is nested more than {DEEPEST} deep")
                case "bullet_list" | "ordered_list":
                    items = (tuple(self.blocks(i, depth - 1)) for i in child.children)
                    yield Listing(child.type == "ordered_list", tuple(items))
                case "blockquote":
                    yield Quotation(tuple(self.blocks(child, depth - 1)))

    def spans(self, node: SyntaxTreeNode) -> tuple[Span, ...]:
        """Return the texts inside a paragraph or heading."""
        return tuple(span for span in self._inside(node) if span.text)

    def _inline(
        self, node: SyntaxTreeNode, *, bold: bool = False, italic: bool = False
    ) -> Iterator[Span]:
        """Yield the texts of an inline node, each with what it inherits."""
        match node.type:
            case "text" | "code_inline":
                yield Span(node.content, bold, italic)
            case "softbreak" | "hardbreak":
                yield Span(" ", bold, italic)
            case "html_inline":
                self._refuse(node, _html(node.content))
            case "image":
                shown = str(node.attrs.get("src"))[:LONGEST]
                self._refuse(
                    node,
                    f"it shows the image {shown!r}; a report shows no image but the "
                    "logo",
                )
            case "link":
                words = "".join(span.text for span in self._inside(node))
                yield Span(words, bold, italic, self._address(node))
            case kind:
                bold, italic = bold or kind == "strong", italic or kind == "em"
                yield from self._inside(node, bold=bold, italic=italic)

    def _inside(
        self, node: SyntaxTreeNode, *, bold: bool = False, italic: bool = False
    ) -> Iterator[Span]:
        for child in node.children:
            yield from self._inline(child, bold=bold, italic=italic)

    def _address(self, link: SyntaxTreeNode) -> str:
        """Return where a link leads; empty, and refused, where it must not."""
        address = str(link.attrs.get("href"))
        if LINKS.match(address):
            return address
        self._refuse(
            link,
            f"a link leads to {address[:LONGEST]!r}; http, https and mailto are "
            "allowed",
        )
        return ""

    def _refuse(self, node: SyntaxTreeNode, clause: str) -> None:
        """Note what is not taken, with the line at which its paragraph begins."""
        block = node
        while block.map is None and block.parent:
            block = block.parent
        line = block.map[0] + 1 if block.map else 1
        self.refused[f"paragraph at line {line}: {clause}"] = None


def _html(code: str) -> str:
    shown = code.strip().partition("\n")[0][:LONGEST]
    return f"it has HTML ({shown!r}); write Markdown, or &lt; for the sign itself"
