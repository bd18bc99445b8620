"""When a first answer is due, by the channel of a request: SQL."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

from auditor.evidence.limits import WORKING_DAY
from auditor.evidence.measures.dialect import business_deadline, span
from auditor.evidence.names import folded_in_sql
from auditor.evidence.sql import literal, query, quoted, texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditor.evidence.connection import Query
    from auditor.evidence.limits import Limits, ResponseTarget

__all__ = ["response_deadlines", "spellings"]

_NEVER: Final = "CAST(NULL AS TIMESTAMP)"
_MOST: Final = 1_000_000_000
"""Different channels: more than there are rows."""


def response_deadlines(
    limits: Limits, spelled: Mapping[str, Sequence[str]]
) -> dict[str, str]:
    """When a first answer is due, and from when on none has come for too long.

    Both are null for a channel without a target; there is neither without any target.

    Args:
        limits: The targets, by the folded name of a channel.
        spelled: How the rows spell each of these names.
    """
    targets, late = limits.first_response, limits.unanswered_from
    if not targets:
        return {}
    named = [
        (spelling, target)
        for channel, target in targets.items()
        for spelling in spelled.get(channel, ())
    ]
    return {"answer_by": _by(named, 1), "unanswered_at": _by(named, late)}


def spellings(
    ask: Query, relation: str, channels: Iterable[str]
) -> dict[str, list[str]]:
    """How the rows of a relation spell each of some channels.

    Asked of the different channels once: to fold that of every row takes longer than
    all else that is computed of it.

    Args:
        ask: Runs a statement where the relation is.
        relation: Its name; it has a column `channel`.
        channels: Folded names.
    """
    listed = texts(channels)
    if not listed:
        return {}
    # Without a limit the engine folds each row before it looks for different ones.
    spelled = query("DISTINCT channel", quoted(relation), f"LIMIT {_MOST}")
    folded = query(f"channel, {folded_in_sql('channel')} AS name", f"({spelled}) AS s")
    rows = ask(query("name, channel", f"({folded}) AS f", f"WHERE name IN ({listed})"))
    found: dict[str, list[str]] = {}
    for name, spelling in sorted(map(tuple, rows)):
        found.setdefault(name, []).append(spelling)
    return found


def _by(targets: Sequence[tuple[str, ResponseTarget]], times: float) -> str:
    """The moment after so many times the target of a request's channel."""
    whens = (
        f"WHEN {literal(spelling)} THEN {_after(target, times)}"
        for spelling, target in targets
    )
    return f"CASE channel {' '.join(whens)} END" if targets else _NEVER


def _after(target: ResponseTarget, times: float) -> str:
    if not target.working:
        return f"opened_at + {span(target.hours * times)}"
    return business_deadline("opened_at", ceil(target.hours * times / WORKING_DAY))
