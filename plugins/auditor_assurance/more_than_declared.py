"""DQ003: the result is not only self-declared."""

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
    at_least,
    bibliography,
    check,
    message,
)


@check(
    "DQ003",
    title="The result is not only self-declared",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    logic=(
        "The share of the weight of all criteria that count in the total and apply "
        "which was decided by a dated artefact, a computation or a cross-check. Met "
        "from {met}, partly met from {partly}, below which the report calls itself "
        "self-declared."
    ),
    remedy=(
        "Attach tables of evidence, and dates and documents to the heaviest criteria "
        "that rest on a declaration."
    ),
    parameters=[
        Parameter("met", 0.6, Unit.SHARE, "share of the weight that is shown", OURS),
        Parameter("partly", 0.3, Unit.SHARE, "share that is partly met", OURS),
    ],
    sources=[
        bibliography.CX_STANDARD,
        bibliography.CXXC,
        bibliography.CSIA_ICSS,
        bibliography.GETAPP_PERCEPTION,
    ],
    examples=[
        Example(Outcome.MET, "Six tenths are shown", assurance=0.6),
        Example(Outcome.PARTLY_MET, "A little less", assurance=0.599),
        Example(Outcome.PARTLY_MET, "Three tenths are shown", assurance=0.3),
        Example(Outcome.NOT_MET, "Hardly anything is shown", assurance=0.299),
        Example(Outcome.NOT_MET, "All is declared", assurance=0.0),
        Example(Outcome.NOT_ASSESSED, "Nothing that counts in the total applies"),
    ],
)
def result_is_not_only_declared(context: Context) -> Verdict:
    """Those who judge their own work judge it kindly.

    In surveys most leaders think the experience good that they provide, and far fewer
    of those who receive it do.
    """
    shown = context.assurance
    if shown is None:
        reason = message("Nothing that counts in the total applies.")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("evidence",))
    limits = context.parameters
    return Verdict(
        at_least(shown, limits["met"], limits["partly"]),
        message(
            "Of the weight in the total, {share:.1f} % rests on more than a "
            "declaration.",
            share=100 * shown,
        ),
        share=shown,
    )
