"""Places in the profile as a report names them: file, line and own words."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from auditor.renderers.plain import short
from auditor.translation import say

if TYPE_CHECKING:
    from auditor.errors import Position
    from auditor.finding import Place
    from auditor.report import Report

__all__ = ["line_of", "place", "profile_name"]

LONGEST_WORDS: Final = 60
"""Ours: characters of the organisation's own words that name a place."""


def place(report: Report, place: Place, before: Place | None = None) -> str:
    """Return where something stands, with the organisation's own words for it.

    After a place in the same file the line alone is named: ":626".
    """
    where = line_of(report, place.position, place.pointer)
    if place.position and before and before.position:
        known = place.position.file == before.position.file
        where = f":{place.position.line}" if known else where
    words = short(place.label, LONGEST_WORDS)
    return say("{place} “{words}”", place=where, words=words) if words else where


def profile_name(report: Report) -> str:
    """Return what the profile is called; a reader has no use for the folders above.

    They may tell of other clients, and differ from one machine to the next.
    """
    source = report.subject.source
    return PurePath(source).name or source


def line_of(report: Report, position: Position | None, pointer: str) -> str:
    """Return file and line; the file as seen from the profile, which the cover names.

    A value that no file holds is named by its JSON pointer.
    """
    if position is None:
        return pointer or say("the profile")
    file = PurePath(position.file)
    home = PurePath(report.subject.source)
    if file == home:
        file = PurePath(file.name)
    elif file.is_relative_to(home):
        file = file.relative_to(home)
    return f"{file.as_posix()}:{position.line}"
