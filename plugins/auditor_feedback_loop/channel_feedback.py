"""FL004: every channel can give feedback."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Feedback,
    FeedbackKind,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    named,
    tally,
)
from auditor_feedback_loop.sketches import numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor import Profile

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
        "{met} or more, partly met from {partly}. Without records of contacts and "
        "feedback beside it, this rests on the organisation's word."
    ),
    remedy="Add a link, a prompt or a code to the channel that is silent.",
    parameters=[
        Parameter("met", 0.8, Unit.SHARE, "share of channels that take feedback", OURS),
        Parameter("partly", 0.5, Unit.SHARE, "share from which it is partly met", OURS),
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
        Example(Outcome.NOT_MET, "One of three", _channels(OPEN, CLOSED, {})),
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
    channels = counted(found.total, "channel")
    reason = f"Customers can give feedback on {{having}} of {channels}."
    if found.lacking:
        reason += f" Not on: {named(each.name or each.id for each in found.lacking)}."
    return found.verdict(
        context,
        reason,
        answered_by="channels",
        verified_by=Verification.DECLARED,
    )


def _covered(profile: Profile) -> set[str]:
    """Return the ids of the channels on which a source lets customers speak."""
    heard = profile.feedback or Feedback()
    return {
        channel
        for source in heard.sources or ()
        if source.kind not in OBSERVED
        for channel in source.channels or ()
    }
