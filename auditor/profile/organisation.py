"""Who the organisation is and what it wants."""

from __future__ import annotations

from auditor.profile.ids import MetricId
from auditor.profile.section import Section
from auditor.profile.values import Count, Day, Flag, Identifier, Text

__all__ = ["Objective", "Organisation", "Segment", "Value"]


class Value(Section):
    """Something the organisation stands for."""

    id: Identifier
    """Name by which the rest of the profile refers to this value."""
    name: Text
    """The value in a word or two."""
    statement: Text | None = None
    """What it means in practice."""


class Objective(Section):
    """Something the organisation wants to reach."""

    id: Identifier
    """Name by which the rest of the profile refers to this objective."""
    name: Text
    """The objective in a sentence."""
    customer_relevant: Flag | None = None
    """Whether customers would notice if it were reached."""
    metric: MetricId | None = None
    """The metric that shows whether it is reached."""


class Segment(Section):
    """A group of customers who want something of their own."""

    id: Identifier
    """Name by which the rest of the profile refers to this segment."""
    name: Text
    """The segment in a word or two."""
    primary: Flag | None = None
    """Whether the organisation lives from this segment."""
    additional_needs: Flag | None = None
    """Whether these customers need more care, or easier access, than others."""
    researched: Day | None = None
    """When these customers were last researched."""
    needs: tuple[Text, ...] | None = None
    """What they need."""
    expectations: tuple[Text, ...] | None = None
    """What they expect."""


class Organisation(Section):
    """Who the organisation is; only the name is required."""

    name: Text
    """The organisation's name as it should stand on the report."""
    industry: Text | None = None
    """The industry, in plain words."""
    employees: Count | None = None
    """Number of people who work for it."""
    customers: Count | None = None
    """Number of customers."""
    regions: tuple[Text, ...] | None = None
    """Where it works, best as two-letter country codes."""
    vision: Text | None = None
    """What it wants to be, in a sentence."""
    values: tuple[Value, ...] | None = None
    """What it stands for."""
    objectives: tuple[Objective, ...] | None = None
    """What it wants to reach."""
    segments: tuple[Segment, ...] | None = None
    """The groups of customers that it serves."""
