"""Reading JSON strictly, with the place of every value.

The standard library checks the grammar but keeps the last of two equal keys, accepts
`NaN` and forgets where things stood. So the text, once known to be JSON, is cut into
tokens and handed to the same builder as YAML.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Position, Problem
from auditor.profile.scalars import number
from auditor.profile.tree import DEEPEST, TreeBuilder

if TYPE_CHECKING:
    from auditor.profile.places import Place
    from auditor.profile.source import SourceText
    from auditor.profile.tree import PlainValue, Scalar

__all__ = ["read_json"]

TOKEN: Final = re.compile(r'[\[\]{}]|"(?:[^"\\]|\\.)*"|[^\s\[\]{},:"]+')
"""What of a valid JSON text means something; commas and colons do not."""
WORDS: Final = {"null": None, "true": True, "false": False}
NOT_JSON: Final = frozenset({"NaN", "Infinity", "-Infinity"})
"""What Python's reader accepts and RFC 8259 does not."""


def read_json(source: SourceText) -> tuple[PlainValue, Place]:
    """Return the value that a JSON text holds, and the places of its parts.

    Raises:
        InputError: If the text is not JSON (RFC 8259), repeats a key, or exceeds a
            limit of `tree`.
    """
    builder = TreeBuilder(source.name)
    if source.text.strip():
        _check_grammar(source)
        _feed(builder, source)
    return builder.finish()


def _check_grammar(source: SourceText) -> None:
    """Refuse a text that is not JSON."""
    try:
        # Numbers stay text: converting huge ones takes time and may fail.
        json.loads(source.text, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        at = Position(source.name, error.lineno, error.colno)
        message = f"This is not JSON: {error.msg}."
        hint = "Look for a missing quotation mark, comma or bracket just before."
        raise InputError([Problem(message, at, hint)]) from None
    except RecursionError:
        message = f"Nested too deeply: {DEEPEST} levels are allowed."
        raise InputError([Problem(message, Position(source.name, 1, 1))]) from None


def _feed(builder: TreeBuilder, source: SourceText) -> None:
    """Hand the tokens of a JSON text to the builder."""
    line, line_start, seen = 1, 0, 0
    for match in TOKEN.finditer(source.text):
        start, token = match.start(), match[0]
        if breaks := source.text.count("\n", seen, start):
            line += breaks
            line_start = source.text.rindex("\n", seen, start) + 1
        seen = match.end()
        at = Position(source.name, line, start - line_start + 1)
        match token[0]:
            case "{":
                builder.open({}, at)
            case "[":
                builder.open([], at)
            case "}" | "]":
                builder.close()
            case _:
                builder.scalar(_value(builder, token, at), at)


def _value(builder: TreeBuilder, token: str, at: Position) -> Scalar:
    """Return what a text, a number or a word stands for."""
    if token[0] == '"':
        text: str = json.loads(token)
        return text
    if token in NOT_JSON:
        builder.report(f"Found {token}, a number has to be finite.", at)
        return None
    if token in WORDS:
        return WORDS[token]
    try:
        return number(token)
    except ValueError as error:
        builder.report(str(error), at)
        return None
