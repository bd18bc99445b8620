"""Departments and what they owe the customer."""

from __future__ import annotations

from auditor.profile.section import Section
from auditor.profile.values import Day, DayOrNo, Flag, Identifier, Money, Share, Text
from auditor.profile.vocabulary import Function

__all__ = ["Authority", "Department", "Training"]


class Training(Section):
    """What the people of a department were trained in."""

    topics: tuple[Text, ...] | None = None
    """Topics, such as empathy, product, decision_making."""
    share_trained: Share | None = None
    """Share of the people who were trained."""
    date: Day | None = None
    """When the training was last given."""


class Authority(Section):
    """What staff may do to put something right without asking."""

    limit: Money | None = None
    """Up to how much."""
    roles_covered: Share | None = None
    """Share of the roles to which this applies."""


class Department(Section):
    """A department; every one makes some part of the experience."""

    id: Identifier
    """Name by which the rest of the profile refers to this department."""
    name: Text | None = None
    """The department's name in a report; the id stands in for it."""
    function: Function | None = None
    """What it does."""
    customer_facing: Flag | None = None
    """Whether its people meet customers."""
    head_has_cx_objective: Flag | None = None
    """Whether its head has a personal objective for customer experience."""
    cx_responsibilities: tuple[Text, ...] | None = None
    """What it answers for towards the customer."""
    briefed_on_principles: DayOrNo | None = None
    """When its people were last briefed on the design principles, or false."""
    training: Training | None = None
    """What its people were trained in."""
    may_put_right: Authority | None = None
    """What its people may do to put something right without asking."""
