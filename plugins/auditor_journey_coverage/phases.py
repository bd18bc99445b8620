"""The phases of a customer's life, and how a stage that names none is recognised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import Phase, message

if TYPE_CHECKING:
    from auditor import Journey, Stage

__all__ = ["CYCLE", "ENDS", "covered", "inferred", "phase_of"]

CYCLE: Final = {
    message("awareness"): {Phase.AWARENESS},
    message("consideration"): {Phase.CONSIDERATION},
    message("purchase"): {Phase.PURCHASE},
    message("onboarding"): {Phase.ONBOARDING},
    message("use or support"): {Phase.USE, Phase.SUPPORT},
    message("loyalty"): {Phase.LOYALTY},
    message("exit"): {Phase.EXIT},
}
"""The seven parts of the cycle in order, as sentences name them; loyalty includes
renewal."""

ENDS: Final = frozenset({"loyalty", "exit"})
"""How a cycle ends: the customer stays on or leaves."""

WORDS: Final = {
    Phase.AWARENESS: ("awareness", "discover", "discovery"),
    Phase.CONSIDERATION: ("consideration", "comparison", "evaluation", "research"),
    Phase.PURCHASE: ("purchase", "buying", "checkout", "ordering"),
    Phase.ONBOARDING: ("onboarding", "activation", "installation", "set up", "setup"),
    Phase.USE: ("use", "usage", "using"),
    Phase.SUPPORT: ("support", "getting help", "help"),
    Phase.LOYALTY: ("loyalty", "advocacy", "renewal", "renewing"),
    Phase.EXIT: ("exit", "cancellation", "leaving", "offboarding"),
}
"""Ours: what a stage may be called in plain English to be recognised by its name."""

ALIASES: Final = {word: phase for phase, words in WORDS.items() for word in words}


def phase_of(stage: Stage) -> Phase | None:
    """Return the phase that a stage states, else the one its id or name spells out.

    The whole id or name must be the word: "Moving in after buying" is not guessed at.
    """
    return (
        stage.phase or ALIASES.get(_words(stage.id)) or ALIASES.get(_words(stage.name))
    )


def inferred(stage: Stage) -> bool:
    """Whether the phase of a stage is known only by its id or name."""
    return stage.phase is None and phase_of(stage) is not None


def covered(journey: Journey) -> tuple[str, ...]:
    """Return the parts of the cycle that a journey has a stage for, in order."""
    phases = {phase_of(stage) for stage in journey.stages or ()}
    return tuple(part for part, members in CYCLE.items() if members & phases)


def _words(text: str | None) -> str:
    return (text or "").casefold().replace("-", " ").replace("_", " ")
