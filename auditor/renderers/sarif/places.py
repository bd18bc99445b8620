"""Where findings stand: addresses relative to where the audit was started.

Code hosts join them to the root of a repository. A profile that was named by an
absolute path, or outside of the folder, is named as seen from its own folder: paths
above it are nobody's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from auditor.renderers.sarif.text import message

if TYPE_CHECKING:
    from auditor.errors import Position
    from auditor.finding import Place
    from auditor.report import Report

__all__ = ["BASE", "Files"]

BASE: Final = "%SRCROOT%"
HERE: Final = "The folder in which cxaudit was started."
THERE: Final = "The folder of the profile."


@dataclass(frozen=True, slots=True)
class Files:
    """The files of a profile, and how they are addressed."""

    home: PurePath | None
    """The folder that addresses are relative to; none for where we were started."""
    first: str
    """The file that stands for the whole profile; empty where no file holds it."""

    @classmethod
    def of(cls, report: Report) -> Files:
        """Find out from a report which files a profile has."""
        source = PurePath(report.subject.source)
        inside = not source.is_absolute() and ".." not in source.parts
        return cls(None if inside else source.parent, _first(report))

    @property
    def base(self) -> str:
        """What addresses are relative to, in words."""
        return THERE if self.home else HERE

    def location(self, pointer: str, position: Position | None) -> list[dict[str, Any]]:
        """Return the place of a value, in a list; an empty one if it has no file."""
        file = position.file if position else self.first
        if not file:
            return []
        region = {"startLine": 1, "startColumn": 1}
        if position:
            region = {"startLine": position.line, "startColumn": position.column}
        place: dict[str, Any] = {
            "physicalLocation": {
                "artifactLocation": {"uri": self._address(file), "uriBaseId": BASE},
                "region": region,
            }
        }
        if pointer:
            place["logicalLocations"] = [{"fullyQualifiedName": message(pointer)}]
        return [place]

    def place(self, place: Place) -> list[dict[str, Any]]:
        """Return a place of a finding, with the organisation's own words for it."""
        found = self.location(place.pointer, place.position)
        for each in found:
            each["message"] = {"text": message(place.label or place.pointer or "Here")}
        return found

    def _address(self, file: str) -> str:
        path = PurePath(file)
        if self.home and path.is_relative_to(self.home):
            path = path.relative_to(self.home)
        elif self.home:
            path = PurePath(path.name)
        return quote(path.as_posix())


def _first(report: Report) -> str:
    """Return the file that stands for the profile: itself, or the first of a folder."""
    places = [where.position for f in report.findings for where in f.where]
    files = {position.file for position in places if position}
    files |= {notice.position.file for notice in report.notices if notice.position}
    source = report.subject.source
    return source if source in files or not files else min(files)
