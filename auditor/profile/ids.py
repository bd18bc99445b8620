"""References: an id of something that stands elsewhere in the profile.

A reference to nothing is reported with the nearest id there is, and then reads as
missing; that is why fields that hold one are never required.
"""

from __future__ import annotations

from typing import Annotated

from auditor.profile.values import Identifier, Reference

__all__ = [
    "ChannelId",
    "DatasetId",
    "DepartmentId",
    "FeedbackId",
    "ImprovementId",
    "MetricId",
    "ObjectiveId",
    "PrincipleId",
    "SegmentId",
    "StageId",
    "ThemeId",
    "TouchpointId",
    "ValueId",
]

ChannelId = Annotated[Identifier, Reference("channel")]
"""The id of a channel that the profile has."""
DatasetId = Annotated[Identifier, Reference("dataset")]
"""The id of a table of evidence that the profile has."""
DepartmentId = Annotated[Identifier, Reference("department")]
"""The id of a department that the profile has."""
FeedbackId = Annotated[Identifier, Reference("feedback")]
"""The id of a source of feedback that the profile has."""
ImprovementId = Annotated[Identifier, Reference("improvement")]
"""The id of an improvement that the profile has."""
MetricId = Annotated[Identifier, Reference("metric")]
"""The id of a metric that the profile has."""
ObjectiveId = Annotated[Identifier, Reference("objective")]
"""The id of an objective that the profile has."""
PrincipleId = Annotated[Identifier, Reference("principle")]
"""The id of a principle that the profile has."""
SegmentId = Annotated[Identifier, Reference("segment")]
"""The id of a segment that the profile has."""
StageId = Annotated[Identifier, Reference("stage")]
"""The id of a stage of a journey that the profile has."""
ThemeId = Annotated[Identifier, Reference("theme")]
"""The id of a theme that the profile has."""
TouchpointId = Annotated[Identifier, Reference("touchpoint")]
"""The id of a touchpoint that the profile has."""
ValueId = Annotated[Identifier, Reference("value")]
"""The id of a value that the profile has."""
