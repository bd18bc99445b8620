"""A result against the result of another audit of the same, key by key."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, Any, Final

from auditor.grading import counted
from auditor.renderers.plain import short
from auditor.verification.statement import Part, agrees, disagrees

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from auditor.verification.statement import Statement

__all__ = ["Difference", "compared", "differences", "told"]

Difference = tuple[str, object, object]
"""A key, what is recorded there, and what should be."""

NOTHING: Final = object()
"""Stands for what is not there."""
CLOSE: Final = 1e-9
"""Share by which two machines may differ in a figure."""
TELLING: Final = {
    "areas": "id",
    "findings": "check",
    "roadmap": "check",
    "measures": "id",
    "evidence": "id",
    "claims": "pointer",
}
"""Lists whose entries have names."""
AGREEING: Final = frozenset({"areas", "comparison", "findings", "roadmap", "score"})
"""Keys of which it is told that they agree."""
ELSEWHERE: Final = frozenset({"tool"})
"""What is told of by other statements."""
NOUNS: Final = {
    "findings": ("finding",),
    "areas": ("area",),
    "roadmap": ("step of the roadmap", "steps of the roadmap"),
}
"""What the entries of a list are called: one, and several where that is no plain s."""
LONGEST: Final = 160
MOST: Final = 40
"""Ours: differences of one kind that are told one by one."""


def compared(
    recorded: Mapping[str, Any],
    recomputed: Mapping[str, Any],
    left_out: Container[str] = (),
) -> Iterator[Statement]:
    """Yield how a result stands to the result of auditing once more.

    Args:
        recorded: The result, as plain values.
        recomputed: What the audit gives now.
        left_out: Keys that cannot be compared.
    """
    for key in dict.fromkeys((*recomputed, *recorded)):
        if key in ELSEWHERE or key in left_out:
            continue
        pair = recorded.get(key, NOTHING), recomputed.get(key, NOTHING)
        found = [*differences(key, *pair)]
        part = Part.FINDING if key == "findings" else Part.RESULT
        for name, said, computed in found[:MOST]:
            yield _told(part, name, said, computed)
        if len(found) > MOST:
            text = f"{len(found) - MOST} more differences in {key}."
            yield disagrees(part, text, key)
        if not found and key in AGREEING:
            yield agrees(part, _agreement(key, recorded), key)


def differences(name: str, recorded: object, found: object) -> Iterator[Difference]:
    """Yield where two plain values differ, as deep as both have the same shape."""
    if isinstance(recorded, dict) and isinstance(found, dict):
        for key in dict.fromkeys((*found, *recorded)):
            pair = recorded.get(key, NOTHING), found.get(key, NOTHING)
            yield from differences(f"{name}.{key}", *pair)
    elif isinstance(recorded, list) and isinstance(found, list):
        yield from _of_lists(name, recorded, found)
    elif not _same(recorded, found):
        yield name, recorded, found


def told(value: object) -> str:
    """Return a value as a message shows it."""
    if value is NOTHING:
        return "nothing"
    if isinstance(value, dict | list):
        return "an entry" if isinstance(value, dict) else f"{len(value)} entries"
    text = "null" if value is None else str(value)
    return short(text, LONGEST) or "an empty text"


def _of_lists(
    name: str, recorded: Sequence[Any], found: Sequence[Any]
) -> Iterator[Difference]:
    """Pair entries by their names where they have some, else by their places."""
    key = TELLING.get(name)
    if key and _named(recorded, key) and _named(found, key):
        ours = {entry[key]: entry for entry in recorded}
        theirs = {entry[key]: entry for entry in found}
        for each in dict.fromkeys((*theirs, *ours)):
            pair = ours.get(each, NOTHING), theirs.get(each, NOTHING)
            yield from differences(f"{name}.{each}", *pair)
        if [*ours] != [*theirs] and ours.keys() == theirs.keys():
            yield f"{name} (order)", ", ".join(ours), ", ".join(theirs)
        return
    for at in range(max(len(recorded), len(found))):
        pair = (
            recorded[at] if at < len(recorded) else NOTHING,
            found[at] if at < len(found) else NOTHING,
        )
        yield from differences(f"{name}.{at}", *pair)


def _named(entries: Sequence[Any], key: str) -> bool:
    """Whether entries have names, each its own."""
    if not all(isinstance(e, dict) and isinstance(e.get(key), str) for e in entries):
        return False
    return len({entry[key] for entry in entries}) == len(entries)


def _same(recorded: object, found: object) -> bool:
    if isinstance(recorded, bool) or isinstance(found, bool):
        return recorded is found
    if isinstance(recorded, int | float) and isinstance(found, int | float):
        return isclose(recorded, found, rel_tol=CLOSE, abs_tol=CLOSE)
    return recorded == found


def _told(part: Part, name: str, recorded: object, found: object) -> Statement:
    said, computed = told(recorded), told(found)
    label = name.removeprefix("findings.")
    again = f"auditing again gives {_set_off(found)}"
    text = f"{label}: the report says {_set_off(recorded)}; {again}."
    return disagrees(part, text, label, said, computed)


def _set_off(value: object) -> str:
    """Return a value as a message shows it, and a sentence in quotation marks."""
    words = isinstance(value, str) and " " in value
    return f"“{told(value)}”" if words else told(value)


def _agreement(key: str, recorded: Mapping[str, Any]) -> str:
    if key == "score":
        total = recorded["score"]["total"]
        figure = "unknown, as it should be" if total is None else f"{total:.1f}"
        return f"The score follows from the profile: {figure}."
    if key == "comparison":
        since = recorded["comparison"]["old"]["as_of"]
        return f"What changed since {since} is as comparing again gives it."
    things = counted(len(recorded[key]), *NOUNS[key])
    return f"{things} as auditing again gives them."
