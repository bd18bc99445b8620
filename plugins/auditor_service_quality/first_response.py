"""SQ002: nine of ten first answers come within the target of their channel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
    message,
    named,
    rows,
    sentences,
    unmeasured,
)
from auditor_service_quality.answers import Answers, answers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor import Message, Rows

OPENED: Final = "2026-03-02 09:00"
IN_TIME: Final = "2026-03-02 15:00:00"
LATE: Final = "2026-03-02 15:00:01"
OLD: Final = {"opened_at": "2026-01-05 09:00"}
"""Long before the last answer: an open ticket of that day is past every target."""
END: Final = rows(1, opened_at="2026-03-20 09:00", status="deleted")
"""When the export ends: by then the others are older than twice any target."""


def _answered(
    in_time: int, late: int, *others: Rows, channel: str = "email", **more: object
) -> dict[str, tuple[Rows, ...]]:
    """Return tickets by a channel, so many answered at the six hours promised."""
    by = {"channel": channel, "opened_at": OPENED}
    return {
        "tickets": (
            rows(in_time, first_response_at=IN_TIME, **by),
            rows(late, **(by | {"first_response_at": LATE} | more)),
            *others,
        )
    }


def _by_phone(count: int, seconds: int) -> Rows:
    """Return calls that waited so long; a minute is promised."""
    taken = f"2026-03-02 09:01:{seconds:02}"
    return rows(count, channel="phone", opened_at=OPENED, first_response_at=taken)


BUSINESS: Final = {
    "channels": [{"id": "email", "first_response_within": "1 business day"}]
}


def _over_a_weekend(in_time: int, late: int) -> dict[str, tuple[Rows, ...]]:
    """Return tickets of a Friday, so many answered by the same time on Monday."""
    by = {"channel": "email", "opened_at": "2026-03-06 09:00"}
    counts = {"2026-03-09 09:00": in_time, "2026-03-09 09:01": late}
    return {
        "tickets": (
            *(rows(n, first_response_at=answer, **by) for answer, n in counts.items()),
            END,
        )
    }


@check(
    "SQ002",
    title="First answers come within the target, nine times in ten",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    tables=["tickets"],
    logic=(
        "For each channel with a target and {fewest} tickets or more: the time within "
        "which nine of ten get a first answer that is not automatic, open ones counted "
        "by their age (p90), beside the target, which is the promise in the profile, "
        "else what is usual (chat 60 s, social media 60 min, email 24 h). Where the "
        "target is in working time, or too many are open for a p90, the share of those "
        "older than twice the target that was answered in time stands in. Met if "
        "channels with a share of {volume} or more of these tickets are within it; "
        "partly met if half of the answers are (p50). Not assessed if such channels "
        "have less than a share of {known} of all tickets."
    ),
    remedy="Sort requests at intake, and staff the hours in which they arrive.",
    parameters=[
        Parameter(
            "volume", 0.8, Unit.SHARE, "share of tickets on channels in time", OURS
        ),
        Parameter(
            "known", 0.5, Unit.SHARE, "share of tickets on judged channels", OURS
        ),
        Parameter(
            "fewest", 36, Unit.COUNT, "tickets from which p90 has an upper bound", OURS
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.AICXSTACK_RESPONSE_TIME,
        bibliography.LORIKEET_RESPONSE_TIME,
        bibliography.DBT_ZENDESK,
    ],
    examples=[
        Example(Outcome.MET, "Nine in ten, to the second", evidence=_answered(54, 6)),
        Example(
            Outcome.MET,
            "Of five tickets four came by the channel in time",
            evidence=_answered(160, 0, _by_phone(40, 1)),
        ),
        Example(
            Outcome.MET,
            "Half came by a channel without a target",
            evidence=_answered(60, 0, rows(60, channel="store", opened_at=OPENED)),
        ),
        Example(Outcome.MET, "Thirty-six tickets", evidence=_answered(36, 0)),
        Example(
            Outcome.MET,
            "A day of working time over a weekend",
            BUSINESS,
            evidence=_over_a_weekend(54, 6),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Half of them in a day of working time",
            BUSINESS,
            evidence=_over_a_weekend(30, 30),
        ),
        Example(
            Outcome.NOT_MET,
            "Not quite half of them in a day of working time",
            BUSINESS,
            evidence=_over_a_weekend(29, 31),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Half in time on a channel with four of five tickets",
            evidence=_answered(100, 60, _by_phone(40, 1)),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A second too late, seven times in sixty",
            evidence=_answered(53, 7),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Half of them are old and open, so p90 is unknown",
            evidence=_answered(40, 30, END, first_response_at=None, **OLD),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Calls, a fifth and one, wait too long nine times in ten",
            evidence=_answered(160, 0, _by_phone(21, 0), _by_phone(20, 1)),
        ),
        Example(
            Outcome.NOT_MET,
            "Calls, a fifth and one, wait too long",
            evidence=_answered(160, 0, _by_phone(41, 1)),
        ),
        Example(
            Outcome.NOT_MET,
            "A second too late, half the time",
            evidence=_answered(29, 31),
        ),
        Example(
            Outcome.NOT_MET,
            "Most are old and open",
            evidence=_answered(30, 40, END, first_response_at=None, **OLD),
        ),
        Example(
            Outcome.NOT_MET,
            "A chat without a promise of its own, answered after two minutes",
            evidence={
                "tickets": (
                    rows(
                        60,
                        channel="chat",
                        opened_at=OPENED,
                        first_response_at="2026-03-02 09:02",
                    ),
                )
            },
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All answers are automatic",
            evidence=_answered(
                0, 60, first_response_at=OPENED, first_response_is_automatic=True
            ),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Most came by a channel without a target",
            evidence=_answered(60, 0, rows(61, channel="store", opened_at=OPENED)),
        ),
        Example(Outcome.NOT_ASSESSED, "Thirty-five tickets", evidence=_answered(35, 0)),
        Example(
            Outcome.NOT_ASSESSED,
            "Nothing tells when they were answered",
            evidence={"tickets": (rows(60, channel="email", opened_at=OPENED),)},
        ),
        Example(Outcome.NOT_ASSESSED, "No tickets are attached"),
    ],
)
def first_answers_are_in_time(context: Context) -> Verdict:
    """A customer who waits does not know of the average.

    Nine of ten is a promise that nearly everybody meets; a mean hides those who wait.
    """
    every = context.evidence.measure("tickets", "tickets", "count")
    channels = answers(context.evidence, context.parameters["fewest"])
    known = sum(channel.tickets for channel in channels)
    if not channels or not every or known < context.parameters["known"] * every.n:
        return _unknown(context, known, every.n if every else 0)
    late = [channel for channel in channels if not channel.nearly_all]
    half = [channel for channel in channels if channel.half]
    volume = context.parameters["volume"] * known
    outcome = Outcome.NOT_MET
    if known - _tickets(late) >= volume:
        outcome = Outcome.MET
    elif _tickets(half) >= volume:
        outcome = Outcome.PARTLY_MET
    figures = tuple(figure for each in channels for figure in each.figures)
    return Verdict(outcome, _reason(channels, late), measures=figures)


def _tickets(channels: Sequence[Answers]) -> int:
    return sum(channel.tickets for channel in channels)


def _reason(channels: Sequence[Answers], late: Sequence[Answers]) -> Message:
    in_time = [channel for channel in channels if channel not in late]
    told, not_in_time = (named(each.told for each in some) for some in (in_time, late))
    return sentences(
        message(
            "Channels with {share:.0f} % of {tickets:,} tickets give nine of ten first "
            "answers within the target.",
            share=100 * _tickets(in_time) / _tickets(channels),
            tickets=_tickets(channels),
        )
        if in_time
        else message("No channel gives nine of ten first answers within the target."),
        message("In time: {channels}.", channels=told) if in_time else "",
        message("Late: {channels}.", channels=not_in_time) if late else "",
    )


def _unknown(context: Context, known: int, total: int) -> Verdict:
    if lacking := context.evidence.lacking("tickets", "first_response_time"):
        return unmeasured(lacking)
    reason = message(
        "Of {tickets} only {known:,} came by channels that can be judged: with a "
        "target, and with the first answer known of {fewest:g} tickets or more.",
        tickets=counted(total, "ticket"),
        known=known,
        fewest=context.parameters["fewest"],
    )
    keys = ("channels.first_response_within", "evidence")
    return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
