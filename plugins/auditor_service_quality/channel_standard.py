"""CH001: one standard of behaviour binds all channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import (
    OURS,
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
    happened,
    message,
    named,
    recent,
    tally,
)
from auditor_service_quality.sketches import channels

if TYPE_CHECKING:
    from auditor import Channel, Message, Tally


def _standard(**changes: object) -> dict[str, object]:
    """Return a profile patch in which the standard is otherwise."""
    return {"channel_standard": changes}


@check(
    "CH001",
    title="One standard of behaviour and policy binds all channels",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["channel_standard"],
    logic=(
        "Not met without a standard that was written by the day of the audit. Met if "
        "it binds a share of {met} or more of the channels and was reviewed in the "
        "last {months} months; else partly met. Not assessed where that depends on "
        "channels of which the profile says nothing."
    ),
    remedy="Write one standard for all channels, and give it one owner.",
    parameters=[
        Parameter("met", 0.9, Unit.SHARE, "share of channels that it binds", OURS),
        Parameter("months", 12, Unit.MONTHS, "months since the last review", OURS),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.FORRESTER_CX_STANDARDS,
        bibliography.CX_STANDARD,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Nine of ten channels, reviewed a year ago to the day",
            channels(
                *[{}] * 10,
                channel_standard={
                    "applies_to": [f"c{number}" for number in range(1, 10)],
                    "reviewed": "2025-06-30",
                },
            ),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Reviewed more than a year ago",
            _standard(reviewed="2025-06-29"),
        ),
        Example(Outcome.PARTLY_MET, "Never reviewed", _standard(reviewed=None)),
        Example(
            Outcome.PARTLY_MET,
            "It binds the phone only",
            _standard(applies_to=["phone"]),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Never reviewed, and no word of channels",
            _standard(reviewed=None) | {"channels": None},
        ),
        Example(Outcome.NOT_MET, "It is not written", _standard(written=False)),
        Example(
            Outcome.NOT_MET, "To be written next month", _standard(written="2026-07")
        ),
        Example(Outcome.NOT_MET, "There is none", {"channel_standard": False}),
        Example(Outcome.NOT_ASSESSED, "No word of channels", {"channels": None}),
        Example(
            Outcome.NOT_ASSESSED, "No word of a standard", {"channel_standard": None}
        ),
    ],
)
def channels_share_a_standard(context: Context) -> Verdict:
    """To a customer all channels are one organisation.

    Where each one has its own rules, the answer depends on where the question is asked.
    """
    standard, months = context.profile.channel_standard, context.parameters["months"]
    where = ("/channel_standard",)
    if not (standard and happened(context, standard.written)):
        reason = message("No written standard of behaviour binds the channels.")
        declared = Verification.DECLARED
        return Verdict(Outcome.NOT_MET, reason, where=where, verified_by=declared)
    if not recent(context, standard.reviewed, months):
        reason = message(
            "The standard was not reviewed in the last {months:g} months.",
            months=months,
        )
        advice = message(
            "Look through all channels for what departs from the standard."
        )
        return Verdict(Outcome.PARTLY_MET, reason, advice, where=where)
    bound = set(standard.applies_to or ())
    found = tally(context.profile.channels or (), lambda channel: channel.id in bound)
    if not found.total:
        reason = message(
            "Nothing says which channels there are, and so whether all are bound."
        )
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("channels",))
    met = found.share >= context.parameters["met"]
    outcome = Outcome.MET if met else Outcome.PARTLY_MET
    advice = message("Let the standard bind the channels that it leaves out.")
    return Verdict(outcome, _reason(found), "" if met else advice, where=where)


def _reason(found: Tally[Channel]) -> Message:
    reason = (
        message(
            "One written standard, reviewed in time, binds {having} of {channels}, not "
            "{lacking}.",
            lacking=named(each.name or each.id for each in found.lacking),
        )
        if found.lacking
        else message(
            "One written standard, reviewed in time, binds {having} of {channels}."
        )
    )
    channels = counted(found.total, "channel")
    return reason.filled(having=len(found.having), channels=channels)
