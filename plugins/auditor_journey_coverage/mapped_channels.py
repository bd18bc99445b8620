"""JC007: the channels by which customers come are on the map."""

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
    rows,
    sentences,
    unmeasured,
)
from auditor_journey_coverage.placed_contacts import aside, placed_on_the_map
from auditor_journey_coverage.sketches import Part, contact, journey, journeys, stage
from auditor_journey_coverage.volumes import nothing_coded, volumes

if TYPE_CHECKING:
    from auditor import Rows
    from auditor_journey_coverage.placed_contacts import Placed
    from auditor_journey_coverage.volumes import Volumes

CODES: Final = {"tickets": "channel", "feedback": "channel"}
"""By kind of table, the column that tells the channel."""
UNTOLD: Final = message("The tables do not tell the channel of a row.")
CALLS: Final = journeys(journey(stage(contact(channel="phone"))))
"""A map on which customers only call."""


def _tickets(**channels: int) -> dict[str, tuple[Rows, ...]]:
    """Return so many tickets of each channel; one underscore stands for a space."""
    return {
        "tickets": tuple(
            rows(count, opened_at="2026-03-02", channel=name.replace("_", " "))
            for name, count in channels.items()
        )
    }


def _mapped(*channels: str) -> Part:
    return journeys(journey(stage(*(contact(channel=name) for name in channels))))


