"""The files that a rubric is made of: its own, and those of the rubrics it extends."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Problem
from auditor.profile.document import read_document
from auditor.profile.places import pointer_to
from auditor.profile.wording import nearest, quote
from auditor.rubric import BUILT_IN, is_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.errors import Position
    from auditor.profile.document import Document

__all__ = ["documents_of", "folded", "packs_named"]

MOST_FILES: Final = 4
"""Ours: files that a rubric is made of, such as those of a client, of the firm, of a
trade and of the sector; who set what among more would be hard to follow."""
LISTED: Final = "`cxaudit rubric list` lists all."


def documents_of(called: str | Path, named: Mapping[str, Path]) -> dict[Path, Document]:
    """Return the files of a rubric by path: its own, then the one it extends, and on.

    Args:
        called: A path, or a word without dot and slash: the name of a rubric. The
            built-in rubric has no file.
        named: The files of rubrics that have names.

    Raises:
        InputError: If there is no such file, it cannot be read, or it extends itself
            or too many others.
    """
    found: dict[Path, Document] = {}
    path = _named(called, named) if is_name(called) else Path(called)
    while path:
        found[path] = document = read_document(path)
        path = _extended(path, document, named)
        if path and (problem := _endless(path, found)):
            at = document.locate(pointer_to(("extends",)))
            raise InputError([Problem(problem, at, "Extend another rubric, or none.")])
    return found


def packs_named(path: Path, document: Document) -> Iterator[Path]:
    """Yield the packs that a rubric file names, before anything else of it is read.

    Raises:
        InputError: If a pack stands outside its own folder, or is not there.
    """
    named = document.value.get("packs")
    if not isinstance(named, list):  # what is no list is told with all else
        return
    problems = []
    for number, name in enumerate(map(str, named)):
        at = document.locate(pointer_to(("packs", number)))
        if PurePath(name).is_absolute() or ".." in PurePath(name).parts:
            message = f"The pack {quote(name)} stands outside the folder of the rubric."
            way = "Put it beside the rubric, or name it by --pack."
            problems.append(Problem(message, at, way))
        elif not (path.parent / name).exists():
            message = f"There is no pack {str(path.parent / name)!r}."
            way = "Packs are looked for from the folder of the rubric."
            problems.append(Problem(message, at, way))
    if problems:
        raise InputError(problems)
    yield from (path.parent / str(name) for name in named)


def folded(name: str) -> str:
    """Return a name as it is looked up, in whatever case and with either hyphen."""
    return name.lower().replace("-", "_")


def _named(
    called: str | Path, named: Mapping[str, Path], at: Position | None = None
) -> Path | None:
    """Return the file of a rubric by its name; the built-in one has none."""
    name = folded(str(called))
    if name == BUILT_IN:
        return None
    if name not in named:
        near = nearest(name, [BUILT_IN, *named])
        hint = f"Did you mean {quote(near)}?" if near else "A path has a suffix."
        message = f"There is no rubric called {quote(str(called))}."
        raise InputError([Problem(message, at, f"{hint} {LISTED}")])
    return named[name]


def _extended(path: Path, document: Document, named: Mapping[str, Path]) -> Path | None:
    """Return the file of the rubric that another one extends, if it has one."""
    said = document.value.get("extends")
    if not isinstance(said, str):  # what is no text is told with all else
        return None
    called, at = said.strip(), document.locate(pointer_to(("extends",)))
    if is_name(called):
        return _named(called, named, at)
    extended = path.parent / called
    if not extended.is_file():
        message = f"There is no rubric {str(extended)!r}, which this one extends."
        near = nearest(folded(called).replace(" ", "_"), [BUILT_IN, *named])
        way = "A path begins at the folder of the file that names it."
        hint = f"Did you mean {quote(near)}? {LISTED}" if near else way
        raise InputError([Problem(message, at, hint)])
    return extended


def _endless(path: Path, found: Mapping[Path, Document]) -> str:
    """Return what is wrong with one more file, if anything is."""
    names = ", ".join(each.name for each in found)
    if path.resolve() in {each.resolve() for each in found}:
        return f"Rubrics that extend each other are none: {names}, {path.name}."
    if len(found) == MOST_FILES:
        return (
            f"A rubric is made of {MOST_FILES} files at most; these are more: {names}."
        )
    return ""
