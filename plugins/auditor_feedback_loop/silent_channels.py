"""Whether channels that are said to take feedback are where feedback comes from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from auditor import Verdict, folded, measured, message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from auditor import Channel, Context, Measure

__all__ = ["Comparison", "compared"]

RECORDS: Final = {"feedback": "feedback", "surveys": "responses"}
"""Tables in which customers speak, and what counts their rows."""
TOO_UNCLEAR: Final = message(
    "Whether feedback comes from them cannot be told: {known:,} of {records:,} records "
    "name a channel of the profile."
)
TOO_FEW: Final = message(
    "Whether feedback comes from them cannot be told: {known:,} of {records:,} records "
    "name a channel of the profile, {needed:g} are needed."
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Contacts and feedback of the channels that are said to take feedback."""

    carried: Mapping[str, float] = field(default_factory=dict)
    """By channel, its share of contacts, where that is a lot."""
    silent: tuple[Channel, ...] = ()
    """Those of these channels without a single record of feedback."""
    records: int = 0
    """Records of feedback whose channel is known."""
    measures: tuple[Measure, ...] = ()
    """The figures behind it."""
    unknown: str = ""
    """Why records do not tell, in a sentence; empty where there are none."""


def compared(context: Context, claimed: Iterable[Channel]) -> Comparison:
    """Return what contacts and feedback say of the channels that are said to take it.

    A record whose channel is none of the profile's may be of any channel: where there
    are too many of these, or too few records in all, silence proves nothing.

    Args:
        context: What the check sees; its parameters are `busy`, `known`, `fewest`.
        claimed: The channels that are said to take feedback.
    """
    limits = context.parameters
    contacts = measured(context, "tickets", "tickets", "count")
    wholes = tuple(_counts(context))
    if isinstance(contacts, Verdict) or not wholes:
        return Comparison()
    heard = _by_channel(context, _counts(context, "channel"))
    known, records = heard.total(), sum(measure.n for measure in wholes)
    too_few = known < max(limits["fewest"], 1)
    if too_few or known / records < limits["known"]:
        reason = TOO_FEW if too_few else TOO_UNCLEAR
        needed = limits["fewest"]
        return Comparison(
            unknown=reason.filled(known=known, records=records, needed=needed)
        )
    shares = _shares(context, contacts)
    used = [channel for channel in claimed if channel.id in shares]
    busy = [channel for channel in used if shares[channel.id] >= limits["busy"]]
    return Comparison(
        {channel.id: shares[channel.id] for channel in busy},
        tuple(channel for channel in busy if not heard[channel.id]),
        known,
        (contacts, *wholes) if busy else (),
    )


def _shares(context: Context, contacts: Measure) -> dict[str, float]:
    """Return the share of contacts of each channel of the profile."""
    groups = context.evidence.groups("tickets", "tickets", "channel", "count")
    numbers = _by_channel(context, groups.values())
    return {channel: number / contacts.n for channel, number in numbers.items()}


def _counts(context: Context, *cuts: str) -> Iterator[Measure]:
    """Yield how many records of feedback each table has, whole or by a cut."""
    for kind, name in RECORDS.items():
        for table in context.evidence.of(kind):
            for measure in table.measures:
                same = (measure.name, measure.statistic) == (name, "count")
                if same and tuple(measure.by) == cuts:
                    yield measure


def _by_channel(context: Context, counts: Iterable[Measure]) -> Counter[str]:
    """Return counts added up by channel of the profile, the others left out."""
    channels = context.profile.channels or ()
    ids = {folded(each.name): each.id for each in channels if each.name}
    ids |= {folded(each.id): each.id for each in channels}
    found: Counter[str] = Counter()
    for measure in counts:
        if channel := ids.get(folded(measure.by["channel"])):
            found[channel] += measure.n
    return found
