"""SQ005: customers find contacts easy and satisfying."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Measure,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    graded,
    measured,
    message,
    rows,
    sentences,
    unmeasured,
)

if TYPE_CHECKING:
    from auditor import Rows

LEVELS: Final = ("interaction", "touchpoint")
"""What tables call the level of a single contact."""
WORST_FIRST: Final = (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.MET)
DAY: Final = "2026-03-02"


def _answers(
    satisfied: int, of: int, agreeing: int, of_those: int, level: str = "interaction"
) -> dict[str, tuple[Rows, ...]]:
    """Return answers: so many satisfied, and so many who found it easy."""
    about = {"responded_at": DAY, "level": level}
    return {
        "surveys": (
            rows(satisfied, csat=4, **about),
            rows(of - satisfied, csat=3, **about),
            rows(agreeing, ces=5, **about),
            rows(of_those - agreeing, ces=4, **about),
        )
    }


@check(
    "SQ005",
    title="Customers find contacts easy and satisfying",
    severity=Severity.HIGH,
    effort=Effort.LARGE,
    verification=Verification.COMPUTED,
    logic=(
        "Of the last twelve months' answers about single contacts: the share that is "
        "satisfied (the top two of five), met with {csat_met} or more and partly met "
        "from {csat_partly}; and the share that found it easy (the top three of "
        "seven), met with {ces_met} or more and partly met from {ces_partly}. Not met "
        "only if the whole interval is below. Satisfaction comes from surveys, else "
        "from the rating of tickets. The worse of the two counts; with one of them "
        "alone it is not assessed, unless that one is not met."
    ),
    remedy="Work on what costs most customers the most effort.",
    parameters=[
        Parameter(
            "csat_met",
            0.8,
            Unit.SHARE,
            "share of satisfied answers",
            bibliography.YOUROPINION_CSAT,
        ),
        Parameter(
            "csat_partly", 0.7, Unit.SHARE, "share of them that is partly met", OURS
        ),
        Parameter(
            "ces_met", 0.75, Unit.SHARE, "share of answers that found it easy", OURS
        ),
        Parameter(
            "ces_partly", 0.6, Unit.SHARE, "share of those that is partly met", OURS
        ),
    ],
    sources=[
        bibliography.WHITE,
        bibliography.BROWN,
        bibliography.YOUROPINION_CSAT,
    ],
    examples=[
        Example(
            Outcome.MET,
            "Four in five, three in four",
            evidence=_answers(32, 40, 30, 40),
        ),
        Example(
            Outcome.MET,
            "Satisfaction from the rating of tickets",
            evidence={
                "surveys": _answers(0, 0, 40, 40)["surveys"],
                "tickets": (rows(40, opened_at=DAY, csat=5),),
            },
        ),
        Example(
            Outcome.PARTLY_MET,
            "Not quite four in five",
            evidence=_answers(31, 40, 30, 40),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Not quite three in four",
            evidence=_answers(32, 40, 29, 40),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three in five were satisfied, but of forty only: it may be seven in ten",
            evidence=_answers(24, 40, 30, 40),
        ),
        Example(
            Outcome.NOT_MET,
            "Half of forty were satisfied",
            evidence=_answers(20, 40, 30, 40),
        ),
        Example(
            Outcome.NOT_MET,
            "Two in five found it easy",
            evidence=_answers(40, 40, 16, 40),
        ),
        Example(
            Outcome.NOT_MET,
            "Nobody was asked about effort, and few are satisfied",
            evidence=_answers(16, 40, 0, 0),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Nobody was asked about effort",
            evidence=_answers(40, 40, 0, 0),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Twenty-nine answers on effort",
            evidence=_answers(40, 40, 29, 29),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "All answers are about the relationship",
            evidence=_answers(40, 40, 40, 40, level="relationship"),
        ),
        Example(Outcome.NOT_ASSESSED, "No tables are attached"),
    ],
)
def contacts_are_easy(context: Context) -> Verdict:
    """Customers forgive much, but not having to work for what they paid for.

    Whether a contact was easy tells more of what they do next than how polite it was.
    """
    csat, ces = _csat(context), _about_contacts(context, "ces")
    verdicts = [
        _graded(
            context,
            csat,
            "csat",
            message("Satisfied with a contact: {figure} of answers."),
        ),
        _graded(context, ces, "ces", message("Found it easy: {figure} of answers.")),
    ]
    judged = [one for one in verdicts if one.outcome is not Outcome.NOT_ASSESSED]
    worst = min(
        judged, key=lambda one: WORST_FIRST.index(one.outcome), default=verdicts[0]
    )
    if len(judged) < len(verdicts) and worst.outcome is not Outcome.NOT_MET:
        return unmeasured(sentences(*dict.fromkeys(one.reason for one in verdicts)))
    reason = sentences(*(one.reason for one in verdicts))
    figures = tuple(figure for one in verdicts for figure in one.measures)
    return replace(worst, reason=reason, measures=figures)


def _csat(context: Context) -> Measure | Verdict:
    """Return satisfaction with contacts: from surveys, else from tickets."""
    found = _about_contacts(context, "csat")
    if isinstance(found, Measure):
        return found
    rated = measured(context, "tickets", "csat")
    return rated if isinstance(rated, Measure) else found


def _about_contacts(context: Context, name: str) -> Measure | Verdict:
    for level in LEVELS:
        found = measured(context, "surveys", name, level=level)
        if isinstance(found, Measure):
            return found
    few = (
        message("Too few survey answers on satisfaction with single contacts.")
        if name == "csat"
        else message("Too few survey answers on the ease of single contacts.")
    )
    return unmeasured(context.evidence.lacking("surveys", name) or few)


def _graded(
    context: Context, found: Measure | Verdict, name: str, reason: str
) -> Verdict:
    if isinstance(found, Verdict):
        return found
    limits = {key: context.parameters[f"{name}_{key}"] for key in ("met", "partly")}
    return graded(replace(context, parameters=limits), found, reason, sample=True)
