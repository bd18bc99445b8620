"""What is put into a PDF besides its pages, as values that another process can take."""

from __future__ import annotations

from base64 import b64decode, b64encode
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING, Any

from auditor.renderers.proof.attached import AttachedFile, Role, attached_files
from auditor.renderers.proof.presentation import Presentation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.report import Report

__all__ = ["Enclosure"]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The attachments of a report, and what `proof.json` says of it."""

    version: str
    """Version of cxaudit."""
    day: date
    """The day of the audit."""
    presentation: Presentation
    """What decides how it looks, and is not attached."""
    files: tuple[AttachedFile, ...]
    """What is attached, sorted by name."""

    @classmethod
    def of(cls, report: Report, presentation: Presentation) -> Enclosure:
        """Return what a report carries."""
        files = attached_files(report)
        return cls(report.version, report.as_of, presentation, files)

    @property
    def made(self) -> datetime:
        """When it was made: nothing here looks at a clock."""
        return datetime.combine(self.day, time(), UTC)

    def encoded(self) -> dict[str, Any]:
        """Return it as plain values."""
        files = [
            asdict(file) | {"content": b64encode(file.content).decode()}
            for file in self.files
        ]
        day = self.day.isoformat()
        return asdict(replace(self, files=())) | {"day": day, "files": files}

    @classmethod
    def decoded(cls, given: Mapping[str, Any]) -> Enclosure:
        """Return what `encoded` made plain."""
        files = tuple(
            AttachedFile(
                **file
                | {"content": b64decode(file["content"]), "role": Role(file["role"])}
            )
            for file in given["files"]
        )
        presentation = Presentation(**given["presentation"])
        day = date.fromisoformat(given["day"])
        return cls(given["version"], day, presentation, files)
