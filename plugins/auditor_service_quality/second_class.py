"""CH004: no channel is second class."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple

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
    Votes,
    at_most,
    beyond_chance,
    bibliography,
    check,
    contrast,
    message,
    rows,
    unmeasured,
)
from auditor_service_quality.answers import LONGEST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from auditor import Contrast, Measure, Message, Rows

SATISFIED: Final = message("satisfied answers")
SETTLED: Final = message("tickets settled at the first contact")
DAY: Final = "2026-03-02"


class Gap(NamedTuple):
    """What the share of one channel is above that of another."""

    best: Measure
    worst: Measure
    found: Contrast
    sure: bool
    """Whether it is more than chance shows, given the number of pairs."""


def _answers(of: int, **satisfied: int) -> dict[str, tuple[Rows, ...]]:
    """Return so many answers on each channel, of which so many are satisfied."""
    about = {"responded_at": DAY, "level": "interaction"}
    return {
        "surveys": tuple(
            rows(count, channel=channel, csat=score, **about)
            for channel, happy in satisfied.items()
            for score, count in ((5, happy), (2, of - happy))
        )
    }


def _repeats(channel: str, once: int, again: int) -> tuple[Rows, ...]:
    """Return tickets of customers who come back at once, or do not."""
    by = {"channel": channel, "reason": "bill", "opened_at": DAY}
    first = rows(again, customer=f"{channel} a{{n}}", **by)
    second = rows(
        again, customer=f"{channel} a{{n}}", **(by | {"opened_at": "2026-03-03"})
    )
    return rows(once, customer=f"{channel} o{{n}}", **by), first, second


@check(
    "CH004",
    title="No channel is second class",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    logic=(
        "The widest gap between two channels in the share of satisfied answers: of "
        "surveys about single contacts, else of the rating of tickets, else of all "
        "surveys; without answers, in the share of tickets settled at the first "
        "contact. Only channels with {fewest} rows or more, and only gaps that chance "
        "does not explain: the 95 % interval (Newcombe) leaves out 0, and the test "
        "holds for the number of pairs (Holm). Met without such a gap or up to {met}, "
        "partly met up to {partly}."
    ),
    remedy="Copy what the best channel does to the worst.",
    parameters=[
        Parameter("met", 0.1, Unit.SHARE, "gap between channels that is met", OURS),
        Parameter("partly", 0.2, Unit.SHARE, "gap that is partly met", OURS),
        Parameter("fewest", 30, Unit.COUNT, "rows that a channel must have", OURS),
    ],
    sources=[bibliography.BROWN, bibliography.FCA_COMPLAINTS_ROOT_CAUSE],
    examples=[
        Example(Outcome.MET, "Ten points", evidence=_answers(400, web=320, phone=280)),
        Example(
            Outcome.MET,
            "Twenty-three points of thirty answers each, on three channels: chance",
            evidence=_answers(30, web=25, phone=18, chat=22),
        ),
        Example(
            Outcome.MET,
            "All of thirty against twenty-six: the interval holds 0",
            evidence=_answers(30, web=30, phone=26),
        ),
        Example(
            Outcome.MET,
            "A channel of twenty-nine is not judged",
            evidence={
                "surveys": (
                    *_answers(400, web=320, phone=300)["surveys"],
                    *_answers(29, chat=0)["surveys"],
                )
            },
        ),
        Example(
            Outcome.PARTLY_MET,
            "A little more than ten points",
            evidence=_answers(400, web=320, phone=279),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Twenty points, another channel between",
            evidence=_answers(400, web=320, phone=240, chat=280),
        ),
        Example(
            Outcome.NOT_MET,
            "A little more than twenty points",
            evidence=_answers(400, web=320, phone=239),
        ),
        Example(
            Outcome.NOT_MET,
            "Forty points in the rating of tickets",
            evidence={
                "tickets": (
                    rows(40, opened_at=DAY, channel="web", csat=5),
                    rows(40, opened_at=DAY, channel="phone", csat=(5, 5, 5, 2, 2)),
                )
            },
        ),
        Example(
            Outcome.NOT_MET,
            "No answers, but on one channel customers come back",
            evidence={
                "tickets": (
                    *_repeats("web", 60, 0),
                    *_repeats("phone", 20, 20),
                    rows(1, opened_at="2026-06-01"),
                )
            },
        ),
        Example(Outcome.NOT_ASSESSED, "One channel", evidence=_answers(400, web=320)),
        Example(
            Outcome.NOT_ASSESSED,
            "Twenty-nine answers on one of two",
            evidence={
                "surveys": (
                    *_answers(29, web=29)["surveys"],
                    *_answers(30, phone=9)["surveys"],
                )
            },
        ),
        Example(Outcome.NOT_ASSESSED, "No tables are attached"),
    ],
)
def channels_serve_alike(context: Context) -> Verdict:
    """Whoever happens to call instead of writing is no lesser customer.

    An experience is remembered by its weakest channel.
    """
    for what, groups in _groups(context):
        if found := _gaps(groups.values(), context.parameters["fewest"]):
            return _graded(context, what, found)
    return unmeasured(
        message("No two channels have enough answers, or tickets of known customers.")
    )


def _groups(context: Context) -> Iterator[tuple[Message, Mapping[str, Measure]]]:
    """Yield what is compared and its figures by channel, the best evidence first."""
    evidence = context.evidence
    for level in ("interaction", "touchpoint"):
        yield SATISFIED, evidence.groups("surveys", "csat", "channel", level=level)
    for kind in ("tickets", "surveys"):
        yield SATISFIED, evidence.groups(kind, "csat", "channel")
    yield SETTLED, evidence.groups("tickets", "first_contact_resolution", "channel")


def _gaps(channels: Iterable[Measure], fewest: float) -> list[Gap]:
    """Return the differences of every two channels, the widest first."""
    judged = [one for one in channels if one.value is not None and one.n >= fewest]
    ranked = sorted(judged, key=lambda one: one.value or 0, reverse=True)
    pairs = [
        (*pair, found)
        for pair in combinations(ranked, 2)
        if (found := contrast(*map(_votes, pair)))
    ]
    beyond = beyond_chance([found for *_, found in pairs])
    gaps = [
        Gap(*pair, pair[2].low > 0 and sure)
        for pair, sure in zip(pairs, beyond, strict=True)
    ]
    return sorted(gaps, key=lambda gap: gap.found.points, reverse=True)


def _votes(share: Measure) -> Votes:
    return Votes(round((share.value or 0) * share.n), share.n)


def _graded(context: Context, what: Message, gaps: Sequence[Gap]) -> Verdict:
    gap = next((gap for gap in gaps if gap.sure), gaps[0])
    points, low, high, _ = gap.found
    limits = context.parameters
    outcome = at_most(points / 100, limits["met"], limits["partly"])
    widest = (
        message(
            "The widest gap in {what}, between {best} and {worst}, is {points:.1f} "
            "points (95 % interval {low:.1f} to {high:.1f})."
        )
        if gap.sure
        else message(
            "The widest gap in {what}, between {best} and {worst}, is {points:.1f} "
            "points (95 % interval {low:.1f} to {high:.1f}), which may be chance."
        )
    )
    best, worst = _channel(gap.best), _channel(gap.worst)
    return Verdict(
        outcome if gap.sure else Outcome.MET,
        widest.filled(
            what=what, best=best, worst=worst, points=points, low=low, high=high
        ),
        measures=(gap.best, gap.worst),
    )


def _channel(measure: Measure) -> Message:
    return message(
        "{channel} ({share:.1f} %, n = {n:,})",
        channel=measure.by["channel"][:LONGEST],
        share=100 * (measure.value or 0),
        n=measure.n,
    )
