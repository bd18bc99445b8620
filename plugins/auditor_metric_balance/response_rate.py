"""MB014: the response rate is known, and non-response is faced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from auditor import (
    JUDGED_FROM,
    OURS,
    Context,
    Effort,
    Example,
    FeedbackKind,
    Measure,
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
    recent,
    rows,
    sentences,
    unmeasured,
    worst_case,
)
from auditor_metric_balance.sketches import in_may

if TYPE_CHECKING:
    from auditor import FeedbackSource, Rows

STUDIED: Final = message("Those who do not answer have been studied.")
ANSWERS = {"surveys": (rows(40, responded_at=in_may(), csat=(5, 5, 5, 5, 1)),)}


def _waves(*answered: int, **stated: object) -> dict[str, tuple[Rows, ...]]:
    """Return waves of a thousand invitations each, answered so often."""
    columns = {"wave": "{n}", "invited": 1000, "answered": answered, **stated}
    return {"invitations": (rows(len(answered), **columns),)}


def _survey(**stated: object) -> dict[str, Any]:
    """Return a patch whose only source of feedback is a survey like this."""
    return {"feedback": {"sources": [{"id": "survey", "kind": "survey", **stated}]}}


@check(
    "MB014",
    title="The response rate is known and non-response is faced",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    logic=(
        "The share of invitations that were answered, of those delivered where that is "
        "known. Met from {met}, or where the profile dates a study of those who do not "
        "answer within the last {months} months; partly met from {partly}; else not "
        "met. Answers without a record of invitations are not met, partly met with "
        "such a study, and not assessed where the profile declares a response rate "
        "that no table shows. The rate by itself does not tell who is missing."
    ),
    remedy="Record invitations, and compare those who answer with those who do not.",
    parameters=[
        Parameter(
            "met",
            0.3,
            Unit.SHARE,
            "response rate that is met",
            bibliography.GREATBROOK_SURVEY_BIAS,
        ),
        Parameter("partly", 0.1, Unit.SHARE, "rate that is partly met", OURS),
        Parameter("months", 24, Unit.MONTHS, "age that a study may have", OURS),
    ],
    sources=[bibliography.GSA_TOUCHPOINTS, bibliography.GREATBROOK_SURVEY_BIAS],
    examples=[
        Example(Outcome.MET, "Three in ten answer", evidence=_waves(200, 400)),
        Example(Outcome.PARTLY_MET, "Fewer answer", evidence=_waves(200, 399)),
        Example(Outcome.PARTLY_MET, "One in ten answers", evidence=_waves(100)),
        Example(Outcome.NOT_MET, "Fewer than one in ten", evidence=_waves(99)),
        Example(
            Outcome.MET,
            "Three in ten of those that arrived",
            evidence=_waves(150, delivered=500),
        ),
        Example(
            Outcome.MET,
            "Few answer, but it is known who does not",
            _survey(non_response_study="2024-06-30"),
            evidence=_waves(99),
        ),
        Example(
            Outcome.NOT_MET,
            "The study is older than two years",
            _survey(non_response_study="2024-06-29"),
            evidence=_waves(99),
        ),
        Example(
            Outcome.NOT_MET,
            "There is no study",
            _survey(non_response_study=False),
            evidence=_waves(99),
        ),
        Example(
            Outcome.MET,
            "A wave with more answers than invitations does not count",
            evidence=_waves(300, 2000),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A wave with fewer answers than none does not count",
            evidence=_waves(299, -1),
        ),
        Example(
            Outcome.NOT_MET,
            "Answers, and no word of who was asked",
            _survey(),
            evidence=ANSWERS,
        ),
        Example(
            Outcome.PARTLY_MET,
            "A study, and no record of invitations",
            _survey(non_response_study="2026-01-31"),
            evidence=ANSWERS,
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A rate is declared, and no table shows it",
            evidence=ANSWERS,
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Nobody was invited",
            evidence=_waves(0, invited=0),
        ),
        Example(Outcome.NOT_ASSESSED, "No tables are attached"),
    ],
)
def response_rate_is_known(context: Context) -> Verdict:
    """Those who do not answer may think otherwise than those who do.

    Many answers from some are precise and may still be wrong. Whoever does not know
    how many were asked cannot even tell how wrong.
    """
    if not context.evidence.of("surveys") and not context.evidence.of("invitations"):
        why = context.evidence.lacking("invitations")
        return unmeasured(why)
    found = context.evidence.measure("invitations", "response_rate")
    if found is not None and found.value is not None:
        return _of_rate(context, found, found.value)
    if context.evidence.of("invitations"):
        why = context.evidence.lacking("invitations", "response_rate")
        uncounted = message("The table of invitations holds no counts to divide.")
        return unmeasured(why or uncounted)
    return _unrecorded(context)


def _of_rate(context: Context, found: Measure, rate: float) -> Verdict:
    limits = context.parameters
    outcome = at_least(rate, limits["met"], limits["partly"])
    answered = message(
        "{share:.1f} % of invitations were answered ({waves}).",
        share=100 * rate,
        waves=counted(found.n, "wave"),
    )
    reason = sentences(answered, _declared(context), _bounds(context, rate))
    studies = _studies(context)
    if outcome is Outcome.MET or not studies:
        return Verdict(
            outcome,
            reason,
            share=min(rate, 1.0),
            where=_where(context),
            measures=(found,),
        )
    return Verdict(
        Outcome.MET,
        sentences(reason, STUDIED),
        where=tuple(source.at("non_response_study") for source in studies),
        verified_by=Verification.ARTEFACT,
        measures=(found,),
    )


def _unrecorded(context: Context) -> Verdict:
    """Judge answers of which nobody recorded how many were asked."""
    if declared := _declared(context):
        lacking = message("No table of invitations is attached.")
        return unmeasured(sentences(lacking, declared))
    reason = message("There are answers, and no record of how many were invited.")
    if studies := _studies(context):
        return Verdict(
            Outcome.PARTLY_MET,
            sentences(reason, STUDIED),
            where=tuple(source.at("non_response_study") for source in studies),
            verified_by=Verification.ARTEFACT,
        )
    return Verdict(Outcome.NOT_MET, reason, where=_where(context))


def _surveys(context: Context) -> list[FeedbackSource]:
    feedback = context.profile.feedback
    sources = (feedback.sources or ()) if feedback else ()
    return [source for source in sources if source.kind is FeedbackKind.SURVEY]


def _studies(context: Context) -> list[FeedbackSource]:
    months = context.parameters["months"]
    return [
        source
        for source in _surveys(context)
        if recent(context, source.non_response_study, months)
    ]


def _where(context: Context) -> tuple[str, ...]:
    return tuple(source.pointer for source in _surveys(context))


def _declared(context: Context) -> str:
    """Say what rates the profile declares; empty where it declares none."""
    rates = [s.response_rate for s in _surveys(context) if s.response_rate is not None]
    if not rates:
        return ""
    low, high = 100 * min(rates), 100 * max(rates)
    if low == high:
        return message("The profile declares {rate:g} %.", rate=low)
    return message("The profile declares {low:g} to {high:g} %.", low=low, high=high)


def _bounds(context: Context, rate: float) -> str:
    """Say what the silent could change, where a share of answers is known."""
    found = context.evidence.measure("surveys", "csat")
    if found is None or found.value is None or found.n < JUDGED_FROM:
        return ""
    low, high = worst_case(found.value, rate)
    return message(
        "Of those who answered {share:.0f} % are satisfied; of all who were asked it "
        "may be {low:.0f} to {high:.0f} %.",
        share=100 * found.value,
        low=100 * low,
        high=100 * high,
    )
