"""What there is to check: a result, and what it was made from as far as it is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.profile.document import read_document
from auditor.renderers.proof.attached import MAPPING, OURS, RESULT, RUBRIC, Role
from auditor.renderers.result.reading import read_result

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from auditor.baseline import Baseline
    from auditor.renderers.proof.manifest import Manifest
    from auditor.renderers.result import ResultDocument
    from auditor.verification.report_file import ReportFile

__all__ = ["Given", "Material", "material_beside", "material_in"]


@dataclass(frozen=True, slots=True)
class Given:
    """What the checker has besides the report."""

    profile: Path | None = None
    """The profile, if it is at hand."""
    rubric: Path | None = None
    """The rubric file, if one was used and is at hand."""
    evidence: tuple[tuple[str, str], ...] = ()
    """Tables of evidence: ids and paths."""
    trust: tuple[Path, ...] = ()
    """Certificates whose signatures are trusted."""
    engagement: Path | None = None
    """The engagement file, if one was used and is at hand."""
    templates: Path | None = None
    """The folder of templates, if one was used and is at hand."""
    baseline: Baseline | None = None
    """The earlier result that the report compares with, if it is at hand."""
    pages: bool = True
    """Whether pages are printed again, which takes as long as printing."""


@dataclass(frozen=True, slots=True)
class Material:
    """A result and what is attached to it."""

    result: ResultDocument
    """The result."""
    recorded: Mapping[str, Any]
    """The same as plain values, with keys that we do not know."""
    workspace: Path
    """An empty folder."""
    profile: Mapping[str, bytes]
    """Files of the attached profile by path; none where nothing is attached."""
    rubric: bytes | None = None
    """The attached rubric."""
    mapping: bytes | None = None
    """The attached mapping of evidence."""
    attached: bool = False
    """Whether a report carries it, which should then carry all of it."""


def material_in(
    file: ReportFile, manifest: Manifest | None, workspace: Path
) -> Material:
    """Return what a PDF carries.

    Args:
        file: The PDF.
        manifest: What it says of its attachments; without it, their names must do.
        workspace: An empty folder.

    Raises:
        InputError: If its result cannot be read.
    """
    path = workspace / RESULT
    path.write_bytes(file.attached.get(RESULT, b""))
    roles = {each.name: each for each in manifest.attachments} if manifest else {}
    profile = {
        roles[name].path if name in roles else name: content
        for name, content in file.attached.items()
        if (roles[name].role is Role.PROFILE if name in roles else name not in OURS)
        and (name in roles or not manifest)
    }
    return Material(
        read_result(path),
        read_document(path).value,
        workspace,
        profile,
        file.attached.get(RUBRIC),
        file.attached.get(MAPPING),
        attached=True,
    )


def material_beside(path: Path, workspace: Path) -> Material:
    """Return what a result file says; nothing is attached to it.

    Raises:
        InputError: If it is no result of an audit.
    """
    return Material(read_result(path), read_document(path).value, workspace, {})
