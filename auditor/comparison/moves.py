"""The moves by which one finding comes from the old edition to the new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from auditor.comparison.cause import Cause, possible_causes
from auditor.comparison.edition import left_out
from auditor.finding import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.comparison.cause import JudgedAgain
    from auditor.comparison.edition import Edition
    from auditor.finding import Finding, Severity

__all__ = ["Move", "bearing", "moves_of", "reweighed"]


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that changed in one finding, before anybody asks what it weighs."""

    cause: Cause
    check: str
    to: Finding | None
    """The finding from then on; None where there is none."""
    between: tuple[Cause, ...] = ()
    """The causes that cannot be told apart, where that is so."""


def moves_of(
    before: Finding | None,
    now: Finding | None,
    old: Edition,
    new: Edition,
    again: JudgedAgain,
) -> Iterator[Move]:
    """Yield the moves of one check, in the order of the causes.

    Whatever bears on no score is no move: a reason in other words, for one.
    """
    known = before or now
    if known is None:
        return
    standing = before
    for move in _moves(known.check, before, now, (old, new), again):
        if bearing(standing) != bearing(move.to):
            yield move
        standing = move.to


def bearing(finding: Finding | None) -> tuple[object, ...]:
    """Return all of a finding that the total hangs on."""
    if finding is None or finding.outcome is Outcome.NOT_APPLICABLE:
        return ()
    if not finding.scored:
        return (finding.area, finding.severity, "unknown")
    return (finding.area, finding.severity, finding.earned)


def reweighed(finding: Finding, area: str, severity: Severity) -> Finding:
    """Return a finding as another rubric would weigh it."""
    if finding.contradicted:
        raised = severity.raised()
        return replace(finding, area=area, severity=raised, usual_severity=severity)
    return replace(finding, area=area, severity=severity, usual_severity=None)


def _moves(
    check: str,
    before: Finding | None,
    now: Finding | None,
    editions: tuple[Edition, Edition],
    again: JudgedAgain,
) -> Iterator[Move]:
    """Yield moves, those that change nothing among them."""
    ruled = _ruled(check, before, now, again)
    yield Move(Cause.RUBRIC, check, ruled)
    if ruled is None or now is None or left_out(now):
        return
    aged = again.aged.get(check, ruled)
    if ruled.scored and now.scored and not aged.scored:
        # Records that have aged out of the window were replaced by later ones.
        aged = ruled
    yield Move(Cause.TIME, check, aged)
    yield from _decided(aged, now, editions, again)


def _ruled(
    check: str, before: Finding | None, now: Finding | None, again: JudgedAgain
) -> Finding | None:
    """Return the old finding as the new rubric and tool have it."""
    if now is None or left_out(now):
        return now
    if check in again.ruled:
        return again.ruled[check]
    if before is None or left_out(before):
        return now
    if Outcome.ERROR in {before.outcome, now.outcome}:
        return now
    return reweighed(before, now.area, now.usual_severity or now.severity)


def _decided(
    before: Finding,
    now: Finding,
    editions: tuple[Edition, Edition],
    again: JudgedAgain,
) -> Iterator[Move]:
    """Yield what profile, evidence and their absence did, in the order of causes."""
    check = now.check
    if before.scored != now.scored and Outcome.NOT_APPLICABLE not in {
        before.outcome,
        now.outcome,
    }:
        yield Move(Cause.ASSESSMENT, check, now)
        return
    renewed = again.renewed.get(check)
    if renewed and before.scored and renewed.scored and now.scored:
        yield Move(Cause.ORGANISATION, check, renewed)
        yield Move(Cause.EVIDENCE, check, now)
        return
    causes = possible_causes(before, now, *editions, again)
    if len(causes) == 1:
        yield Move(causes[0], check, now)
    else:
        yield Move(Cause.UNCLEAR, check, now, causes)
