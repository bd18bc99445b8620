"""The evidence itself against what a result says of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from auditor.errors import AuditorError, MissingExtraError
from auditor.evidence import Evidence
from auditor.evidence_gathering import measured_evidence
from auditor.grading import PERIOD, months_before
from auditor.renderers.result.evidence import MeasureResult, TableResult
from auditor.verification.differences import differences, told
from auditor.verification.statement import Part, agrees, disagrees, open_

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditor.evidence import MeasuredTable
    from auditor.evidence.limits import Limits
    from auditor.plugin.collection import Plugins
    from auditor.profile.reading import LoadedProfile
    from auditor.renderers.result import ResultDocument
    from auditor.verification.statement import Statement

__all__ = ["Tables", "tables_compared"]

MOST: Final = 20
"""Ours: figures of one table that are told one by one."""
UNLIKE: Final = frozenset({"source"})
"""What may differ: where a file lies says nothing of what is in it."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Where evidence is looked for."""

    replaced: Mapping[str, str]
    """By table, a path that was given."""
    beside: LoadedProfile | None = None
    """A profile, trusted and the same as the attached, whose sources can be read."""
    limits: Limits | None = None
    """The rubric's limits of measures; the usual ones if absent."""


def tables_compared(
    result: ResultDocument,
    loaded: LoadedProfile,
    plugins: Plugins,
    tables: Tables,
    statements: list[Statement],
) -> Evidence:
    """Return what the tables show that are given.

    Says how the measures of a result stand to it.

    Args:
        result: The result.
        loaded: The profile that was audited.
        plugins: The plugins: they bring presets.
        tables: Where evidence is.
        statements: Where to say it.
    """
    recorded = {table.id: table for table in result.evidence}
    profile = tables.beside or loaded
    for name in sorted(tables.replaced.keys() - _ids(loaded)):
        text = f"The profile has no table of evidence {name!r}."
        statements.append(disagrees(Part.EVIDENCE, text, name))
    given = {name: path for name, path in tables.replaced.items() if name in recorded}
    wanted = set(recorded) if tables.beside else set(given)
    for name, table in recorded.items():
        if name not in wanted:
            statements.append(open_(Part.EVIDENCE, _not_given(table, result), name))
    if not wanted:
        return Evidence()
    tables = replace(tables, replaced=given)
    found = _measured(profile, wanted, tables, result, plugins)
    if isinstance(found, str):
        statements.append(open_(Part.EVIDENCE, found))
        return Evidence()
    for fault in found.faults:
        text = f"{fault.dataset} could not be measured here: {fault.reason}"
        statements.append(open_(Part.EVIDENCE, text, fault.dataset))
    whole = wanted == set(recorded) and not found.faults
    for measured in found.tables:
        said = recorded[measured.info.id]
        statements += _of_table(said, measured, result, found, whole=whole)
    return found


def _ids(loaded: LoadedProfile) -> set[str]:
    return {dataset.id for dataset in loaded.profile.evidence or ()}


def _not_given(table: TableResult, result: ResultDocument) -> str:
    figures = sum(measure.table == table.id for measure in result.measures)
    digest = f" The file has sha256 {table.sha256}." if table.sha256 else ""
    return (
        f"{table.id} was not given, so its {figures} figures are taken as recorded. "
        f"Give --evidence {table.id}=PATH.{digest}"
    )


def _measured(
    loaded: LoadedProfile,
    wanted: set[str],
    tables: Tables,
    result: ResultDocument,
    plugins: Plugins,
) -> Evidence | str:
    """Measure the wanted tables, or say why that cannot be done."""
    datasets = [d for d in loaded.profile.evidence or () if d.id in wanted]
    profile = loaded.profile.model_copy(update={"evidence": tuple(datasets)})
    try:
        return measured_evidence(
            replace(loaded, profile=profile),
            folders=plugins.presets,
            replaced=tables.replaced,
            as_of=result.as_of,
            since=months_before(result.as_of, PERIOD),
            limits=tables.limits,
        )
    except MissingExtraError as error:
        return f"Evidence is not measured here. {error}"
    except AuditorError as error:
        return f"Evidence cannot be measured: {error}"


