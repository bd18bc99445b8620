"""Judging a profile by a check of a pack."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from celpy.celtypes import BoolType

from auditor.finding import Outcome, Verdict
from auditor.measure_grading import JUDGED_FROM, measured
from auditor.packs.budget import Budget
from auditor.packs.evaluation import UnknownValueError, computed
from auditor.packs.functions import functions_for
from auditor.packs.patterns import parts_at
from auditor.packs.syntax import ExpressionError
from auditor.packs.values import Day, Figures, Part, cel, plain
from auditor.translation import Message, message, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor.checks import Context
    from auditor.evidence import Measure
    from auditor.packs.pack_file import MeasurePart, OutcomePart
    from auditor.packs.syntax import Expression
    from auditor.packs.texts import PackText

__all__ = ["COUNTED", "POINTER", "Condition", "PackJudge", "Sentence"]

COUNTED: Final = "n"
"""What the number of a sentence with a plural is called in its texts."""
POINTER: Final = "/"
"""What a place begins with that is no expression."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a reason."""

    one: PackText
    """What it says; if a number decides, what it says of one."""
    many: PackText | None = None
    """What it says of several."""
    number: Expression | None = None
    """The number that decides."""
    when: Expression | None = None
    """Without which it is left out."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One outcome, its condition, and what is then said."""

    part: OutcomePart
    """As the pack has it."""
    when: Expression | None
    """Its condition; it always holds without one."""
    reason: tuple[Sentence, ...]
    """Why, sentence by sentence."""
    advice: PackText | None = None
    """What to do."""
    share: Expression | None = None
    """How much of the good practice is there."""
    where: tuple[Expression | str, ...] = ()
    """Places: expressions, or pointers with stars."""


@dataclass(frozen=True, slots=True)
class PackJudge:
    """The pure function of a check of a pack."""

    needs: tuple[str, ...]
    """What would answer the check where nothing else says so."""
    measures: dict[str, MeasurePart]
    """The figures that it asks for."""
    let: tuple[tuple[str, Expression], ...]
    """Its named expressions."""
    outcomes: tuple[Condition, ...]
    """Its outcomes, in order."""

    def __call__(self, context: Context) -> Verdict:
        """Judge a profile.

        Raises:
            ExpressionError: If an expression makes no sense for it, or no outcome fits.
        """
        return self.tried(context)[1]

    def tried(self, context: Context) -> tuple[int | None, Verdict]:
        """Return the verdict, and the number of the outcome that gave it, if one did.

        Raises:
            ExpressionError: As for a call.
        """
        found: dict[str, Measure | Verdict] = {}
        for name, part in self.measures.items():
            found[name] = one = _measured(context, part)
            if isinstance(one, Verdict) and part.required:
                return None, one
        try:
            return self._chosen(context, found)
        except UnknownValueError as unknown:
            return None, self._not_told(unknown)

    def _chosen(
        self, context: Context, found: dict[str, Measure | Verdict]
    ) -> tuple[int, Verdict]:
        """Return the number of the outcome that fits, and the verdict.

        Raises:
            UnknownValueError: If that depends on what the profile does not tell.
            ExpressionError: As for a call.
        """
        sitting = _Sitting.of(context, found, self.let)
        for number, each in enumerate(self.outcomes):
            if each.when is None or sitting.holds(each.when):
                return number, sitting.verdict(each)
        raise ExpressionError("None of the outcomes fits.")

    def _not_told(self, unknown: UnknownValueError) -> Verdict:
        """Return that the profile is silent on what decides."""
        if unknown.reason or not unknown.pointer:
            reason = unknown.reason or message("The evidence does not tell.")
            keys = unknown.answered_by or self.needs or ("evidence",)
            return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
        key = ".".join(
            step for step in unknown.pointer.split("/") if step and not step.isdecimal()
        )
        reason = message(
            "The profile says nothing at `{pointer}`.", pointer=unknown.pointer
        )
        where, _, _ = unknown.pointer.rpartition("/")
        places = (where,) if where else ()
        return Verdict(Outcome.NOT_ASSESSED, reason, where=places, answered_by=(key,))


