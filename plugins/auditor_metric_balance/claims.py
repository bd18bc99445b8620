"""Metrics beside what their own rows say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor import is_sample, message

if TYPE_CHECKING:
    from auditor import Context, Measure, Message, Metric

__all__ = ["Claim", "claims"]

HUNDRED: Final = 100
TEN: Final = 10


@dataclass(frozen=True, slots=True)
class Claim:
    """A declared value, and the same as its rows have it."""

    metric: Metric
    """What the organisation says."""
    declared: float
    """Its value, in the unit of the measure."""
    measure: Measure
    """What was computed; its value is known."""

    @property
    def told(self) -> Message:
        """Both figures in a sentence, in the unit of the metric."""
        low, high = self.measure.low, self.measure.high
        if is_sample(self.measure) and low is not None and high is not None:
            both = message(
                "{name}: declared {declared}, computed {computed} (95 % interval {low} "
                "to {high}, n = {n:,}).",
                low=self._in_words(low),
                high=self._in_words(high),
            )
        else:
            both = message(
                "{name}: declared {declared}, computed {computed} (n = {n:,})."
            )
        return both.filled(
            name=self.metric.name or self.metric.id,
            declared=self._declared_in_words,
            computed=self._in_words(self.measure.value or 0.0),
            n=self.measure.n,
        )

    @property
    def _declared_in_words(self) -> Message:
        if not self.metric.unit:
            return message("{value:g}", value=self._stated)
        return message("{value:g} {unit}", value=self._stated, unit=self.metric.unit)

    @property
    def _stated(self) -> float:
        return self.metric.value or 0.0

    @property
    def _unit(self) -> float:
        """What one of the metric's unit is in the unit of the measure."""
        if self._stated and self.declared:
            return self.declared / self._stated
        return 1 / HUNDRED if self.measure.unit == "share" else 1.0

    def _in_words(self, value: float) -> Message:
        figure = value / self._unit
        if abs(figure) >= HUNDRED:
            return message("{figure:,.0f}", figure=figure)
        if abs(figure) >= TEN:
            return message("{figure:,.1f}", figure=figure)
        return message("{figure:,.2f}", figure=figure)


def claims(context: Context) -> tuple[Claim, ...]:
    """Return the metrics whose value can be held against their own rows."""
    computed, declared = context.evidence.claims, context.evidence.declared
    return tuple(
        Claim(metric, declared[metric.id], computed[metric.id])
        for metric in context.profile.metrics or ()
        if metric.id in declared and computed[metric.id].value is not None
    )
