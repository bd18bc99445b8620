"""What an office document says of itself: title, subject, author and day."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import TYPE_CHECKING, Final, Protocol

from auditor.renderers.office.language import document_language
from auditor.renderers.xml_text import xml_text
from auditor.translation import labelled, say

if TYPE_CHECKING:
    from auditor.report import Report

__all__ = ["day_of", "set_properties", "subject_of", "title_of"]

LONGEST: Final = 200
"""Ours: characters of a property; Open Packaging allows 255."""


class _Properties(Protocol):
    """The properties of a document, as python-docx and python-pptx have them."""

    title: str
    subject: str
    author: str
    last_modified_by: str
    comments: str
    keywords: str
    category: str
    language: str
    revision: int
    created: datetime
    modified: datetime


def set_properties(properties: _Properties, report: Report) -> None:
    """Set all that the library's template leaves there of another document."""
    properties.title = title_of(report)
    properties.subject = subject_of(report)
    properties.author = f"cxaudit {report.version}"
    properties.last_modified_by = f"cxaudit {report.version}"
    properties.comments = ""
    properties.keywords = ""
    properties.category = ""
    properties.language = document_language()
    properties.revision = 1
    properties.created = properties.modified = day_of(report)


def title_of(report: Report) -> str:
    """Return the title of the document."""
    return xml_text(labelled(say(report.title), report.subject.organisation), LONGEST)


def subject_of(report: Report) -> str:
    """Return what the document is about."""
    rubric = report.rubric.label
    said = say("As of {day}, rubric {rubric}", day=report.as_of, rubric=rubric)
    return xml_text(said, LONGEST)


def day_of(report: Report) -> datetime:
    """Return the day of the audit, which stands for all times in a document."""
    return datetime.combine(report.as_of, time(), UTC)
