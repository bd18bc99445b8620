"""Channels and what is promised on them."""

from __future__ import annotations

from auditor.profile.ids import ChannelId
from auditor.profile.section import Section
from auditor.profile.values import Day, DayOrNo, Duration, Flag, Identifier, Text
from auditor.profile.vocabulary import ChannelKind

__all__ = ["Channel", "ChannelPromise", "ChannelStandard"]


class ChannelPromise(Section):
    """A promise that holds for one plan or priority."""

    plan: Text | None = None
    """The customers' plan."""
    priority: Text | None = None
    """The priority of the request."""
    first_response_within: Duration | None = None
    """How soon a first answer comes."""
    resolve_within: Duration | None = None
    """How soon the matter is settled."""


class Channel(Section):
    """A way by which customers and the organisation meet."""

    id: Identifier
    """Name by which the rest of the profile refers to this channel."""
    name: Text | None = None
    """The channel's name in a report; the id stands in for it."""
    kind: ChannelKind | None = None
    """What kind of channel it is."""
    hours: Text | None = None
    """When it is open."""
    first_response_within: Duration | None = None
    """How soon a first answer comes."""
    resolve_within: Duration | None = None
    """How soon a matter is settled."""
    promises: tuple[ChannelPromise, ...] | None = None
    """Promises that differ by plan or priority."""
    reads_customer_record: Flag | None = None
    """Whether those who serve on it see the customer's history."""
    writes_customer_record: Flag | None = None
    """Whether what happens on it is added to the customer's history."""
    feedback: Flag | None = None
    """Whether a customer can give feedback on it."""
    human_fallback: Flag | None = None
    """Whether a customer can always reach a person from it."""


class ChannelStandard(Section):
    """One standard of behaviour for all channels."""

    written: DayOrNo | None = None
    """When it was written, or false if it is not."""
    applies_to: tuple[ChannelId, ...] | None = None
    """The channels that it binds."""
    reviewed: Day | None = None
    """When it was last reviewed."""
