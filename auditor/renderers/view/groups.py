"""Figures of groups: channels, reasons, stages and others, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.evidence.statistics.minimums import SHOWN_FROM, Standing, standing
from auditor.renderers import measured
from auditor.renderers.plain import short
from auditor.renderers.spoken import capital, spoken
from auditor.renderers.view.intervals import axis, whisker
from auditor.translation import say, say_plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditor.evidence import Measure, MeasuredTable
    from auditor.renderers.view.intervals import Axis
    from auditor.renderers.view.names import Names
    from auditor.renderers.view.words import View

__all__ = ["KEYS", "Keyed", "groups_of", "keyed"]

KEYS: Final = {
    "surveys": (("nps", "score"), ("csat", "share"), ("ces", "share")),
    "tickets": (
        ("first_response_time", "p90_with_open"),
        ("first_contact_resolution", "share"),
        ("csat", "share"),
        ("resolution_time", "p90_with_open"),
    ),
    "feedback": (
        ("loop_closed", "share"),
        ("resolved_in_time", "share"),
        ("time_to_resolve", "p90_with_open"),
    ),
    "customers": (("retention", "share"),),
    "invitations": (),
}
"""Ours: what a reader asks of each kind of table first; the JSON result has all."""
MOST_KEYS: Final = 3
"""Ours: figures side by side that a page is wide enough for."""
CUTS: Final = ("channel", "reason", "theme", "department", "stage", "segment")
MOST_GROUPS: Final = 12
"""Ours: groups of one cut that are drawn, the largest."""
Keyed = dict[tuple[str, ...], dict[tuple[str, ...], "Measure"]]
"""By cut, then by group, the figures of one measure; levels are one level's alone."""


def keyed(table: MeasuredTable) -> dict[tuple[str, str], Keyed]:
    """Return what a table's kind asks for first, by cut and group."""
    keys = KEYS.get(table.info.kind, ())
    found: dict[tuple[str, str], Keyed] = {}
    for measure in table.measures:
        key = (measure.name, measure.statistic)
        if key in keys:
            cut, group = tuple(measure.by), tuple(measure.by.values())
            found.setdefault(key, {}).setdefault(cut, {})[group] = measure
    return {key: _of_one_level(found[key]) for key in keys if key in found}


def _of_one_level(found: Keyed) -> Keyed:
    """Return the figures by cut alone: of all rows, or of the level with most."""
    levels = found.get(("level",), {})
    if () in found or not levels:
        return found
    level = max(levels.items(), key=lambda pair: pair[1].n)[0]
    inside: Keyed = {(): {(): levels[level]}}
    for cut, groups in found.items():
        if len(cut) > 1 and cut[0] == "level":
            mine = {g[1:]: m for g, m in groups.items() if g[:1] == level}
            inside[cut[1:]] = mine
    return inside


def groups_of(
    figures: Mapping[tuple[str, str], Keyed], called: Names
) -> Iterator[View]:
    """Yield a view of each cut that tells more than one group apart."""
    for cut in CUTS:
        chosen = [each[(cut,)] for each in figures.values() if each.get((cut,))]
        names = {group[0] for each in chosen[:MOST_KEYS] for group in each}
        if len(names) > 1:
            yield _cut(cut, chosen[:MOST_KEYS], names, called)


def _cut(
    cut: str,
    chosen: Sequence[Mapping[tuple[str, ...], Measure]],
    names: set[str],
    called: Names,
) -> View:
    rows = {name: max(e[(name,)].n for e in chosen if (name,) in e) for name in names}
    shown = [name for name in rows if rows[name] >= SHOWN_FROM]
    shown.sort(key=lambda name: (-rows[name], name))
    small = len(names) - len(shown)
    drawn = shown[:MOST_GROUPS]
    axes = [_axis(each, drawn) for each in chosen]
    return {
        "name": capital(spoken(cut)),
        "within": spoken(cut),
        "title": say("By {cut}", cut=spoken(cut)),
        "heads": [_head(each) for each in chosen],
        "rows": [
            {
                "name": short(called.group(cut, name), measured.LONGEST_GROUP),
                "cells": [
                    _cell(each.get((name,)), ends)
                    for each, ends in zip(chosen, axes, strict=True)
                ],
            }
            for name in drawn
        ],
        "note": _note(len(shown) - len(drawn), small),
    }


def _head(each: Mapping[tuple[str, ...], Measure]) -> str:
    first = next(iter(each.values()))
    level = first.by.get("level", "")
    told = f" ({spoken(level)})" if level else ""
    return f"{measured.name(first)}{told}"


def _axis(each: Mapping[tuple[str, ...], Measure], drawn: Sequence[str]) -> Axis:
    figures = [each[(name,)] for name in drawn if (name,) in each]
    judged = [measure for measure in figures if measured.is_judged(measure)]
    unit = next(iter(each.values())).unit
    return axis(unit, judged)


def _cell(measure: Measure | None, ends: Axis) -> View:
    if measure is None or measure.value is None:
        few = measure is not None and standing(measure.n) is Standing.SUPPRESSED
        text = (
            say("Fewer than {least} rows", least=SHOWN_FROM)
            if few
            else say("Not known")
        )
        return {"figure": "", "note": text, "drawing": None}
    if not measured.is_judged(measure):
        note = say("{rows}: not judged", rows=measured.rows(measure))
        return {"figure": measured.figure(measure), "note": note, "drawing": None}
    inside = filter(None, (measured.interval(measure), measured.rows(measure)))
    return {
        "figure": measured.figure(measure),
        "note": ", ".join(inside),
        "drawing": whisker(measure, ends),
    }


def _note(more: int, small: int) -> str:
    told = []
    if more:
        told.append(
            say_plural(
                "{n:,} more group in the JSON result.",
                "{n:,} more groups in the JSON result.",
                more,
            )
        )
    if small:
        told.append(
            say_plural(
                "{n:,} group of fewer than {least} rows not shown.",
                "{n:,} groups of fewer than {least} rows not shown.",
                small,
                least=SHOWN_FROM,
            )
        )
    return " ".join(told)
