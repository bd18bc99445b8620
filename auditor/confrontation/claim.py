"""One claim beside the figure that its records give."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.evidence import Evidence, Measure

__all__ = ["Agreement", "Claim", "ClaimKind", "is_attached"]


class Agreement(StrEnum):
    """How a claim and its records stand to each other, the worst first."""

    CONTRADICTED = "contradicted"
    """The records disprove it."""
    NEARLY = "nearly"
    """It is off, but by little."""
    HOLDS = "holds"
    """The records bear it out."""
    NOT_STATED = "not_stated"
    """The records have a figure, the profile has none."""
    NOT_JUDGED = "not_judged"
    """There are records, but they do not decide."""
    NOT_COMPUTED = "not_computed"
    """A table is named for it, but gives no figure."""
    NO_EVIDENCE = "no_evidence"
    """No table is attached that could tell."""


class ClaimKind(StrEnum):
    """What a claim is about."""

    METRIC = "metric"
    """The value of a metric."""
    CLOSURE = "closure"
    """The share of feedback that is answered with its outcome."""
    RESPONSE_RATE = "response_rate"
    """The share of those asked who answer."""
    FIRST_RESPONSE = "first_response"
    """How soon a channel promises a first answer."""
    RESOLUTION = "resolution"
    """How soon a matter is promised to be settled."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim beside the figure that its records give."""

    kind: ClaimKind
    """What it is about."""
    name: str
    """What the organisation calls it."""
    pointer: str
    """JSON pointer to the claim in the profile."""
    said: str
    """The claim as the profile states it; empty where it states nothing."""
    value: float | None
    """The claim in the unit of the figure; none where it cannot be converted."""
    shown: Measure | None
    """The figure; none where there is none."""
    agreement: Agreement
    """How the two stand to each other."""
    reason: str
    """Why, in whole sentences."""


def is_attached(evidence: Evidence, kind: str) -> bool:
    """Whether a table of a kind is attached, readable or not."""
    return bool(evidence.of(kind)) or any(f.kind == kind for f in evidence.faults)
