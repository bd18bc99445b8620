"""Reading a folder of templates.

A folder is read before anything is rendered, and bounded: what renders it needs no
file of the folder any more, and can reach none beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.engagement.bounded_file import bounded_bytes
from auditor.engagement.picture import read_picture
from auditor.engagement.refused import RefusedError
from auditor.errors import InputError, Problem
from auditor.profile.source import read_source
from auditor.renderers.foreign_templates import ForeignTemplates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["read_templates"]

TEXTS: Final = frozenset({".j2", ".html", ".css", ".svg", ".txt"})
IMAGES: Final = frozenset({".png", ".jpg", ".jpeg"})
MOST_FILES: Final = 200
MOST_IMAGES: Final = 20
MOST_BYTES: Final = 1_000_000
"""Ours, all three; the last is the size of a file."""


def read_templates(folder: Path, packages: tuple[str, ...] = ()) -> ForeignTemplates:
    """Return the templates of a folder, and those of plugins after them.

    Raises:
        InputError: If there is no such folder, if it holds too much or nothing, if a
            file cannot be read, or if a link leads out of it.
    """
    if not folder.is_dir():
        hint = "Name a folder of templates."
        raise InputError([Problem(f"{str(folder)!r} is not a folder.", hint=hint)])
    paths = list(_paths(folder))
    texts = [path for path in paths if path.suffix.lower() in TEXTS]
    images = [path for path in paths if path.suffix.lower() in IMAGES]
    if not texts:
        hint = "`cxaudit templates list` says what a template can be called."
        message = f"{str(folder)!r} holds no template."
        raise InputError([Problem(message, hint=hint)])
    if len(texts) > MOST_FILES or len(images) > MOST_IMAGES:
        message = (
            f"{str(folder)!r} holds too much: {MOST_FILES} templates and {MOST_IMAGES} "
            "images are allowed."
        )
        raise InputError([Problem(message)])
    return ForeignTemplates(
        packages,
        tuple((_name(p, folder), read_source(p, MOST_BYTES).text) for p in texts),
        tuple((_name(path, folder), _image(path)) for path in images),
    )


def _paths(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder, hidden ones left out."""
    inside = folder.resolve()
    for path in sorted(folder.rglob("*")):
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        if not path.resolve().is_relative_to(inside):
            message = f"{str(path)!r} is a link that leads out of its folder."
            raise InputError([Problem(message, hint="Copy the file.")])
        if path.is_file():
            yield path


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _image(path: Path) -> bytes:
    try:
        content, _, _ = read_picture(bounded_bytes(path, MOST_BYTES))
    except RefusedError as error:
        raise InputError([Problem(f"{str(path)!r} cannot be used: {error}.")]) from None
    return content