def _of_table(
    recorded: TableResult,
    table: MeasuredTable,
    result: ResultDocument,
    found: Evidence,
    *,
    whole: bool,
) -> Iterator[Statement]:
    """Yield how one table stands to what is recorded of it.

    Args:
        recorded: What the result says.
        table: What its rows say now.
        result: The result.
        found: All that was measured.
        whole: Whether every table of the result was measured: without the others,
            some figures cannot be computed.
    """
    name = recorded.id
    if table.info.sha256 != recorded.sha256:
        text = f"{name} is another file than the one that was audited."
        yield disagrees(Part.EVIDENCE, text, name, recorded.sha256, table.info.sha256)
    ours = {m.id: _plain(m) for m in result.measures if m.table == name}
    theirs = {
        measure.id: _plain(MeasureResult.model_validate(measure))
        for measure in found.measures
        if measure.table == name
    }
    off = _off(ours, theirs, whole=whole)
    yield from _told(name, off, result)
    for key, said, computed in _facts(recorded, table, whole=whole):
        text = f"{key}: the report says {told(said)}; its rows give {told(computed)}."
        yield disagrees(Part.EVIDENCE, text, key, told(said), told(computed))
    if table.info.sha256 == recorded.sha256 and not off:
        text = f"{name} gives {len(theirs)} figures as recorded, from the same file."
        yield agrees(Part.EVIDENCE, text, name)
    if absent := [] if whole else sorted(ours.keys() - theirs.keys()):
        text = f"{len(absent)} figures of {name} need tables that were not given too."
        yield open_(Part.EVIDENCE, text, name)


def _off(
    ours: Mapping[str, Any], theirs: Mapping[str, Any], *, whole: bool
) -> dict[str, tuple[str, str]]:
    """Return the figures that differ, as recorded and as computed."""
    off = {}
    for id_ in dict.fromkeys((*ours, *theirs)):
        if id_ not in theirs and not whole:
            continue
        pair = ours.get(id_), theirs.get(id_)
        for key, said, computed in differences(id_, *pair):
            label = key.removeprefix(id_).lstrip(".")
            start = f"{label} " if label else ""
            off[id_] = f"{start}{told(said)}", f"{start}{told(computed)}"
            break
    return off


def _told(
    name: str, off: Mapping[str, tuple[str, str]], result: ResultDocument
) -> Iterator[Statement]:
    for id_, (said, computed) in [*off.items()][:MOST]:
        rest = [each.check for each in result.findings if id_ in each.measures]
        resting = f" {', '.join(rest)} rests on it." if rest else ""
        text = f"{id_}: the report says {said}; its rows give {computed}.{resting}"
        yield disagrees(Part.EVIDENCE, text, id_, said, computed)
    if len(off) > MOST:
        text = f"{len(off) - MOST} more figures of {name} differ."
        yield disagrees(Part.EVIDENCE, text, name)


def _facts(
    recorded: TableResult, table: MeasuredTable, *, whole: bool
) -> Sequence[tuple[str, object, object]]:
    """Return where rows, exclusions, days or remarks differ."""
    now = TableResult.model_validate(
        {name: getattr(table, name) for name in ("remarks", "faulty", "missing")}
        | {name: getattr(table.info, name) for name in table.info.__slots__}
        | {"refused": {each.name: each.reason for each in table.refused}}
    )
    unlike = UNLIKE | ({"sha256"} if whole else {"sha256", "refused"})
    ours, theirs = _plain(recorded), _plain(now)
    for key in unlike:
        del ours[key], theirs[key]
    return [*differences(recorded.id, ours, theirs)]


def _plain(part: MeasureResult | TableResult) -> dict[str, Any]:
    return part.model_dump(mode="json")
