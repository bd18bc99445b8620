"""Two rubrics in outline: what they set otherwise, and whose findings change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.bibliography import OURS
from auditor.comparison import Change
from auditor.renderers.figures import level_of, points, span
from auditor.renderers.over_time.comparison import tally
from auditor.renderers.over_time.outline import Outline, Section
from auditor.renderers.over_time.words import difference, gain, stands
from auditor.renderers.view.settings import SettingWords
from auditor.renderers.view.words import SEVERITIES
from auditor.translation import message, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.checks import Area
    from auditor.comparison import Comparison, FindingChange
    from auditor.comparison.rubrics import RubricDifference
    from auditor.departures import Setting

__all__ = ["rubrics_outline"]

TITLES: Final = {
    "severities": message("Weights of severities"),
    "areas": message("Areas"),
    "checks": message("Checks"),
    "limits": message("Limits of measures"),
    "first_response": message("First answers without a promise"),
    "select": message("Checks that are judged"),
}
"""Sections, by the first key of what they show."""


def rubrics_outline(found: RubricDifference, areas: Iterable[Area]) -> Outline:
    """Return all in which two rubrics differ."""
    areas = tuple(areas)
    words = SettingWords(
        {area.id: area.title for area in areas},
        {check.id: check for area in areas for check in area.checks},
    )
    title = say("{old} and {new} compared", old=found.old.label, new=found.new.label)
    sections = [
        Section(say(heading), (), _head(found), rows)
        for key, heading in TITLES.items()
        if (rows := tuple(_row(s, words) for s in found.settings if s.keys[0] == key))
    ]
    if not sections:
        nothing = say("The two set everything alike.")
        sections = [Section(say("Nothing differs"), (nothing,))]
    judged = _judged(found.judged, found) if found.judged else ()
    return Outline(title, (*sections, *judged))


def _row(setting: Setting, words: SettingWords) -> tuple[str, ...]:
    """Return a setting as a row: which, what, one, the other, whose, why."""
    return *words.about(setting), *words.values(setting), *_why(setting)


def _head(found: RubricDifference) -> tuple[str, ...]:
    return (
        *(say("Which"), say("What")),
        *(f">{found.old.label}", f">{found.new.label}"),
        *(say("Whose"), say("Why")),
    )


def _why(setting: Setting) -> tuple[str, str]:
    """Return whose a setting of the second rubric is, and why it is so."""
    reason, set_by = setting.reason, setting.set_by
    named = say("set by {rubric}", rubric=set_by) if set_by else ""
    if reason is None:
        return named, ""
    if reason.source == OURS:
        own = say("The rubric's own judgement")
        whose = say("judgement of {rubric}", rubric=set_by) if set_by else own
        return whose, reason.because
    author = reason.work.author if reason.work else ""
    return "; ".join(filter(None, (author, named))), reason.because


def _judged(judged: Comparison, found: RubricDifference) -> Iterator[Section]:
    """Yield how one organisation stands by both, and the findings that change."""
    names = (f">{found.old.label}", f">{found.new.label}")
    yield _scores(judged, names)
    changed = [one for one in judged.findings if _changes(one)]
    head = (say("Check"), *names, f">{say('Points')}", say("Criterion"))
    told = say("Findings: {tally}", tally=tally(judged))
    heading = say("Findings that stand or weigh otherwise")
    yield Section(heading, (told,), head, tuple(map(_changed, changed)))


def _scores(judged: Comparison, names: tuple[str, ...]) -> Section:
    old, new = judged.old, judged.new
    title = say(
        "{organisation} on {day:brief}, by both",
        organisation=new.organisation,
        day=new.as_of,
    )
    one, other = old.score, new.score
    moved = difference(old.stated, new.stated)
    rows = (
        (say("Score"), points(old.stated), points(new.stated), moved),
        (say("Range"), span(one.low, one.high), span(other.low, other.high), ""),
        (say("Level, indicative"), level_of(one), level_of(other), ""),
    )
    head = ("", *names, f">{say('Change')}")
    return Section(title, (), head, rows)


def _changes(change: FindingChange) -> bool:
    """Whether a finding stands otherwise, or weighs otherwise by its severity."""
    before, now = change.before, change.now
    other = before and now and before.severity is not now.severity
    return change.change is not Change.UNCHANGED or bool(other)


def _changed(change: FindingChange) -> tuple[str, ...]:
    return (
        change.check,
        _standing(change, old=True),
        _standing(change, old=False),
        gain(change.points) if change.steps else "",
        say(change.finding.title),
    )


def _standing(change: FindingChange, *, old: bool) -> str:
    finding = change.before if old else change.now
    if finding is None:
        return stands(finding)
    severity = say(SEVERITIES[finding.severity])
    return say("{verdict} ({severity})", verdict=stands(finding), severity=severity)
