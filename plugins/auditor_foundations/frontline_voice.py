"""EE003: those who meet customers know the journey, and are heard."""

from __future__ import annotations

from typing import Final

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
)

TAUGHT: Final = message("New staff learn the customer's journey")
UNTAUGHT: Final = message("New staff are not said to learn the customer's journey")
IDEAS: Final = message("{ideas} of the front line led to action in a year")
BARRED: Final = message("there is no way for ideas")


def _ideas(**changes: object) -> dict[str, object]:
    """Return a profile patch in which the front line is heard otherwise."""
    return {"governance": {"frontline_ideas": changes}}


@check(
    "EE003",
    title="The front line knows the journey and is heard",
    severity=Severity.MEDIUM,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["governance.frontline_ideas"],
    logic=(
        "Two parts: new staff learn the customer's journey, and there is a way for "
        "the ideas of the front line by which {actions} or more were acted on in the "
        "last twelve months. Met with both, partly met with one, else not met."
    ),
    remedy="Hold a monthly huddle that feeds the list of improvements.",
    parameters=[
        Parameter("actions", 4, Unit.COUNT, "ideas acted on, one a quarter", OURS)
    ],
    sources=[
        bibliography.BROWN,
        bibliography.BAIN_HUDDLES,
        bibliography.GSA_CX_TOOLKIT,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Four ideas acted on, which shows that there is a way",
            _ideas(exists=None, actions_last_year=4),
        ),
        Example(
            Outcome.PARTLY_MET,
            "New staff do not learn the journey",
            _ideas(journey_in_onboarding=False),
        ),
        Example(Outcome.PARTLY_MET, "Three ideas", _ideas(actions_last_year=3)),
        Example(
            Outcome.PARTLY_MET,
            "A way for ideas, and no word of what came of them",
            _ideas(actions_last_year=None),
        ),
        Example(
            Outcome.NOT_MET,
            "Neither",
            _ideas(exists=False, journey_in_onboarding=False),
        ),
        Example(
            Outcome.NOT_MET,
            "There is no such thing",
            {"governance": {"frontline_ideas": False}},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of it",
            {"governance": {"frontline_ideas": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of governance", {"governance": None}),
    ],
)
def front_line_is_heard(context: Context) -> Verdict:
    """Nobody hears sooner what annoys customers than those whom they tell.

    And who knows what comes before and after their own part can mend the seams.
    """
    governance = context.profile.governance
    heard = governance.frontline_ideas if governance else None
    actions = (heard.actions_last_year if heard else None) or 0
    taught = bool(heard and heard.journey_in_onboarding)
    barred = heard is None or heard.exists is False
    listens = actions >= context.parameters["actions"] and not barred
    outcome = (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.MET)[taught + listens]
    return Verdict(
        outcome,
        message(
            "{learning}; {ideas}.",
            learning=TAUGHT if taught else UNTAUGHT,
            ideas=BARRED if barred else IDEAS.filled(ideas=counted(actions, "idea")),
        ),
        where=("/governance/frontline_ideas",),
    )
