"""All definitions, which of them a table allows, and why not the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Final

from auditor.evidence.limits import Limits
from auditor.evidence.mapping import Scale
from auditor.evidence.measures.customers import CUSTOMERS
from auditor.evidence.measures.feedback import FEEDBACK
from auditor.evidence.measures.joined import JOINED
from auditor.evidence.measures.setting import Setting
from auditor.evidence.measures.surveys import INVITATIONS, SURVEYS
from auditor.evidence.measures.tickets import TICKETS
from auditor.evidence.measures.wording import filled, left_open
from auditor.translation import Message, message, together

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from auditor.evidence.measures.definition import Definition

__all__ = ["DEFINITIONS", "Description", "Refusal", "choose", "definitions"]

DEFINITIONS: Final = (*SURVEYS, *TICKETS, *FEEDBACK, *CUSTOMERS, *INVITATIONS)
"""Every way to compute every measure; the preferred one of a name comes first."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A measure that cannot be computed from a table, and what would change that."""

    table: str
    """The dataset."""
    name: str
    """The measure."""
    reason: str
    """Why, in a clause."""


@dataclass(frozen=True, slots=True)
class Description:
    """A definition as documentation shows it."""

    table: str
    name: str
    statistics: tuple[str, ...]
    unit: str
    text: str
    clock: str
    interval: str
    needs: tuple[str, ...]
    excluded: tuple[str, ...]
    source: str


def choose(
    kind: str,
    setting: Setting,
    names: Container[str] | None = None,
    among: Iterable[Definition] = DEFINITIONS,
) -> tuple[list[Definition], dict[str, Message]]:
    """For each measure the first definition whose needs are met.

    Args:
        kind: The kind of table.
        setting: What there is to meet them.
        names: The measures that are wanted; none means all.
        among: The definitions to choose from.

    Returns:
        The definitions, and for each name without any what it lacks least of.
    """
    chosen: dict[tuple[str, tuple[str, ...]], Definition] = {}
    lacking: dict[str, tuple[Message, ...]] = {}
    for definition in among:
        name, key = definition.name, definition.key
        if definition.table != kind or (names is not None and name not in names):
            continue
        if not (lacks := definition.lacks(setting)):
            chosen.setdefault(key, definition)
        elif name not in lacking or len(lacks) < len(lacking[name]):
            lacking[name] = lacks
    computed = {definition.name for definition in chosen.values()}
    refused = {
        name: message("it needs {things}", things=together(lacks))
        for name, lacks in lacking.items()
        if name not in computed
    }
    return list(chosen.values()), refused


def definitions() -> Iterator[Description]:
    """Every definition, with the usual scales and limits filled in."""
    five, seven = Scale(1, 5, satisfied=(4, 5)), Scale(1, 7)
    scales = {"csat": five, "ces": seven, "trust": five}
    any_moment = datetime.combine(date(2000, 1, 1), time.min)  # none is told
    setting = Setting(frozenset(), scales, Limits(), any_moment)
    for definition in (*DEFINITIONS, *JOINED):
        figure = definition.figure
        names = {name: f"the given {name}" for name in left_open(definition.text)}
        yield Description(
            definition.table,
            definition.name,
            figure.statistics,
            figure.unit,
            filled(definition.text, {**names, **setting.values}),
            definition.clock.value,
            figure.interval,
            definition.needs,
            tuple(exclusion.reason for exclusion in definition.excluding),
            definition.source,
        )