@check(
    "JC007",
    title="The channels by which customers come are on the map",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.CROSS_CHECK,
    needs=["channels", "journeys"],
    logic=(
        "Counts the last twelve months' tickets and feedback by channel. A channel in "
        "the data is recognised by the id, name or kind of a declared one, whatever "
        "its letter case and separators, and by usual words for kinds, such as "
        "WhatsApp for messaging. It is on the map if a touchpoint has it. The map is "
        "contradicted by a channel of {missing} or more of the contacts that is not "
        "on it. Else met if a share of {met} or more of the recognised contacts came "
        "by channels on the map, partly met from {partly}. Not assessed where a "
        "channel of {missing} or more is not recognised, where less than {known} of "
        "the contacts are, or with fewer than 30."
    ),
    remedy="Add the missing channels to the map, each with its owner and its hours.",
    parameters=[
        Parameter("met", 0.95, Unit.SHARE, "share of contacts on the map", OURS),
        Parameter("partly", 0.8, Unit.SHARE, "share of contacts on the map", OURS),
        Parameter(
            "missing", 0.05, Unit.SHARE, "share of a channel that must not miss", OURS
        ),
        Parameter("known", 0.5, Unit.SHARE, "contacts to be recognised", OURS),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.NEXTIVA,
        bibliography.GOVUK_SERVICE_STANDARD,
    ],
    examples=[
        Example(
            Outcome.MET,
            "Tickets and feedback by channels of the map",
            evidence={
                **_tickets(phone=20, EMail=20),
                "feedback": (rows(20, received_at="2026-03-02", channel="Website"),),
            },
        ),
        Example(
            Outcome.MET,
            "Recognised by kind, whatever the spelling",
            _mapped("visit"),
            evidence=_tickets(Field_Visit=40),
        ),
        Example(
            Outcome.MET,
            "Two small channels miss, one in twenty contacts together",
            CALLS,
            evidence=_tickets(phone=190, app=5, web=5),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Two small channels miss, a little more together",
            CALLS,
            evidence=_tickets(phone=189, app=6, web=5),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Five small channels miss, a fifth of contacts",
            CALLS,
            evidence=_tickets(phone=80, app=4, web=4, email=4, visit=4, invoice=4),
        ),
        Example(
            Outcome.NOT_MET,
            "Six small channels miss, nearly a quarter",
            CALLS,
            evidence=_tickets(
                phone=76, app=4, web=4, email=4, visit=4, invoice=4, adverts=4
            ),
        ),
        Example(
            Outcome.NOT_MET,
            "One channel of one in twenty contacts is not on the map",
            CALLS,
            contradicted=True,
            evidence=_tickets(phone=95, app=5),
        ),
        Example(
            Outcome.NOT_MET,
            "The same channel under two spellings",
            CALLS,
            contradicted=True,
            evidence=_tickets(phone=95, app=3, Mobile_app=2),
        ),
        Example(
            Outcome.MET,
            "One channel of less is not on the map",
            CALLS,
            evidence=_tickets(phone=96, app=4),
        ),
        Example(
            Outcome.NOT_MET,
            "Customers come by a kind of channel that is nowhere",
            contradicted=True,
            evidence=_tickets(phone=90, SMS=10),
        ),
        Example(
            Outcome.NOT_MET,
            "Customers write by a service that is nowhere",
            contradicted=True,
            evidence=_tickets(phone=95, WhatsApp=5),
        ),
        Example(
            Outcome.MET,
            "A small channel is not recognised",
            evidence=_tickets(phone=96, desk_3=4),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A channel of one in twenty contacts is not recognised",
            evidence=_tickets(phone=95, desk_3=5),
        ),
        Example(
            Outcome.NOT_MET,
            "One is not recognised, another is not on the map",
            CALLS,
            contradicted=True,
            evidence=_tickets(phone=80, app=10, desk_3=10),
        ),
        Example(
            Outcome.MET,
            "Half of the contacts are recognised, the others are many desks",
            evidence=_tickets(phone=50, **{f"desk {n}": 2 for n in range(25)}),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Less than half are recognised",
            evidence=_tickets(phone=49, **{f"desk {n}": 2 for n in range(25)}),
        ),
        Example(
            Outcome.NOT_ASSESSED, "Twenty-nine contacts", evidence=_tickets(phone=29)
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No touchpoint has a channel",
            journeys(journey(stage(contact()))),
            evidence=_tickets(phone=40),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Tickets without a channel",
            evidence={"tickets": (rows(40, opened_at="2026-03-02"),)},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of channels",
            {"channels": None},
            evidence=_tickets(phone=40),
        ),
        Example(Outcome.NOT_ASSESSED, "No tables are attached"),
    ],
)
def channels_are_on_the_map(context: Context) -> Verdict:
    """A channel that is not on the map has no owner there and no place in the journey.

    Customers use it all the same, and start again when they change to another.
    """
    found = volumes(context.evidence, CODES)
    if not found.counts:
        return unmeasured(nothing_coded(context.evidence, CODES, UNTOLD))
    placed = placed_on_the_map(context, found)
    if placed is None:
        reason = message("No touchpoint states its channel.")
        key = ("journeys.stages.touchpoints.channel",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=key)
    known = placed.on_map + sum(placed.missing.values())
    if known < max(JUDGED_FROM, context.parameters["known"] * found.total):
        reason = message(
            "By channels of the profile came only {known:,} of {contacts}.",
            known=known,
            contacts=counted(found.total, "contact"),
        )
        return unmeasured(sentences(reason, *aside(found, placed)))
    return _judged(context, found, placed)


def _judged(context: Context, found: Volumes, placed: Placed) -> Verdict:
    limits = context.parameters
    large = limits["missing"] * found.total
    known = placed.on_map + sum(placed.missing.values())
    share = placed.on_map / known
    disproved = any(count >= large for count in placed.missing.values())
    outcome = at_least(share, limits["met"], limits["partly"])
    reason = message(
        "{share:.1f} % of {contacts} came by channels on the map.",
        share=100 * share,
        contacts=counted(known, "contact"),
    )
    if disproved:
        off = message("A channel that many customers use is not on it.")
        reason = sentences(reason, off)
    elif any(found.counts[code] >= large for code in placed.unknown):
        untold = message("Whether another that many use is on it cannot be told.")
        reason = sentences(reason, untold)
        outcome = Outcome.NOT_ASSESSED
    return Verdict(
        Outcome.NOT_MET if disproved else outcome,
        sentences(reason, *aside(found, placed)),
        share=None if outcome is Outcome.NOT_ASSESSED else share,
        where=(context.profile.at("journeys"), context.profile.at("channels")),
        answered_by=("channels",) if outcome is Outcome.NOT_ASSESSED else (),
        contradicted=disproved,
        measures=found.measures,
    )
