"""DP006: conflicts between principles can be settled."""

from __future__ import annotations

from collections import Counter

from auditor import (
    Context,
    Effort,
    Example,
    Outcome,
    Severity,
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


def _ranks(*ranks: int | None) -> dict[str, object]:
    """Return a profile patch with principles of these ranks."""
    return principles(*({} if rank is None else {"rank": rank} for rank in ranks))


@check(
    "DP006",
    title="Conflicts between principles can be settled",
    severity=Severity.LOW,
    effort=Effort.SMALL,
    verification=Verification.DECLARED,
    needs=["principles"],
    logic=(
        "Met if a stated tie-break says which principle wins, or if every principle "
        "has a rank of its own. Partly met if some have; a rank that two share ranks "
        "neither. Not applicable with a single principle."
    ),
    remedy="Rank the principles, or state which one wins.",
    sources=[bibliography.GEEKYANTS_PRINCIPLES],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "No ranks, but a tie-break",
            {**_ranks(None, None), "principle_tie_break": "Customers before company."},
        ),
        Example(Outcome.PARTLY_MET, "Two of three are ranked", _ranks(1, 2, None)),
        Example(Outcome.PARTLY_MET, "Two share the second rank", _ranks(1, 2, 2)),
        Example(Outcome.NOT_MET, "No ranks and no tie-break", _ranks(None, None)),
        Example(Outcome.NOT_MET, "All share one rank", _ranks(1, 1, 1)),
        Example(Outcome.NOT_APPLICABLE, "A single principle", _ranks(None)),
        Example(Outcome.NOT_ASSESSED, "An empty list of principles", principles()),
        Example(Outcome.NOT_ASSESSED, "No word of principles", {"principles": None}),
    ],
)
def conflicts_can_be_settled(context: Context) -> Verdict:
    """Principles pull against each other in every real change.

    Without an order the loudest voice decides, and customers meet another
    organisation each time.
    """
    profile = context.profile
    listed = profile.principles or ()
    if not listed:
        reason = message("There are no principles that could conflict.")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("principles",))
    if len(listed) == 1:
        reason = message("A single principle cannot conflict with another.")
        return Verdict(Outcome.NOT_APPLICABLE, reason, where=(listed[0].pointer,))
    if profile.principle_tie_break:
        where = (profile.at("principle_tie_break"),)
        reason = message("A tie-break says which principle wins.")
        return Verdict(Outcome.MET, reason, where=where)
    return _ranked(context)


def _ranked(context: Context) -> Verdict:
    """Judge whether each of several principles has a rank of its own."""
    listed = context.profile.principles or ()
    holders = Counter(principle.rank for principle in listed)
    found = tally(listed, lambda p: p.rank is not None and holders[p.rank] == 1)
    reason = message(
        "A rank of its own belongs to {number} of {principles}.",
        number=len(found.having),
        principles=counted(found.total, "principle"),
    )
    outcome = Outcome.PARTLY_MET if found.having else Outcome.NOT_MET
    if found.lacking:
        names = named(each.name for each in found.lacking)
        reason = sentences(
            reason,
            message("Without one: {names}.", names=names),
            message("No tie-break is stated."),
        )
    else:
        outcome = Outcome.MET
    where = tuple(each.pointer for each in found.lacking or found.having)
    return Verdict(outcome, reason, share=found.share, where=where)
