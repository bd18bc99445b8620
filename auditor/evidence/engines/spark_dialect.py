"""What Spark writes in its own way, or takes to mean something else."""

from __future__ import annotations

from typing import Final

from sqlglot import exp

from auditor.evidence.engines.dialect import WHOLE, Dialect, full_match

__all__ = ["SPARK"]


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
        return SPARK.filled("CAST(_0 AS TIMESTAMP_NTZ)", [moment])
    first = SPARK.filled("CONVERT_TIMEZONE(_0, 'UTC', _1)", inner.expressions)
    later = SPARK.filled("_0 + INTERVAL '1' HOUR", [first])
    same = "CASE WHEN CONVERT_TIMEZONE('UTC', _2, _1) = _3 THEN _1 ELSE _0 END"
    return SPARK.filled(same, [first, later, *inner.expressions])


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
    nearest = SPARK.filled("BROUND(_0)", [node.this])
    return exp.cast(nearest, node.args["to"].copy())


SPARK: Final = Dialect(
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
    types=WHOLE,
    special={
        exp.Anonymous: _in_utc,
        exp.Cast: _rounded,
        exp.Extract: _weekday,
        exp.RegexpFullMatch: full_match(r"^(?:{})\z", r"^(?iu:{})\z"),
        exp.Sum: _sum,
        exp.TimestampTrunc: _truncated,
        exp.Window: _numbered,
    },
)
