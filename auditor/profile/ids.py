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
DatasetId = Annotated[Identifier, Reference("dataset")]
DepartmentId = Annotated[Identifier, Reference("department")]
FeedbackId = Annotated[Identifier, Reference("feedback")]
ImprovementId = Annotated[Identifier, Reference("improvement")]
MetricId = Annotated[Identifier, Reference("metric")]
ObjectiveId = Annotated[Identifier, Reference("objective")]
PrincipleId = Annotated[Identifier, Reference("principle")]
SegmentId = Annotated[Identifier, Reference("segment")]
StageId = Annotated[Identifier, Reference("stage")]
ThemeId = Annotated[Identifier, Reference("theme")]
TouchpointId = Annotated[Identifier, Reference("touchpoint")]
ValueId = Annotated[Identifier, Reference("value")]
