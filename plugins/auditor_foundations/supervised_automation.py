"""TE002: bots are watched, lead to people, and feedback is kept lawfully."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    ChannelKind,
    Context,
    Effort,
    Example,
    Message,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    happened,
    message,
    named,
)

if TYPE_CHECKING:
    from auditor import Profile

PRIVACY: Final = message("a written basis for keeping feedback")
ALL: Final = message("Automation has {held} of {total} parts of supervision.")
NOT_ALL: Final = message(
    "Automation has {held} of {total} parts of supervision, not {parts}."
)
GOOD = {"id": "bot", "human_fallback": True, "quality_sampled": True}


def _bots(*bots: dict[str, object], basis: object = "2026-01") -> dict[str, object]:
    """Return a profile patch with these bots and this basis for feedback."""
    return {
        "governance": {"automation": list(bots)},
        "feedback": {"privacy_basis": basis},
    }


@check(
    "TE002",
    title="Automation is supervised",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    needs=["governance.automation"],
    logic=(
        "Three parts: people review samples of what every bot does; from every bot a "
        "customer can reach a person; and the legal basis on which feedback is kept "
        "was written down by the day of the audit. A chatbot among the channels that "
        "no entry is about is a bot that nobody reviews. Met with {met} parts, partly "
        "met with {partly}, else not met. Not applicable where there is no bot; not "
        "assessed while the basis, if nobody speaks of it, could change that."
    ),
    remedy="Read twenty conversations of the bot each week, and mend what they show.",
    parameters=[
        Parameter("met", 3, Unit.COUNT, "parts of three", OURS),
        Parameter("partly", 2, Unit.COUNT, "parts from which it is partly met", OURS),
    ],
    sources=[
        bibliography.MACARANAS,
        bibliography.KOMMUNICATE_CHATBOTS,
        bibliography.GDPR,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Two bots", _bots(GOOD, GOOD | {"id": "other"})),
        Example(
            Outcome.PARTLY_MET,
            "One of two bots goes unwatched",
            _bots(GOOD, GOOD | {"id": "other", "quality_sampled": False}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Nothing says that the bot leads to a person",
            _bots(GOOD | {"human_fallback": None}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Feedback is kept without a written basis",
            _bots(GOOD, basis=False),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A chatbot that is listed as a channel only",
            _bots()
            | {"channels": [{"id": "c", "kind": "chatbot", "human_fallback": True}]},
        ),
        Example(
            Outcome.NOT_MET,
            "A person can be reached, and no more",
            _bots({"id": "bot", "human_fallback": True}, basis=False),
        ),
        Example(
            Outcome.NOT_MET,
            "Neither watched nor a way out, and no word of the basis",
            _bots({"id": "bot"}, basis=None),
        ),
        Example(Outcome.NOT_APPLICABLE, "An empty list of bots", _bots()),
        Example(Outcome.NOT_ASSESSED, "No word of the basis", _bots(GOOD, basis=None)),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of bots",
            {"governance": {"automation": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of governance", {"governance": None}),
    ],
)
def automation_is_supervised(context: Context) -> Verdict:
    """A bot makes the same mistake a thousand times before anybody complains.

    It speaks for the organisation, so somebody has to listen to it.
    """
    profile, limits = context.profile, context.parameters
    parts = _parts(profile)
    if not parts:
        reason = message("The profile lists no bot or other automatic contact.")
        return Verdict(Outcome.NOT_APPLICABLE, reason)
    basis = profile.feedback.privacy_basis if profile.feedback else None
    parts[PRIVACY] = happened(context, basis)
    held = sum(parts.values())
    outcome = at_least(held, limits["met"], limits["partly"])
    best = at_least(held + 1, limits["met"], limits["partly"])
    if basis is None and outcome is not best:
        reason = message("Nothing tells on what basis feedback is kept.")
        keys = ("feedback.privacy_basis",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    lacking = named(part for part, there in parts.items() if not there)
    reason = (NOT_ALL if lacking else ALL).filled(
        held=held, total=len(parts), parts=lacking
    )
    advice = message("See to {parts}.", parts=lacking)
    return Verdict(
        outcome,
        reason,
        advice if outcome is Outcome.PARTLY_MET else "",
        share=held / len(parts),
        where=("/governance/automation",),
    )


def _parts(profile: Profile) -> dict[Message, bool]:
    """Return what can be said of the bots; nothing where there are none."""
    listed = (profile.governance and profile.governance.automation) or ()
    about = {bot.channel for bot in listed}
    others = [
        channel
        for channel in profile.channels or ()
        if channel.kind is ChannelKind.CHATBOT and channel.id not in about
    ]
    if not (listed or others):
        return {}
    return {
        message("reviews of samples"): not others
        and all(bot.quality_sampled for bot in listed),
        message("a way to a person"): all(bot.human_fallback for bot in listed)
        and all(channel.human_fallback for channel in others),
    }
