"""When a first answer is due, by the channel of a request: SQL."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from auditor.evidence.limits import WORKING_DAY
from auditor.evidence.measures.dialect import business_deadline, span
from auditor.evidence.names import folded_in_sql
from auditor.evidence.sql import literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from auditor.evidence.limits import Limits, ResponseTarget

__all__ = ["response_deadlines"]


def response_deadlines(limits: Limits) -> dict[str, str]:
    """When a first answer is due, and from when on none has come for too long.

    Both are null for a channel without a target; there is neither without any target.
    """
    targets, late = limits.first_response, limits.unanswered_from
    if not targets:
        return {}
    return {"answer_by": _by(targets, 1), "unanswered_at": _by(targets, late)}


def _by(targets: Mapping[str, ResponseTarget], times: float) -> str:
    """The moment after so many times the target of a request's channel."""
    whens = (
        f"WHEN {literal(channel)} THEN {_after(target, times)}"
        for channel, target in targets.items()
    )
    return f"CASE {folded_in_sql('channel')} {' '.join(whens)} END"


def _after(target: ResponseTarget, times: float) -> str:
    if not target.working:
        return f"opened_at + {span(target.hours * times)}"
    return business_deadline("opened_at", ceil(target.hours * times / WORKING_DAY))
