"""What SQLGlot does not translate, or not exactly, for each engine.

A template stands for a call: `_0` and `_1` are its arguments. Whoever writes a function
into a statement that is not listed here, and that SQLGlot does not know either, is told
by a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlglot import exp, parse_one

__all__ = ["DIALECTS", "Dialect"]

Special = Callable[[exp.Expr], exp.Expr]


@dataclass(frozen=True, slots=True)
class Dialect:
    """What one engine writes in its own way."""

    name: str
    """What SQLGlot calls its SQL."""
    calls: Mapping[str, str]
    """A template for each call, by the name of the function or of SQLGlot's class."""
    names: Mapping[str, str]
    """Functions of any number of arguments, and what they are called."""
    types: Mapping[exp.DType, str]
    """Types that it does not have, and those that hold their values."""
    special: Mapping[type[exp.Expr], Special] = field(default_factory=dict)
    """What no template can say."""
    fences: bool = False
    """Whether each part of a statement is kept apart by `OFFSET 0`. Merged into one,
    every expression is computed anew wherever it is named: five times slower."""

    def rewritten(self, node: exp.Expr) -> exp.Expr:
        """A node of a tree, as this engine has it."""
        if isinstance(node, exp.DataType) and node.this in self.types:
            return exp.DataType.build(self.types[node.this], dialect=self.name)
        if special := self.special.get(type(node)):
            return special(node)
        unknown = isinstance(node, exp.Anonymous)
        key = node.name.upper() if unknown else type(node).__name__
        if name := self.names.get(key):
            return exp.Anonymous(this=name, expressions=node.expressions)
        if template := self.calls.get(key):
            given = node.expressions if unknown else [node.this, node.expression]
            return self._filled(template, given)
        return node

    def _filled(self, template: str, given: list[exp.Expr]) -> exp.Expr:
        tree = parse_one(template, read=self.name)
        for column in list(tree.find_all(exp.Column)):
            if re.fullmatch(r"_\d", column.name):
                column.replace(given[int(column.name[1:])].copy())
        return exp.paren(tree, copy=False)


def _full_match(form: str) -> Special:
    """Whether the whole of a text is one of some words, whatever their case."""

    def special(node: exp.Expr) -> exp.Expr:
        words = node.expression.name.removeprefix("(?i:").removesuffix(")")
        pattern = exp.Literal.string(form.format(words))
        return exp.RegexpILike(this=node.this, expression=pattern)

    return special


def _word_ends(node: exp.Expr) -> exp.Expr:
    """Where a word begins or ends is written otherwise in a pattern of PostgreSQL."""
    pattern = node.expression.name.replace(r"\b", r"\y")
    return exp.RegexpLike(this=node.this, expression=exp.Literal.string(pattern))


_WHOLE: Final = {exp.DType.INT128: "DECIMAL(38, 0)"}
_POSTGRES: Final = Dialect(
    "postgres",
    calls={
        "Contains": "STRPOS(_0, _1) > 0",
        "ENDS_WITH": "RIGHT(_0, LENGTH(_1)) = _1",
        "EndsWith": "RIGHT(_0, LENGTH(_1)) = _1",
        "EPOCH_US": "CAST(EXTRACT(EPOCH FROM _0) * 1000000 AS BIGINT)",
        # Not a number is greater than infinity here.
        "ISFINITE": "ABS(_0) < CAST('Infinity' AS DOUBLE PRECISION)",
        "STRLEN": "OCTET_LENGTH(_0)",
        "TO_MICROSECONDS": "_0 * INTERVAL '1 microsecond'",
        "UnixToTime": "TIMESTAMP 'epoch' + _0 * INTERVAL '1 microsecond'",
    },
    # For telling rows apart the rows themselves are better than a hash of them.
    names={"HASH": "ROW"},
    types={**_WHOLE, exp.DType.UTINYINT: "SMALLINT"},
    special={
        exp.RegexpFullMatch: _full_match("^(?:{})$"),
        exp.RegexpLike: _word_ends,
    },
    fences=True,
)

DIALECTS: Final[Mapping[str, Dialect]] = {_POSTGRES.name: _POSTGRES}
"""By SQLGlot's name."""
