"""Meetings of the steering group that have taken place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import happened

if TYPE_CHECKING:
    from auditor import Context, Meeting

__all__ = ["held"]


def held(context: Context) -> list[Meeting]:
    """Return the dated meetings up to the day of the audit.

    A meeting without a date may lie ahead; it does not count.
    """
    governance = context.profile.governance
    group = governance.steering_group if governance else None
    meetings = (group.meetings if group else None) or ()
    return [meeting for meeting in meetings if happened(context, meeting.date)]
