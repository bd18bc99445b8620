"""Rubrics by name: those that come with cxaudit, and those that plugins bring."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Problem
from auditor.rubric import BUILT_IN, BUILT_IN_VERSION, Rubric, is_name
from auditor.rubric_file.files import documents_of, folded, packs_named
from auditor.rubric_file.reading import overlay_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.checks import Area
    from auditor.rubric_file.reading import Overlay

__all__ = [
    "InstalledRubric",
    "installed_rubrics",
    "overlay_called",
    "packs_called",
    "rubric_called",
]

FOLDER: Final = Path(__file__).parents[1] / "rubrics"
"""Where the rubrics are that come with cxaudit."""


@dataclass(frozen=True, slots=True)
class InstalledRubric:
    """A rubric that can be used by its name."""

    name: str
    """The name by which it is asked for."""
    title: str
    """Its name on the report."""
    version: str
    """Its version on the report."""
    summary: str
    """For whom it is; empty where it does not say."""
    overlay: Overlay | None
    """What it sets; nothing is the built-in rubric."""


def installed_rubrics(folders: Iterable[Path] = ()) -> tuple[InstalledRubric, ...]:
    """Return the built-in rubric, then ours and those in further folders, by name.

    Args:
        folders: Folders with one `.yaml` file for each rubric, named like it.

    Raises:
        InputError: If one is malformed, or two have the same name.
    """
    usual = "What the checks and areas themselves say."
    built_in = InstalledRubric(BUILT_IN, BUILT_IN, BUILT_IN_VERSION, usual, None)
    files = _files(folders)
    return built_in, *(_installed(name, files[name], files) for name in sorted(files))


def overlay_called(called: str | Path, folders: Iterable[Path] = ()) -> Overlay | None:
    """Return what a rubric sets, or nothing of the built-in one.

    Args:
        called: A path, or a word without dot and slash: the name of a rubric.
        folders: Folders of rubrics that plugins bring.

    Raises:
        InputError: If there is no such rubric, or it is malformed, or one that it
            extends.
    """
    documents = documents_of(called, _files(folders))
    return overlay_of(documents.values()) if documents else None


def packs_called(called: str | Path, folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the packs that a rubric brings along, by its path or name.

    Raises:
        InputError: If there is no such rubric, it cannot be read, or a pack stands
            outside its own folder.
    """
    documents = documents_of(called, _files(folders))
    return tuple(
        pack
        for path, document in documents.items()
        for pack in packs_named(path, document)
    )


def rubric_called(
    called: str | Path, folders: Iterable[Path], areas: Iterable[Area]
) -> Rubric:
    """Return a rubric by its path or name, complete.

    Raises:
        InputError: If there is no such rubric, or it cannot be used.
    """
    overlay = overlay_called(called, folders)
    return overlay.laid_over(areas) if overlay else Rubric.built_in(areas)


def _files(folders: Iterable[Path]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for folder in (FOLDER, *folders):
        for path in folder.glob("*.yaml"):
            name = folded(path.stem)
            if not is_name(name):
                message = f"No rubric can be asked for by the name of {path}."
                hint = "Name the file by letters, digits and hyphens."
                raise InputError([Problem(message, hint=hint)])
            if name in (BUILT_IN, *found):
                other = found.get(name, "the built-in one")
                message = f"Two rubrics are called {name!r}: {other}, {path}."
                raise InputError([Problem(message)])
            found[name] = path
    return found


def _installed(name: str, path: Path, files: Mapping[str, Path]) -> InstalledRubric:
    overlay = overlay_of(documents_of(path, files).values())
    said = overlay.said
    return InstalledRubric(name, said.name, said.version, said.summary or "", overlay)
