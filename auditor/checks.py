"""A check: one criterion, and the pure function that judges it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from inspect import cleandoc
from typing import TYPE_CHECKING, Final

from auditor.bibliography import Source
from auditor.evidence import Evidence
from auditor.example import Example
from auditor.finding import (
    Effort,
    Outcome,
    Severity,
    Verdict,
    Verification,
    listed,
)
from auditor.parameter import Parameter
from auditor.translation import message, sentences, together

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from auditor.finding import Question
    from auditor.profile import Profile
    from auditor.translation import Message
    from auditor.translation.catalogues import Translations

__all__ = ["Area", "Check", "Context", "Judge", "check"]

ID: Final = re.compile(r"[A-Z]{2}[0-9]{3}")
"""Two capital letters of the area and three digits, never reused."""

Judge = Callable[["Context"], Verdict]
"""The pure function of a check."""


@dataclass(frozen=True, slots=True)
class Context:
    """All that a check may see: no clock, no file, no network, no other check."""

    profile: Profile
    """What the organisation says about itself."""
    as_of: date
    """The day of the audit."""
    parameters: Mapping[str, float] = field(default_factory=dict)
    """The check's thresholds, as this audit's rubric sets them."""
    evidence: Evidence = field(default_factory=Evidence)
    """What was computed from its tables."""
    assurance: float | None = None
    """Share of the weight of all that counts in the total that rests on more than a
    declaration; known to checks of areas that do not count in it."""


@dataclass(frozen=True, slots=True)
class Check:
    """One criterion: what it asks, why, how it is judged and on whose authority.

    Raises:
        ValueError: If the id is malformed, a severity, effort or verification is none,
            its logic names a parameter that it does not have, or the check does not
            explain itself: without a title, a reason why, advice, a source, a met and a
            not-met example.
        TypeError: If a text stands where a list of texts has to, or something else
            among the examples, the parameters or the sources.
    """

    id: str
    """Two capital letters of the area and three digits."""
    title: str
    """The criterion: the good practice, stated positively."""
    severity: Severity
    """How much it matters that it is not met."""
    effort: Effort
    """What it takes to meet it."""
    verification: Verification
    """On what a verdict can rest at best."""
    needs: tuple[str, ...]
    """Profile keys, such as `feedback.themes`, without which nothing is known."""
    why: str
    """Why it matters to customers and to the organisation."""
    logic: str
    """How it is judged, in words; `{met}` stands for the parameter `met`."""
    remedy: str
    """What to do where it is not met, beginning with a verb."""
    sources: tuple[Source, ...]
    """The works that the criterion comes from."""
    examples: tuple[Example, ...]
    """What it says of some profiles."""
    judge: Judge
    """The pure function that judges it."""
    parameters: tuple[Parameter, ...] = ()
    """Its thresholds."""
    tables: tuple[str, ...] = ()
    """Kinds of evidence, such as `tickets`, without which nothing is known."""
    aliases: tuple[str, ...] = ()
    """Ids that it had before."""
    speaks_to: Question | None = None
    """The question of the whole audit to which it contributes, if any."""
    conditions: tuple[str, ...] = ()
    """Of a check without code, its conditions in words."""
    reads: tuple[str, ...] = ()
    """Profile keys that can move its verdict besides those that it needs and those
    that its verdicts name."""

    def __post_init__(self) -> None:
        whose = f"check {self.id!r}"
        _require_each(Example, self.examples, whose)
        _require_each(Parameter, self.parameters, whose)
        _require_each(Source, self.sources, whose, "; `auditor.bibliography` has many")
        shown = {example.outcome for example in self.examples}
        demands = {
            "an id such as DP001": ID.fullmatch(self.id),
            "a title": _is_text(self.title),
            "a reason why (its docstring)": self.why,
            "a remedy": _is_text(self.remedy),
            "a source": self.sources,
            "a met example": Outcome.MET in shown,
            "a not-met example": Outcome.NOT_MET in shown,
        }
        # A plugin need not have been type-checked: a plain word becomes what it names.
        object.__setattr__(self, "severity", Severity(self.severity))
        object.__setattr__(self, "effort", Effort(self.effort))
        object.__setattr__(self, "verification", Verification(self.verification))
        self.explain()  # raises where the logic names a parameter that is not there
        missing = [demand for demand, given in demands.items() if not given]
        if missing:
            raise ValueError(f"check {self.id!r} needs {', '.join(missing)}")

    def defaults(self) -> dict[str, float]:
        """Return the thresholds of the built-in rubric, by name."""
        return {parameter.name: parameter.default for parameter in self.parameters}

    def explain(self) -> str:
        """Return how it is judged, with the thresholds of the built-in rubric."""
        values = {entry.name: entry.written(entry.default) for entry in self.parameters}
        try:
            return self.logic.format_map(values)
        except KeyError as error:
            known = ", ".join(values) or "none"
            told = f"check {self.id!r}: its logic names {error}, which is no parameter"
            raise ValueError(f"{told}; there are {known}") from None

    def unanswered(self, profile: Profile) -> tuple[str, ...]:
        """Return the needed keys on which the profile is silent."""
        return tuple(key for key in self.needs if not profile.answers(key))

    def assess(self, context: Context) -> Verdict:
        """Judge the profile; where it is silent on a needed key, say so instead.

        Where a table is lacking, that is said. Errors of the function come through.
        """
        silent = self.unanswered(context.profile)
        if silent:
            return Verdict(Outcome.NOT_ASSESSED, _silence(silent), answered_by=silent)
        if lacking := [*filter(None, map(context.evidence.lacking, self.tables))]:
            reason = sentences(*lacking)
            return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=("evidence",))
        return self.judge(context)


def _require_each(
    kind: type, entries: Iterable[object], whose: str, hint: str = ""
) -> None:
    """Refuse entries of another kind, which a plugin without types may bring.

    Raises:
        TypeError: If there is one.
    """
    for entry in entries:
        if not isinstance(entry, kind):
            raise TypeError(f"{whose}: {entry!r:.60} is no {kind.__name__}{hint}")


def _is_text(text: object) -> bool:
    return isinstance(text, str) and bool(text)


def _silence(keys: Iterable[str]) -> Message:
    """Return that a profile is silent on all these keys."""
    quoted = together(message("`{key}`", key=key) for key in keys)
    return message("The profile says nothing under {keys}.", keys=quoted)


@dataclass(frozen=True, slots=True)
class Area:
    """What a plugin audits: a title, a weight and the checks that make it up."""

    id: str
    """Name in results and rubrics, such as `feedback_loop`."""
    title: str
    """Name in reports, such as `Feedback loop`."""
    summary: str
    """What the area asks of an organisation, in a sentence or two."""
    weight: float
    """Its weight in the total; 0 shows it beside the total, as a supplement."""
    checks: tuple[Check, ...]
    """Its checks."""
    main: bool = False
    """Whether the higher levels ask for a decent score in it."""
    translations: tuple[Translations, ...] = ()
    """What checks without code bring along in other languages."""

    def __post_init__(self) -> None:
        whose = f"area {self.id!r}"
        given: object = self.weight
        if not isinstance(given, int | float) or not 0 <= given < math.inf:
            raise ValueError(f"{whose}: a weight is a number from 0, not {given!r:.60}")
        _require_each(Check, self.checks, whose, "; make one with @check(…)")


def check(  # noqa: PLR0913 - a check's metadata are that many
    id_: str,
    *,
    title: str,
    severity: Severity,
    effort: Effort,
    verification: Verification,
    logic: str,
    remedy: str,
    sources: Iterable[Source],
    examples: Iterable[Example],
    needs: Iterable[str] = (),
    tables: Iterable[str] = (),
    parameters: Iterable[Parameter] = (),
    aliases: Iterable[str] = (),
    speaks_to: Question | None = None,
    reads: Iterable[str] = (),
) -> Callable[[Judge], Check]:
    """Make a check of a pure function; its docstring says why the check matters.

    Args:
        id_: Two capital letters that are nobody else's, and three digits.
        title: The good practice, as a statement: "Every stage has an owner".
        severity: How much it matters that it is not met.
        effort: What it takes to meet it.
        verification: On what its verdict rests at best.
        logic: How it is judged, in words; `{name}` stands for a threshold.
        remedy: What to do, beginning with a verb.
        sources: The works on which it rests; at least one.
        examples: Its tests; at least one that is met and one that is not.
        needs: Profile keys without which it is not assessed.
        tables: Kinds of evidence without which it is not assessed.
        parameters: Its thresholds.
        aliases: Ids that it had before.
        speaks_to: The question of the whole audit to which it contributes, if any.
        reads: Profile keys that can move its verdict besides those that it needs.

    Raises:
        ValueError: If something of it is missing or wrong, as `Check` says.
        TypeError: If a text stands where several have to.
    """
    return lambda judge: Check(
        id=id_,
        title=title,
        severity=severity,
        effort=effort,
        verification=verification,
        needs=listed("needs", needs),
        why=cleandoc(judge.__doc__ or ""),
        logic=logic,
        remedy=remedy,
        sources=tuple(sources),
        examples=tuple(examples),
        judge=judge,
        parameters=tuple(parameters),
        tables=listed("tables", tables),
        aliases=listed("aliases", aliases),
        speaks_to=speaks_to,
        reads=listed("reads", reads),
    )
