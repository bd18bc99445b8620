"""Design principles, the gate that applies them, and the log that it writes."""

from __future__ import annotations

from auditor.profile.ids import (
    DepartmentId,
    FeedbackId,
    ObjectiveId,
    PrincipleId,
    ValueId,
)
from auditor.profile.section import Section
from auditor.profile.values import Count, Day, Flag, Identifier, Text
from auditor.profile.vocabulary import ChangeDecision, GateStage

__all__ = ["Change", "ChangeVerdict", "GateException", "Principle", "PrincipleGate"]


class Principle(Section):
    """A design principle that a proposed change can be held against."""

    id: Identifier
    """Name by which the rest of the profile refers to this principle."""
    name: Text
    """The principle in a few words."""
    statement: Text | None = None
    """What it asks for, in a sentence."""
    rank: Count | None = None
    """Its place where principles conflict; 1 wins."""
    objectives: tuple[ObjectiveId, ...] | None = None
    """The objectives that it serves."""
    values: tuple[ValueId, ...] | None = None
    """The values that it expresses."""
    tests: tuple[Text, ...] | None = None
    """Questions that a reviewer of a change can answer with no."""
    insight: tuple[FeedbackId, ...] | None = None
    """The sources of feedback that it rests on."""
    owner: DepartmentId | None = None
    """The department that answers for it."""
    reviewed: Day | None = None
    """When it was last reviewed."""


class PrincipleGate(Section):
    """Where a change stops if it does not meet the principles."""

    scope: Text | None = None
    """Which changes have to pass."""
    stage: GateStage | None = None
    """When they have to pass."""
    decision_owner: DepartmentId | None = None
    """The department that decides."""
    outcomes: tuple[ChangeDecision, ...] | None = None
    """What can be decided."""
    recorded_in: Text | None = None
    """Where decisions are recorded."""


class ChangeVerdict(Section):
    """What the gate found about one change and one principle."""

    principle: PrincipleId | None = None
    """The principle."""
    met: Flag
    """Whether the change meets it."""
    date: Day | None = None
    """When this was found."""


class GateException(Section):
    """Leave to proceed against a principle."""

    reason: Text | None = None
    """Why."""
    approver: Text | None = None
    """Who gave leave: a role."""
    expires: Day | None = None
    """Until when; this day included."""
    reviewed: Day | None = None
    """When it was last reviewed."""


class Change(Section):
    """One change in the change log."""

    id: Identifier
    """Number of the change in the log."""
    title: Text | None = None
    """What changes, in a few words."""
    customer_affecting: Flag | None = None
    """Whether a customer can notice it."""
    proposed: Day | None = None
    """When it was proposed."""
    released: Day | None = None
    """When customers met it; absent while unreleased."""
    verdicts: tuple[ChangeVerdict, ...] | None = None
    """What the gate found, one entry for each principle."""
    decision: ChangeDecision | None = None
    """What was decided."""
    exception: GateException | None = None
    """Leave to proceed against a principle, if it was given."""
