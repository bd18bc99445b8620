"""The profile's tables of evidence: each is read as the profile says, and measured.

A table that cannot be read is told with its reason, and the others are measured.
"""

from __future__ import annotations

import re
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime, time
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.errors import (
    EvidenceError,
    InputError,
    MissingExtraError,
    Problem,
)
from auditor.evidence.measured import Evidence, Fault, MeasuredTable
from auditor.evidence.measures import Wanted, Window, measure
from auditor.evidence.measures.integrity import faulty_rows
from auditor.evidence.measures.joining import joined_measures
from auditor.evidence.reading import connect, prepare_table
from auditor.evidence.reading.copying import copied
from auditor.evidence.reading.faults import reporting
from auditor.evidence.reading.remarks import PERSONAL
from auditor.evidence_gathering.claims import claims_of
from auditor.evidence_gathering.limits import limits_of
from auditor.evidence_gathering.mapping import mapping_for
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
    from auditor.evidence.mapping import TableMapping
    from auditor.evidence.measure import Measure
    from auditor.evidence.measures import Measured
    from auditor.profile import Profile
    from auditor.profile.evidence import Dataset
    from auditor.profile.reading import LoadedProfile

__all__ = ["engine", "measured_evidence", "measured_tables", "under_review"]

PACKAGES: Final = ("duckdb", "python_calamine", "scipy")
"""What the extra `evidence` installs."""
HIDDEN: Final = "(an address or a number)"
"""What stands for the name of a group that names a person."""


@contextmanager
def engine() -> Iterator[tuple[DuckDBPyConnection, Path]]:
    """Open the query engine, and a folder for its work that is removed afterwards.

    Raises:
        MissingExtraError: If the packages that evidence needs are not installed.
    """
    if not all(map(find_spec, PACKAGES)):
        raise MissingExtraError("Reading evidence", "evidence")
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
) -> Evidence:
    """Read and measure every table of evidence of a profile.

    Args:
        loaded: The profile; relative paths begin where it is.
        folders: Further folders of presets.
        replaced: By id, paths to read instead of the profile's sources; relative ones
            begin in the working directory.
        as_of: The day of the audit: what has no end yet is not older than that.
        since: The first day under review; none means all rows count.

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
    sessions: dict[str, Session] = {}
    with engine() as (connection, workspace), ExitStack() as databases:
        for dataset in datasets:
            source, folder = dataset.source, _folder_of(loaded)
            if dataset.id in sources:
                source, folder = sources[dataset.id], Path()
            with _isolated(dataset.id, dataset.kind, faults):
                mapping = mapping_for(dataset, presets, loaded.locate)
                if is_address(source):
                    opened = _in_database(dataset, source, mapping, sessions)
                    tables.append(databases.enter_context(opened))
                    continue
                place = Place(source, folder, workspace)
                tables.append(_read(connection, dataset.id, mapping, place))
        wanted = under_review(as_of, since)
        found = measured_tables(loaded.profile, tables, wanted)
    return replace(found, faults=(*faults, *found.faults))


def under_review(as_of: date, since: date | None = None) -> Wanted:
    """Return what to compute for an audit on a day, of rows since another."""
    end = datetime.combine(as_of, time.max)
    if since is None:
        return Wanted(as_of=end)
    return Wanted(as_of=end, window=Window(datetime.combine(since, time.min), end))


def measured_tables(
    profile: Profile, tables: Iterable[CanonicalTable], wanted: Wanted
) -> Evidence:
    """Measure tables; one that cannot be read to its end leaves the others standing.

    Args:
        profile: What the organisation claims of them.
        tables: The tables, all in one engine.
        wanted: What to compute; its limits are the profile's.
    """
    wanted = replace(wanted, limits=limits_of(profile))
    measured: list[MeasuredTable] = []
    faults: list[Fault] = []
    readable: list[CanonicalTable] = []
    for table in tables:
        with (
            _isolated(table.name, table.kind, faults),
            reporting(table.info.source),
        ):
            measured.append(_measured(table, wanted))
            readable.append(table)
    claims = claims_of(profile.metrics or (), readable, wanted)
    joined = joined_measures(readable, wanted)
    return Evidence(
        tuple(_extended(table, joined.get(table.info.id)) for table in measured),
        tuple(faults),
        {name: _impersonal(claim) for name, claim in claims.computed.items()},
        claims.declared,
        claims.not_computed,
        wanted.limits,
    )


@contextmanager
def _isolated(dataset: str, kind: str, faults: list[Fault]) -> Iterator[None]:
    """Let the other tables be measured whatever is wrong with this one."""
    try:
        yield
    except InputError as error:
        faults.append(Fault(dataset, kind, error))
    except OSError as error:
        cause = f"it cannot be read: {error.strerror}."
        faults.append(Fault(dataset, kind, EvidenceError(dataset, cause)))


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


def _folder_of(loaded: LoadedProfile) -> Path:
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
    # Only whoever has a source in a database pays for its engine.
    from auditor.evidence.engines import Database, opened_table  # noqa: PLC0415

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


def _measured(table: CanonicalTable, wanted: Wanted) -> MeasuredTable:
    """Measure a table, whose groups then name no person."""
    found = measure(table, wanted)
    return MeasuredTable(
        table.info,
        table.remarks,
        tuple(map(_impersonal, found.measures)),
        found.refused,
        table.missing,
        faulty_rows(table, wanted.as_of),
    )


def _extended(table: MeasuredTable, found: Measured | None) -> MeasuredTable:
    """Add what a table says together with another."""
    if found is None:
        return table
    measures = (*table.measures, *map(_impersonal, found.measures))
    refused = (*table.refused, *found.refused)
    return replace(table, measures=measures, refused=refused)


def _impersonal(measure: Measure) -> Measure:
    """Return a measure whose group names no person: a wrong column may hold any."""
    if not any(re.search(PERSONAL, value) for value in measure.by.values()):
        return measure
    by = {
        name: HIDDEN if re.search(PERSONAL, value) else value
        for name, value in measure.by.items()
    }
    id_, _, _ = measure.id.partition("[")
    where = ",".join(f"{name}={value}" for name, value in by.items())
    return replace(measure, by=by, id=f"{id_}[{where}]")
