"""What SQLGlot does not translate, or not exactly.

A template stands for a call: `_0` and `_1` are its arguments. Whoever writes a function
into a statement that no dialect lists, and that SQLGlot does not know either, is told
by a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from sqlglot import exp, parse_one

__all__ = ["WHOLE", "Dialect", "Special", "full_match"]

Special = Callable[[exp.Expr], exp.Expr]
"""Rewrites a node, or returns it as it is."""
WHOLE: Final = {exp.DType.INT128: "DECIMAL(38, 0)"}
"""The type of whole numbers of any length that other engines have."""
_CASELESS: Final = "(?i:"


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
        special = self.special.get(type(node))
        if special and (other := special(node)) is not node:
            return other
        unknown = isinstance(node, exp.Anonymous)
        key = node.name.upper() if unknown else type(node).__name__
        if name := self.names.get(key):
            return exp.Anonymous(this=name, expressions=node.expressions)
        if template := self.calls.get(key):
            given = node.expressions if unknown else [node.this, node.expression]
            return self.filled(template, given)
        return node

    def filled(self, template: str, given: list[exp.Expr]) -> exp.Expr:
        """A template with its arguments."""
        tree = parse_one(template, read=self.name)
        for column in list(tree.find_all(exp.Column)):
            if re.fullmatch(r"_\d", column.name):
                column.replace(given[int(column.name[1:])].copy())
        return exp.paren(tree, copy=False)


def full_match(plain: str, caseless: str) -> Special:
    """Whether a pattern fits the whole of a text.

    Args:
        plain: The pattern as an engine wants it, with `{}` for ours.
        caseless: The same where the case of letters does not matter.
    """

    def special(node: exp.Expr) -> exp.Expr:
        pattern = node.expression.name
        form = plain
        if pattern.startswith(_CASELESS):
            form, pattern = caseless, pattern.removeprefix(_CASELESS)[:-1]
        wanted = exp.Literal.string(form.format(pattern))
        return exp.RegexpLike(this=node.this, expression=wanted)

    return special
