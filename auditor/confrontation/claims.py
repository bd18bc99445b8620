"""Every claim of a profile that its records could bear out or disprove."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.confrontation.claim import Agreement, Claim, ClaimKind
from auditor.confrontation.promises import promises
from auditor.confrontation.shares import closure, response_rates
from auditor.confrontation.tolerance import FIGURES, compared
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from auditor.evidence import Evidence, Measure
    from auditor.finding import Finding, Room
    from auditor.profile import Profile
    from auditor.profile.metrics import Metric
    from auditor.translation import Message

__all__ = ["claims"]

WORST_FIRST: Final = list(Agreement)


def claims(
    profile: Profile, evidence: Evidence, findings: Iterable[Finding] = ()
) -> tuple[Claim, ...]:
    """Return every claim beside what its records show, the contradicted ones first.

    Args:
        profile: What the organisation says.
        evidence: What its tables show.
        findings: What was found of it. A claim that a check judged has the room that
            the check gave it, which a rubric may set; any other has ours.
    """
    rooms = {pointer: room for f in findings for pointer, room in f.rooms.items()}
    every = (
        *_metrics(profile, evidence, rooms),
        *closure(profile, evidence, rooms),
        *response_rates(profile, evidence),
        *promises(profile, evidence),
    )
    return tuple(sorted(every, key=lambda each: WORST_FIRST.index(each.agreement)))


def _metrics(
    profile: Profile, evidence: Evidence, rooms: Mapping[str, Room]
) -> Iterator[Claim]:
    for metric in profile.metrics or ():
        shown = evidence.claims.get(metric.id)
        if shown is None and metric.value is None:
            continue
        room = rooms.get(metric.at("value"), FIGURES)
        value, agreement, reason = _of_metric(metric, shown, evidence, room)
        said = "" if metric.value is None else _written(metric.value, metric.unit)
        pointer = metric.at("value") if said else metric.pointer
        name = metric.name or metric.id
        yield Claim(
            ClaimKind.METRIC, name, pointer, said, value, shown, agreement, reason
        )


def _of_metric(
    metric: Metric, shown: Measure | None, evidence: Evidence, room: Room
) -> tuple[float | None, Agreement, str]:
    if shown is None:
        return None, *_without_figure(metric, evidence)
    value = evidence.declared.get(metric.id)
    if metric.value is None:
        return None, Agreement.NOT_STATED, message("The profile states no value.")
    if value is None:
        why = evidence.not_computed.get(metric.id)
        reason = message("They are of different units.") if why is None else why
        return None, Agreement.NOT_JUDGED, reason
    return value, *compared(value, shown, room=room, stated=metric.value)


def _without_figure(metric: Metric, evidence: Evidence) -> tuple[Agreement, str]:
    if reason := evidence.not_computed.get(metric.id, ""):
        return Agreement.NOT_COMPUTED, reason
    said = metric.evidence
    if said is None or said.dataset is None:
        reason = message("The profile names no table that it comes from.")
        return Agreement.NO_EVIDENCE, reason
    if said.measure is None:
        reason = message("The profile names no measure of the table {table}.")
        return Agreement.NO_EVIDENCE, reason.filled(table=said.dataset)
    if any(fault.dataset == said.dataset for fault in evidence.faults):
        reason = message("The table {table} could not be read.")
        return Agreement.NOT_COMPUTED, reason.filled(table=said.dataset)
    reason = message("The table {table} is not attached.", table=said.dataset)
    return Agreement.NO_EVIDENCE, reason


def _written(value: float, unit: str | None) -> Message:
    if not unit:
        return message("{value:,.12g}", value=value)
    return message("{value:,.12g} {unit}", value=value, unit=unit)
