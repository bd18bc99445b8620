"""The files that a report carries: its result, and what the result was made from.

Of evidence only digests and the mapping of its columns are attached, never a row.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from auditor.renderers.json import JsonRenderer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.evidence.mapping import TableMapping
    from auditor.profile.files import SourceFile
    from auditor.report import Report

__all__ = [
    "MAPPING",
    "OURS",
    "PROOF",
    "RESULT",
    "RUBRIC",
    "AttachedFile",
    "Role",
    "attached_files",
    "mapping_of_table",
]

RESULT: Final = "result.json"
RUBRIC: Final = "rubric.json"
MAPPING: Final = "mapping.json"
PROOF: Final = "proof.json"
OURS: Final = frozenset({RESULT, RUBRIC, MAPPING, PROOF})
"""The names of attachments that are no part of the profile."""


class Role(StrEnum):
    """What an attached file is to the report."""

    RESULT = "result"
    PROFILE = "profile"
    RUBRIC = "rubric"
    MAPPING = "mapping"
    PROOF = "proof"


RELATIONSHIPS: Final = {
    Role.RESULT: "Data",
    Role.PROFILE: "Source",
    Role.RUBRIC: "Supplement",
    Role.MAPPING: "Supplement",
    Role.PROOF: "Supplement",
}
"""How each stands to the pages, in the words of ISO 32000-2 (7.11.3)."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """One file to be attached."""

    name: str
    """Name in the PDF: no folders, and no two alike."""
    role: Role
    """What it is to the report."""
    path: str
    """Path within the profile's folder; else the name."""
    content: bytes
    """Its bytes."""
    description: str
    """What it is, in words."""

    @property
    def relationship(self) -> str:
        """How it stands to the pages."""
        return RELATIONSHIPS[self.role]

    @property
    def sha256(self) -> str:
        """Digest of its bytes."""
        return sha256(self.content).hexdigest()


def attached_files(report: Report) -> tuple[AttachedFile, ...]:
    """Return what a report carries, sorted by name."""
    result = JsonRenderer().render(report)
    rubric = report.rubric.text().encode()
    files = [
        AttachedFile(RESULT, Role.RESULT, RESULT, result, "The result of this audit"),
        AttachedFile(RUBRIC, Role.RUBRIC, RUBRIC, rubric, "The rubric that applied"),
        *_profile(report.subject.files),
    ]
    if report.evidence.tables:
        mapping = _json(_mapping(report))
        says = "How evidence was read, and its digests"
        files.append(AttachedFile(MAPPING, Role.MAPPING, MAPPING, mapping, says))
    return tuple(sorted(files, key=lambda file: file.name))


def mapping_of_table(mapping: TableMapping) -> dict[str, Any]:
    """Return how the columns of a table were read, without what says nothing."""
    return {key: _told(value) for key, value in asdict(mapping).items() if _says(value)}


def _told(value: object) -> Any:
    if isinstance(value, dict):
        return {key: _told(part) for key, part in value.items()}
    return [_told(part) for part in value] if isinstance(value, tuple) else value


def _says(value: object) -> bool:
    return value is not None and value not in ("", (), {})


def _profile(files: Iterable[SourceFile]) -> Iterator[AttachedFile]:
    taken = set(OURS)
    for file in files:
        name = _flat(file.name, taken)
        taken.add(name)
        says = f"The profile: {file.name}"
        yield AttachedFile(name, Role.PROFILE, file.name, file.content, says)


def _flat(path: str, taken: set[str]) -> str:
    """Return a name without folders, as any program can save it."""
    name = "-".join(PurePosixPath(path).parts)
    stem, number = name, 1
    while name in taken:
        number += 1
        name = f"profile-{number}-{stem}"
    return name


def _mapping(report: Report) -> dict[str, Any]:
    found = report.evidence
    tables = [
        {
            "id": table.info.id,
            "kind": table.info.kind,
            "rows": table.info.rows,
            "sha256": table.info.sha256,
            "mapping": _of(found.mappings.get(table.info.id)),
        }
        for table in found.tables
    ]
    return {"mapping_version": 1, "as_of": report.as_of.isoformat(), "tables": tables}


def _of(mapping: TableMapping | None) -> dict[str, Any] | None:
    return mapping_of_table(mapping) if mapping else None


def _json(value: object) -> bytes:
    return f"{json.dumps(value, indent=2, ensure_ascii=False)}\n".encode()
