"""CH002: what is known of a customer travels from channel to channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    ChannelKind,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    named,
    tally,
)
from auditor_service_quality.sketches import channels

if TYPE_CHECKING:
    from auditor import Channel, Message, Profile, Tally

ONE_WAY: Final = frozenset(
    {
        ChannelKind.ADVERTISING,
        ChannelKind.INVOICE,
        ChannelKind.KNOWLEDGE_BASE,
        ChannelKind.NEWSLETTER,
    }
)
"""Kinds of channel on which nobody is served."""

BOTH = {"reads_customer_record": True, "writes_customer_record": True}
WRITES = {"reads_customer_record": False, "writes_customer_record": True}


@check(
    "CH002",
    title="What is known of the customer travels from channel to channel",
    severity=Severity.HIGH,
    effort=Effort.LARGE,
    verification=Verification.DECLARED,
    needs=["channels"],
    logic=(
        "The share of channels that both read and write one record of the customer. "
        "Advertising, newsletter, invoice and knowledge base are left out: nobody is "
        "served there. Where the profile says that there is no such record, no "
        "channel counts. Met with a share of {met} or more, partly met from {partly}."
    ),
    remedy="Connect the two busiest channels to one customer record first.",
    parameters=[
        Parameter(
            "met", 0.8, Unit.SHARE, "share of channels that read and write", OURS
        ),
        Parameter("partly", 0.5, Unit.SHARE, "share from which it is partly met", OURS),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.NEXTIVA,
        bibliography.GOVUK_SERVICE_STANDARD,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "One of one; an advert has no customer to remember",
            channels(BOTH, {"kind": "advertising"}),
        ),
        Example(Outcome.PARTLY_MET, "One of two", channels(BOTH, WRITES)),
        Example(
            Outcome.NOT_MET,
            "One of three; one writes only, one says nothing",
            channels(BOTH, WRITES, {}),
        ),
        Example(
            Outcome.NOT_MET,
            "There is no customer record to read",
            {"governance": {"customer_record": False}},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Adverts and invoices only",
            channels({"kind": "advertising"}, {"kind": "invoice"}),
        ),
        Example(Outcome.NOT_ASSESSED, "An empty list of channels", channels()),
        Example(Outcome.NOT_ASSESSED, "No word of channels", {"channels": None}),
    ],
)
def context_travels(context: Context) -> Verdict:
    """Nothing tells customers more plainly that nobody listened than being asked again.

    A channel that cannot see what happened on the others makes them start over.
    """
    serving = [
        channel
        for channel in context.profile.channels or ()
        if channel.kind not in ONE_WAY
    ]
    if _has_no_record(context.profile):
        found = tally(serving, lambda _: False)
        reason = message(
            "There is no customer record that a channel could read or write."
        )
    else:
        found = tally(serving, _reads_and_writes)
        reason = _reason(found)
    return found.verdict(context, reason, answered_by="channels")


def _reason(found: Tally[Channel]) -> Message:
    channels = counted(found.total, "channel")
    if not found.lacking:
        return message(
            "{having} of {channels} read and write the customer record.",
            channels=channels,
        )
    return message(
        "{having} of {channels} read and write the customer record, not {without}.",
        channels=channels,
        without=named(each.name or each.id for each in found.lacking),
    )


def _reads_and_writes(channel: Channel) -> bool:
    return bool(channel.reads_customer_record and channel.writes_customer_record)


def _has_no_record(profile: Profile) -> bool:
    """Whether the profile says that there is none; silence does not say so."""
    record = profile.governance.customer_record if profile.governance else None
    return record is not None and not (record.system or record.integrated_with)
