"""A history in outline: scores over the years, like for like, and what comes back."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.renderers.days import brief_day
from auditor.renderers.figures import level_of, per_cent, points, span
from auditor.renderers.order import OUTCOMES
from auditor.renderers.over_time.outline import Outline, Section
from auditor.renderers.over_time.words import (
    area_named,
    area_score,
    areas_of,
    difference,
)
from auditor.translation import say, say_plural, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.comparison import Edition, History, Return, Trend

__all__ = ["history_outline"]


def history_outline(history: History) -> Outline:
    """Return all that a history has to say."""
    name = history.editions[-1].organisation
    sections = (_scores(history), *_trends(history), _areas(history), _returns(history))
    title = say_plural(
        "{organisation}: {n:,} audit",
        "{organisation}: {n:,} audits",
        len(history.editions),
        organisation=name,
    )
    return Outline(title, sections)


def _scores(history: History) -> Section:
    head = (
        say("Day"),
        f">{say('Score')}",
        f">{say('Range')}",
        f">{say('Level')}",
        f">{say('Assurance')}",
        say("Rubric"),
        "cxaudit",
    )
    return Section(say("Scores"), (), head, tuple(map(_score, history.editions)))


def _score(edition: Edition) -> tuple[str, ...]:
    score = edition.score
    return (
        brief_day(edition.as_of),
        points(edition.stated),
        span(score.low, score.high),
        level_of(score),
        per_cent(score.assurance),
        edition.rubric_name,
        edition.version,
    )


def _trends(history: History) -> Iterator[Section]:
    """Yield how like compares with like, where there is more than one edition."""
    if not history.trends:
        return
    sentence = say(
        "Only criteria that were assessed at both ends, with the weights of the later "
        "audit. What only one of the two asked is counted beside it."
    )
    head = (
        say("From"),
        say("To"),
        f">{say('Before')}",
        f">{say('Then')}",
        f">{say('Change')}",
        f">{say('Criteria')}",
        say("Mind"),
    )
    pairs = zip(pairwise(history.editions), history.trends, strict=True)
    rows = tuple(_trend(old, new, trend) for (old, new), trend in pairs)
    yield Section(say("Like for like"), (sentence,), head, rows)


def _trend(old: Edition, new: Edition, trend: Trend) -> tuple[str, ...]:
    others = [
        what
        for what, other in (
            (say("other rubric"), trend.other_rubric),
            (say("other version"), trend.other_tool),
            (say("{n:,} only before", n=trend.dropped), trend.dropped),
            (say("{n:,} only then", n=trend.added), trend.added),
        )
        if other
    ]
    return (
        brief_day(old.as_of),
        brief_day(new.as_of),
        points(trend.before),
        points(trend.now),
        difference(trend.before, trend.now),
        written(trend.common),
        ", ".join(others),
    )


def _areas(history: History) -> Section:
    """Return the score of each area over the years; the changes are like for like."""
    days = [f">{brief_day(edition.as_of)}" for edition in history.editions]
    trend = history.trends[-1].areas if history.trends else ()
    changes = {area.id: difference(area.before, area.now) for area in trend}
    rows = tuple(
        (
            area_named(area),
            *(area_score(edition, area.id) for edition in history.editions),
            changes.get(area.id, ""),
        )
        for area in areas_of(history.editions)
    )
    return Section(
        say("Areas"),
        (),
        (say("Area"), *days, f">{say('Last change, like for like')}"),
        rows,
    )


def _returns(history: History) -> Section:
    title = say("Findings that came back")
    if not history.returns:
        return Section(title, (say("None: nothing that was met is open again."),))
    head = (say("Check"), say("Met"), say("Open again"), say("Now"), say("Criterion"))
    return Section(title, (), head, tuple(map(_return, history.returns)))


def _return(came_back: Return) -> tuple[str, ...]:
    now = say("not asked") if came_back.now is None else say(OUTCOMES[came_back.now])
    days = (brief_day(came_back.met), brief_day(came_back.back))
    return (came_back.check, *days, now, say(came_back.title))
