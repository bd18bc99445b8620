"""SQ001: every channel on which customers wait for an answer states a promise."""

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
    sentences,
    tally,
)
from auditor_service_quality.sketches import channels

if TYPE_CHECKING:
    from auditor import Channel

ANSWERED: Final = frozenset(
    {
        ChannelKind.PHONE,
        ChannelKind.EMAIL,
        ChannelKind.CHAT,
        ChannelKind.MESSAGING,
        ChannelKind.SOCIAL,
        ChannelKind.POST,
    }
)
"""Kinds of channel on which customers ask and then wait for somebody's answer."""

TIMES: Final = ("first_response_within", "resolve_within")

PROMISED = {
    "kind": "chat",
    "hours": "09:00-17:00",
    "first_response_within": "60s",
    "resolve_within": "1 day",
}
SILENT = {"kind": "email"}
PLAN = {"first_response_within": "1h", "resolve_within": "2 days"}


@check(
    "SQ001",
    title="Every channel says when it answers and by when it solves",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["channels"],
    logic=(
        "Looks at the channels on which customers ask and wait: phone, email, chat, "
        "messaging, social media and post, and any other that promises a time. The "
        "share of them that states hours, a time to the first response and a time to "
        "a solution, for all customers or in each of its promises by plan. Met with a "
        "share of {met} or more, partly met from {partly}."
    ),
    remedy=(
        "Publish for each channel its hours, the time to a first answer and the time "
        "to a solution."
    ),
    parameters=[
        Parameter("met", 0.9, Unit.SHARE, "share of channels with a promise", OURS),
        Parameter("partly", 0.5, Unit.SHARE, "share from which it is partly met", OURS),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.GSA_CX_TOOLKIT,
        bibliography.ISO_10001,
        bibliography.CUSTOMER_SERVICE_EXCELLENCE,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Nine of ten", channels(*[PROMISED] * 9, SILENT)),
        Example(
            Outcome.MET,
            "Promises by plan, and a website on which nobody waits",
            channels(
                {
                    "kind": "email",
                    "hours": "24 h",
                    "promises": [PLAN, PLAN],
                },
                {"kind": "website"},
            ),
        ),
        Example(Outcome.PARTLY_MET, "One of two", channels(PROMISED, SILENT)),
        Example(
            Outcome.PARTLY_MET,
            "One of two; a visit is promised within a day, and no more",
            channels(PROMISED, {"kind": "field_visit", "resolve_within": "1 day"}),
        ),
        Example(
            Outcome.NOT_MET,
            "One of three; the others lack hours or a time to a solution",
            channels(
                PROMISED,
                PROMISED | {"hours": None},
                PROMISED | {"resolve_within": None},
            ),
        ),
        Example(
            Outcome.NOT_MET,
            "For one of two plans nothing is promised",
            channels(SILENT | {"hours": "24 h", "promises": [PLAN, {}]}),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Only channels on which nobody waits",
            channels({"kind": "website"}, {"kind": "advertising"}),
        ),
        Example(Outcome.NOT_ASSESSED, "An empty list of channels", channels()),
        Example(Outcome.NOT_ASSESSED, "No word of channels", {"channels": None}),
    ],
)
def channels_make_promises(context: Context) -> Verdict:
    """Waiting is easier to bear, and to measure, where its end was named.

    Customers expect something either way; a promise lets both sides expect the same.
    """
    answered = filter(_is_waited_on, context.profile.channels or ())
    found = tally(answered, _is_promised)
    reason = message(
        "Hours, first response and solution are stated for {having} of {channels} on "
        "which customers wait for an answer.",
        having=len(found.having),
        channels=counted(found.total, "channel"),
    )
    if found.lacking:
        lacking = named(each.name or each.id for each in found.lacking)
        reason = sentences(reason, message("Not for: {channels}.", channels=lacking))
    return found.verdict(context, reason, answered_by="channels")


def _is_waited_on(channel: Channel) -> bool:
    """Whether customers wait on it: by its kind, or because it promises a time."""
    promises = [getattr(channel, time) for time in TIMES]
    return channel.kind in ANSWERED or any([*promises, channel.promises])


def _is_promised(channel: Channel) -> bool:
    plans = channel.promises or ()
    return bool(channel.hours) and all(
        getattr(channel, time) or (plans and all(getattr(plan, time) for plan in plans))
        for time in TIMES
    )
