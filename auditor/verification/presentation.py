"""How a report looked, as far as it must be known to print its pages again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.engagement.reading import read_engagement
from auditor.errors import InputError
from auditor.renderers.foreign_templates import ForeignTemplates
from auditor.renderers.proof.presentation import Presentation
from auditor.renderers.report_view import ReportView
from auditor.renderers.template_folder import read_templates
from auditor.translation import ENGLISH
from auditor.translation.catalogues import language_of
from auditor.verification.statement import Part, agrees, disagrees

if TYPE_CHECKING:
    from auditor.engagement import Engagement
    from auditor.plugin.collection import Plugins
    from auditor.renderers.proof.manifest import PresentationDigest
    from auditor.translation import Language
    from auditor.verification.material import Given
    from auditor.verification.statement import Statement

__all__ = ["Look", "look_of"]

NAMES = {"engagement": "The engagement", "templates": "The folder of templates"}


@dataclass(frozen=True, slots=True)
class Look:
    """What a report is printed with."""

    engagement: Engagement | None
    foreign: ForeignTemplates
    view: ReportView
    language: Language = ENGLISH
    missing: str = ""
    """Why pages cannot be printed with it; empty where they can."""


def look_of(
    said: PresentationDigest | None,
    given: Given,
    plugins: Plugins,
    told: list[Statement],
) -> Look:
    """Return how a report looked.

    Args:
        said: What the report says of it; it carries none of it.
        given: The engagement and the templates that are at hand.
        plugins: Those that took part; they may bring templates.
        told: Where to say whether these are the right ones.

    Raises:
        InputError: If what is given cannot be read.
    """
    engagement = read_engagement(given.engagement) if given.engagement else None
    foreign = ForeignTemplates(plugins.templates)
    if given.templates:
        foreign = read_templates(given.templates, plugins.templates)
    if said is None:
        return Look(engagement, foreign, ReportView.FULL)
    known = said.view in set(ReportView)
    view = ReportView(said.view) if known else ReportView.FULL
    here = Presentation.of(engagement, foreign, view)
    language, missing = _language(said.language, plugins)
    for name, words in NAMES.items():
        ours, theirs = getattr(here, name), getattr(said, name)
        if ours and ours == theirs:
            told.append(agrees(Part.PAGES, f"{words} given is the one that was used."))
        elif ours:
            text = f"{words} given is not the one that was used."
            told.append(disagrees(Part.PAGES, text, name))
        elif theirs:
            missing = f"as {words.lower()} is not at hand (--{name})"
    return Look(engagement, foreign, view, language, missing)


def _language(tag: str, plugins: Plugins) -> tuple[Language, str]:
    """Return the language that a report is in, or why it cannot be written here."""
    try:
        return language_of(tag, plugins.speakers, plugins.translations), ""
    except InputError:
        return ENGLISH, f"as nothing here is translated into {tag[:40]!r}"
