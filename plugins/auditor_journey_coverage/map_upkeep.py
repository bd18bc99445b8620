"""JC014: the map is owned and fresh."""

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
    message,
    named,
    recent,
    sentences,
    tally,
)
from auditor_journey_coverage.sketches import Part, journey, journeys, stage

if TYPE_CHECKING:
    from auditor import Journey, Message


def _kept(*maps: tuple[str | None, str | None]) -> Part:
    """Return a profile patch with a map for each owner and day of review."""
    return journeys(
        *(journey(stage(), owner=owner, reviewed=day) for owner, day in maps)
    )


@check(
    "JC014",
    title="Each journey map has an owner and is fresh",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.ARTEFACT,
    needs=["journeys"],
    logic=(
        "Met if every journey has an owner and was reviewed within {met} months. "
        "Partly met if every one has an owner and was reviewed within {partly} months. "
        "Otherwise not met. Not assessed without any journey. Rests on a declaration "
        "alone where no journey has a date of review."
    ),
    remedy="Give each journey an owner who reviews its map every quarter.",
    parameters=[
        Parameter("met", 12, Unit.MONTHS, "months since the review, at most", OURS),
        Parameter("partly", 24, Unit.MONTHS, "months since the review, at most", OURS),
    ],
    sources=[
        bibliography.SMAPLY_JOURNEY_MAPS,
        bibliography.NNG_JOURNEY_MAP,
        bibliography.FORRESTER_MATURITY,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Twelve months to the day", _kept(("cx", "2025-06-30"))),
        Example(Outcome.PARTLY_MET, "A day older", _kept(("cx", "2025-06-29"))),
        Example(
            Outcome.PARTLY_MET,
            "One of two is 24 months old to the day",
            _kept(("cx", "2026-05-18"), ("sales", "2024-06-30")),
        ),
        Example(
            Outcome.NOT_MET,
            "One of two is a day older",
            _kept(("cx", "2026-05-18"), ("sales", "2024-06-29")),
        ),
        Example(
            Outcome.NOT_MET,
            "One of two has no owner",
            _kept(("cx", "2026-05-18"), (None, "2026-05-18")),
        ),
        Example(Outcome.NOT_MET, "Never reviewed", _kept(("cx", None))),
        Example(
            Outcome.NOT_MET, "A review that is yet to come", _kept(("cx", "2026-07-01"))
        ),
        Example(Outcome.NOT_ASSESSED, "An empty list of journeys", journeys()),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def maps_are_owned_and_fresh(context: Context) -> Verdict:
    """A map that nobody keeps becomes a picture of how things once were.

    An owner who looks at it in a set rhythm keeps it true enough to decide by.
    """
    journeys = context.profile.journeys or ()
    if not journeys:
        reason = message("The profile lists no journey.")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("journeys",))
    limits = context.parameters
    fresh = tally(journeys, lambda one: _is_kept(context, one, limits["met"]))
    outcome = Outcome.PARTLY_MET if fresh.lacking else Outcome.MET
    if not all(_is_kept(context, one, limits["partly"]) for one in journeys):
        outcome = Outcome.NOT_MET
    dated = any(journey.reviewed for journey in journeys)
    return Verdict(
        outcome,
        _reason(context, journeys),
        where=tuple(journey.pointer for journey in fresh.lacking or fresh.having),
        verified_by=None if dated else Verification.DECLARED,
    )


def _is_kept(context: Context, journey: Journey, months: float) -> bool:
    return bool(journey.owner) and recent(context, journey.reviewed, months)


def _reason(context: Context, journeys: tuple[Journey, ...]) -> Message:
    months = context.parameters["met"]
    stale = [
        _name(one) for one in journeys if not recent(context, one.reviewed, months)
    ]
    orphans = [_name(one) for one in journeys if not one.owner]
    kept = sum(_is_kept(context, one, months) for one in journeys)
    reasons = [
        message(
            "An owner and a review in the last {months:g} months are stated for {kept} "
            "of {journeys}.",
            months=months,
            kept=kept,
            journeys=counted(len(journeys), "journey"),
        )
    ]
    if orphans:
        reasons.append(message("Nobody owns {names}.", names=named(orphans)))
    if stale:
        names = named(stale)
        reasons.append(message("No review is as recent for {names}.", names=names))
    longer = context.parameters["partly"]
    if stale and all(_is_kept(context, one, longer) for one in journeys):
        every = message(
            "All have an owner and a review in the last {months:g} months.",
            months=longer,
        )
        reasons.append(every)
    return sentences(*reasons)


def _name(journey: Journey) -> Message:
    return message('"{name}"', name=journey.name or journey.id)
