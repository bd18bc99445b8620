"""Time limits and windows: what counts as soon enough, again, gone."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor.evidence.names import folded
from auditor.translation import Message, length_in_words, message, plural

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["USUAL_TARGETS", "WORKING_DAY", "Limits", "ResponseTarget"]

WORKING_DAY: Final = 8.0
"""Ours: hours of working time in a day, where a target counts them."""
SHARES: Final = frozenset({"bulk_share", "discount"})
"""Limits that are shares."""


class ResponseTarget(NamedTuple):
    """How soon a first answer is due."""

    hours: float
    """Hours, more than 0."""
    working: bool = False
    """Whether only working time counts: Monday to Friday, eight hours a day."""


USUAL_TARGETS: Final[Mapping[str, ResponseTarget]] = MappingProxyType(
    {
        "chat": ResponseTarget(1 / 60),
        "social": ResponseTarget(1),
        "email": ResponseTarget(24),
    }
)
"""Targets of kinds of channel for which an organisation names none (AI CX Stack); of
the other kinds nothing is usual."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Time limits and windows; a rubric may set its own.

    Where each comes from, and what it may be set to, says `auditor.measure_limits`.
    """

    acknowledge_days: int = 3
    """Working days until a complaint is acknowledged (NHS; FRC Commissioner)."""
    outcome_days: float = 30
    """Ours: days until the customer is told the outcome."""
    resolve_days: float = 56
    """Days until a complaint is resolved, where it has no due date (FCA DISP 1.6)."""
    contact_hours: float = 48
    """Hours in which somebody calls an unhappy customer (vendors of such software)."""
    recurrence_days: float = 30
    """Ours: days in which the same complaint of a customer has come back."""
    instant_seconds: float = 60
    """Ours: seconds in which nobody can have dealt with anything."""
    bulk_share: float = 0.3
    """Ours: share of a month's closures within an hour from which they were made in
    bulk."""
    bulk_month: int = 30
    """Ours: closures that a month must have for that to be told."""
    repeat_days: float = 7
    """Days in which a further contact on the same matter undoes a first resolution."""
    reopen_days: float = 30
    """Ours: days after closing in which a request may yet be reopened."""
    reassigned_from: int = 2
    """Ours: moves between teams from which a request counts as passed around."""
    unanswered_from: float = 2
    """Ours: times the target after which a request counts as left unanswered."""
    churn_days: float = 365
    """Days over which customers are watched for leaving."""
    margin_days: float = 365
    """Days of the period that revenue and margin are of."""
    discount: float = 0
    """Yearly discount rate of a customer's value; with 0 there is no value."""
    first_response: Mapping[str, ResponseTarget] = field(
        default_factory=lambda: dict(USUAL_TARGETS), hash=False
    )
    """By the folded name of a channel, how soon a first answer is due."""

    def worded(self, name: str) -> Message:
        """Return a limit as a sentence says it: "48 hours", "1 working day", "30 %"."""
        value = getattr(self, name)
        if name in SHARES:
            return message("{share:g} %", share=100 * value)
        match name.rpartition("_")[2]:
            case "days" if name == "acknowledge_days":
                return length_in_words(value, "working day")
            case "days" | "hours" | "seconds" as unit:
                return length_in_words(value, unit.removesuffix("s"))
            case "from":
                return plural("{n:g} time", "{n:g} times", value)
            case _:
                return message("{amount:g}", amount=value)

    def response_target(self, channel: str) -> ResponseTarget | None:
        """Return how soon a first answer is due on a channel, as a table names it."""
        return self.first_response.get(folded(channel))
