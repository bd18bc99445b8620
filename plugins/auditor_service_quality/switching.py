"""CH003: customers do not have to switch channels and start again."""

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
    rows,
)

if TYPE_CHECKING:
    from auditor import Rows

DAY: Final = "2026-03-02 09:00"
WEEK_LATER: Final = "2026-03-09 09:00"


def _issues(
    staying: int, switching: int, back: str = WEEK_LATER, channel: str = "phone"
) -> dict[str, tuple[Rows, ...]]:
    """Return tickets of so many issues, some of which come back by a channel."""
    bill = {"reason": "bill"}
    return {
        "tickets": (
            rows(staying, customer="s{n}", opened_at=DAY, channel="web", **bill),
            rows(switching, customer="t{n}", opened_at=DAY, channel="web", **bill),
            rows(switching, customer="t{n}", opened_at=back, channel=channel, **bill),
            rows(1, customer="z", opened_at="2026-06-01", channel="web", **bill),
        )
    }


@check(
    "CH003",
    title="Customers need not switch channels and start again",
    severity=Severity.HIGH,
    effort=Effort.LARGE,
    verification=Verification.COMPUTED,
    tables=["tickets"],
    logic=(
        "The share of the last twelve months' issues that came by two channels or "
        "more within seven days. An issue is what one customer asks for one reason, "
        "with no more than seven days between one ticket and the next. Issues of the "
        "last seven days are left out. Met up to {met}, partly met up to {partly}."
    ),
    remedy="Hand customers over with the notes of their case, and stay on the line.",
    parameters=[
        Parameter("met", 0.1, Unit.SHARE, "share of issues on two channels", OURS),
        Parameter("partly", 0.2, Unit.SHARE, "share that is partly met", OURS),
    ],
    sources=[bibliography.NEXTIVA, bibliography.SQM_CHANNELS],
    examples=[
        Example(Outcome.MET, "One in ten", evidence=_issues(54, 6)),
        Example(
            Outcome.MET,
            "All come back by the same channel",
            evidence=_issues(0, 60, channel="web"),
        ),
        Example(
            Outcome.MET,
            "All come back a minute after seven days",
            evidence=_issues(0, 60, "2026-03-09 09:01"),
        ),
        Example(Outcome.PARTLY_MET, "Six in fifty-nine", evidence=_issues(53, 6)),
        Example(Outcome.PARTLY_MET, "One in five", evidence=_issues(48, 12)),
        Example(Outcome.NOT_MET, "Twelve in fifty-nine", evidence=_issues(47, 12)),
        Example(Outcome.NOT_ASSESSED, "Twenty-nine issues", evidence=_issues(20, 9)),
        Example(
            Outcome.NOT_ASSESSED,
            "Nobody knows why they asked",
            evidence={
                "tickets": (rows(60, customer="c{n}", opened_at=DAY, channel="web"),)
            },
        ),
        Example(Outcome.NOT_ASSESSED, "No tickets are attached"),
    ],
)
def customers_stay_on_their_channel(context: Context) -> Verdict:
    """Nobody writes and then rings for the pleasure of telling it twice.

    Each switch is a channel that did not solve the matter, and a story told again.
    """
    found = measured(context, "tickets", "switched_channel")
    if isinstance(found, Verdict):
        return found
    reason = message(
        "On two channels or more within {limit}: {figure} of issues.",
        limit=context.evidence.limits.worded("repeat_days"),
    )
    return graded(context, found, reason, fewer=True)
