"""Metrics beside what their own rows say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from auditor import is_sample

if TYPE_CHECKING:
    from auditor import Context, Measure, Metric

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
    def told(self) -> str:
        """Both figures in a sentence, in the unit of the metric."""
        name, unit = self.metric.name or self.metric.id, self.metric.unit or ""
        said = f"{name}: declared {self._stated:g} {unit}".rstrip()
        found = f"computed {self._in_words(self.measure.value or 0.0)}"
        low, high = self.measure.low, self.measure.high
        between = ""
        if is_sample(self.measure) and low is not None and high is not None:
            between = f"95 % interval {self._in_words(low)} to {self._in_words(high)}, "
        return f"{said}, {found} ({between}n = {self.measure.n:,})."

    @property
    def _stated(self) -> float:
        return self.metric.value or 0.0

    @property
    def _unit(self) -> float:
        """What one of the metric's unit is in the unit of the measure."""
        if self._stated and self.declared:
            return self.declared / self._stated
        return 1 / HUNDRED if self.measure.unit == "share" else 1.0

    def _in_words(self, value: float) -> str:
        figure = value / self._unit
        decimals = 0 if abs(figure) >= HUNDRED else 1 if abs(figure) >= TEN else 2
        return f"{figure:,.{decimals}f}"


def claims(context: Context) -> tuple[Claim, ...]:
    """Return the metrics whose value can be held against their own rows."""
    computed, declared = context.evidence.claims, context.evidence.declared
    return tuple(
        Claim(metric, declared[metric.id], computed[metric.id])
        for metric in context.profile.metrics or ()
        if metric.id in declared and computed[metric.id].value is not None
    )
