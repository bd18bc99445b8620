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
from auditor.evidence.presets import FOLDER, load_presets, mapping_of
from auditor.evidence.reading import connect, prepare_table
from auditor.evidence.reading.copying import copied
from auditor.evidence.reading.faults import reporting
from auditor.evidence.reading.remarks import PERSONAL
from auditor.evidence.tables import columns_of
from auditor.profile.document import read_document
from auditor.profile.wording import nearest, quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from duckdb import DuckDBPyConnection

    from auditor.evidence.mapping import TableMapping
    from auditor.evidence.measure import EvidenceTable, Measure
    from auditor.evidence.measures import Refusal
    from auditor.evidence.presets import Preset
    from auditor.evidence.tables import Remark
    from auditor.profile.evidence import Dataset
    from auditor.profile.reading import LoadedProfile

__all__ = [
    "Evidence",
    "Fault",
    "MeasuredTable",
    "engine",
    "mapping_for",
    "measured_evidence",
    "presets_in",
]

PACKAGES: Final = ("duckdb", "python_calamine", "scipy")
"""What the extra `evidence` installs."""
HIDDEN: Final = "(an address or a number)"
"""What stands for the name of a group that names a person."""
LAYOUT: Final = (
    "timezone",
    "header_rows",
    "skip_rows",
    "delimiter",
    "encoding",
    "sheet",
    "records",
)
"""What a dataset says of its source as a whole."""


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


def presets_in(folders: Iterable[Path] = ()) -> dict[str, Preset]:
    """Return our presets and those in further folders, by name.

    Raises:
        InputError: If one is not well formed, or two have the same name.
    """
    return load_presets((FOLDER, *folders), lambda path: read_document(path).value)


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
            mapping = mapping_for(dataset, presets, loaded)
            tables.append(_measured(dataset.id, source, folder, mapping, as_of))
        except InputError as error:
            faults.append(Fault(dataset.id, error))
        except OSError as error:
            cause = f"it cannot be read: {error.strerror}."
            faults.append(Fault(dataset.id, EvidenceError(source[:60], cause)))
    return Evidence(tuple(tables), tuple(faults))


def mapping_for(
    dataset: Dataset, presets: Mapping[str, Preset], loaded: LoadedProfile
) -> TableMapping:
    """Return how the columns of a dataset's source become ours.

    What the dataset says goes before what its preset says, column by column.

    Raises:
        InputError: If there is no such preset or column, or nothing is mapped.
    """
    preset = _preset(dataset, presets, loaded)
    for name in dataset.columns or {}:
        _known(name, columns_of(dataset.kind), "column", dataset, "columns", loaded)
    plain = dataset.model_dump(exclude={"id", "source", "preset"}, exclude_none=True)
    own = mapping_of(f"evidence {dataset.id}", plain)
    if preset is None:
        return own
    stated = [name for name in LAYOUT if getattr(dataset, name) is not None]
    return replace(
        preset.mapping,
        columns={**preset.mapping.columns, **own.columns},
        scales={**preset.mapping.scales, **own.scales},
        filters=preset.mapping.filters if dataset.filters is None else own.filters,
        **{name: getattr(own, name) for name in stated},
    )


def _preset(
    dataset: Dataset, presets: Mapping[str, Preset], loaded: LoadedProfile
) -> Preset | None:
    if dataset.preset is None:
        if dataset.columns:
            return None
        message = "This table has neither columns nor a preset."
        hint = "`cxaudit evidence inspect FILE` proposes some."
        raise InputError([Problem(message, loaded.locate(dataset.pointer), hint)])
    _known(dataset.preset, presets, "preset", dataset, "preset", loaded)
    preset = presets[dataset.preset]
    if preset.mapping.kind != dataset.kind:
        message = f"The preset {quote(preset.name)} is of {preset.mapping.kind}."
        place = loaded.locate(dataset.at("preset"))
        raise InputError([Problem(message, place, "Change the kind, or the preset.")])
    return preset


def _known(
    name: str,
    known: Iterable[str],
    what: str,
    dataset: Dataset,
    key: str,
    loaded: LoadedProfile,
) -> None:
    """Refuse a name that means nothing, where it stands."""
    names = list(known)
    if name in names:
        return
    near = nearest(name, names)
    hint = f"Did you mean {quote(near)}?" if near else f"Known are {', '.join(names)}."
    place = loaded.locate(dataset.at(key))
    message = f"There is no {what} {quote(name)} of {dataset.kind}."
    raise InputError([Problem(message, place, hint)])


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
