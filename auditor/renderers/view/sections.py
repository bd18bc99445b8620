"""Which sections a report has, and in which order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.engagement.sections import OWN, SECTIONS
from auditor.renderers.view.contents import LABELS
from auditor.translation import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.engagement import Engagement

__all__ = ["left_out", "sections_of"]


def sections_of(engagement: Engagement | None) -> list[str]:
    """Return the sections of a report, in order.

    A firm's own words are never dropped for not being listed: an introduction comes
    first then, closing words and signatures last.
    """
    wanted = engagement.sections if engagement else ()
    if not wanted:
        return list(SECTIONS)
    unlisted = [name for name in SECTIONS if name in OWN and name not in wanted]
    first = [name for name in unlisted if name == "introduction"]
    return [*first, *wanted, *(name for name in unlisted if name not in first)]


def left_out(engagement: Engagement | None, pages: Mapping[str, object]) -> str:
    """Return which sections an engagement leaves out, though they have something."""
    kept = {*sections_of(engagement), "contents", "findings"}
    names = [say(LABELS[name]) for name in SECTIONS if name not in kept and pages[name]]
    if "findings" not in sections_of(engagement):
        names.insert(0, say("Findings by area"))
    return ", ".join(names)
