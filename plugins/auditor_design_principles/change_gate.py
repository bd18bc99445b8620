"""DP007: a gate holds changes against the principles."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    GateStage,
    Message,
    Outcome,
    Parameter,
    PrincipleGate,
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
from auditor_design_principles.change_log import STOPS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Element:
    """One of the five elements of a gate."""

    name: Message
    """What a sentence calls it."""
    advice: Message
    """What to do where it is missing."""


ELEMENTS: Final[Mapping[str, Element]] = {
    "scope": Element(
        message("the scope of changes"),
        message("Write down which changes have to pass the gate."),
    ),
    "stage": Element(
        message("a stage before anything is built"),
        message("Place the gate before anything is built."),
    ),
    "decision_owner": Element(
        message("an owner of the decision"),
        message("Name the department that decides at the gate."),
    ),
    "outcomes": Element(
        message("the power to pause or rework"),
        message("Let the gate pause a change or send it back."),
    ),
    "recorded_in": Element(
        message("a record"), message("Keep a log of what the gate decides.")
    ),
}


def _gate(**changes: object) -> dict[str, object]:
    """Return a profile patch with the exemplary gate, so changed."""
    return {"principle_gate": changes}


@check(
    "DP007",
    title="A gate holds changes against the principles",
    severity=Severity.CRITICAL,
    effort=Effort.MEDIUM,
    verification=Verification.ARTEFACT,
    needs=["principle_gate"],
    logic=(
        "A gate has five elements: the scope of changes that pass it, a stage before "
        "anything is built, an owner of the decision, the outcome pause or rework "
        "among its outcomes, and a record. Met with {met} of them, partly met from "
        "{partly}. It rests on a named record, or else on the organisation's word."
    ),
    remedy=(
        "Add a one-page check of the principles to the form by which changes are "
        "approved or funded already."
    ),
    parameters=[
        Parameter("met", 5, Unit.COUNT, "elements of a gate, of five", OURS),
        Parameter(
            "partly", 3, Unit.COUNT, "elements from which it is partly met", OURS
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.FORRESTER_MATURITY,
        bibliography.GOVUK_SERVICE_ASSESSMENTS,
        bibliography.FITGAP_GOVERNANCE,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Rework is the only way to stop a change",
            _gate(outcomes=["proceed", "rework"]),
        ),
        Example(
            Outcome.PARTLY_MET,
            "The gate can only let through or reject",
            _gate(outcomes=["proceed", "reject"]),
        ),
        Example(
            Outcome.PARTLY_MET,
            "The gate comes when the change is built",
            _gate(stage="before_release"),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three elements: no owner and no record",
            _gate(decision_owner=None, recorded_in=None),
        ),
        Example(
            Outcome.PARTLY_MET,
            "An owner that is no department",
            _gate(decision_owner="everybody"),
        ),
        Example(
            Outcome.NOT_MET,
            "Two elements: scope and owner",
            _gate(stage="after_release", outcomes=["proceed"], recorded_in=None),
        ),
        Example(Outcome.NOT_MET, "No gate: declared so", {"principle_gate": False}),
        Example(Outcome.NOT_ASSESSED, "No word of a gate", {"principle_gate": None}),
    ],
)
def gate_is_defined(context: Context) -> Verdict:
    """Principles work only where a change meets them while it can still be stopped.

    A gate needs a place, an owner and the power to say no; else each project judges
    itself, after the money is spent.
    """
    gate = context.profile.principle_gate or PrincipleGate()
    missing = _missing(gate)
    number = len(ELEMENTS) - len(missing)
    limits = context.parameters
    advice = sentences(*(ELEMENTS[key].advice for key in missing))
    return Verdict(
        at_least(number, limits["met"], limits["partly"]),
        _reason(missing) if number else message("The profile describes no gate."),
        advice if number >= limits["partly"] else "",
        share=number / len(ELEMENTS),
        where=tuple(gate.at(key) for key in missing if number) or (gate.pointer,),
        verified_by=None if gate.recorded_in else Verification.DECLARED,
    )


def _reason(missing: Sequence[str]) -> Message:
    """Return how many elements a gate has, and which it lacks."""
    reason = message(
        "The gate has {number} of {total} elements.",
        number=len(ELEMENTS) - len(missing),
        total=len(ELEMENTS),
    )
    if not missing:
        return reason
    names = named(ELEMENTS[key].name for key in missing)
    return sentences(reason, message("Missing: {elements}.", elements=names))


def _missing(gate: PrincipleGate) -> tuple[str, ...]:
    """Return the keys of the elements that the gate lacks."""
    present = {
        "scope": gate.scope,
        "stage": gate.stage is GateStage.BEFORE_BUILD,
        "decision_owner": gate.decision_owner,
        "outcomes": STOPS.intersection(gate.outcomes or ()),
        "recorded_in": gate.recorded_in,
    }
    return tuple(key for key in ELEMENTS if not present[key])
