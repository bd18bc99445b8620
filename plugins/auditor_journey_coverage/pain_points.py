"""JC008: pain points are recorded per stage."""

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
    message,
)
from auditor_journey_coverage.customer_voice import from_customers
from auditor_journey_coverage.sketches import Part, journey, journeys, stage
from auditor_journey_coverage.stage_share import share_of_stages

if TYPE_CHECKING:
    from auditor import Profile, Stage

PAINFUL = stage(pain_points=[{"description": "Nobody answers."}])
SEARCHED = stage(none_found=True, sources=[{"feedback": "complaints"}])


def _stages(*stages: Part) -> Part:
    """Return a profile patch with one journey of these stages."""
    return journeys(journey(*stages))


@check(
    "JC008",
    title="Pain points are recorded in every stage",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["journeys"],
    logic=(
        "A stage counts if it has a pain point, or if it says that none was found and "
        "names a source in which customers would have told. Met if a share of {met} "
        "or more of the stages counts, partly met from {partly}. Each primary segment "
        "is judged by its fullest journey and the weakest segment decides."
    ),
    remedy="Hold a session on pain points, stage by stage, with tickets on the table.",
    parameters=[
        Parameter(
            "met", 0.8, Unit.SHARE, "share of stages searched for pain points", OURS
        ),
        Parameter(
            "partly", 0.5, Unit.SHARE, "share of stages searched for pain points", OURS
        ),
    ],
    sources=[bibliography.BROWN, bibliography.MACARANAS, bibliography.CAMPAGNA],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Four of five stages, one of them searched in vain",
            _stages(*[PAINFUL] * 3, SEARCHED, stage()),
        ),
        Example(Outcome.PARTLY_MET, "One of two stages", _stages(PAINFUL, stage())),
        Example(
            Outcome.PARTLY_MET,
            "None found, says a stage without a source",
            _stages(PAINFUL, stage(none_found=True)),
        ),
        Example(
            Outcome.PARTLY_MET,
            "None found, say only employees",
            _stages(
                PAINFUL, stage(none_found=True, sources=[{"feedback": "staff-ideas"}])
            ),
        ),
        Example(
            Outcome.NOT_MET, "One of three stages", _stages(PAINFUL, stage(), stage())
        ),
        Example(
            Outcome.NOT_MET,
            "An empty list without a word that none was found",
            _stages(stage(pain_points=[])),
        ),
        Example(Outcome.NOT_ASSESSED, "A journey without stages", _stages()),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def every_stage_was_searched_for_pain(context: Context) -> Verdict:
    """Customers leave over small things that happen again and again.

    A map that shows only how it should go cannot say what to mend, and a stage
    without any pain is more often unexamined than perfect.
    """
    reason = message(
        "There is a pain point, or a sourced statement that there is none, in {having} "
        "of {stages}."
    )
    return share_of_stages(
        context, lambda stage: _searched(context.profile, stage), reason
    )


def _searched(profile: Profile, stage: Stage) -> bool:
    named = (source.feedback for source in stage.sources or ())
    evidenced = stage.none_found is True and any(from_customers(profile, named))
    return bool(stage.pain_points) or evidenced
