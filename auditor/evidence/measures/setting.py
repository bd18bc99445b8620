"""What definitions are filled in with: scales, limits, and when the export ends."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from string import Template
from typing import TYPE_CHECKING, Final

from auditor.evidence.measures.deadlines import response_deadlines
from auditor.evidence.measures.dialect import business_deadline, moment, span
from auditor.evidence.measures.wording import filled
from auditor.translation import Message, message, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from auditor.evidence.limits import Limits
    from auditor.evidence.mapping import Scale

__all__ = ["Setting", "Window"]

USUAL_RULES: Final = {
    ("csat", 1.0, 5.0): (4.0, 5.0),
    ("ces", 1.0, 7.0): (5.0, 6.0, 7.0),
}
"""Answers that count as satisfied where the mapping does not say: the top two of five
and, for "made it easy" (CES 2.0), the top three of seven; other scales need a rule."""


DAY: Final = 24.0
"""Hours."""
HOUR: Final = 3600
"""Seconds."""
_COMPARED: Final = {"from": "times", "share": "part"}
"""By the last word of limits that SQL compares with, that of their name in words."""
LOWEST: Final = 0.25
"""Part of a scale, at its worse end, whose answers are unhappy: 1 and 2 of five."""


@dataclass(frozen=True, slots=True)
class Window:
    """The rows under review: those that began in it."""

    since: datetime | None = None
    """The first moment; none means from the beginning."""
    to: datetime | None = None
    """The last moment; none means to the end."""


@dataclass(frozen=True)
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
    channels: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """How the rows spell each channel that has a target for first answers."""

    @cached_property
    def values(self) -> Mapping[str, str]:
        """What each name stands for; a name without a value is missing.

        What stands in texts are messages, whose English is good SQL where both need it.
        """
        found = self._moments() | self._spans()
        return found | dict(self._limits()) | dict(self._scales())

    def fill(self, template: str) -> str:
        """Fill in a definition's SQL."""
        return Template(template).substitute(self.values)

    def tell(self, text: Message) -> Message:
        """Fill in a definition's text."""
        return filled(text, self.values)

    def describe(self, name: str) -> Message:
        """What a missing name is called in a refusal."""
        if name in {"until", "churn_from", "churn_before", "reopen_from"}:
            return message("a moment at which the export ends")
        if name in {"answer_by", "unanswered_at"}:
            return message("a target for first answers")
        if name == "discount":
            return message("a yearly discount rate, which a rubric may set")
        column, _, what = name.rpartition("_")
        if what == "satisfied":
            return message(
                "the answers of {column} that count as satisfied", column=column
            )
        if what in {"minimum", "maximum", "unhappy"}:
            return message("the scale of {column}", column=column)
        return message("the parameter {name}", name=name)

    def _moments(self) -> dict[str, str]:
        window = {"since": self.window.since, "to": self.window.to}
        found = {name: moment(end) for name, end in window.items() if end}
        if self.until is None:
            return found
        year = timedelta(days=self.limits.churn_days)
        closed = self.until - timedelta(days=self.limits.reopen_days)
        return found | {
            "until": moment(self.until),
            "churn_from": moment(self.until - year),
            "churn_before": moment(self.until - 2 * year),
            "reopen_from": moment(closed),
        }

    def _spans(self) -> dict[str, str]:
        limits = self.limits
        return {
            "acknowledge_by": business_deadline("received_at", limits.acknowledge_days),
            "outcome": span(limits.outcome_days * DAY),
            "repeat": span(limits.repeat_days * DAY),
            "resolve": span(limits.resolve_days * DAY),
            "contact": span(limits.contact_hours),
            "recurrence": span(limits.recurrence_days * DAY),
            "instant": span(limits.instant_seconds / HOUR),
            "hour": span(1),
            **response_deadlines(limits, self.channels),
            "is_deleted": self._is("status", "status = 'deleted'"),
            "is_compliment": self._is("kind", "lower(kind) = 'compliment'"),
        }

    def _is(self, column: str, condition: str) -> str:
        """SQL that is false where nothing is known."""
        return f"coalesce({condition}, FALSE)" if column in self.columns else "FALSE"

    def _limits(self) -> Iterator[tuple[str, str]]:
        """Yield limits in words; those that SQL compares with, as numbers too."""
        limits = self.limits
        for name in limits.__slots__:
            stem, _, last = name.rpartition("_")
            if last in _COMPARED:
                yield f"{stem}_{_COMPARED[last]}", limits.worded(name)
                yield name, f"{getattr(limits, name):g}"
            # Without a discount nothing is computed that needs one.
            elif name != "first_response" and (name != "discount" or limits.discount):
                yield name, limits.worded(name)

    def _scales(self) -> Iterator[tuple[str, str]]:
        for column, scale in self.scales.items():
            ends = (column, scale.minimum, scale.maximum)
            usual = USUAL_RULES.get(ends, ()) if scale.higher_is_better else ()
            satisfied = scale.satisfied or usual
            yield f"{column}_minimum", _answer(scale.minimum)
            yield f"{column}_maximum", _answer(scale.maximum)
            yield f"{column}_unhappy", _unhappy(scale)
            if satisfied:
                listed = sentences(*map(_answer, satisfied), between=", ")
                yield f"{column}_satisfied", listed


def _answer(value: float) -> Message:
    return message("{amount:g}", amount=value)


def _unhappy(scale: Scale) -> Message:
    """The ends of the unhappy part of a scale, as they stand after BETWEEN."""
    part = LOWEST * (scale.maximum - scale.minimum)
    low, high = scale.maximum - part, scale.maximum
    if scale.higher_is_better:
        low, high = scale.minimum, scale.minimum + part
    return message("{low:g} and {high:g}", low=low, high=high)
