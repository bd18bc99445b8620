"""Reading the result of an earlier audit back, from a file that may be anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from auditor.errors import InputError, Problem
from auditor.profile.document import read_document
from auditor.profile.validation import validated
from auditor.renderers.result.document import RESULT_VERSION, ResultDocument

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.profile.document import Document

__all__ = ["read_result"]

VERSION_KEY: Final = "result_version"
HOW_TO_WRITE: Final = "Write one with 'cxaudit run PROFILE -o result.json'."


def read_result(path: str | Path) -> ResultDocument:
    """Return the result that a JSON file holds.

    Raises:
        InputError: If it cannot be read, is no result of an audit, or has a version
            that this cxaudit does not know; with every problem and its place.
    """
    document = read_document(path)
    _check_version(document)
    return validated(ResultDocument, document.value, document.place)


def _check_version(document: Document) -> None:
    """Refuse what is no result, or one that a later version wrote."""
    version: Any = document.value.get(VERSION_KEY)
    if version == RESULT_VERSION:
        return
    at = document.locate(f"/{VERSION_KEY}")
    if isinstance(version, int) and version > RESULT_VERSION:
        message = f"The result has version {version}; known is {RESULT_VERSION}."
        problem = Problem(message, at, "A later cxaudit wrote it: update yours.")
    else:
        message = f"This is no result of an audit: it has no {VERSION_KEY!r}."
        problem = Problem(message, at, HOW_TO_WRITE)
    raise InputError([problem])
