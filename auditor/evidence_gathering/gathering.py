"""The profile's tables of evidence: each is read as the profile says, and measured.

A table that cannot be read is told with its reason, and the others are measured.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, time
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from auditor.errors import (
    EvidenceError,
    InputError,
    MissingExtraError,
    Problem,
)
from auditor.evidence.measures import Wanted, measure
from auditor.evidence.reading import connect, prepare_table
from auditor.evidence.reading.copying import copied
from auditor.evidence.reading.faults import reporting
from auditor.evidence.reading.remarks import PERSONAL
from auditor.evidence_gathering.mapping import mapping_for
from auditor.evidence_gathering.presets import presets_in
from auditor.profile.wording import quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from duckdb import DuckDBPyConnection

    from auditor.evidence.canonical_table import Remark
    from auditor.evidence.mapping import TableMapping
    from auditor.evidence.measure import EvidenceTable, Measure
    from auditor.evidence.measures import Refusal
    from auditor.profile.reading import LoadedProfile

__all__ = [
    "Evidence",
    "Fault",
    "MeasuredTable",
    "engine",
    "measured_evidence",
]

PACKAGES: Final = ("duckdb", "python_calamine", "scipy")
"""What the extra `evidence` installs."""
HIDDEN: Final = "(an address or a number)"
"""What stands for the name of a group that names a person."""


@dataclass(frozen=True, slots=True)
class MeasuredTable:
    """What one table of evidence says."""

    info: EvidenceTable
    """Where it came from, its rows, and those left out."""
    remarks: tuple[Remark, ...]
    """What is odd about it."""
    measures: tuple[Measure, ...]
    """Every figure."""
    refused: tuple[Refusal, ...]
    """Measures that it does not allow, and why."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why one table of evidence could not be measured."""

    dataset: str
    """Its id."""
    error: InputError
    """What is wrong with it."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What all tables of a profile say."""

    tables: tuple[MeasuredTable, ...]
    """The tables that could be measured."""
    faults: tuple[Fault, ...]
    """The others."""


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
) -> Evidence:
    """Read and measure every table of evidence of a profile.

    Args:
        loaded: The profile; relative paths begin where it is.
        folders: Further folders of presets.
        replaced: By id, paths to read instead of the profile's sources; relative ones
            begin in the working directory.
        as_of: The day of the audit: what has no end yet is not older than that.

    Raises:
        InputError: If a replaced table does not exist, or presets are malformed.
        MissingExtraError: If the packages that evidence needs are not installed.
    """
    datasets, sources = loaded.profile.evidence or (), replaced or {}
    _refuse_unknown(sources, [dataset.id for dataset in datasets])
    needs_presets = any(dataset.preset for dataset in datasets)
    presets = presets_in(folders) if needs_presets else {}
    tables: list[MeasuredTable] = []
    faults: list[Fault] = []
    for dataset in datasets:
        source, folder = dataset.source, _folder_of(loaded)
        if dataset.id in sources:
            source, folder = sources[dataset.id], Path()
        try:
            mapping = mapping_for(dataset, presets, loaded.locate)
            tables.append(_measured(dataset.id, source, folder, mapping, as_of))
        except InputError as error:
            faults.append(Fault(dataset.id, error))
        except OSError as error:
            cause = f"it cannot be read: {error.strerror}."
            faults.append(Fault(dataset.id, EvidenceError(source[:60], cause)))
    return Evidence(tuple(tables), tuple(faults))


def _refuse_unknown(replaced: Iterable[str], ids: list[str]) -> None:
    for name in replaced:
        if name not in ids:
            listed = ", ".join(map(quote, ids)) or "none"
            message = f"The profile has no table of evidence {quote(name)}."
            raise InputError([Problem(message, hint=f"It has {listed}.")])


def _folder_of(loaded: LoadedProfile) -> Path:
    path = Path(loaded.source)
    return path if path.is_dir() else path.parent


def _measured(
    dataset: str, source: str, folder: Path, mapping: TableMapping, as_of: date
) -> MeasuredTable:
    scheme, is_address, _ = source.partition("://")
    if is_address:
        # The rest of an address may hold a password.
        hint = "Export the table to a file, and name the file."
        raise EvidenceError(f"{scheme}://…", "an address cannot be read.", hint)
    wanted = Wanted(as_of=datetime.combine(as_of, time.max))
    with engine() as (connection, workspace):
        prepared = prepare_table(
            connection, dataset, source, mapping, folder=folder, workspace=workspace
        )
        table = copied(prepared, workspace)
        with reporting(source):
            found = measure(table, wanted)
    measures = tuple(map(_impersonal, found.measures))
    return MeasuredTable(table.info, table.remarks, measures, found.refused)


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
