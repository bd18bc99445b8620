"""Rubric files: what they may say, how they are read, named, and looked over."""

from __future__ import annotations

from auditor.rubric_file.installed import (
    InstalledRubric,
    installed_rubrics,
    overlay_called,
    packs_called,
    rubric_called,
)
from auditor.rubric_file.model import Reason, RubricFile, rubric_schema
from auditor.rubric_file.reading import Overlay

__all__ = [
    "InstalledRubric",
    "Overlay",
    "Reason",
    "RubricFile",
    "installed_rubrics",
    "overlay_called",
    "packs_called",
    "rubric_called",
    "rubric_schema",
]
