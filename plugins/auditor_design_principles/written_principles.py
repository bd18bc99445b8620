"""DP001: principles are written down."""

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
)


def _principles(count: int) -> dict[str, object]:
    """Return a profile patch with so many principles."""
    return {"principles": [{"id": f"p{n}", "name": f"P {n}"} for n in range(count)]}


@check(
    "DP001",
    title="Design principles are written down",
    severity=Severity.HIGH,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["principles"],
    logic=(
        "Met with {fewest} to {most} principles. Partly met with fewer, or with up to "
        "{too_many}. Not met with none, or with more than {too_many}."
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
        Example(Outcome.MET, "Eight principles", _principles(8)),
        Example(Outcome.PARTLY_MET, "A single principle", _principles(1)),
        Example(Outcome.PARTLY_MET, "Nine principles", _principles(9)),
        Example(Outcome.NOT_MET, "An empty list", _principles(0)),
        Example(Outcome.NOT_MET, "Thirteen principles", _principles(13)),
        Example(Outcome.NOT_ASSESSED, "No word of principles", {"principles": None}),
    ],
)
def principles_are_written_down(context: Context) -> Verdict:
    """Principles that nobody wrote down cannot stop or steer a change.

    A handful can be remembered and applied; a long list is a manual that nobody opens.
    """
    principles = context.profile.principles or ()
    count = len(principles)
    reason = f"The profile lists {count} design {_noun(count)}."
    where = tuple(principle.pointer for principle in principles) or ("/principles",)
    limits = context.parameters
    if limits["fewest"] <= count <= limits["most"]:
        return Verdict(Outcome.MET, reason, where=where)
    if 0 < count <= limits["too_many"]:
        advice = "Merge or drop principles." if count > limits["most"] else ""
        return Verdict(Outcome.PARTLY_MET, reason, advice, where=where)
    return Verdict(Outcome.NOT_MET, reason, where=where)


def _noun(count: int) -> str:
    return "principle" if count == 1 else "principles"
