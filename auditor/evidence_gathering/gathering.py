"""The profile's tables of evidence: each is read as the profile says, and measured.

A table that cannot be read is told with its reason, and the others are measured.
"""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.errors import (
    InputError,
    MissingExtraError,
    Problem,
)
from auditor.evidence.measured import Evidence, Fault
from auditor.evidence.reading import connect, prepare_table
from auditor.evidence.reading.copying import copied
from auditor.evidence_gathering.mapping import mapping_for
from auditor.evidence_gathering.measuring import (
    isolated,
    measured_tables,
    under_review,
)
from auditor.evidence_gathering.presets import presets_in
from auditor.profile.addresses import is_address, without_secret
from auditor.profile.wording import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from datetime import date

    from duckdb import DuckDBPyConnection

    from auditor.evidence.canonical_table import CanonicalTable
    from auditor.evidence.engines.session import Session
    from auditor.evidence.limits import Limits
    from auditor.evidence.mapping import TableMapping
    from auditor.profile.evidence import Dataset
    from auditor.profile.reading import LoadedProfile

__all__ = ["engine", "folder_of", "measured_evidence", "require_packages"]

PACKAGES: Final = ("duckdb", "python_calamine", "scipy")
"""What the extra `evidence` installs."""


def require_packages(purpose: str) -> None:
    """Make sure that evidence can be measured here.

    Args:
        purpose: What needs it, as the beginning of a sentence.

    Raises:
        MissingExtraError: If the packages that evidence needs are not installed.
    """
    if not all(map(find_spec, PACKAGES)):
        raise MissingExtraError(purpose, "evidence")


@contextmanager
def engine() -> Iterator[tuple[DuckDBPyConnection, Path]]:
    """Open the query engine, and a folder for its work that is removed afterwards.

    Raises:
        MissingExtraError: If the packages that evidence needs are not installed.
    """
    require_packages("Reading evidence")
    with TemporaryDirectory(prefix="cxaudit-") as folder:
        workspace = Path(folder)
        with _interruptible(), connect(workspace) as connection:
            yield connection, workspace


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C be what it is: the engine makes another error of it."""
    try:
        yield
    except RuntimeError as error:
        if "interrupted" in str(error).lower():
            raise KeyboardInterrupt from None
        raise


def measured_evidence(
    loaded: LoadedProfile,
    *,
    folders: Iterable[Path] = (),
    replaced: Mapping[str, str] | None = None,
    as_of: date,
    since: date | None = None,
    limits: Limits | None = None,
) -> Evidence:
    """Read and measure every table of evidence of a profile.

    Args:
        loaded: The profile; relative paths begin where it is.
        folders: Further folders of presets.
        replaced: By id, paths to read instead of the profile's sources; relative ones
            begin in the working directory.
        as_of: The day of the audit: what has no end yet is not older than that.
        since: The first day under review; none means all rows count.
        limits: The rubric's limits; the usual ones if absent.

    Raises:
        InputError: If a replaced table does not exist, or presets are malformed.
        MissingExtraError: If the packages that evidence needs are not installed.
    """
    datasets, sources = loaded.profile.evidence or (), replaced or {}
    _refuse_unknown(sources, [dataset.id for dataset in datasets])
    _refuse_secrets(sources)
    if not datasets:
        return Evidence()
    needs_presets = any(dataset.preset for dataset in datasets)
    presets = presets_in(folders) if needs_presets else {}
    faults: list[Fault] = []
    tables: list[CanonicalTable] = []
    mappings: dict[str, TableMapping] = {}
    sessions: dict[str, Session] = {}
    with engine() as (connection, workspace), ExitStack() as databases:
        for dataset in datasets:
            source, folder = _whereabouts(dataset, sources, loaded)
            with isolated(dataset.id, dataset.kind, faults):
                mapping = mapping_for(dataset, presets, loaded.locate)
                mappings[dataset.id] = mapping
                if is_address(source):
                    opened = _in_database(dataset, source, mapping, sessions)
                    tables.append(databases.enter_context(opened))
                    continue
                place = Place(source, folder, workspace)
                tables.append(_read(connection, dataset.id, mapping, place))
        wanted = under_review(as_of, since, limits)
        found = measured_tables(loaded.profile, tables, wanted)
    return replace(found, faults=(*faults, *found.faults), mappings=mappings)


def _refuse_unknown(replaced: Iterable[str], ids: list[str]) -> None:
    for name in replaced:
        if name not in ids:
            listed = ", ".join(map(quote, ids)) or "none"
            message = f"The profile has no table of evidence {quote(name)}."
            raise InputError([Problem(message, hint=f"It has {listed}.")])


def _refuse_secrets(replaced: Mapping[str, str]) -> None:
    for name, source in replaced.items():
        try:
            without_secret(source)
        except ValueError as error:
            raise InputError([Problem(f"The source of {name}: {error}.")]) from None


def _whereabouts(
    dataset: Dataset, replaced: Mapping[str, str], loaded: LoadedProfile
) -> tuple[str, Path]:
    """Return the source of a table, and where a relative path of it begins."""
    if dataset.id in replaced:
        return replaced[dataset.id], Path()
    return dataset.source, folder_of(loaded)


def folder_of(loaded: LoadedProfile) -> Path:
    """Return where relative paths of a profile begin."""
    path = Path(loaded.source)
    return path if path.is_dir() else path.parent


class Place(NamedTuple):
    """Where a source is, and where there is room for copies."""

    source: str
    folder: Path
    workspace: Path


def _in_database(
    dataset: Dataset,
    source: str,
    mapping: TableMapping,
    sessions: dict[str, Session],
) -> AbstractContextManager[CanonicalTable]:
    from auditor.evidence.engines import (
        Database,
        opened_table,
    )

    database = Database(source, dataset.table or "", dataset.query or "")
    return opened_table(database, dataset.id, mapping, sessions)


def _read(
    connection: DuckDBPyConnection, dataset: str, mapping: TableMapping, place: Place
) -> CanonicalTable:
    prepared = prepare_table(
        connection,
        dataset,
        place.source,
        mapping,
        folder=place.folder,
        workspace=place.workspace,
    )
    return copied(prepared, place.workspace)
