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


def _full_match(form: str, operator: type[exp.RegexpLike | exp.RegexpILike]) -> Special:
    """Whether the whole of a text is one of some words, whatever their case."""

    def special(node: exp.Expr) -> exp.Expr:
        words = node.expression.name.removeprefix("(?i:").removesuffix(")")
        pattern = exp.Literal.string(form.format(words))
        return operator(this=node.this, expression=pattern)

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
        exp.RegexpFullMatch: _full_match("^(?:{})$", exp.RegexpILike),
        exp.RegexpLike: _word_ends,
    },
    fences=True,
)


def _in_utc(node: exp.Expr) -> exp.Expr:
    """A wall clock's moment in UTC, or a moment that knows its zone as one in UTC.

    Of the hour that is there twice when clocks are put back, Spark takes the first and
    the other engines the second.
    """
    if not _is_zoned(node) or _is_zoned(node.parent):
        return node
    moment = node.expressions[1]
    inner = moment.unnest()
    if not _is_zoned(inner):
        return _SPARK.filled("CAST(_0 AS TIMESTAMP_NTZ)", [moment])
    first = _SPARK.filled("CONVERT_TIMEZONE(_0, 'UTC', _1)", inner.expressions)
    later = _SPARK.filled("_0 + INTERVAL '1' HOUR", [first])
    same = "CASE WHEN CONVERT_TIMEZONE('UTC', _2, _1) = _3 THEN _1 ELSE _0 END"
    return _SPARK.filled(same, [first, later, *inner.expressions])


def _is_zoned(node: exp.Expr | None) -> bool:
    return isinstance(node, exp.Anonymous) and node.name.upper() == "TIMEZONE"


def _weekday(node: exp.Expr) -> exp.Expr:
    if node.name.upper() != "ISODOW":
        return node
    return exp.Extract(this=exp.var("DAYOFWEEK_ISO"), expression=node.expression)


def _truncated(node: exp.Expr) -> exp.Expr:
    """Spark gives the moment a zone, which it had not."""
    same = exp.TimestampTrunc(this=node.this, unit=node.args["unit"])
    return exp.cast(same, "TIMESTAMP_NTZ", dialect="spark")


def _sum(node: exp.Expr) -> exp.Expr:
    """Microseconds of many requests are too many for a number of 64 bits."""
    if not node.find(exp.DateDiff):
        return node
    return exp.Sum(this=exp.cast(node.this, "DECIMAL(38, 0)", dialect="spark"))


def _numbered(node: exp.Expr) -> exp.Expr:
    """Rows have no order, and Spark numbers only those that have."""
    if node.args.get("order") or not isinstance(node.this, exp.RowNumber):
        return node
    return exp.Anonymous(this="MONOTONICALLY_INCREASING_ID")


def _rounded(node: exp.Expr) -> exp.Expr:
    """Spark cuts off what others round."""
    if node.args["to"].this not in {exp.DType.BIGINT, exp.DType.INT}:
        return node
    nearest = _SPARK.filled("BROUND(_0)", [node.this])
    return exp.cast(nearest, node.args["to"].copy())


_SPARK: Final = Dialect(
    "spark",
    calls={
        "EPOCH_US": "UNIX_MICROS(CAST(_0 AS TIMESTAMP))",
        # Not a number is greater than infinity here too.
        "ISFINITE": "ABS(_0) < CAST('Infinity' AS DOUBLE)",
        "STRLEN": "OCTET_LENGTH(_0)",
        "TO_MICROSECONDS": "_0 * INTERVAL '0.000001' SECOND",
        "Trunc": "CASE WHEN _0 < 0 THEN CEIL(_0) ELSE FLOOR(_0) END",
        "UnixToTime": "CAST(TIMESTAMP_MICROS(_0) AS TIMESTAMP_NTZ)",
    },
    names={"HASH": "STRUCT"},
    types=_WHOLE,
    special={
        exp.Anonymous: _in_utc,
        exp.Cast: _rounded,
        exp.Extract: _weekday,
        exp.RegexpFullMatch: _full_match(r"^(?iu:{})\z", exp.RegexpLike),
        exp.Sum: _sum,
        exp.TimestampTrunc: _truncated,
        exp.Window: _numbered,
    },
)

DIALECTS: Final[Mapping[str, Dialect]] = {
    spoken.name: spoken for spoken in (_POSTGRES, _SPARK)
}
"""By SQLGlot's name."""
