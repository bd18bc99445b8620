"""What decides how a report looks, by digests: none of it is attached.

A firm's templates and typefaces are its own, and no reader needs them to check a
figure. Who wants the pages printed again brings them.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from auditor.renderers.report_view import ReportView
from auditor.translation import ENGLISH

if TYPE_CHECKING:
    from auditor.engagement import Engagement
    from auditor.renderers.foreign_templates import ForeignTemplates
    from auditor.translation import Language

__all__ = ["Presentation"]


@dataclass(frozen=True, slots=True)
class Presentation:
    """Which view of a report it is, and by whose templates it was drawn."""

    view: str = ReportView.FULL
    """The view."""
    engagement: str = ""
    """Digest of all that the engagement said; empty without one."""
    templates: str = ""
    """Digest of a firm's folder of templates; empty without one."""
    language: str = ENGLISH.tag
    """Tag of the language in which it is written."""

    @classmethod
    def of(
        cls,
        engagement: Engagement | None,
        foreign: ForeignTemplates,
        view: ReportView,
        language: Language = ENGLISH,
    ) -> Presentation:
        """Return how a report looks."""
        said = repr(asdict(engagement)) if engagement else ""
        folder = (foreign.files, foreign.images)
        templates = _digest(repr(folder) if any(folder) else "")
        return cls(str(view), _digest(said), templates, language.tag)


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest() if text else ""
