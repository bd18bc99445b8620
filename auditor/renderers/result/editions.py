"""What documents about several results say of each of them.

The docstrings are the descriptions in the JSON Schema.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from auditor.renderers.result.part import Points, ResultPart, Text
from auditor.renderers.result.scores import AreaResult, ScoreResult

if TYPE_CHECKING:
    from auditor.comparison import Edition

__all__ = ["EditionResult", "edition_part"]


class EditionResult(ResultPart):
    """One result, as far as it is compared."""

    source: Text
    """Path of the result as it was given; empty where no file holds it."""
    as_of: date
    """The day of the audit."""
    version: Text
    """Version of cxaudit that made it."""
    rubric: Text
    """Name and version of the rubric."""
    rubric_sha256: Text
    """Digest of the rubric."""
    profile_sha256: Text
    """Digest of the profile; empty where no file held it."""
    evidence: dict[Text, Text]
    """By table of evidence, the digest of its bytes; empty where it has none."""
    total: Points | None
    """The score as the result states it; null where nothing could be scored."""
    score: ScoreResult
    """How the organisation stands in all, by the scorer of this version."""
    areas: tuple[AreaResult, ...]
    """How it stands in each area."""


def edition_part(edition: Edition) -> dict[str, Any]:
    """Return an edition as its part of a document."""
    return {
        "source": edition.source,
        "as_of": edition.as_of,
        "version": edition.version,
        "rubric": edition.rubric_name,
        "rubric_sha256": edition.rubric_sha256,
        "profile_sha256": edition.profile_sha256,
        "evidence": edition.tables,
        "total": edition.stated,
        "score": edition.score,
        "areas": edition.area_scores,
    }
