"""More of the good never lowers a share.

What is good, a check's examples say: one that is met has more of it than one that is
not. Between two of them there is a way from the worse to the better where they differ
in one thing alone:

- a number of the profile, or the assurance of the audit: in a few steps;
- entries of a list of the profile, which has the same ids: entry by entry;
- how many of the same number of rows of a table are alike: in a few steps.

What is earned must not fall on the way. Steps that no profile can have, or of which
nothing is judged, are passed over. Of other pairs of examples nobody can say what
lies between (a longer list is not always a better one); a check that has no others has
nothing to try.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.checks import Context
from auditor.finding import HALF, SCORED, Outcome, Verdict
from auditor.testing.changes import is_number
from auditor.testing.exemplary import exemplary_document, patched, profile_of
from auditor.testing.judging import asked, attempted, context_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.checks import Check, Example, Rows
    from auditor.profile.tree import PlainValue

__all__ = ["more_of_the_good_is_no_worse"]

WAYS: Final = 12
"""Ours: ways that are tried for one check."""
STEPS: Final = 4
"""Ours: parts into which the way between two numbers is cut."""
NOISE: Final = 1e-9
"""Ours: by how much a share of the same may differ."""


class _Step(NamedTuple):
    """What a check is asked at one place of a way."""

    document: dict[str, PlainValue]
    evidence: Mapping[str, tuple[Rows, ...]]
    assurance: float | None


def more_of_the_good_is_no_worse(check: Check) -> Iterator[str]:
    """Yield for each way from a worse example to a better whether it never falls."""
    for worse, better, way in islice(_ways(check), WAYS):
        best = -1.0
        told = ""
        for step in way:
            earned = _earned(check, step)
            if earned is None:
                continue
            if earned < best - NOISE and not told:
                told = (
                    f"From “{worse.title}” to “{better.title}” what is earned falls "
                    f"from {best:.2f} to {earned:.2f}."
                )
            best = max(best, earned)
        yield told


def _ways(check: Check) -> Iterator[tuple[Example, Example, list[_Step]]]:
    for better in check.examples:
        if better.outcome is not Outcome.MET:
            continue
        for worse in check.examples:
            if worse.outcome in SCORED - {Outcome.MET} and (
                way := _way(_start(worse), _start(better))
            ):
                yield worse, better, way


def _start(example: Example) -> _Step:
    document = patched(exemplary_document(), example.patch)
    return _Step(document, example.evidence, example.assurance)


def _way(worse: _Step, better: _Step) -> list[_Step]:
    """Return the steps from one to the other; none where too much differs."""
    differs = [one != other for one, other in zip(worse, better, strict=True)]
    match differs:
        case [True, False, False]:
            between = _documents(worse.document, better.document)
            return [worse._replace(document=each) for each in between]
        case [False, True, False]:
            tables = _tables(worse.evidence, better.evidence)
            return [worse._replace(evidence=each) for each in tables]
        case [False, False, True]:
            if worse.assurance is None or better.assurance is None:
                return []
            numbers = _numbers(worse.assurance, better.assurance)
            return [worse._replace(assurance=each) for each in numbers]
        case _:
            return []


def _between(worse: PlainValue, better: PlainValue) -> list[PlainValue]:
    """Return the values from one to another that differs in one list or number."""
    if isinstance(worse, dict) and isinstance(better, dict):
        return [*_documents(worse, better)]
    if isinstance(worse, list) and isinstance(better, list):
        return [*_lists(worse, better)]
    if is_number(worse) and is_number(better):
        return [*_numbers(worse, better)]
    return []


def _documents(
    worse: dict[str, PlainValue], better: dict[str, PlainValue]
) -> list[dict[str, PlainValue]]:
    """Return the groups between two, if they have the same keys and differ in one."""
    keys = [key for key in {**worse, **better} if worse.get(key) != better.get(key)]
    if len(keys) != 1 or not worse.keys() & better.keys() & {*keys}:
        return []
    (key,) = keys
    return [worse | {key: each} for each in _between(worse[key], better[key])]


def _lists(worse: list[PlainValue], better: list[PlainValue]) -> list[list[PlainValue]]:
    """Return the lists between two, if they are of the same things."""
    if [*map(_name, worse)] != [*map(_name, better)]:
        return []
    places = [place for place, entry in enumerate(worse) if entry != better[place]]
    if len(places) == 1:
        (place,) = places
        between = _between(worse[place], better[place])
        between = between or [worse[place], better[place]]
        return [[*worse[:place], each, *worse[place + 1 :]] for each in between]
    way, now = [worse], worse
    for place in places:
        now = [*now[:place], better[place], *now[place + 1 :]]
        way.append(now)
    return way


def _name(entry: object) -> object:
    """Return by what an entry of a list is known: its id, or itself."""
    return entry.get("id", entry) if isinstance(entry, dict) else entry


def _numbers(worse: float, better: float) -> list[float]:
    """Return the numbers from one to another, whole ones between whole ones."""
    whole = isinstance(worse, int) and isinstance(better, int)
    between = [worse + (better - worse) * step / STEPS for step in range(STEPS + 1)]
    return [round(each) for each in between] if whole else between


def _tables(
    worse: Mapping[str, tuple[Rows, ...]], better: Mapping[str, tuple[Rows, ...]]
) -> list[dict[str, tuple[Rows, ...]]]:
    """Return the tables between two that differ in how many rows are alike."""
    if worse.keys() != better.keys():
        return []
    both = worse, better
    for kind in worse:
        shapes = [[some.values for some in tables[kind]] for tables in both]
        numbers = [sum(some.count for some in tables[kind]) for tables in both]
        if shapes[0] != shapes[1] or numbers[0] != numbers[1]:
            return []
    return [
        {
            kind: tuple(
                replace(some, count=round(_numbers(some.count, other.count)[step]))
                for some, other in zip(worse[kind], better[kind], strict=True)
            )
            for kind in worse
        }
        for step in range(STEPS + 1)
    ]


def _earned(check: Check, step: _Step) -> float | None:
    """Return what is earned there; nothing where nothing can be judged."""
    context = attempted(
        lambda: context_of(
            check,
            profile_of(step.document),
            evidence=step.evidence,
            assurance=step.assurance,
        )
    )
    if not isinstance(context, Context):
        return None
    verdict = asked(check, context)
    if not isinstance(verdict, Verdict) or verdict.outcome not in SCORED:
        return None
    if verdict.outcome is Outcome.PARTLY_MET:
        return HALF if verdict.share is None else verdict.share
    return 1.0 if verdict.outcome is Outcome.MET else 0.0
