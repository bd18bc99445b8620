"""All definitions, which of them a table allows, and why not the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from string import Template
from typing import TYPE_CHECKING, Final

from auditor.evidence.mapping import Scale
from auditor.evidence.measures.customers import CUSTOMERS
from auditor.evidence.measures.feedback import FEEDBACK
from auditor.evidence.measures.setting import Limits, Setting
from auditor.evidence.measures.surveys import INVITATIONS, SURVEYS
from auditor.evidence.measures.tickets import TICKETS

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def choose(kind: str, setting: Setting) -> tuple[list[Definition], dict[str, str]]:
    """For each measure the first definition whose needs are met.

    Returns:
        The definitions, and for each name without any what the last of them lacks.
    """
    chosen: dict[tuple[str, tuple[str, ...]], Definition] = {}
    lacking: dict[str, str] = {}
    for definition in DEFINITIONS:
        if definition.table != kind or definition.key in chosen:
            continue
        if lacks := definition.lacks(setting):
            lacking[definition.name] = f"it needs {' and '.join(lacks)}"
        else:
            chosen[definition.key] = definition
    computed = {definition.name for definition in chosen.values()}
    refused = {name: why for name, why in lacking.items() if name not in computed}
    return list(chosen.values()), refused


def definitions() -> Iterator[Description]:
    """Every definition, with the usual scales and limits filled in."""
    five, seven = Scale(1, 5, satisfied=(4, 5)), Scale(1, 7)
    scales = {"csat": five, "ces": seven, "trust": five}
    setting = Setting(frozenset(), scales, Limits(), datetime(2000, 1, 1))  # noqa: DTZ001 - never shown
    for definition in DEFINITIONS:
        figure = definition.figure
        known = Template(definition.text).safe_substitute(setting.values)
        yield Description(
            definition.table,
            definition.name,
            figure.statistics,
            figure.unit,
            known.replace("$", "the given "),
            definition.clock.value,
            figure.interval,
            definition.needs,
            tuple(exclusion.reason for exclusion in definition.excluding),
            definition.source,
        )
