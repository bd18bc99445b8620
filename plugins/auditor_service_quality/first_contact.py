"""SQ004: the first contact settles the matter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    JUDGED_FROM,
    OURS,
    Context,
    Effort,
    Example,
    Measure,
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
    named,
    rows,
    sentences,
    shown,
)
from auditor_service_quality.answers import LONGEST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor import Message, Rows

DAY: Final = "2026-03-02 09:00"
WEEK_LATER: Final = "2026-03-09 09:00"
LATER: Final = "2026-03-09 09:01"
REASONS: Final = 3
SAME_REASON: Final = "for the same reason"
"""How the figure's definition says that reasons are told apart; without a column of
reasons they are not."""


def _settled(
    once: int, again: int, back: str = WEEK_LATER
) -> dict[str, tuple[Rows, ...]]:
    """Return tickets of so many customers, some of whom ask again."""
    end = rows(1, customer="z", reason="end", opened_at="2026-06-01 09:00")
    first, second = (
        rows(again, customer="r{n}", reason="bill", opened_at=day, channel=channel)
        for day, channel in ((DAY, "email"), (back, "phone"))
    )
    single = rows(once, customer="o{n}", reason="line", opened_at=DAY)
    return {"tickets": (single, first, second, end)}


@check(
    "SQ004",
    title="The first contact settles the matter",
    severity=Severity.HIGH,
    effort=Effort.LARGE,
    verification=Verification.COMPUTED,
    tables=["tickets"],
    logic=(
        "The share of the last twelve months' tickets after which the same customer "
        "did not come back for the same reason within seven days, by any channel. "
        "Without a column of reasons, any further contact counts. The last seven days "
        "are left out. Met with {met} or more, partly met from {partly}. Surveys after "
        "the call, which benchmarks rest on, give other figures."
    ),
    remedy="Mend the three reasons with which most customers come back.",
    parameters=[
        Parameter(
            "met",
            0.7,
            Unit.SHARE,
            "share settled at the first contact",
            bibliography.SQM_FCR,
        ),
        Parameter("partly", 0.6, Unit.SHARE, "share that is partly met", OURS),
    ],
    sources=[bibliography.MACARANAS, bibliography.CAMPAGNA, bibliography.SQM_FCR],
    examples=[
        Example(Outcome.MET, "Seventy in a hundred", evidence=_settled(40, 30)),
        Example(
            Outcome.MET,
            "All came back a minute after seven days",
            evidence=_settled(0, 30, LATER),
        ),
        Example(Outcome.PARTLY_MET, "Three in five", evidence=_settled(20, 40)),
        Example(Outcome.PARTLY_MET, "Just below", evidence=_settled(39, 30)),
        Example(Outcome.NOT_MET, "Just below three in five", evidence=_settled(19, 40)),
        Example(Outcome.NOT_ASSESSED, "Twenty-nine tickets", evidence=_settled(19, 5)),
        Example(
            Outcome.NOT_ASSESSED,
            "Nobody knows who asked",
            evidence={"tickets": (rows(60, opened_at=DAY),)},
        ),
        Example(Outcome.NOT_ASSESSED, "No tickets are attached"),
    ],
)
def first_contact_settles(context: Context) -> Verdict:
    """A matter that takes two calls costs the customer twice and the company too.

    What was closed and comes back was not solved, whatever its status said.
    """
    found = measured(context, "tickets", "first_contact_resolution")
    if isinstance(found, Verdict):
        return found
    by_reason = context.evidence.groups("tickets", found.name, "reason")
    reason = _reason(context, found)
    if worst := _most_repeated(by_reason):
        often = message(
            "Most often it came back with: {reasons}.", reasons=named(worst)
        )
        reason = sentences(reason, often)
    return graded(context, found, reason)


def _reason(context: Context, found: Measure) -> Message:
    counted = (
        message(
            "Requests without another by the same customer for the same reason within "
            "{limit}, by any channel: {figure}."
        )
        if SAME_REASON in found.definition
        else message(
            "Requests without another by the same customer within {limit}, by any "
            "channel: {figure}."
        )
    )
    limit = context.evidence.limits.worded("repeat_days")
    return counted.filled(limit=limit, figure=shown(found, interval=False))


def _most_repeated(by_reason: Mapping[str, Measure]) -> list[str]:
    """Return the reasons with which most customers came back, the first ones first."""
    repeats = {
        name: round((1 - found.value) * found.n)
        for name, found in by_reason.items()
        if found.value is not None and found.n >= JUDGED_FROM
    }
    often = sorted(repeats, key=lambda name: (-repeats[name], name))
    return [name[:LONGEST] for name in often if repeats[name]][:REASONS]
