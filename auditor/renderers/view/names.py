"""What the profile calls the things that it refers to by id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor.renderers.plain import short

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TypeAlias

    from auditor.profile import Profile
    from auditor.profile.channels import Channel
    from auditor.profile.departments import Department
    from auditor.profile.feedback import FeedbackSource, Theme
    from auditor.profile.journeys import Stage
    from auditor.profile.metrics import Metric
    from auditor.profile.organisation import Segment

    Named: TypeAlias = (
        Department | Channel | Metric | FeedbackSource | Theme | Stage | Segment
    )

__all__ = ["LONGEST_NAME", "Names"]

LONGEST_NAME: Final = 40
"""Ours: characters of a name that a table shows."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names for readers, by id; an id stands in where there is no name."""

    departments: dict[str, str]
    channels: dict[str, str]
    metrics: dict[str, str]
    feedback: dict[str, str]
    themes: dict[str, str]
    stages: dict[str, str]
    segments: dict[str, str]

    @classmethod
    def of(cls, profile: Profile) -> Names:
        """Gather the names of a profile."""
        feedback = profile.feedback
        return cls(
            departments=_named(profile.departments),
            channels=_named(profile.channels),
            metrics=_named(profile.metrics),
            feedback=_named(feedback.sources if feedback else None),
            themes=_named(feedback.themes if feedback else None),
            stages=_named(s for j in profile.journeys or () for s in j.stages or ()),
            segments=_named(profile.organisation.segments),
        )

    def department(self, id_: str | None) -> str:
        """Return a department's name; empty where there is none."""
        return self.departments.get(id_ or "", id_ or "")

    def channel(self, id_: str | None) -> str:
        """Return a channel's name; empty where there is none."""
        return self.channels.get(id_ or "", id_ or "")

    def metric(self, id_: str) -> str:
        """Return a metric's name."""
        return self.metrics.get(id_, id_)

    def group(self, cut: str, id_: str) -> str:
        """Return the name of a group of rows, by what they are cut by.

        It stays as the rows have it where the profile has no such id, or gives
        several the same name.
        """
        named = {
            "channel": self.channels,
            "department": self.departments,
            "stage": self.stages,
            "segment": self.segments,
            "theme": self.themes,
        }.get(cut, {})
        name = named.get(id_, id_)
        return name if list(named.values()).count(name) == 1 else id_

    def source(self, id_: str) -> str:
        """Return the name of a source of feedback."""
        return self.feedback.get(id_, id_)


def _named(parts: Iterable[Named] | None) -> dict[str, str]:
    return {part.id: short(part.name or part.id, LONGEST_NAME) for part in parts or ()}
