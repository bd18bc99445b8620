"""How customers with additional needs fared beside others, by the tables."""

from __future__ import annotations

from functools import reduce
from operator import add
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor import Votes, beyond_chance, contrast, folded, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor import Context, Contrast, Measure, Message, Segment

__all__ = ["Fared", "fared"]

OUTCOMES: Final = {
    ("surveys", "csat"): message("satisfied in surveys"),
    ("tickets", "csat"): message("satisfied after a request"),
    ("tickets", "first_contact_resolution"): message("helped at the first contact"),
    ("tickets", "on_time"): message("helped in time"),
    ("feedback", "resolved_in_time"): message("complaint resolved in time"),
    ("feedback", "loop_closed"): message("told of the outcome"),
}
"""Shares of which more is better, by table and name, and how a sentence says them."""


class Fared(NamedTuple):
    """One outcome of those with additional needs, beside that of all others."""

    outcome: Message
    """What is compared, as a sentence says it."""
    group: Votes
    others: Votes
    contrast: Contrast
    """What the group has more than the others, in points."""
    measures: tuple[Measure, ...]

    def in_words(self) -> Message:
        """Return both shares, as a part of a sentence."""
        one, other = (
            message("{share:.1f} % (n = {n:,})", share=votes.points, n=votes.n)
            for votes in (self.group, self.others)
        )
        return message(
            "{outcome} {one} of them and {other} of others ({points:.1f} points, "
            "95 % interval {low:.1f} to {high:.1f})",
            outcome=self.outcome,
            one=one,
            other=other,
            points=self.contrast.points,
            low=self.contrast.low,
            high=self.contrast.high,
        )


def fared(
    context: Context, segments: Iterable[Segment], fewest: float
) -> tuple[list[Fared], list[Fared]]:
    """Return the outcomes in which the group fares worse, and the others.

    Worse is what chance does not explain, all outcomes taken together.

    Args:
        context: What the check sees.
        segments: Those with additional needs; a table may call them by id or by name.
        fewest: Customers of either side that a comparison takes.
    """
    called = {folded(word) for each in segments for word in (each.id, each.name)}
    found = [
        one
        for kind, name in OUTCOMES
        if (one := _compared(context, kind, name, called))
        and min(one.group.n, one.others.n) >= fewest
    ]
    sure = beyond_chance([one.contrast for one in found])
    worse = [
        one
        for one, is_sure in zip(found, sure, strict=True)
        if is_sure and one.contrast.points < 0
    ]
    return worse, [one for one in found if one not in worse]


def _compared(context: Context, kind: str, name: str, called: set[str]) -> Fared | None:
    """Return one outcome of the segments called so, beside that of other segments."""
    shares = context.evidence.groups(kind, name, "segment")
    known = {key: share for key, share in shares.items() if share.value is not None}
    inside = [share for key, share in known.items() if folded(key) in called]
    outside = [share for key, share in known.items() if folded(key) not in called]
    one, other = _together(inside), _together(outside)
    gap = contrast(one, other) if one.n and other.n else None
    if gap is None:
        return None
    return Fared(OUTCOMES[kind, name], one, other, gap, (*inside, *outside))


def _together(shares: Iterable[Measure]) -> Votes:
    return reduce(add, _votes(shares), Votes(0, 0))


def _votes(shares: Iterable[Measure]) -> Iterator[Votes]:
    """Yield how many were counted, as their share tells: it is not rounded."""
    for share in shares:
        yield Votes(round((share.value or 0.0) * share.n), share.n)