def _measured(context: Context, part: MeasurePart) -> Measure | Verdict:
    least = JUDGED_FROM if part.least is None else part.least
    by = part.by or {}
    return measured(context, part.table, part.name, part.statistic, least=least, **by)


@dataclass(frozen=True, slots=True)
class _Sitting:
    """One profile before one check: what its expressions can see."""

    context: Context
    measures: dict[str, Measure]
    names: dict[str, Any]
    functions: dict[str, Callable[..., Any]]
    budget: Budget

    @classmethod
    def of(
        cls,
        context: Context,
        measures: dict[str, Measure | Verdict],
        let: tuple[tuple[str, Expression], ...],
    ) -> _Sitting:
        """Return a sitting with all named expressions computed."""
        budget = Budget()
        there = {k: one for k, one in measures.items() if not isinstance(one, Verdict)}
        reasons = {k: v.reason for k, v in measures.items() if isinstance(v, Verdict)}
        names: dict[str, Any] = {
            "profile": Part(context.profile),
            "parameters": cel(dict(context.parameters)),
            "measures": Figures(there, reasons),
            "as_of": Day.of(context.as_of),
            "assurance": UnknownValueError()
            if context.assurance is None
            else cel(context.assurance),
        }
        made = cls(context, there, names, functions_for(context, budget), budget)
        for name, expression in let:
            try:
                names[name] = made.value(expression)
            except UnknownValueError as unknown:
                names[name] = unknown
        return made

    def value(self, expression: Expression) -> Any:
        """Return the value of an expression."""
        return computed(expression, self.names, self.functions, self.budget)

    def holds(self, condition: Expression) -> bool:
        """Whether a condition holds."""
        found = self.value(condition)
        if not isinstance(found, BoolType):
            raise ExpressionError("A condition is true or false; this one is neither.")
        return bool(found)

    def verdict(self, chosen: Condition) -> Verdict:
        """Return what is said where an outcome fits."""
        part = chosen.part
        on = self.measures if part.rests_on is None else part.rests_on
        return Verdict(
            part.outcome,
            sentences(*self._said(chosen.reason)),
            chosen.advice.filled(self.value) if chosen.advice else "",
            share=None if chosen.share is None else self._share(chosen.share),
            where=tuple(dict.fromkeys(self._places(chosen.where))),
            verified_by=part.verified_by,
            contradicted=part.contradicted,
            answered_by=part.answered_by,
            measures=tuple(self.measures[name] for name in on if name in self.measures),
        )

    def _said(self, reason: tuple[Sentence, ...]) -> Iterator[Message]:
        for sentence in reason:
            if sentence.when is not None and not self.holds(sentence.when):
                continue
            if sentence.number is None or sentence.many is None:
                yield sentence.one.filled(self.value)
            else:
                number = int(self.value(sentence.number))
                yield replace(self, names={**self.names, COUNTED: cel(number)}).counted(
                    number, sentence.one, sentence.many
                )

    def counted(self, number: int, one: PackText, many: PackText) -> Message:
        """Return the text that fits a number."""
        singular, several = one.filled(self.value), many.filled(self.value)
        values = {**singular.values, **several.values, COUNTED: number}
        return Message(singular.template, several.template, number, values)

    def _share(self, expression: Expression) -> float:
        found = plain(self.value(expression))
        if isinstance(found, int | float) and 0 <= found <= 1:
            return float(found)
        raise ExpressionError(f"A share lies from 0 to 1; this one is {found!r:.40}.")

    def _places(self, places: tuple[Expression | str, ...]) -> Iterator[str]:
        """Yield the JSON pointers of places."""
        for place in places:
            if not isinstance(place, str):
                yield from _pointers(self.value(place))
            elif "*" in place:
                yield from (at for at, _ in parts_at(self.context.profile, place))
            else:
                yield place


def _pointers(value: Any) -> Iterator[str]:
    """Yield the JSON pointers of a part, a list of parts, or a text that is one."""
    if isinstance(value, Part):
        yield value.section.pointer
    elif isinstance(value, list):
        for entry in value:
            yield from _pointers(entry)
    elif isinstance(value, str) and value.startswith(POINTER):
        yield str(value)
    else:
        raise ExpressionError("A place is a part of the profile, or a list of parts.")
