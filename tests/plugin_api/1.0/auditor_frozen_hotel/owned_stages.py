"""HZ003: every stage of a stay has an owner."""

from __future__ import annotations

from auditor import (
    Context,
    Effort,
    Example,
    Outcome,
    Severity,
    Stage,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    named,
    plural,
    sentences,
    tally,
)


@check(
    "HZ003",
    title="Every stage of a stay has an owner",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["journeys"],
    logic="Met if all stages have an owner, partly met if some have.",
    remedy="Name an owner for each stage.",
    sources=[bibliography.MACARANAS],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.NOT_MET,
            "Nobody owns the only stage",
            {"journeys": [{"id": "stay", "name": "Stay", "stages": [{"id": "bed"}]}]},
        ),
    ],
)
def stages_have_owners(context: Context) -> Verdict:
    """What everybody owns, nobody mends."""
    found = tally(context.profile.stages(), _is_owned)
    reason = sentences(
        plural("{n:,} stage is there.", "{n:,} stages are there.", found.total),
        message("With an owner: {stages}.", stages=counted(len(found.having), "stage")),
        message("Without: {names}.", names=named(s.name or s.id for s in found.lacking))
        if found.lacking
        else "",
    )
    where = tuple(stage.pointer for stage in found.lacking)
    if not found.lacking:
        return Verdict(Outcome.MET, reason)
    if not found.having:
        return Verdict(Outcome.NOT_MET, reason, where=where)
    share = len(found.having) / found.total
    return Verdict(Outcome.PARTLY_MET, reason, share=share, where=where)


def _is_owned(stage: Stage) -> bool:
    return bool(stage.owner)
