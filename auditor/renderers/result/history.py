"""The history document: one organisation over years, for programs.

The docstrings are the descriptions in the JSON Schema.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, Literal

from auditor.finding import Outcome
from auditor.renderers.result.editions import EditionResult, edition_part
from auditor.renderers.result.part import Count, Points, ResultPart, Text
from auditor.schema import schema_of

if TYPE_CHECKING:
    from auditor.comparison import History

__all__ = ["HISTORY_VERSION", "HistoryDocument", "history_schema"]

HISTORY_VERSION: Final = 1
"""Within it no key is renamed, removed or given another meaning."""


class AreaTrendResult(ResultPart):
    """How one area moved, like for like."""

    id: Text
    """The area's id."""
    before: Points | None
    """Its score at the earlier end; null where nothing is common."""
    now: Points | None
    """Its score at the later end."""
    common: Count
    """Number of its checks that were assessed at both ends."""


class TrendResult(ResultPart):
    """How the score moved from one result to the next, like for like.

    Both ends take in only the checks that were assessed in both, with the severities
    and weights of the later one; thresholds are each result's own.
    """

    common: Count
    """Number of checks that were assessed at both ends and count in the total."""
    before: Points | None
    """The score at the earlier end; null where nothing is common."""
    now: Points | None
    """The score at the later end."""
    areas: tuple[AreaTrendResult, ...]
    """The same for each area."""
    other_rubric: bool
    """Whether the two were held against different rubrics."""
    other_tool: bool
    """Whether the two were made by different versions of cxaudit, or common checks by
    other plugins or packs, or other versions or files of them."""
    added: Count
    """Number of checks that only the later one asked."""
    dropped: Count
    """Number of checks that only the earlier one asked."""


class ReturnResult(ResultPart):
    """A finding that came back: met once, and open in a later result."""

    check: Text
    """The check's id of today."""
    title: Text
    """The criterion."""
    met: date
    """The last day on which it was met before it came back."""
    back: date
    """The first day on which it was open again."""
    now: Outcome | None
    """Its outcome in the last result; null where that does not ask."""


class HistoryDocument(ResultPart):
    """The results of one organisation over years, by cxaudit.

    Keys may be added within one `history_version`; none is renamed or removed.
    """

    history_version: Literal[1] = HISTORY_VERSION
    """The version of this format."""
    organisation: Text
    """The organisation's name, as the last result has it."""
    results: tuple[EditionResult, ...]
    """The results, the oldest first."""
    trends: tuple[TrendResult, ...]
    """From each result to the next: one fewer than results."""
    returns: tuple[ReturnResult, ...]
    """The findings that came back, the latest first."""

    @classmethod
    def of(cls, history: History) -> HistoryDocument:
        """Return all of a history that a program may want to know."""
        return cls.model_validate(
            {
                "organisation": history.editions[-1].organisation,
                "results": [edition_part(edition) for edition in history.editions],
                "trends": history.trends,
                "returns": history.returns,
            }
        )


def history_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) that every history of ours fulfils."""
    title = "History of an organisation's results by cxaudit"
    return schema_of(HistoryDocument, title, mode="serialization")
