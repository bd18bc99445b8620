"""DP001: principles are written down."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    bibliography,
    check,
    counted,
    message,
    named,
    sentences,
    tally,
)
from auditor_design_principles.sketches import principles

if TYPE_CHECKING:
    from auditor import Principle, Tally


def _written(stated: int, bare: int = 0) -> dict[str, object]:
    """Return a profile patch with so many principles with and without a statement."""
    return principles(*[{"statement": "It takes one step."}] * stated, *[{}] * bare)


@check(
    "DP001",
    title="Design principles are written down",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["principles"],
    logic=(
        "A principle is written down if a statement says what its name asks for. Met "
        "with {fewest} or more that are, if there are no more than {most} in all. "
        "Partly met with fewer that are, or with up to {too_many} in all. Not met with "
        "none that is, or with more than {too_many} in all."
    ),
    remedy=(
        "Hold one workshop to write five to eight short principles, such as making "
        "it easy or enabling self-service."
    ),
    parameters=[
        Parameter(
            "fewest", 3, Unit.COUNT, "fewest principles that cover a strategy", OURS
        ),
        Parameter(
            "most",
            8,
            Unit.COUNT,
            "most principles that people can keep in mind",
            bibliography.GEEKYANTS_PRINCIPLES,
        ),
        Parameter(
            "too_many",
            12,
            Unit.COUNT,
            "most principles that still steer anything",
            OURS,
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.GOVCX,
        bibliography.GEEKYANTS_PRINCIPLES,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(Outcome.MET, "Three principles", _written(3)),
        Example(Outcome.MET, "Eight principles", _written(8)),
        Example(Outcome.MET, "Three of four with a statement", _written(3, 1)),
        Example(Outcome.PARTLY_MET, "Two principles", _written(2)),
        Example(Outcome.PARTLY_MET, "Nine principles", _written(9)),
        Example(Outcome.PARTLY_MET, "Twelve principles", _written(12)),
        Example(Outcome.PARTLY_MET, "One of three with a statement", _written(1, 2)),
        Example(Outcome.NOT_MET, "Thirteen principles", _written(13)),
        Example(Outcome.NOT_MET, "Names without a statement", _written(0, 5)),
        Example(Outcome.NOT_MET, "An empty list", _written(0)),
        Example(Outcome.NOT_ASSESSED, "No word of principles", {"principles": None}),
    ],
)
def principles_are_written_down(context: Context) -> Verdict:
    """Principles that nobody wrote down cannot stop or steer a change.

    A handful can be remembered and applied; a long list is a manual that nobody opens.
    """
    listed = context.profile.principles or ()
    written = tally(listed, lambda principle: principle.statement)
    return Verdict(
        _outcome(context, written),
        _reason(written),
        _advice(context, written),
        where=tuple(principle.pointer for principle in written.lacking or listed)
        or (context.profile.at("principles"),),
    )


def _outcome(context: Context, written: Tally[Principle]) -> Outcome:
    limits = context.parameters
    if not written.having or written.total > limits["too_many"]:
        return Outcome.NOT_MET
    few = len(written.having) < limits["fewest"]
    many = written.total > limits["most"]
    return Outcome.PARTLY_MET if few or many else Outcome.MET


def _reason(written: Tally[Principle]) -> Message:
    reason = message(
        "The profile lists {principles}.",
        principles=counted(written.total, "design principle"),
    )
    if not written.lacking:
        return reason
    names = named(principle.name for principle in written.lacking)
    unsaid = message("No statement says what is asked for by {names}.", names=names)
    return sentences(reason, unsaid)


def _advice(context: Context, written: Tally[Principle]) -> str:
    if written.total > context.parameters["most"]:
        return message("Merge or drop principles.")
    if len(written.having) < context.parameters["fewest"] <= written.total:
        return message("Say in a sentence what each principle asks for.")
    return ""
