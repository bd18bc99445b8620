"""HZ001: guests are asked before they leave."""

from __future__ import annotations

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    FeedbackKind,
    FeedbackLevel,
    Outcome,
    Parameter,
    Question,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    message,
)


def _survey(**changes: object) -> dict[str, object]:
    survey = {"id": "door", "kind": "survey", "level": "interaction"}
    return {"feedback": {"sources": [survey | changes]}}


@check(
    "HZ001",
    title="Guests are asked before they leave",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["feedback.sources"],
    logic="Met with a survey that a share of {answers} or more answer. Else not met.",
    remedy="Ask one question at the door.",
    parameters=[
        Parameter("answers", 0.2, Unit.SHARE, "share of guests who answer", OURS),
    ],
    sources=[bibliography.MACARANAS],
    examples=[
        Example(Outcome.MET, "One guest in five answers", _survey(response_rate=0.2)),
        Example(Outcome.PARTLY_MET, "One in ten does", _survey(response_rate=0.1)),
        Example(Outcome.NOT_MET, "No source at all", {"feedback": {"sources": []}}),
        Example(Outcome.NOT_ASSESSED, "No word of sources", {"feedback": None}),
    ],
    aliases=["HZ901"],
    speaks_to=Question.FEEDBACK_WITHOUT_ACTION,
)
def guests_are_asked(context: Context) -> Verdict:
    """A complaint at the door can still be put right; one in a review cannot."""
    feedback = context.profile.feedback
    surveys = [
        source
        for source in (feedback.sources or () if feedback else ())
        if source.kind is FeedbackKind.SURVEY
        and source.level is FeedbackLevel.INTERACTION
    ]
    if not surveys:
        reason = message("No survey asks guests while they are there.")
        return Verdict(Outcome.NOT_MET, reason, where=("/feedback/sources",))
    best = max(surveys, key=lambda survey: survey.response_rate or 0)
    rate = best.response_rate or 0
    met = rate >= context.parameters["answers"]
    return Verdict(
        Outcome.MET if met else Outcome.PARTLY_MET,
        message("Of the guests who are asked, {share:.0f} % answer.", share=rate * 100),
        "" if met else message("Ask fewer questions."),
        share=None if met else rate,
        where=(best.pointer,),
        verified_by=Verification.DECLARED,
    )
