"""First answers by channel, beside the target of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor import Evidence, Measure

__all__ = ["Answers", "answers"]

NEARLY_ALL: Final = 0.9
HALF: Final = 0.5
MINUTE, HOUR = 1 / 60, 1.0
SHORT: Final = 2
"""Of a unit, how many are still told in the smaller one: 90 min, but 3 h."""


@dataclass(frozen=True, slots=True)
class Answers:
    """How soon requests by one channel got their first answer."""

    channel: str
    tickets: int
    """All that came by it."""
    hours: float
    """The target."""
    working: bool
    """Whether the target is in working time, which the times are not."""
    p50: Measure
    p90: Measure
    in_time: Measure
    """The share answered within the target."""

    @property
    def nearly_all(self) -> bool:
        """Whether nine of ten are within the target."""
        return self._within(self.p90, NEARLY_ALL)

    @property
    def half(self) -> bool:
        """Whether half of them are within the target."""
        return self._within(self.p50, HALF)

    @property
    def figures(self) -> tuple[Measure, ...]:
        """What was judged."""
        return (self.p50, self.p90, self.in_time)

    @property
    def told(self) -> str:
        """The channel, its figure and its target, as a reason names them."""
        if self.p90.value is not None and not self.working:
            figure = f"p90 {_span(self.p90.value)}, target {_span(self.hours)}"
            return f"{self.channel} ({figure}, n = {self.p90.n:,})"
        share = 100 * (self.in_time.value or 0)
        working = " of working time" if self.working else ""
        figure = f"{share:.1f} % within {_span(self.hours)}{working}"
        return f"{self.channel} ({figure}, n = {self.in_time.n:,})"

    def _within(self, time: Measure, share: float) -> bool:
        if time.value is not None and not self.working:
            return time.value <= self.hours
        return (self.in_time.value or 0) >= share


def answers(evidence: Evidence, fewest: float) -> list[Answers]:
    """Return the channels that can be judged, the busiest first.

    Args:
        evidence: What the tables say.
        fewest: Tickets that must be behind each figure.
    """
    found = [*_answers(evidence, fewest)]
    return sorted(found, key=lambda each: (-each.tickets, each.channel))


def _answers(evidence: Evidence, fewest: float) -> Iterator[Answers]:
    counts = evidence.groups("tickets", "tickets", "channel", "count")
    p50s, p90s = (
        evidence.groups("tickets", "first_response_time", "channel", f"{p}_with_open")
        for p in ("p50", "p90")
    )
    shares = evidence.groups("tickets", "answered_in_time", "channel")
    for channel, count in counts.items():
        target = evidence.limits.first_response.get(channel.lower())
        if target is None or channel not in p90s or channel not in shares:
            continue
        p50, p90, share = p50s[channel], p90s[channel], shares[channel]
        one_table = count.table == p90.table == share.table
        if one_table and share.value is not None and min(p90.n, share.n) >= fewest:
            hours, working = target
            yield Answers(channel, count.n, hours, working, p50, p90, share)


def _span(hours: float) -> str:
    """Return a length of time in the unit in which people would say it."""
    if hours < SHORT * MINUTE:
        return f"{hours / MINUTE * 60:.0f} s"
    if hours < SHORT * HOUR:
        return f"{hours / MINUTE:.0f} min"
    return f"{hours:,.1f} h"
