"""A comparison in outline: how the score moved, what moved it, and each finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.comparison import Change
from auditor.renderers.days import brief_day
from auditor.renderers.figures import level_of, per_cent, points, span
from auditor.renderers.over_time.outline import Outline, Section
from auditor.renderers.over_time.words import (
    CAUSES,
    CHANGES,
    TALLIED,
    added_up,
    area_named,
    area_score,
    areas_of,
    because,
    difference,
    gain,
    headline,
    share_of,
    stands,
)
from auditor.translation import say, say_plural, written

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
    title = say(
        "{organisation}: {before:long} and {now:long} compared",
        organisation=new.organisation,
        before=old.as_of,
        now=new.as_of,
    )
    sections = (
        _standing(comparison),
        _parts(comparison),
        _areas(comparison),
        Section(
            say("Findings that changed"),
            tuple(filter(None, (tally(comparison), added_up(comparison)))),
        ),
        *changes_outlined(comparison),
    )
    return Outline(title, sections)


def since(comparison: Comparison) -> Section:
    """Return how the score moved and what moved it, to stand within a report."""
    title = say("What changed since {day:long}", day=comparison.old.as_of)
    parts = _parts(comparison)
    told = (f"{headline(comparison)}.", *parts.sentences)
    counts = say("Findings: {tally}", tally=tally(comparison))
    return Section(title, told, parts.head, parts.rows, (*parts.after, counts))


def changes_of(comparison: Comparison, change: Change) -> list[FindingChange]:
    """Return the findings that changed so, those that moved most points first."""
    found = [one for one in comparison.findings if one.change is change]
    return sorted(found, key=lambda one: (-abs(one.points), one.check))


def tally(comparison: Comparison) -> str:
    """Return how many findings changed in each way, as a sentence."""
    numbers = [
        say(TALLIED[change], n=number)
        for change in Change
        if (number := len(changes_of(comparison, change)))
    ]
    worse = [change.check for change in comparison.regressions]
    told = f"{', '.join(numbers) or say('none')}."
    if not worse:
        return told
    names = ", ".join(worse[:NAMED])
    if worse[NAMED:]:
        names = say("{names} and others", names=names)
    regressed = say_plural(
        "{n:,} criterion stands worse, and not by another rubric or tool: {names}.",
        "{n:,} criteria stand worse, and not by another rubric or tool: {names}.",
        len(worse),
        names=names,
    )
    return f"{told} {regressed}"


def _standing(comparison: Comparison) -> Section:
    old, new = comparison.old, comparison.new
    one, other = old.score, new.score
    rows = (
        (say("Score"), points(old.stated), points(new.stated), _moved(old, new)),
        (say("Range"), span(one.low, one.high), span(other.low, other.high), ""),
        (say("Level, indicative"), level_of(one), level_of(other), ""),
        (say("Assurance"), per_cent(one.assurance), per_cent(other.assurance), ""),
        (say("Rubric"), old.rubric_name, new.rubric_name, _same(old, new)),
        ("cxaudit", old.version, new.version, ""),
    )
    head = (
        "",
        f">{brief_day(old.as_of)}",
        f">{brief_day(new.as_of)}",
        f">{say('Change')}",
    )
    return Section(say("The score"), (f"{headline(comparison)}.",), head, rows)


def _moved(old: Edition, new: Edition) -> str:
    return difference(old.stated, new.stated)


def _same(old: Edition, new: Edition) -> str:
    """Return whether two rubrics are one, which their names may hide."""
    if old.rubric_sha256 == new.rubric_sha256:
        return say("the same")
    return say("another") if old.rubric_name == new.rubric_name else ""


def _parts(comparison: Comparison) -> Section:
    """Return what the change of the score comes from, and what nobody can tell."""
    split, doubts = comparison.split, tuple(map(say, comparison.doubts))
    title = say("What the change comes from")
    if split is None:
        return Section(title, doubts)
    moved = [part for part in split.parts if part.points or part.checks]
    rows = [
        (say(CAUSES[part.cause]), share_of(part), written(len(part.checks)))
        for part in moved
    ]
    total = (say("In all"), _moved(comparison.old, comparison.new), "")
    head = (say("Cause"), f">{say('Points')}", f">{say('Findings moved')}")
    return Section(title, (), head, (*rows, total), doubts)


def _areas(comparison: Comparison) -> Section:
    old, new = comparison.old, comparison.new
    before = {area.id: area.score for area in old.area_scores}
    now = {area.id: area.score for area in new.area_scores}
    rows = tuple(
        (
            area_named(area),
            area_score(old, area.id),
            area_score(new, area.id),
            difference(before.get(area.id), now.get(area.id)),
        )
        for area in areas_of((old, new))
    )
    return Section(
        say("Areas"),
        (),
        (say("Area"), f">{say('Before')}", f">{say('Now')}", f">{say('Change')}"),
        rows,
    )


def changes_outlined(comparison: Comparison) -> Iterator[Section]:
    """Yield every finding that changed, by what became of it."""
    head = (
        say("Check"),
        say("Before"),
        say("Now"),
        f">{say('Points')}",
        say("Criterion"),
        say("By"),
    )
    for change in SHOWN:
        if found := changes_of(comparison, change):
            yield Section(say(CHANGES[change]), (), head, tuple(map(_row, found)))


def _row(change: FindingChange) -> tuple[str, ...]:
    return (
        change.check,
        stands(change.before),
        stands(change.now),
        gain(change.points) if change.steps else "",
        say(change.finding.title),
        because(change),
    )
