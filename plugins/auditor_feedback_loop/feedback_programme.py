"""FL001: a voice-of-the-customer programme is defined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Feedback,
    FeedbackProgramme,
    Outcome,
    Parameter,
    Section,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    message,
    named,
    sentences,
)
from auditor_feedback_loop.sketches import feedback

if TYPE_CHECKING:
    from collections.abc import Mapping

ELEMENTS: Final[Mapping[str, str]] = {
    "purpose": message("a purpose"),
    "sources": message("sources of feedback"),
    "cadence": message("a cadence"),
    "owner": message("an owner"),
    "action_route": message("a route to action"),
    "reporting": message("reporting"),
}
"""The six elements of a programme, and what a sentence calls them."""


@check(
    "FL001",
    title="A voice-of-the-customer programme is defined",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["feedback.programme"],
    logic=(
        "A programme has six elements: a purpose, at least one listed source of "
        "feedback, a cadence, an owner, a route to action and reporting. Met with "
        "{met} of them, partly met from {partly}. As no date or document is asked "
        "for, it rests on the organisation's word."
    ),
    remedy="Write a charter of two pages for the programme.",
    parameters=[
        Parameter("met", 6, Unit.COUNT, "elements of a programme, of six", OURS),
        Parameter(
            "partly", 4, Unit.COUNT, "elements from which it is partly met", OURS
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.MACARANAS,
        bibliography.ISO_10004,
        bibliography.MEDALLIA_CLOSED_LOOP,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.PARTLY_MET,
            "Nothing says where findings go",
            feedback(programme={"action_route": None}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Four elements: no sources, and an owner that is no department",
            feedback(sources=[], programme={"owner": "everybody"}),
        ),
        Example(
            Outcome.NOT_MET,
            "Three elements: sources, purpose and owner",
            feedback(
                programme={"cadence": None, "action_route": None, "reporting": None}
            ),
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of a programme",
            feedback(programme=None),
        ),
        Example(Outcome.NOT_ASSESSED, "No word of feedback", {"feedback": None}),
    ],
)
def programme_is_defined(context: Context) -> Verdict:
    """Listening without a plan yields charts; a plan says who acts on what is heard.

    Where nobody decided that beforehand, each finding waits for a volunteer.
    """
    heard = context.profile.feedback or Feedback()
    missing = [key for key in ELEMENTS if not getattr(_home(heard, key), key)]
    number = len(ELEMENTS) - len(missing)
    lacking = named(ELEMENTS[key] for key in missing)
    outcome = at_least(number, context.parameters["met"], context.parameters["partly"])
    has = message(
        "The programme has {number} of {total} elements.",
        number=number,
        total=len(ELEMENTS),
    )
    lacks = message("Missing: {elements}.", elements=lacking)
    advice = message("Add to the charter: {elements}.", elements=lacking)
    return Verdict(
        outcome,
        sentences(has, lacks) if missing else has,
        advice if outcome is Outcome.PARTLY_MET else "",
        share=number / len(ELEMENTS),
        where=tuple(_home(heard, key).at(key) for key in missing or ELEMENTS),
        verified_by=Verification.DECLARED,
    )


def _home(heard: Feedback, key: str) -> Section:
    """Return where an element stands: the sources are listed beside the charter."""
    return heard if key == "sources" else heard.programme or FeedbackProgramme()
