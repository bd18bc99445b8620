"""The line of feeling across the stages of a map."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from auditor.renderers.plain import short
from auditor.renderers.view.words import brief_day, signed
from auditor.translation import say, say_plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.profile.journeys import Stage
    from auditor.renderers.view.names import Names
    from auditor.renderers.view.words import View

__all__ = ["curve"]

WIDTH: Final = 600.0
"""Width of the drawing, in its own units, however many stages share it."""
MIDDLE: Final = 15.0
STEP: Final = 5.5
"""Height of one step of feeling."""


def curve(stages: Sequence[Stage], names: Names) -> View:
    """Return the drawing of how customers feel, and the same in words by stage."""
    column = WIDTH / len(stages)
    points = [
        _point(column * (index + 0.5), stage) for index, stage in enumerate(stages)
    ]
    return {
        "width": WIDTH,
        "column": column,
        "points": [point for point in points if point],
        "unknown": [
            {"x": column * index} for index, point in enumerate(points) if not point
        ],
        "lines": _lines(points),
        "levels": [
            {"y": MIDDLE - STEP * score, "zero": score == 0} for score in range(-2, 3)
        ],
        "words": [_words(stage, names) for stage in stages],
        "says": say(
            "How customers feel, stage by stage: {feelings}.",
            feelings="; ".join(_said(stage) for stage in stages),
        ),
    }


def _point(x: float, stage: Stage) -> View | None:
    emotion = stage.emotion
    if emotion is None or emotion.score is None:
        return None
    return {
        "x": x,
        "y": MIDDLE - STEP * emotion.score,
        "text": signed(emotion.score),
        "sourced": bool(emotion.sources),
    }


def _lines(points: Sequence[View | None]) -> list[View]:
    """Return the stretches between neighbours that are both known."""
    return [
        {"x1": left["x"], "y1": left["y"], "x2": right["x"], "y2": right["y"]}
        for left, right in pairwise(points)
        if left and right
    ]


def _words(stage: Stage, names: Names) -> View:
    emotion = stage.emotion
    if emotion is None or emotion.score is None:
        return {"score": "", "text": say("Not known"), "blank": True}
    sources = emotion.sources or ()
    if not sources:
        return {
            "score": signed(emotion.score),
            "text": say("no source named"),
            "blank": False,
        }
    text = short(names.source(sources[0]), 40)
    if sources[1:]:
        text = say_plural(
            "{source} and {n:,} more source",
            "{source} and {n:,} more sources",
            len(sources) - 1,
            source=text,
        )
    if emotion.date:
        text = f"{text}, {brief_day(emotion.date)}"
    return {"score": signed(emotion.score), "text": text, "blank": False}


def _said(stage: Stage) -> str:
    score = stage.emotion.score if stage.emotion else None
    feeling = say("not known") if score is None else signed(score)
    return f"{short(stage.name or stage.id, 60)} {feeling}"
