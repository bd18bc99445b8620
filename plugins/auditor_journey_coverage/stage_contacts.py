"""JC003: no stage is empty."""

from __future__ import annotations

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
from auditor_journey_coverage.sketches import Part, contact, journey, journeys, stage
from auditor_journey_coverage.stage_share import share_of_stages


def _filled(filled: int, empty: int) -> Part:
    """Return a profile patch with so many stages with and without a touchpoint."""
    return journeys(journey(*[stage(contact())] * filled, *[stage()] * empty))


@check(
    "JC003",
    title="No stage of the journey is empty",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["journeys"],
    logic=(
        "Met if a share of {met} or more of the stages has at least one touchpoint, "
        "partly met from {partly}. Each primary segment is judged by its fullest "
        "journey and the weakest segment decides. Not assessed without any stage."
    ),
    remedy="Walk the empty stage as a customer would, and list every contact.",
    parameters=[
        Parameter("met", 1.0, Unit.SHARE, "share of stages with a touchpoint", OURS),
        Parameter("partly", 0.8, Unit.SHARE, "share of stages with a touchpoint", OURS),
    ],
    sources=[bibliography.BROWN, bibliography.GSA_CX_TOOLKIT],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.PARTLY_MET, "One of five stages is empty", _filled(4, 1)),
        Example(Outcome.NOT_MET, "One of four stages is empty", _filled(3, 1)),
        Example(Outcome.NOT_MET, "Every stage is empty", _filled(0, 3)),
        Example(Outcome.NOT_ASSESSED, "A journey without stages", journeys(journey())),
        Example(Outcome.NOT_ASSESSED, "An empty list of journeys", journeys()),
        Example(Outcome.NOT_ASSESSED, "No word of journeys", {"journeys": None}),
    ],
)
def every_stage_has_a_touchpoint(context: Context) -> Verdict:
    """A stage without contacts is a heading, not a part of the experience.

    What nobody wrote down there, such as a letter or a silence, nobody looks after.
    """
    reason = message("There is a touchpoint in {having} of {stages}.")
    return share_of_stages(context, lambda stage: stage.touchpoints, reason)
