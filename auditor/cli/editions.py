"""Results of one organisation, read so that they can be compared."""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from auditor.cli.messages import warn
from auditor.comparison import same_organisation
from auditor.errors import InputError, Problem
from auditor.renderers.result.edition import read_edition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from auditor.comparison import Edition
    from auditor.plugin.collection import Plugins

__all__ = ["aliases_of", "edition_at", "one_organisation", "read_editions"]

PDF: Final = ".pdf"
NAMES: Final = frozenset({PDF, ".json", ".yaml", ".yml"})
"""How names of files end that can hold or carry a result."""
RESULT: Final = "result.json"
"""Name of the result that a PDF carries."""
MOST_RESULTS: Final = 100
"""Ours: results of one history; a monthly audit of eight years."""


def aliases_of(plugins: Plugins, editions: Iterable[Edition]) -> dict[str, str]:
    """Return, by each id that a check had before, its id of today.

    Args:
        plugins: The installed plugins, which know best.
        editions: Results, which say it of checks that are not installed, such as those
            of a pack; the latest knows better.
    """
    recorded: dict[str, str] = {}
    for edition in sorted(editions, key=attrgetter("as_of")):
        recorded.update(edition.aliases)
    installed = {
        alias: check.id for check in plugins.checks.values() for alias in check.aliases
    }
    return recorded | installed


def edition_at(path: Path) -> Edition:
    """Return the result in a file, or the one that a PDF carries.

    Raises:
        InputError: If it cannot be read, is or carries no result, or contradicts
            itself.
    """
    if path.exists() and (path.is_dir() or path.suffix.lower() not in NAMES):
        hint = "Name a result.json, or a report.pdf, which carries one."
        raise InputError([Problem(f"{path} is no result of an audit.", hint=hint)])
    if path.suffix.lower() != PDF:
        return read_edition(path)
    # Imported only for a PDF: reading one takes a library of its own.
    from auditor.verification import result_in

    with TemporaryDirectory(prefix="cxaudit-") as folder:
        carried = Path(folder) / RESULT
        carried.write_bytes(result_in(path))
        try:
            return replace(read_edition(carried), source=str(path))
        except InputError as error:
            said = str(error.problems[0]).replace(str(carried), RESULT)
            raise InputError([Problem(f"{path}: {said}")]) from None


def read_editions(paths: Iterable[Path]) -> list[Edition]:
    """Return the results in files and folders.

    What in a folder is no result is passed over with a warning; a file that is named
    has to be one.

    Raises:
        InputError: If there is none, or too many, or a named one cannot be used.
    """
    editions = [edition for path in paths for edition in _editions(path)]
    if not editions:
        message = "There is no result of an audit."
        hint = "'cxaudit run PROFILE -o result.json' writes one."
        raise InputError([Problem(message, hint=hint)])
    return editions


def one_organisation(editions: Sequence[Edition]) -> None:
    """Make sure that all results are of one organisation.

    Raises:
        InputError: If they are not; names each with its file.
    """
    first = editions[0]
    others = [
        edition
        for edition in editions
        if not same_organisation(edition.organisation, first.organisation)
    ]
    if others:
        message = (
            f"{others[0].source} is of {others[0].organisation[:60]!r}, "
            f"{first.source} of {first.organisation[:60]!r}."
        )
        hint = "Only results of one organisation can be compared."
        raise InputError([Problem(message, hint=hint)])


def _editions(path: Path) -> Iterator[Edition]:
    if not path.is_dir():
        yield edition_at(path)
        return
    files = sorted(path.rglob("*.json"))
    if len(files) > MOST_RESULTS:
        message = f"{path} holds {len(files):,} JSON files; {MOST_RESULTS} are read."
        raise InputError([Problem(message, hint="Name the results one by one.")])
    for file in files:
        try:
            yield read_edition(file)
        except InputError as error:
            warn(f"{file} is passed over. {error.problems[0]}")
