"""Declared shares: feedback that is answered, and questionnaires that are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.confrontation.claim import Agreement, Claim, ClaimKind, is_attached
from auditor.confrontation.tolerance import CLOSURE, compared
from auditor.translation import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.evidence import Evidence
    from auditor.finding import Room
    from auditor.profile import Profile

__all__ = ["closure", "response_rates"]

BY_STATUS: Final = "By its status: the table does not say who was told."
UNTOLD: Final = "Several surveys have a rate, and the invitations are not told apart."


def closure(
    profile: Profile, evidence: Evidence, rooms: Mapping[str, Room]
) -> Iterator[Claim]:
    """Yield the declared closure rate beside the share who were told the outcome."""
    feedback = profile.feedback
    if feedback is None or feedback.declared_closure_rate is None:
        return
    rate, pointer = feedback.declared_closure_rate, feedback.at("declared_closure_rate")
    lacking = evidence.lacking("feedback", "loop_closed")
    # Where nothing says who was told, the status is the next best thing to go by.
    name = "closure" if lacking else "loop_closed"
    shown = evidence.measure("feedback", name)
    judged = (
        compared(rate, shown, room=rooms.get(pointer, CLOSURE))
        if shown
        else _none(evidence, "feedback", lacking)
    )
    agreement, reason = judged
    yield Claim(
        ClaimKind.CLOSURE,
        message("Feedback answered with its outcome"),
        pointer,
        _per_cent(rate),
        rate,
        shown,
        agreement,
        f"{reason} {BY_STATUS}" if shown and lacking else reason,
    )


def response_rates(profile: Profile, evidence: Evidence) -> Iterator[Claim]:
    """Yield each declared response rate beside that of the invitations."""
    feedback = profile.feedback
    rated = [
        source
        for source in (feedback and feedback.sources) or ()
        if source.response_rate is not None
    ]
    lacking = evidence.lacking("invitations", "response_rate")
    shown = evidence.measure("invitations", "response_rate")
    if len(rated) > 1:
        shown, lacking = None, lacking or UNTOLD
    for source in rated:
        rate = source.response_rate or 0.0
        # One wave of a survey has many invitations.
        judged = (
            compared(rate, shown, least=1)
            if shown
            else _none(evidence, "invitations", lacking)
        )
        name, pointer = source.name or source.id, source.at("response_rate")
        yield Claim(
            ClaimKind.RESPONSE_RATE,
            message("Response rate: {survey}", survey=name),
            pointer,
            _per_cent(rate),
            rate,
            shown,
            *judged,
        )


def _none(evidence: Evidence, kind: str, lacking: str) -> tuple[Agreement, str]:
    """Return that there is no figure, and why."""
    attached = is_attached(evidence, kind)
    return (Agreement.NOT_COMPUTED if attached else Agreement.NO_EVIDENCE), lacking


def _per_cent(share: float) -> str:
    return message("{percentage:.4g} %", percentage=100 * share)
