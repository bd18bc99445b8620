"""First answers by channel, beside the target of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor import length_of_time, message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor import Evidence, Measure, Message

__all__ = ["LONGEST", "Answers", "answers"]

NEARLY_ALL: Final = 0.9
HALF: Final = 0.5
LONGEST: Final = 40
"""Ours: characters of a name from the data that a sentence takes."""


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
    in_time: Measure | None
    """The share answered within the target, where it stands in for the times."""

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
        times = (self.p50, self.p90)
        return (*times, self.in_time) if self.in_time else times

    @property
    def told(self) -> Message:
        """The channel, its figure and its target, as a reason names them."""
        channel, target = self.channel[:LONGEST], length_of_time(self.hours)
        if not self.in_time:
            return message(
                "{channel} (p90 {time}, target {target}, n = {n:,})",
                channel=channel,
                time=length_of_time(self.p90.value or 0),
                target=target,
                n=self.p90.n,
            )
        share = (
            message("{channel} ({share:.1f} % within {target}, n = {n:,})")
            if not self.working
            else message(
                "{channel} ({share:.1f} % within {target} of working time, n = {n:,})"
            )
        )
        per_cent = 100 * (self.in_time.value or 0)
        return share.filled(
            channel=channel, share=per_cent, target=target, n=self.in_time.n
        )

    def _within(self, time: Measure, share: float) -> bool:
        if self.in_time:
            return (self.in_time.value or 0) >= share
        return (time.value or 0) <= self.hours


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
    for channel, p90 in p90s.items():
        target, count = (
            evidence.limits.response_target(channel),
            counts.get(channel),
        )
        if target is None or count is None or count.table != p90.table:
            continue
        hours, working = target
        told = p90.value is not None and not working
        share = None if told else shares.get(channel)
        judged = p90 if told else share
        if judged and judged.value is not None and min(p90.n, judged.n) >= fewest:
            p50 = p50s[channel]
            yield Answers(channel, count.n, hours, working, p50, p90, share)
