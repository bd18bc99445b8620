"""BC001: the strategy is written, and tied to what the organisation wants."""

from __future__ import annotations

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Message,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    at_least,
    bibliography,
    check,
    happened,
    message,
    named,
    recent,
    sentences,
)


def _without(*keys: str) -> dict[str, object]:
    """Return a profile patch in which the strategy says nothing under these keys."""
    return {"strategy": dict.fromkeys(keys)}


@check(
    "BC001",
    title="The CX strategy is written and tied to the corporate strategy",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["strategy.written"],
    reads=["organisation.vision", "organisation.objectives"],
    logic=(
        "Not met without a strategy that was written by the day of the audit. A "
        "written one has six elements: a vision, an objective of the organisation "
        "that customers would notice, a metric for every such objective, a roadmap, a "
        "target state, and a day in the last {months} months. Met with {met} of them, "
        "partly met from {partly}."
    ),
    remedy=(
        "Fill the gaps in this order: vision, objectives, metrics, roadmap, target "
        "state."
    ),
    parameters=[
        Parameter("met", 6, Unit.COUNT, "elements of six", OURS),
        Parameter(
            "partly", 4, Unit.COUNT, "elements from which it is partly met", OURS
        ),
        Parameter("months", 24, Unit.MONTHS, "months for which it stays current", OURS),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.GOVCX,
        bibliography.GSA_CX_TOOLKIT,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Two years old to the day",
            {"strategy": {"written": "2024-06-30"}},
        ),
        Example(
            Outcome.PARTLY_MET,
            "Two years and a day",
            {"strategy": {"written": "2024-06-29"}},
        ),
        Example(
            Outcome.PARTLY_MET,
            "Neither roadmap nor target state",
            _without("roadmap", "target_state"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "One of two objectives has no metric, and the roadmap is to come",
            {
                "organisation": {
                    "objectives": [
                        {
                            "id": "stay",
                            "name": "More stay",
                            "customer_relevant": True,
                            "metric": "retention",
                        },
                        {"id": "ease", "name": "Ease", "customer_relevant": True},
                    ]
                },
                "strategy": {"roadmap": "2026-07"},
            },
        ),
        Example(
            Outcome.NOT_MET,
            "Objectives that no customer would notice, and no roadmap",
            {
                "organisation": {
                    "objectives": [{"id": "margin", "name": "A wider margin"}]
                },
                "strategy": {"roadmap": False},
            },
        ),
        Example(
            Outcome.NOT_MET,
            "It is not written, whatever else there is",
            {"strategy": {"written": False}},
        ),
        Example(
            Outcome.NOT_MET,
            "It is to be written next month",
            {"strategy": {"written": "2026-07"}},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of whether it is written",
            _without("written"),
        ),
        Example(Outcome.NOT_ASSESSED, "No word of a strategy", {"strategy": None}),
    ],
)
def strategy_is_written(context: Context) -> Verdict:
    """A strategy that is tied to nothing is the first to be cut.

    Written down, with an end in view and figures that show the way there, it can be
    followed by those who did not write it.
    """
    strategy, limits = context.profile.strategy, context.parameters
    if not (strategy and happened(context, strategy.written)):
        reason = message("There is no written strategy for customer experience.")
        place, word = ("/strategy/written",), Verification.DECLARED
        return Verdict(Outcome.NOT_MET, reason, where=place, verified_by=word)
    elements = _of_the_organisation(context) | {
        message("a roadmap"): happened(context, strategy.roadmap),
        message("a target state"): bool(strategy.target_state),
        message("a current date"): recent(context, strategy.written, limits["months"]),
    }
    lacking = [name for name, there in elements.items() if not there]
    number = len(elements) - len(lacking)
    outcome = at_least(number, limits["met"], limits["partly"])
    reason = message(
        "The strategy has {number} of {total} elements.",
        number=number,
        total=len(elements),
    )
    missing = message("Missing: {elements}.", elements=named(lacking))
    advice = message("Add to the strategy: {elements}.", elements=named(lacking))
    return Verdict(
        outcome,
        sentences(reason, missing) if lacking else reason,
        advice if lacking else "",
        share=number / len(elements),
        where=("/strategy",),
    )


def _of_the_organisation(context: Context) -> dict[Message, bool]:
    """Return the elements that tie the strategy to what the organisation wants."""
    organisation = context.profile.organisation
    noticed = [each for each in organisation.objectives or () if each.customer_relevant]
    return {
        message("a vision"): bool(organisation.vision),
        message("an objective that customers would notice"): bool(noticed),
        message("a metric for each such objective"): bool(noticed)
        and all(each.metric for each in noticed),
    }
