"""What a check must say of a profile that somebody made for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.finding import Outcome

__all__ = ["Example", "Rows", "rows"]


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a small table that are alike."""

    count: int
    """How many."""
    values: Mapping[str, Any]
    """By column; of a tuple each row takes the next entry, and `{n}` in a text stands
    for the number of the row among them. A column `excluded` says why rows are out, a
    column `fault` what is wrong with them."""


def rows(count: int, **values: object) -> Rows:
    """Return rows that are alike, to be written in an example.

    Args:
        count: How many.
        **values: By column of the table, under our names; see `Rows`.
    """
    return Rows(count, values)


@dataclass(frozen=True, slots=True)
class Example:
    """A change to the exemplary profile, and what the check must then say.

    Examples are the check's tests and its documentation.
    """

    outcome: Outcome
    """The outcome that the check must give."""
    title: str
    """What is different, in a few words."""
    patch: Mapping[str, Any] = field(default_factory=dict)
    """JSON merge patch (RFC 7396): objects merge, lists replace, `None` removes."""
    contradicted: bool = False
    """Whether the check must find a claim disproved."""
    evidence: Mapping[str, tuple[Rows, ...]] = field(default_factory=dict)
    """Small tables, by kind."""
    assurance: float | None = None
    """How much of the audit rests on more than a declaration, as `Context` has it."""
