"""Words of SQL, put together with every name and text quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "case",
    "how_many",
    "literal",
    "one_of",
    "query",
    "quoted",
    "select",
    "texts",
]


def quoted(text: str) -> str:
    """The name of a column or relation, quoted."""
    return '"' + text.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text, quoted."""
    return "'" + text.replace("'", "''") + "'"


def texts(values: Iterable[str]) -> str:
    """Several texts, quoted, between commas."""
    return ", ".join(map(literal, values))


def one_of(expression: str, values: Iterable[str]) -> str:
    """Whether a text is one of some, whatever the case; false where there are none.

    Not written as `IN`, which the engine turns into a join for each use.
    """
    listed = "|".join(map(re.escape, values))
    pattern = literal(f"(?i:{listed})")
    return f"regexp_full_match({expression}, {pattern})" if listed else "false"


def case(branches: Iterable[tuple[str, str]], otherwise: str = "NULL") -> str:
    """The value of the first condition that holds."""
    whens = " ".join(f"WHEN {condition} THEN {value}" for condition, value in branches)
    return f"CASE {whens} ELSE {otherwise} END" if whens else otherwise


def how_many(condition: str) -> str:
    """An aggregate: the rows for which a condition holds."""
    return f"count(*) FILTER (WHERE {condition})"


def select(columns: Mapping[str, str], source: str) -> str:
    """A query that computes named columns from a relation or a subquery."""
    chosen = ", ".join(f"{value} AS {quoted(key)}" for key, value in columns.items())
    return query(chosen, source)


def query(columns: str, source: str, rest: str = "") -> str:
    """A query, from what it selects, from where, and what follows."""
    return " ".join(filter(None, ("SELECT", columns, "FROM", source, rest)))
