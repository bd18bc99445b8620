"""Metrics, and what is claimed of them."""

from __future__ import annotations

from pydantic import Field

from auditor.profile.families import family_of
from auditor.profile.ids import DatasetId, DepartmentId, MetricId, SegmentId, StageId
from auditor.profile.section import Section
from auditor.profile.values import Count, Day, FirstDay, Flag, Identifier, Number, Text
from auditor.profile.vocabulary import (
    Deflected,
    ExperienceLevel,
    MetricFamily,
    MetricKind,
    Statistic,
)

__all__ = [
    "Metric",
    "MetricEvidence",
    "MetricHistory",
    "MetricPeriod",
    "MetricScale",
    "MetricTarget",
]


class MetricScale(Section):
    """The scale on which answers are given."""

    min: Number | None = None
    """Lowest possible answer."""
    max: Number | None = None
    """Highest possible answer."""
    higher_is_better: Flag | None = None
    """Whether a higher answer is better news."""


class MetricPeriod(Section):
    """The period that a value tells about."""

    from_: FirstDay | None = Field(default=None, alias="from")
    """First day."""
    to: Day | None = None
    """Last day."""


class MetricHistory(Section):
    """An earlier value."""

    period: Day | None = None
    """The period: a day, month, quarter, half year or year."""
    value: Number | None = None
    """The value then."""
    n: Count | None = None
    """Number of answers or cases behind it."""


class MetricTarget(Section):
    """A value to be reached."""

    value: Number | None = None
    """The value."""
    by: Day | None = None
    """When it is to be reached."""


class MetricEvidence(Section):
    """The measure, computed from evidence, that this metric can be held against."""

    dataset: DatasetId | None = None
    """The table of evidence."""
    measure: Text | None = None
    """The measure computed from it."""
    where: dict[Text, Text] | None = None
    """Columns and values that choose the rows."""


class Metric(Section):
    """Something that the organisation measures."""

    id: Identifier
    """Name by which the rest of the profile refers to this metric."""
    name: Text | None = None
    """The metric's name in a report; the id stands in for it."""
    kind: MetricKind
    """What it measures."""
    level: ExperienceLevel | None = None
    """How much of the experience an answer looks back on."""
    family: MetricFamily | None = None
    """Service, experience, business or employee; derived where it is absent."""
    headline: Flag | None = None
    """Whether leaders steer by it."""
    statistic: Statistic | None = None
    """How many answers or times become one value."""
    definition: Text | None = None
    """What is divided by what, and which cases count."""
    scale: MetricScale | None = None
    """The scale on which answers are given."""
    unit: Text | None = None
    """The unit of the value."""
    value: Number | None = None
    """The latest value."""
    period: MetricPeriod | None = None
    """The period that the latest value tells about."""
    history: tuple[MetricHistory, ...] | None = None
    """Earlier values."""
    baseline: Number | None = None
    """The value from which progress is counted."""
    target: MetricTarget | None = None
    """The value to be reached, and by when."""
    frequency: Text | None = None
    """How often it is measured."""
    source: Text | None = None
    """The system that it comes from."""
    owner: DepartmentId | None = None
    """The department that answers for it."""
    stages: tuple[StageId, ...] | None = None
    """The stages that it watches."""
    segments: tuple[SegmentId, ...] | None = None
    """The segments that it is cut by."""
    paired_with: tuple[MetricId, ...] | None = None
    """Metrics of quality that guard a target of speed."""
    counts_as_deflected: Deflected | None = None
    """For ticket_deflection, what is counted: `confirmed` if the customer said that it
    was solved, `no_further_contact` if none came within seven days, `no_ticket` if it
    is visits less tickets."""
    agent_target: Flag | None = None
    """True where it is set as a target for individuals."""
    evidence: MetricEvidence | None = None
    """The measure that it can be held against."""

    @property
    def effective_family(self) -> MetricFamily | None:
        """The family that is stated, or else what kind and level tell.

        `None` for a custom metric that states none.
        """
        return self.family or family_of(self.kind, self.level)
