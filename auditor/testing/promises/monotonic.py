"""More of the good never lowers a share.

What is good, a check's examples say: one that earns more has more of it. Two things
follow, and both are tried.

*What lies between* two examples that differ in one thing alone earns no less than the
worse of them; and where the better one is met, nothing is lost again on the way to it.
That thing is a number or a day of the profile, entries of one list with the same ids
(`between`), the mix of the rows of a table (`rows_between`), or the assurance.

*Two faults*, of which each is something that what is met has, earn no more than one of
them (`faults`).

Steps that no profile can have, or of which nothing is judged, are passed over. Of other
examples nobody can say what lies between (a longer list is not always a better one);
the verdicts on the examples themselves are another promise. A check of which nothing
else is known has nothing to try.
"""

from __future__ import annotations

from itertools import combinations, islice, product
from operator import attrgetter
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.checks import Context
from auditor.finding import HALF, SCORED, Outcome, Verdict
from auditor.testing.between import documents_between, numbers_between
from auditor.testing.exemplary import exemplary_document, patched, profile_of
from auditor.testing.faults import with_both_faults
from auditor.testing.judging import asked, attempted, context_of, verdicts
from auditor.testing.rows_between import tables_between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from auditor.checks import Check
    from auditor.example import Example
    from auditor.profile.tree import PlainValue
    from auditor.testing.rows_between import Tables

__all__ = ["more_of_the_good_is_no_worse"]

WAYS: Final = 12
"""Ours: ways, and pairs of faults, that are tried for one check."""
MET: Final = 1.0
"""What is earned by a check that is met."""
NOISE: Final = 1e-9
"""Ours: by how much a share of the same may differ."""


class _Step(NamedTuple):
    """What a check is asked at one place of a way."""

    document: dict[str, PlainValue]
    evidence: Tables
    assurance: float | None


class _End(NamedTuple):
    """An example, and what is earned by it."""

    title: str
    step: _Step
    earned: float


def more_of_the_good_is_no_worse(check: Check) -> Iterator[str]:
    """Yield for each way between two examples, and each two faults, what falls."""
    ends = sorted(_ends(check), key=attrgetter("earned"), reverse=True)
    for found in (_falls(check, ends), _outweighed(check, ends)):
        yield from islice(found, WAYS)


def _ends(check: Check) -> Iterator[_End]:
    for example, verdict in verdicts(check):
        earned = _earned_by(verdict)
        if earned is not None:
            yield _End(example.title, _step(example), earned)


def _step(example: Example) -> _Step:
    document = patched(exemplary_document(), example.patch)
    return _Step(document, example.evidence, example.assurance)


def _falls(check: Check, ends: Sequence[_End]) -> Iterator[str]:
    """Yield for each way on which something is judged whether less is earned on it.

    Of two ends the first is the better one, as they come sorted.
    """
    for better, worse in combinations(ends, 2):
        if worse.earned >= better.earned - NOISE:
            continue
        way = [_earned(check, step) for step in _way(worse.step, better.step)]
        if judged := [earned for earned in way if earned is not None]:
            yield _told(worse, better, judged)


def _told(worse: _End, better: _End, way: Sequence[float]) -> str:
    """Return where less is earned than before, or than at the beginning."""
    best = worse.earned
    for earned in way:
        if earned < best - NOISE:
            return (
                f"From “{worse.title}” to “{better.title}” what is earned falls from "
                f"{best:.2f} to {earned:.2f}."
            )
        if better.earned == MET:
            best = max(best, earned)
    return ""


def _outweighed(check: Check, ends: Sequence[_End]) -> Iterator[str]:
    """Yield for each two faults of what is met whether both earn more than one."""
    met = [end for end in ends if end.earned == MET]
    faulty = [end for end in ends if end.earned < MET]
    for better, (one, other) in product(met, combinations(faulty, 2)):
        if not one.step[1:] == other.step[1:] == better.step[1:]:
            continue
        both = with_both_faults(
            better.step.document, one.step.document, other.step.document
        )
        if both is None:
            continue
        earned = _earned(check, better.step._replace(document=both))
        if earned is not None:
            yield _told_of_both(one, other, earned)


def _told_of_both(one: _End, other: _End, earned: float) -> str:
    """Return by how much two faults earn more than one."""
    least = min(one, other, key=attrgetter("earned"))
    if earned <= least.earned + NOISE:
        return ""
    return (
        f"What is wrong in “{one.title}” and in “{other.title}” earns {earned:.2f} "
        f"together, and {least.earned:.2f} where only “{least.title}” holds."
    )


def _way(worse: _Step, better: _Step) -> list[_Step]:
    """Return the steps between two; none where too much differs."""
    differs = [one != other for one, other in zip(worse, better, strict=True)]
    match differs:
        case [True, False, False]:
            between = documents_between(worse.document, better.document)
            return [worse._replace(document=each) for each in between]
        case [False, True, False]:
            tables = tables_between(worse.evidence, better.evidence)
            return [worse._replace(evidence=each) for each in tables]
        case [False, False, True]:
            if worse.assurance is None or better.assurance is None:
                return []
            numbers = numbers_between(worse.assurance, better.assurance)
            return [worse._replace(assurance=each) for each in numbers]
        case _:
            return []


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
    return _earned_by(verdict) if isinstance(verdict, Verdict) else None


def _earned_by(verdict: Verdict) -> float | None:
    if verdict.outcome not in SCORED:
        return None
    if verdict.outcome is Outcome.PARTLY_MET:
        return HALF if verdict.share is None else verdict.share
    return MET if verdict.outcome is Outcome.MET else 0.0
