"""A comparison in outline: how the score moved, what moved it, and each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.comparison import Change
from auditor.grading import counted
from auditor.renderers.days import brief_day, day
from auditor.renderers.figures import level_of, per_cent, points, span
from auditor.renderers.over_time.outline import Outline, Section
from auditor.renderers.over_time.words import (
    CAUSES,
    CHANGES,
    because,
    difference,
    gain,
    headline,
    share_of,
    stands,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.comparison import Comparison, Edition, FindingChange

__all__ = ["changes_of", "changes_outlined", "comparison_outline", "since", "tally"]

NAMED: Final = 12
"""Ours: checks named in one sentence."""
SHOWN: Final = tuple(change for change in Change if change is not Change.UNCHANGED)


def comparison_outline(comparison: Comparison) -> Outline:
    """Return all that a comparison has to say."""
    old, new = comparison.old, comparison.new
    title = f"{new.organisation}: {day(old.as_of)} and {day(new.as_of)} compared"
    sections = (
        _standing(comparison),
        _parts(comparison),
        _areas(comparison),
        Section("Findings that changed", (tally(comparison),)),
        *changes_outlined(comparison),
    )
    return Outline(title, sections)


def since(comparison: Comparison) -> Section:
    """Return how the score moved and what moved it, to stand within a report."""
    title = f"What changed since {day(comparison.old.as_of)}"
    parts = _parts(comparison)
    told = (f"{headline(comparison)}.", *parts.sentences)
    counts = f"Findings: {tally(comparison)}"
    return Section(title, told, parts.head, parts.rows, (*parts.after, counts))


def changes_of(comparison: Comparison, change: Change) -> list[FindingChange]:
    """Return the findings that changed so, those that moved most points first."""
    found = [one for one in comparison.findings if one.change is change]
    return sorted(found, key=lambda one: (-abs(one.points), one.check))


def tally(comparison: Comparison) -> str:
    """Return how many findings changed in each way, as a sentence."""
    numbers = [
        f"{number} {change}"
        for change in Change
        if (number := len(changes_of(comparison, change)))
    ]
    worse = [change.check for change in comparison.regressions]
    told = f"{', '.join(numbers) or 'none'}."
    if not worse:
        return told
    criteria = counted(len(worse), "criterion stands", "criteria stand")
    names = ", ".join(worse[:NAMED]) + (" and others" if worse[NAMED:] else "")
    return f"{told} {criteria} worse, and not by another rubric or tool: {names}."


def _standing(comparison: Comparison) -> Section:
    old, new = comparison.old, comparison.new
    one, other = old.score, new.score
    rows = (
        ("Score", points(old.stated), points(new.stated), _moved(old, new)),
        ("Range", span(one.low, one.high), span(other.low, other.high), ""),
        ("Level, indicative", level_of(one), level_of(other), ""),
        ("Assurance", per_cent(one.assurance), per_cent(other.assurance), ""),
        ("Rubric", old.rubric_name, new.rubric_name, _same(old, new)),
        ("cxaudit", old.version, new.version, ""),
    )
    head = ("", f">{brief_day(old.as_of)}", f">{brief_day(new.as_of)}", ">Change")
    return Section("The score", (f"{headline(comparison)}.",), head, rows)


def _moved(old: Edition, new: Edition) -> str:
    return difference(old.stated, new.stated)


def _same(old: Edition, new: Edition) -> str:
    """Return whether two rubrics are one, which their names may hide."""
    if old.rubric_sha256 == new.rubric_sha256:
        return "the same"
    return "another" if old.rubric_name == new.rubric_name else ""


def _parts(comparison: Comparison) -> Section:
    """Return what the change of the score comes from, and what nobody can tell."""
    split = comparison.split
    title = "What the change comes from"
    if split is None:
        return Section(title, comparison.doubts)
    moved = [part for part in split.parts if part.points or part.checks]
    rows = [
        (CAUSES[part.cause], share_of(part), str(len(part.checks))) for part in moved
    ]
    total = ("In all", _moved(comparison.old, comparison.new), "")
    head = ("Cause", ">Points", ">Findings moved")
    return Section(title, (), head, (*rows, total), comparison.doubts)


def _areas(comparison: Comparison) -> Section:
    before = {area.id: area.score for area in comparison.old.area_scores}
    rows = tuple(
        (
            area.title if area.weight else f"{area.title} (beside the total)",
            points(before.get(area.id)),
            points(area.score),
            difference(before.get(area.id), area.score),
        )
        for area in sorted(comparison.new.area_scores, key=lambda area: not area.weight)
    )
    return Section("Areas", (), ("Area", ">Before", ">Now", ">Change"), rows)


def changes_outlined(comparison: Comparison) -> Iterator[Section]:
    """Yield every finding that changed, by what became of it."""
    head = ("Check", "Before", "Now", ">Points", "Criterion", "By")
    for change in SHOWN:
        if found := changes_of(comparison, change):
            yield Section(CHANGES[change], (), head, tuple(map(_row, found)))


def _row(change: FindingChange) -> tuple[str, ...]:
    return (
        change.check,
        stands(change.before),
        stands(change.now),
        gain(change.points) if change.steps else "",
        change.finding.title,
        because(change),
    )
