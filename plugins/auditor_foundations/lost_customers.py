"""CU002: customers who left are heard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    FeedbackKind,
    Outcome,
    Parameter,
    Phase,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    message,
    named,
)

if TYPE_CHECKING:
    from auditor import FeedbackSource, Profile

ONCE_A_YEAR: Final = frozenset(
    {
        "annual",
        "annually",
        "continuous",
        "continuously",
        "daily",
        "every month",
        "every quarter",
        "every week",
        "every year",
        "fortnightly",
        "half yearly",
        "monthly",
        "once a year",
        "quarterly",
        "twice a year",
        "weekly",
        "yearly",
    }
)
"""Cadences of once a year or more often; any other is not taken for one."""

STEADILY: Final = message("Lost customers are heard steadily, through: {names}.")
IN_PASSING: Final = message("Who leaves is heard in passing, through: {names}.")
OBSERVED: Final = frozenset(
    {FeedbackKind.EMPLOYEE, FeedbackKind.BEHAVIOUR, FeedbackKind.SPEECH_ANALYTICS}
)
"""Kinds of source in which no customer speaks to the organisation."""


def _source(**content: object) -> dict[str, object]:
    """Return a profile patch with one source of feedback and no other."""
    source = {"id": "s", "kind": "lost_customer"} | content
    return {"feedback": {"sources": [source]}}


@check(
    "CU002",
    title="Customers who left are heard",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.DECLARED,
    needs=["feedback.sources"],
    logic=(
        "A source of feedback hears lost customers if that is its kind, or if "
        "customers speak in it and it covers stages of the exit only. Met with one "
        "that is collected once a year or more often, or that a share of {answers} or "
        "more of them answers. Partly met with another such source, or one that "
        "covers the exit among other stages. Else not met."
    ),
    remedy="Ask one question of all who leave, and ring some of them each month.",
    parameters=[
        Parameter(
            "answers", 0.5, Unit.SHARE, "share of leavers who give a reason", OURS
        )
    ],
    sources=[
        bibliography.BROWN,
        bibliography.BALDRIGE_CUSTOMERS,
        bibliography.AMA_LOST_CUSTOMERS,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "A study twice a year", _source(cadence="Twice a year")),
        Example(
            Outcome.MET,
            "Half of those who leave say why",
            _source(response_rate=0.5),
        ),
        Example(Outcome.PARTLY_MET, "A third of them do", _source(response_rate=0.33)),
        Example(
            Outcome.PARTLY_MET, "Every two years", _source(cadence="every two years")
        ),
        Example(
            Outcome.MET,
            "Interviews at the exit, once a year",
            _source(kind="interview", stages=["exit"], cadence="yearly"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Complaints, some of them at the exit",
            _source(kind="complaint", stages=["use", "exit"], cadence="continuous"),
        ),
        Example(
            Outcome.NOT_MET,
            "At the exit customers are only watched",
            _source(kind="behaviour", stages=["exit"]),
        ),
        Example(
            Outcome.NOT_MET,
            "A survey of those who use it",
            _source(kind="survey", stages=["use"]),
        ),
        Example(Outcome.NOT_MET, "An empty list", {"feedback": {"sources": []}}),
        Example(
            Outcome.NOT_ASSESSED, "No word of sources", {"feedback": {"sources": None}}
        ),
        Example(Outcome.NOT_ASSESSED, "No word of feedback", {"feedback": None}),
    ],
)
def lost_customers_are_heard(context: Context) -> Verdict:
    """Those who stayed cannot say why the others went.

    Every survey of customers leaves out the people whom it would be best to ask.
    """
    feedback = context.profile.feedback
    sources = (feedback.sources or ()) if feedback else ()
    leaving, least = _leaving(context.profile), context.parameters["answers"]
    asked = [each for each in sources if _hears_the_lost(each, leaving)]
    steady = [each for each in asked if _is_steady(each, least)]
    passing = asked or [each for each in sources if _speaks_at(each, leaving)]
    if found := steady:
        outcome, reason = Outcome.MET, STEADILY
    elif found := passing:
        outcome, reason = Outcome.PARTLY_MET, IN_PASSING
    else:
        reason = message("No source of feedback reaches customers who leave.")
        return Verdict(Outcome.NOT_MET, reason, where=("/feedback/sources",))
    names = named(each.name or each.id for each in found)
    places = tuple(each.pointer for each in found)
    return Verdict(outcome, reason.filled(names=names), where=places)


def _hears_the_lost(source: FeedbackSource, leaving: set[str]) -> bool:
    """Whether it is about customers who leave, and about no others."""
    only_there = leaving.issuperset(source.stages or ())
    lost = source.kind is FeedbackKind.LOST_CUSTOMER
    return lost or (only_there and _speaks_at(source, leaving))


def _is_steady(source: FeedbackSource, least: float) -> bool:
    cadence = re.sub(r"[\W_]+", " ", source.cadence or "").strip().lower()
    return cadence in ONCE_A_YEAR or (source.response_rate or 0) >= least


def _leaving(profile: Profile) -> set[str]:
    """Return the stages at the exit; the word itself, where no journey is drawn."""
    return {"exit"} | {
        stage.id for stage in profile.stages() if stage.phase is Phase.EXIT
    }


def _speaks_at(source: FeedbackSource, stages: set[str]) -> bool:
    speaks = source.kind is not None and source.kind not in OBSERVED
    return speaks and bool(stages.intersection(source.stages or ()))
