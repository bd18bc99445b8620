"""JC011: maps rest on customer evidence, not on assumption."""

from __future__ import annotations

from dataclasses import replace
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
    message,
    recent,
)
from auditor_journey_coverage.customer_voice import from_customers
from auditor_journey_coverage.sketches import Part, journey, journeys, stage
from auditor_journey_coverage.stage_share import share_of_stages

if TYPE_CHECKING:
    from auditor import Stage


def _asked(day: str | None, source: str | None = "relationship-survey") -> Part:
    """Return a stage that rests on a source, last drawn on that day."""
    return stage(sources=[{"feedback": source, "date": day}])


FRESH = _asked("2026-05-31")


def _stages(*stages: Part) -> Part:
    """Return a profile patch with one journey of these stages."""
    return journeys(journey(*stages))


@check(
    "JC011",
    title="The map rests on what customers say",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["journeys"],
    logic=(
        "A stage counts if it names a source in which customers speak or act, last "
        "drawn on within {months} months; employees' views do not count. Met if a "
        "share of {met} or more of the stages counts, partly met from {partly}. Each "
        "primary segment is judged by its fullest journey and the weakest segment "
        "decides. Rests on a declaration alone where no source has a date."
    ),
    remedy=(
        "Validate each stage with five to eight interviews and an analysis of its "
        "tickets."
    ),
    parameters=[
        Parameter("met", 0.8, Unit.SHARE, "share of stages with a recent source", OURS),
        Parameter(
            "partly", 0.5, Unit.SHARE, "share of stages with a recent source", OURS
        ),
        Parameter(
            "months", 24, Unit.MONTHS, "age of a source in months, at most", OURS
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.SMAPLY_JOURNEY_MAPS,
        bibliography.SEATONCX_JOURNEY_MAPS,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Four of five stages, 24 months ago to the day",
            _stages(*[_asked("2024-06-30")] * 4, stage()),
        ),
        Example(Outcome.PARTLY_MET, "One of two stages", _stages(FRESH, stage())),
        Example(
            Outcome.PARTLY_MET,
            "One of two sources is a day too old",
            _stages(FRESH, _asked("2024-06-29")),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of two sources is the employees",
            _stages(FRESH, _asked("2026-05-31", "staff-ideas")),
        ),
        Example(
            Outcome.NOT_MET, "One of three stages", _stages(FRESH, stage(), stage())
        ),
        Example(Outcome.NOT_MET, "None of five stages", _stages(*[stage()] * 5)),
        Example(Outcome.NOT_MET, "A source without a date", _stages(_asked(None))),
        Example(
            Outcome.NOT_MET,
            "A date without a source",
            _stages(_asked("2026-05-31", None)),
        ),
        Example(
            Outcome.NOT_MET,
            "A date after the audit",
            _stages(_asked("2026-07-01")),
        ),
        Example(Outcome.NOT_ASSESSED, "A journey without stages", _stages()),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def map_rests_on_customer_evidence(context: Context) -> Verdict:
    """A map drawn in a meeting room shows how the organisation sees itself.

    Decisions made by it repeat old assumptions, and it ages as customers change.
    """
    months = context.parameters["months"]
    verdict = share_of_stages(
        context,
        lambda stage: _is_evidenced(context, stage),
        message(
            "There is a customer source from the last {months:g} months in {having} of "
            "{stages}.",
            months=months,
        ),
    )
    sources = (s for stage in context.profile.stages() for s in stage.sources or ())
    dated = any(source.feedback and source.date for source in sources)
    return replace(verdict, verified_by=None if dated else Verification.DECLARED)


def _is_evidenced(context: Context, stage: Stage) -> bool:
    months = context.parameters["months"]
    fresh = (
        source.feedback
        for source in stage.sources or ()
        if recent(context, source.date, months)
    )
    return any(from_customers(context.profile, fresh))
