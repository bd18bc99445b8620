"""What definitions are filled in with: scales, limits, and when the export ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from string import Template
from typing import TYPE_CHECKING, Final

from auditor.evidence.measures.dialect import business_deadline, moment, span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.evidence.mapping import Scale

__all__ = ["Limits", "Setting", "Window"]

USUAL_RULES: Final = {
    ("csat", 1.0, 5.0): (4.0, 5.0),
    ("ces", 1.0, 7.0): (5.0, 6.0, 7.0),
}
"""Answers that count as satisfied where the mapping does not say: the top two of five
and, for "made it easy" (CES 2.0), the top three of seven; other scales need a rule."""


DAY: Final = 24.0
"""Hours."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Time limits and windows; an organisation may set its own."""

    acknowledge_days: int = 3
    """Working days until a complaint is acknowledged (NHS; FRC Commissioner)."""
    outcome_days: float = 30
    """Ours: days until the customer is told the outcome."""
    resolve_days: float = 56
    """Days until a complaint is resolved, where it has no due date (FCA DISP 1.6)."""
    repeat_days: float = 7
    """Days in which a further contact on the same matter undoes a first resolution."""
    reopen_days: float = 30
    """Ours: days after closing in which a request may yet be reopened."""
    reassigned_from: int = 2
    """Ours: moves between teams from which a request counts as passed around."""
    churn_days: float = 365
    """Days over which customers are watched for leaving."""
    margin_days: float = 365
    """Days of the period that revenue and margin are of."""
    discount: float | None = None
    """Yearly discount rate of a customer's value; without it there is no value."""


@dataclass(frozen=True, slots=True)
class Window:
    """The rows under review: those that began in it."""

    since: datetime | None = None
    """The first moment; none means from the beginning."""
    to: datetime | None = None
    """The last moment; none means to the end."""


@dataclass(frozen=True, slots=True)
class Setting:
    """All that a definition may ask for besides the rows."""

    columns: frozenset[str]
    """Columns of the relation."""
    scales: Mapping[str, Scale]
    """The declared scale of each column of answers."""
    limits: Limits
    """Time limits and windows."""
    until: datetime | None
    """When the export ends: the age of what is open is counted up to here. None where
    no row has a moment."""
    window: Window = field(default_factory=Window)
    """The rows under review, by their beginning."""

    @property
    def values(self) -> Mapping[str, str]:
        """What each `$name` stands for; a name without a value is missing."""
        found = self._moments() | self._spans()
        return found | dict(self._limits()) | dict(self._scales())

    def fill(self, template: str) -> str:
        """Fill in a definition's SQL or text."""
        return Template(template).substitute(self.values)

    def describe(self, name: str) -> str:
        """What a missing name is called in a refusal."""
        if name in {"until", "churn_from", "reopen_from"}:
            return "a moment at which the export ends"
        column, _, what = name.rpartition("_")
        if what == "satisfied":
            return f"the answers of {column} that count as satisfied"
        if what in {"minimum", "maximum"}:
            return f"the scale of {column}"
        return f"the parameter {name}"

    def _moments(self) -> dict[str, str]:
        window = {"since": self.window.since, "to": self.window.to}
        found = {name: moment(end) for name, end in window.items() if end}
        if self.until is None:
            return found
        back = self.until - timedelta(days=self.limits.churn_days)
        closed = self.until - timedelta(days=self.limits.reopen_days)
        return found | {
            "until": moment(self.until),
            "churn_from": moment(back),
            "reopen_from": moment(closed),
        }

    def _spans(self) -> dict[str, str]:
        limits = self.limits
        return {
            "acknowledge_by": business_deadline("received_at", limits.acknowledge_days),
            "outcome": span(limits.outcome_days * DAY),
            "repeat": span(limits.repeat_days * DAY),
            "resolve": span(limits.resolve_days * DAY),
            "is_deleted": self._is_deleted(),
        }

    def _is_deleted(self) -> str:
        known = "status" in self.columns
        return "coalesce(status = 'deleted', FALSE)" if known else "FALSE"

    def _limits(self) -> Iterator[tuple[str, str]]:
        for name in self.limits.__slots__:
            value = getattr(self.limits, name)
            if value is not None:
                yield name, f"{value:g}"

    def _scales(self) -> Iterator[tuple[str, str]]:
        for column, scale in self.scales.items():
            ends = (column, scale.minimum, scale.maximum)
            usual = USUAL_RULES.get(ends, ()) if scale.higher_is_better else ()
            satisfied = scale.satisfied or usual
            yield f"{column}_minimum", f"{scale.minimum:g}"
            yield f"{column}_maximum", f"{scale.maximum:g}"
            if satisfied:
                yield f"{column}_satisfied", ", ".join(f"{s:g}" for s in satisfied)
