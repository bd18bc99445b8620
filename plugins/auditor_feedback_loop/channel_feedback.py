"""FL004: every channel can give feedback."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Feedback,
    FeedbackKind,
    Message,
    Outcome,
    Parameter,
    Severity,
    Tally,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    named,
    rows,
    sentences,
    tally,
)
from auditor_feedback_loop.silent_channels import compared
from auditor_feedback_loop.sketches import RECEIVED, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor import Channel, Profile, Rows
    from auditor_feedback_loop.silent_channels import Comparison

OBSERVED: Final = frozenset(
    {FeedbackKind.EMPLOYEE, FeedbackKind.BEHAVIOUR, FeedbackKind.SPEECH_ANALYTICS}
)
"""Kinds of source in which no customer speaks to the organisation."""

OPEN = {"feedback": True}
CLOSED = {"feedback": False}


def _channels(
    *contents: Mapping[str, object], covered_by: str = ""
) -> dict[str, object]:
    """Return a patch with channels; a source of this kind covers the last of them."""
    channels = numbered("c", *contents)
    source = {"id": "s1", "kind": covered_by, "channels": [f"c{len(channels)}"]}
    return {
        "channels": channels,
        "feedback": {"sources": [source] if covered_by else []},
    }


def _tables(
    contacts: Mapping[str, int], records: Mapping[str | None, int]
) -> dict[str, tuple[Rows, ...]]:
    """Return contacts and feedback by channel."""
    return {
        "tickets": tuple(
            rows(number, opened_at=RECEIVED, channel=channel)
            for channel, number in contacts.items()
        ),
        "feedback": tuple(
            rows(number, received_at=RECEIVED, channel=channel)
            for channel, number in records.items()
        ),
    }


TWO_OPEN = _channels(OPEN, OPEN)


@check(
    "FL004",
    title="Customers can give feedback on every channel",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.CROSS_CHECK,
    needs=["channels"],
    logic=(
        "The share of channels that say they take feedback, or that a source of "
        "feedback names; sources that watch instead of listening (employee, "
        "behaviour, speech_analytics) do not open a channel. Met with a share of "
        "{met} or more, partly met from {partly}. A channel that takes feedback by "
        "the profile, carries {busy} of the last twelve months' contacts or more, and "
        "is named in no record of feedback and no survey answer, contradicts it; that "
        "takes {fewest} records, {known} of which name a channel of the profile. "
        "Otherwise this rests on the organisation's word."
    ),
    remedy="Add a link, a prompt or a code to the channel that is silent.",
    parameters=[
        Parameter("met", 0.8, Unit.SHARE, "share of channels that take feedback", OURS),
        Parameter("partly", 0.5, Unit.SHARE, "share from which it is partly met", OURS),
        Parameter("busy", 0.05, Unit.SHARE, "share of contacts that is a lot", OURS),
        Parameter(
            "known", 0.95, Unit.SHARE, "share of records with a known channel", OURS
        ),
        # So many miss out one customer in twenty in one sample of twenty.
        Parameter("fewest", 60, Unit.COUNT, "records that silence shows in", OURS),
    ],
    sources=[bibliography.MACARANAS, bibliography.GOVUK_SERVICE_STANDARD],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Four of five", _channels(OPEN, OPEN, OPEN, OPEN, {})),
        Example(
            Outcome.MET,
            "One says nothing, but a survey covers it",
            _channels(OPEN, {}, covered_by="survey"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of two; on the other visitors are only counted",
            _channels(OPEN, {}, covered_by="behaviour"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Seventy-nine of a hundred",
            _channels(*[OPEN] * 79, *[CLOSED] * 21),
        ),
        Example(
            Outcome.NOT_MET,
            "Forty-nine of a hundred; some say nothing",
            _channels(*[OPEN] * 49, *[{}] * 10, *[CLOSED] * 41),
        ),
        Example(
            Outcome.MET,
            "Feedback comes from both, by name or id",
            TWO_OPEN,
            evidence=_tables({"c1": 95, "c2": 5}, {"C1": 59, "c-2": 1}),
        ),
        Example(
            Outcome.MET,
            "The silent channel carries less than one contact in twenty",
            TWO_OPEN,
            evidence=_tables({"c1": 96, "c2": 4}, {"c1": 60}),
        ),
        Example(
            Outcome.MET,
            "Fifty-nine records are too few to be silent in",
            TWO_OPEN,
            evidence=_tables({"c1": 95, "c2": 5}, {"c1": 59}),
        ),
        Example(
            Outcome.MET,
            "Of too many records the channel is not the profile's",
            TWO_OPEN,
            evidence=_tables({"c1": 95, "c2": 5}, {"c1": 94, None: 3, "Letter": 3}),
        ),
        Example(
            Outcome.NOT_MET,
            "One contact in twenty, and no word of feedback",
            TWO_OPEN,
            evidence=_tables({"c1": 95, "c2": 5}, {"c1": 95, "Letter": 5}),
            contradicted=True,
        ),
        Example(
            Outcome.PARTLY_MET,
            "The silent channel is not said to take feedback",
            _channels(OPEN, CLOSED),
            evidence=_tables({"c1": 50, "c2": 50}, {"c1": 60}),
        ),
        Example(Outcome.NOT_ASSESSED, "An empty list of channels", _channels()),
        Example(Outcome.NOT_ASSESSED, "No word of channels", {"channels": None}),
    ],
)
def channels_take_feedback(context: Context) -> Verdict:
    """Customers say what they think where they are, or not at all.

    A channel on which nobody can speak looks like one on which nobody complains.
    """
    covered = _covered(context.profile)
    found = tally(
        context.profile.channels or (),
        lambda channel: channel.feedback or channel.id in covered,
    )
    records = compared(context, found.having)
    if records.silent:
        return _contradicted(records)
    verdict = found.verdict(
        context,
        _reason(found, records),
        answered_by="channels",
        verified_by=None if records.carried else Verification.DECLARED,
    )
    return replace(verdict, measures=records.measures)


def _reason(found: Tally[Channel], records: Comparison) -> Message:
    """Return on how many channels feedback is taken, and what records say of it."""
    reason = message(
        "Customers can give feedback on {having} of {channels}.",
        channels=counted(found.total, "channel"),
    )
    if found.lacking:
        missing = named(map(_name, found.lacking))
        reason = sentences(reason, message("Not on: {channels}.", channels=missing))
    if not records.carried:
        return sentences(reason, records.unknown)
    borne_out = message("Each of them with many contacts has feedback on record.")
    return sentences(reason, borne_out)


def _contradicted(found: Comparison) -> Verdict:
    """Return that feedback does not come from where it is said to be taken."""
    silent = (
        message(
            "{name} ({share:.1f} %)",
            name=_name(channel),
            share=100 * found.carried[channel.id],
        )
        for channel in found.silent
    )
    reason = message(
        "Said to take feedback, but in none of {records} of it: {channels}. "
        "In brackets, the share of contacts, n = {n:,}.",
        records=counted(found.records, "record"),
        channels=named(silent),
        n=found.measures[0].n,
    )
    return Verdict(
        Outcome.NOT_MET,
        reason,
        where=tuple(channel.pointer for channel in found.silent),
        contradicted=True,
        measures=found.measures,
    )


def _name(channel: Channel) -> str:
    return channel.name or channel.id


def _covered(profile: Profile) -> set[str]:
    """Return the ids of the channels on which a source lets customers speak."""
    heard = profile.feedback or Feedback()
    return {
        channel
        for source in heard.sources or ()
        if source.kind not in OBSERVED
        for channel in source.channels or ()
    }
