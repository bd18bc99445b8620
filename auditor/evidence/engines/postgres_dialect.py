"""What PostgreSQL writes in its own way."""

from __future__ import annotations

from typing import Final

from sqlglot import exp

from auditor.evidence.engines.dialect import WHOLE, Dialect, full_match

__all__ = ["POSTGRES"]


def _word_ends(node: exp.Expr) -> exp.Expr:
    """Where a word begins or ends is written otherwise in a pattern."""
    pattern = node.expression.name.replace(r"\b", r"\y")
    return exp.RegexpLike(this=node.this, expression=exp.Literal.string(pattern))


POSTGRES: Final = Dialect(
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
    types={**WHOLE, exp.DType.UTINYINT: "SMALLINT"},
    special={
        exp.RegexpFullMatch: full_match("^(?:{})$", "(?i)^(?:{})$"),
        exp.RegexpLike: _word_ends,
    },
    fences=True,
)
