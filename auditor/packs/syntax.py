"""Reading an expression in CEL into a tree, within limits.

The library's parser knows the grammar. What follows here: limits of length and
nesting, because a tree is walked by recursion, and a tree without the levels that the
grammar needs and nobody else does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from celpy.celparser import CELParseError, CELParser
from celpy.evaluation import celstr
from lark import Token, Tree
from lark.exceptions import UnexpectedToken

__all__ = [
    "Expression",
    "ExpressionError",
    "Node",
    "arguments_of",
    "called_on",
    "entries_of",
    "literal_text",
    "name_of",
    "parsed",
    "sides",
    "start_of",
]

Node: TypeAlias = Tree[Token]
"""A node of an expression's tree."""

LONGEST: Final = 2_000
"""Ours: characters of one expression; the longest of our own has 94."""
DEEPEST: Final = 25
"""Ours: levels of nesting of one expression."""
OPENING: Final = "([{"
CLOSING: Final = ")]}"
TYPOGRAPHIC: Final = "\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb"
"""Quotation marks that a word processor puts in."""
CHAIN: Final = frozenset(
    {
        "expr",
        "conditionalor",
        "conditionaland",
        "relation",
        "addition",
        "multiplication",
        "unary",
        "member",
    }
)
"""Levels of the grammar that say nothing where they have a single child."""


class ExpressionError(Exception):
    """What is wrong with an expression, and at which of its characters."""

    def __init__(self, message: str, offset: int = 0, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression that was read."""

    text: str
    """As it is written."""
    tree: Node
    """What it says."""
    pointer: str = ""
    """JSON pointer of the text that holds it, in its pack."""
    offset: int = 0
    """Where in that text it begins."""


def parsed(text: str, pointer: str = "", offset: int = 0) -> Expression:
    """Return the tree of an expression.

    Args:
        text: The expression.
        pointer: Where in a pack it stands.
        offset: Where in that text it begins.

    Raises:
        ExpressionError: If it is no expression, too long or nested too deeply.
    """
    _check_size(text)
    try:
        tree: Node = CELParser().parse(text)
    except CELParseError as error:
        raise _refused(text, error) from None
    simple = _simplified(tree)
    _check_depth(simple)
    return Expression(text, simple, pointer, offset)


def start_of(node: Node | Token) -> int:
    """Return at which character of its expression a node begins."""
    if isinstance(node, Token):
        return node.start_pos or 0
    return getattr(node.meta, "start_pos", 0)


def _check_size(text: str) -> None:
    """Refuse what would cost the parser more than any condition is worth."""
    if len(text) > LONGEST:
        message = (
            f"The expression has {len(text):,} characters; {LONGEST:,} are allowed."
        )
        raise ExpressionError(message, hint="Give parts of it names under 'let'.")
    depth = 0
    for offset, character in enumerate(text):
        depth += (character in OPENING) - (character in CLOSING)
        if depth > DEEPEST:
            raise _too_deep(offset)


def _too_deep(offset: int) -> ExpressionError:
    message = f"The expression is nested too deeply: {DEEPEST} levels are allowed."
    return ExpressionError(message, offset, "Give parts of it names under 'let'.")


def _refused(text: str, error: CELParseError) -> ExpressionError:
    """Return what the parser's error means to the writer of an expression."""
    offset, cause = len(text), error.__context__
    ended = isinstance(cause, UnexpectedToken) and cause.token.type == "$END"
    if not ended and error.line and error.line > 0 and error.column:
        lines = text.splitlines(keepends=True)
        offset = sum(map(len, lines[: error.line - 1])) + error.column - 1
    rest = text[offset:].split(maxsplit=1)
    if not rest or offset >= len(text.rstrip()):
        return ExpressionError("The expression ends too early.", len(text.rstrip()))
    message = f"Found {rest[0][:20]!r} where the expression cannot go on."
    return ExpressionError(message, offset, _hint(rest[0]))


def _hint(word: str) -> str:
    """Return a way out for those who know another language."""
    if word[0] in TYPOGRAPHIC:
        return "Write a straight quotation mark, as a keyboard has it."
    for theirs, ours in {"=": "==", "and": "&&", "or": "||", "not": "!"}.items():
        if word.partition("(")[0] == theirs:
            return f"CEL writes {ours!r}."
    return ""


def _simplified(tree: Node) -> Node:
    """Return the tree without levels that say nothing."""
    for node in tree.iter_subtrees():  # children come before their parents
        node.children = [
            _inner(child) if isinstance(child, Tree) else child
            for child in node.children
        ]
    return _inner(tree)


def _inner(node: Node) -> Node:
    """Return the node that says what this one says."""
    match node.children:
        case [Tree() as child] if node.data in CHAIN:
            return child
        case [Tree(data="paren_expr", children=[Tree() as inside])]:
            return inside
    return node


def _check_depth(tree: Node) -> None:
    """Refuse a tree that is too deep to be walked: `!!!!…` has no brackets."""
    depths: dict[int, int] = {}
    for node in tree.iter_subtrees():
        below = (depths.get(id(child), 0) for child in node.children)
        depths[id(node)] = 1 + max(below, default=0)
        if depths[id(node)] > DEEPEST * 3:
            raise _too_deep(start_of(node))


def arguments_of(node: Node) -> list[Any]:
    """Return the arguments of a call, as nodes."""
    last = node.children[-1]
    listed = isinstance(last, Tree) and last.data == "exprlist"
    return _children(last) if listed else []


def entries_of(node: Node) -> list[Any]:
    """Return the entries of a list that is written out, as nodes."""
    return [entry for listed in node.children for entry in _children(listed)]


def sides(node: Node) -> tuple[str, Any, Any]:
    """Return the name of an operator, and the nodes on its left and on its right."""
    operator, right = node.children
    (left,) = _children(operator)
    return getattr(operator, "data", ""), left, right


def called_on(node: Node) -> tuple[Any, str]:
    """Return the node before a dot, and the name after it."""
    whole, name = node.children[:2]
    return whole, str(name)


def name_of(node: Any) -> str:
    """Return the name that a node is, if it is one."""
    token = _only(node, "ident")
    return "" if token is None else str(token)


def literal_text(node: Any) -> str | None:
    """Return the text that a node is, if it is one in plain quotes."""
    token = _only(node, "literal")
    return (
        str(celstr(token)) if token is not None and token.type == "STRING_LIT" else None
    )


def _only(node: Any, data: str) -> Token | None:
    """Return the single token of a name or a literal."""
    inner = node.children[0] if getattr(node, "data", "") == "primary" else None
    if not isinstance(inner, Tree) or inner.data != data:
        return None
    (token,) = inner.children
    return token if isinstance(token, Token) else None


def _children(node: Node | Token) -> list[Any]:
    return list(node.children) if isinstance(node, Tree) else []
