"""SQ003: nobody is left unanswered."""

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
    graded,
    measured,
    message,
    plural,
    rows,
)

if TYPE_CHECKING:
    from auditor import Rows

UNTARGETED: Final = "no target for its channel"
OPENED: Final = "2026-03-02 09:00"
LAST_MOMENT: Final = "2026-03-02 21:00:00"
TOO_LATE: Final = "2026-03-02 21:00:01"


def _asked(answered: int, waiting: int, **more: object) -> dict[str, tuple[Rows, ...]]:
    """Return tickets by email, so many answered at twice the six hours promised."""
    email = {"channel": "email", "opened_at": OPENED}
    return {
        "tickets": (
            rows(answered, first_response_at=LAST_MOMENT, **email),
            rows(waiting, **(email | {"first_response_at": TOO_LATE} | more)),
        )
    }


@check(
    "SQ003",
    title="Nobody is left unanswered",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.COMPUTED,
    tables=["tickets"],
    logic=(
        "The share of the last twelve months' tickets that had no human reply after "
        "twice the target of their channel: the promise in the profile, else what is "
        "usual (chat 60 s, social media 60 min, email 24 h). Closing is no reply, nor "
        "is an automatic receipt. Tickets younger than that are left out, as are "
        "channels without a target; not assessed if those have most tickets. Met up "
        "to {met}, partly met up to {partly}."
    ),
    remedy="Sweep every day for requests that nobody has answered.",
    parameters=[
        Parameter("met", 0.02, Unit.SHARE, "share left unanswered that is met", OURS),
        Parameter("partly", 0.05, Unit.SHARE, "share that is partly met", OURS),
    ],
    sources=[bibliography.BROWN, bibliography.THROUGHSCAN_RESPONSE_TIME],
    examples=[
        Example(
            Outcome.MET, "One in fifty, past it by a second", evidence=_asked(49, 1)
        ),
        Example(
            Outcome.PARTLY_MET,
            "One in twenty got a machine's receipt",
            evidence=_asked(
                57, 3, first_response_at=OPENED, first_response_is_automatic=True
            ),
        ),
        Example(Outcome.PARTLY_MET, "One in forty-nine", evidence=_asked(48, 1)),
        Example(
            Outcome.NOT_MET,
            "One in nineteen, closed without a word",
            evidence=_asked(54, 3, first_response_at=None, status="closed"),
        ),
        Example(
            Outcome.NOT_MET,
            "Half, by a channel for which the profile promises more than is usual",
            evidence=_asked(30, 30),
        ),
        Example(
            Outcome.MET,
            "The same where a day is promised",
            {"channels": [{"id": "email", "first_response_within": "1 day"}]},
            evidence={
                "tickets": (
                    *_asked(30, 30)["tickets"],
                    rows(1, channel="store", opened_at="2026-03-09 09:00"),
                )
            },
        ),
        Example(
            Outcome.MET,
            "Open ones that are younger, and deleted ones",
            evidence={
                "tickets": (
                    *_asked(60, 0)["tickets"],
                    rows(9, channel="email", opened_at="2026-03-02 09:01"),
                    rows(9, channel="email", opened_at=OPENED, status="deleted"),
                )
            },
        ),
        Example(
            Outcome.MET,
            "Half came by a channel without a target",
            evidence={
                "tickets": (
                    *_asked(40, 0)["tickets"],
                    rows(40, channel="store", opened_at=OPENED),
                )
            },
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Most came by a channel without a target",
            evidence={
                "tickets": (
                    *_asked(40, 0)["tickets"],
                    rows(41, channel="store", opened_at=OPENED),
                )
            },
        ),
        Example(Outcome.NOT_ASSESSED, "Twenty-nine tickets", evidence=_asked(20, 9)),
        Example(
            Outcome.NOT_ASSESSED,
            "Nothing tells when they were answered",
            evidence={"tickets": (rows(60, channel="email", opened_at=OPENED),)},
        ),
        Example(Outcome.NOT_ASSESSED, "No tickets are attached"),
    ],
)
def nobody_is_left_unanswered(context: Context) -> Verdict:
    """An average says nothing of those who never hear back.

    They are the ones who leave, and no survey asks them.
    """
    found = context.evidence.measure("tickets", "left_unanswered")
    untold = found.excluded.get(UNTARGETED, 0) if found else 0
    if found and untold > found.n:
        reason = plural(
            "{n:,} ticket came by channels without a target, {others:,} by others.",
            "{n:,} tickets came by channels without a target, {others:,} by others.",
            untold,
            others=found.n,
        )
        keys = ("channels.first_response_within", "evidence")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    judged = measured(context, "tickets", "left_unanswered")
    if isinstance(judged, Verdict):
        return judged
    reason = message(
        "No human reply after {late} the target of the channel: {figure} of tickets.",
        late=context.evidence.limits.worded("unanswered_from"),
    )
    return graded(context, judged, reason, fewer=True)
