"""Looking over a rubric: what it would be hard to defend before a client.

Every departure from the usual has a reason: a work, or our judgement and why. Weights
of all areas add up to 100, so that people can read them as per cent. What is partly met
is never harder than what is met, and no severity weighs more than a worse one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from auditor.bibliography import OURS
from auditor.errors import Position, Problem
from auditor.finding import Severity
from auditor.profile.wording import nearest, quote
from auditor.rubric import LONGEST_REASON
from auditor.rubric_file.meaning import position_of
from auditor.rubric_file.reasons import departures, reason_for, works_known

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from auditor.checks import Area
    from auditor.rubric import Rubric
    from auditor.rubric_file.model import RubricFile
    from auditor.rubric_file.reading import Overlay
    from auditor.rubric_file.reasons import Keys

__all__ = ["lint"]

WHOLE: Final = 100.0
"""What the weights of all areas in the total add up to."""
SLACK: Final = 0.01
"""Ours: how far off they may be, as a third of 100 has no end."""
START: Final = Position("", 0, 0)
"""Before everything that has a place."""


def lint(overlay: Overlay, areas: Iterable[Area]) -> tuple[Problem, ...]:
    """Return everything about a rubric file that should be mended, in its order."""
    areas = tuple(areas)
    said = overlay.said
    found = list(overlay.meaningless(areas))
    places = list(_unfounded(overlay))
    if not found:
        places += _odd(said, overlay.laid_over(areas), areas)
    found += (
        Problem(message, position_of(overlay.document, keys), hint)
        for keys, message, hint in places
    )
    return tuple(sorted(found, key=lambda one: one.position or START))


def _unfounded(overlay: Overlay) -> Iterator[tuple[Keys, str, str]]:
    """Yield what has no reason, and reasons that are none."""
    way = f"Give it a source and why under `reasons`, or the source `{OURS}` and why."
    said, set_ = overlay.said, [*departures(overlay.said, overlay.document)]
    for keys in set_:
        if reason_for(said, keys) is None:
            name = ".".join(keys)
            yield _written(said, keys), f"{quote(name)} is set without a reason.", way
    known = {OURS, *works_known(said)}
    for name, reason in (said.reasons or {}).items():
        place = ("reasons", name)
        if not any(f"{'.'.join(keys)}.".startswith(f"{name}.") for keys in set_):
            yield place, f"A reason for {quote(name)}, which is not set here.", ""
        if reason.source not in known:
            near = nearest(reason.source, known)
            hint = f"Did you mean {quote(near)}?" if near else "Name it under `works`."
            message = f"There is no work {quote(reason.source)}."
            yield (*place, "source"), message, hint
        if reason.because and len(reason.because) > LONGEST_REASON:
            length = len(reason.because)
            message = f"This has {length:,} characters; reports show {LONGEST_REASON}."
            yield (*place, "because"), message, "Say it in a sentence or two."
        if reason.source == OURS and not reason.because:
            yield place, "Our own judgement has to say why.", "Add `because`."


def _written(said: RubricFile, keys: Keys) -> Keys:
    """Return the keys by which the file writes something; lists have indexes."""
    names = getattr(said, keys[0])
    if isinstance(names, tuple):
        return keys[0], str(names.index(keys[1]))
    return keys


def _odd(
    said: RubricFile, rubric: Rubric, areas: tuple[Area, ...]
) -> Iterator[tuple[Keys, str, str]]:
    """Yield what contradicts itself once the rubric is complete."""
    total = sum(rubric.area_weights.values())
    if said.areas and abs(total - WHOLE) > SLACK:
        message = f"The weights of all areas add up to {total:g}."
        yield ("areas",), message, f"Let them add up to {WHOLE:g}."
    for worse, milder in pairwise(Severity):
        if rubric.severity_weights[worse] < rubric.severity_weights[milder]:
            message = f"{worse.capitalize()} weighs less than {milder}."
            yield ("severities",), message, ""
    if not rubric.selected:
        place = "ignore" if said.ignore else "select"
        yield (place,), "No check is left to be judged.", ""
    for check in (check for area in areas for check in area.checks):
        yield from _crossed(check.id, check.defaults(), rubric.parameters[check.id])


def _crossed(
    check: str, usual: Mapping[str, float], now: Mapping[str, float]
) -> Iterator[tuple[Keys, str, str]]:
    """Yield thresholds of which partly met is harder than met, unlike usually."""
    for partly in usual:
        met = _stricter(partly, usual)
        if met is None:
            continue
        direction = usual[met] - usual[partly]
        if direction * (now[met] - now[partly]) < 0:
            relation = "above" if direction > 0 else "below"
            message = (
                f"{quote(partly)} ({now[partly]:g}) is {relation} {quote(met)} "
                f"({now[met]:g}): partly met is harder than met."
            )
            yield ("checks", check, "parameters"), message, ""


def _stricter(partly: str, names: Iterable[str]) -> str | None:
    """Return the threshold for met that belongs to one for partly met."""
    if "partly" not in partly:
        return None
    candidates = (partly.replace("partly", "met"), partly.removeprefix("partly_"))
    return next((name for name in candidates if name in names), None)
