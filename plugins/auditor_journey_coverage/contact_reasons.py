"""JC015: the reasons for which customers get in touch are on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    JUDGED_FROM,
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
    at_least,
    bibliography,
    check,
    counted,
    message,
    named,
    rows,
    sentences,
    unmeasured,
)
from auditor_journey_coverage.mapped_reasons import listed_in
from auditor_journey_coverage.sketches import Part, contact, journey, journeys, stage
from auditor_journey_coverage.volumes import nothing_coded, volumes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor import Message, Rows
    from auditor_journey_coverage.mapped_reasons import Listed
    from auditor_journey_coverage.volumes import Volumes

CODES: Final = {"tickets": "reason", "feedback": "theme"}
"""By kind of table, the column that tells why a customer got in touch."""
UNTOLD: Final = message("The tables do not tell the reason or theme of a row.")
TOP: Final = 5
"""As customers have it: the reasons that come up most."""
ORDER: Final = (Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET)


def _tickets(**reasons: int) -> dict[str, tuple[Rows, ...]]:
    """Return so many tickets of each reason."""
    return {
        "tickets": tuple(
            rows(count, opened_at="2026-03-02", reason=name)
            for name, count in reasons.items()
        )
    }


def _map(*reasons: str) -> Part:
    """Return a map with a pain point of these reasons, and a touchpoint `Help line`."""
    pain = {"contact_reasons": list(reasons)}
    return journeys(journey(stage(contact(name="Help line"), pain_points=[pain])))


@check(
    "JC015",
    title="The reasons for which customers get in touch are on the map",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.CROSS_CHECK,
    needs=["journeys"],
    logic=(
        "Counts the last twelve months' tickets by reason and feedback by theme. A "
        "reason is on the map if it is a contact reason, the id or the description of "
        "a pain point, or the id or name of a stage or touchpoint, whatever its "
        "letter case and separators. Two figures, of which the worse decides: the "
        "share of contacts whose reason is on the map, met from {met} and partly from "
        "{partly}; and how many of the five most frequent reasons are pain points, "
        "met from {top_met} and partly from {top_partly}; of reasons as frequent as "
        "the fifth, those that are pain points go first. With fewer than five reasons "
        "the first decides alone. Not assessed if less than {known} of the contacts "
        "have a reason, or fewer than 30."
    ),
    remedy="Add the missing reasons to pain points, in the words of the tickets.",
    parameters=[
        Parameter("met", 0.8, Unit.SHARE, "share of contacts on the map", OURS),
        Parameter("partly", 0.6, Unit.SHARE, "share of contacts on the map", OURS),
        Parameter("top_met", 4, Unit.COUNT, "of five reasons that is met", OURS),
        Parameter("top_partly", 2, Unit.COUNT, "of five reasons, partly met", OURS),
        Parameter("known", 0.5, Unit.SHARE, "contacts that need a reason", OURS),
    ],
    sources=[bibliography.BROWN, bibliography.MACARANAS],
    examples=[
        Example(
            Outcome.MET,
            "Four of five reasons, however they are spelled",
            _map("Bill too high", "login", "moving-home", "outage"),
            evidence=_tickets(
                bill_too_high=20, Login=20, moving_home=20, outage=20, other=20
            ),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Four of five reasons, less than four fifths of contacts",
            _map("a", "b", "c", "d"),
            evidence=_tickets(a=20, b=20, c=20, d=19, other=20),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Nine in ten contacts, but three of the five reasons",
            _map("a", "b", "c"),
            evidence=_tickets(a=30, b=30, c=30, d=5, e=5),
        ),
        Example(
            Outcome.MET,
            "Three reasons are as frequent as the fourth, one a pain point",
            _map("a", "b", "c", "z"),
            evidence=_tickets(a=30, b=30, c=30, d=5, e=5, z=5),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Six in ten contacts, two of five reasons",
            _map("a", "b"),
            evidence=_tickets(a=40, b=20, c=14, d=13, e=13),
        ),
        Example(
            Outcome.NOT_MET,
            "Fewer than six in ten",
            _map("a", "b"),
            evidence=_tickets(a=39, b=20, c=14, d=13, e=14),
        ),
        Example(
            Outcome.NOT_MET,
            "Many contacts, but one of the five reasons",
            _map("a"),
            evidence=_tickets(a=90, b=4, c=3, d=2, e=1),
        ),
        Example(
            Outcome.NOT_MET,
            "A touchpoint is no pain point",
            _map("a"),
            evidence=_tickets(a=30, help_line=30, c=4, d=3, e=2),
        ),
        Example(
            Outcome.MET,
            "Two reasons, one of them a touchpoint",
            _map("a"),
            evidence=_tickets(a=20, help_line=20),
        ),
        Example(
            Outcome.MET,
            "Themes of complaints count like reasons of tickets",
            _map("a"),
            evidence={
                **_tickets(a=20, b=8),
                "feedback": (rows(12, received_at="2026-03-02", theme="A"),),
            },
        ),
        Example(
            Outcome.NOT_MET,
            "A map without pain points",
            journeys(journey(stage(contact()))),
            evidence=_tickets(a=40),
        ),
        Example(
            Outcome.MET,
            "The pain point is described by the very reason",
            journeys(journey(stage(pain_points=[{"description": "Late bill"}]))),
            evidence=_tickets(late_bill=40),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No pain point says by which reasons it shows",
            _map(),
            evidence=_tickets(a=40),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Twenty-nine contacts",
            _map("a"),
            evidence=_tickets(a=29),
        ),
        Example(
            Outcome.MET,
            "Half of the tickets have a reason",
            _map("a"),
            evidence={
                "tickets": (
                    rows(40, opened_at="2026-03-02", reason="a"),
                    rows(40, opened_at="2026-03-02"),
                )
            },
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Less than half have one",
            _map("a"),
            evidence={
                "tickets": (
                    rows(40, opened_at="2026-03-02", reason="a"),
                    rows(41, opened_at="2026-03-02"),
                )
            },
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A journey without stages",
            journeys(journey()),
            evidence=_tickets(a=40),
        ),
        Example(Outcome.NOT_ASSESSED, "No tables are attached"),
    ],
)
def contact_reasons_are_on_the_map(context: Context) -> Verdict:
    """What customers complain of is what hurts, whatever a workshop thought.

    A map without their real reasons leads to work on pain that few have.
    """
    found, listed = volumes(context.evidence, CODES), listed_in(context.profile)
    if not found.counts:
        return unmeasured(nothing_coded(context.evidence, CODES, UNTOLD))
    if why := _too_little(context, found):
        return unmeasured(why)
    if listed is None:
        reason = message("The journeys have no stages.")
        key = ("journeys.stages",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=key)
    if listed.pains and not listed.reasons and not listed.pains & found.counts.keys():
        reason = message("No pain point says by which contact reasons it shows.")
        key = ("journeys.stages.pain_points.contact_reasons",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=key)
    return _judged(context, found, listed)


def _too_little(context: Context, found: Volumes) -> str:
    """Return that too few contacts have a reason; empty where enough have."""
    total = found.total + found.uncoded
    if found.total >= max(JUDGED_FROM, context.parameters["known"] * total):
        return ""
    return message(
        "A reason is known of only {known:,} of {contacts}.",
        known=found.total,
        contacts=counted(total, "contact"),
    )


def _judged(context: Context, found: Volumes, listed: Listed) -> Verdict:
    limits, pains = context.parameters, listed.pains | listed.reasons
    off = [code for code in found.counts if code not in pains | listed.places]
    share = (found.total - found.of(off)) / found.total
    outcomes = [at_least(share, limits["met"], limits["partly"])]
    reasons = [
        message(
            "The reasons of {share:.1f} % of {contacts} are on the map.",
            share=100 * share,
            contacts=counted(found.total, "contact"),
        )
    ]
    # No verdict hangs on the alphabet: what is as frequent as the fifth is as good.
    ordered = sorted(found.counts, key=lambda c: (-found.counts[c], c not in pains))
    top = ordered[:TOP]
    if len(top) == TOP:
        known = [code for code in top if code in pains]
        outcomes.append(at_least(len(known), limits["top_met"], limits["top_partly"]))
        among = message(
            "Pain points among the five most frequent: {number}.", number=len(known)
        )
        reasons.append(among)
    reasons.extend(_aside(found, [code for code in top if code not in pains]))
    worst = max(outcomes, key=ORDER.index)
    return Verdict(
        worst,
        sentences(*reasons),
        share=share if worst is outcomes[0] else None,
        where=tuple(journey.pointer for journey in context.profile.journeys or ()),
        measures=found.measures,
    )


def _aside(found: Volumes, lacking: Sequence[str]) -> Iterator[Message]:
    """Say which frequent reasons are no pain points, and what was left out."""
    if lacking:
        names = named(found.names(lacking))
        yield message("No pain point names {reasons}.", reasons=names)
    if found.uncoded:
        contacts = counted(found.uncoded, "contact")
        yield message("{contacts} had no reason.", contacts=contacts)
