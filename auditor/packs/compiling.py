"""From the texts of a check to expressions that can be computed, with every fault."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from auditor.finding import SCORED
from auditor.packs.checking import kind_of
from auditor.packs.judging import COUNTED, POINTER, Condition, PackJudge, Sentence
from auditor.packs.kinds import ANY, DAY, FLAG, NUMBER, TEXT, Kind, profile_kind
from auditor.packs.patterns import is_place
from auditor.packs.syntax import Expression, ExpressionError, parsed
from auditor.packs.texts import PackText, read_text
from auditor.profile import Profile
from auditor.profile.places import pointer_to
from auditor.profile.wording import quote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.packs.pack_file import (
        CheckPart,
        MeasurePart,
        OutcomePart,
        SentencePart,
    )

__all__ = ["RESERVED", "Compiler", "Fault"]

RESERVED: Final = frozenset({"profile", "parameters", "measures", "as_of", "assurance"})
"""Names that every check has."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text of a pack."""

    message: str
    """What, in a sentence."""
    pointer: str
    """JSON pointer of the text."""
    offset: int = 0
    """At which of its characters."""
    hint: str = ""
    """A way out."""


@dataclass(slots=True)
class Compiler:
    """Reads the expressions of one check."""

    part: CheckPart
    """The check, as the pack has it."""
    pointer: str
    """Where in the pack it stands."""
    faults: list[Fault] = field(default_factory=list, init=False)
    """What is wrong with it, so far."""
    kinds: dict[str, Kind] = field(default_factory=dict, init=False)
    """What each name is that its expressions can use."""

    def compiled(self) -> PackJudge:
        """Return what judges; it is of use only if there are no faults."""
        part = self.part
        self.kinds = {
            "profile": profile_kind(Profile),
            "parameters": Kind("group", dict.fromkeys(part.parameters, NUMBER)),
            "measures": Kind(
                "group", {name: _figure(one) for name, one in part.measures.items()}
            ),
            "as_of": DAY,
            "assurance": NUMBER,
        }
        return PackJudge(
            part.needs,
            part.measures,
            tuple(self._let()),
            tuple(self._outcome(n, each) for n, each in enumerate(part.outcomes)),
        )

    def _let(self) -> Iterator[tuple[str, Expression]]:
        for name, text in self.part.let.items():
            at = self._at("let", name)
            if name in RESERVED:
                self.faults.append(Fault(f"The name {name!r} is taken.", at))
            expression, self.kinds[name] = self._read(text, at)
            if expression is not None:
                yield name, expression

    def _outcome(self, number: int, part: OutcomePart) -> Condition:
        self.faults.extend(self._of_outcome(number, part))
        at = self._at("outcomes", number)
        reason, reason_at = self._said(number, part, "reason")
        share, share_at = self._said(number, part, "share")
        where, where_at = self._said(number, part, "where")
        return Condition(
            part,
            self._optional(part.when, f"{at}/when", FLAG),
            tuple(
                self._sentence(each, f"{reason_at}/{place}")
                for place, each in enumerate(reason)
            ),
            self._text(part.advice, f"{at}/advice", self.kinds)
            if part.advice
            else None,
            self._optional(share, share_at, NUMBER),
            tuple(self._places(where, where_at)),
        )

    def _said(self, number: int, part: OutcomePart, key: str) -> tuple[Any, str]:
        """Return what an outcome says, or its check for it, and where that stands."""
        own = getattr(part, key)
        if own or part.outcome not in SCORED:
            return own, self._at("outcomes", number, key)
        return getattr(self.part, key), self._at(key)

    def _of_outcome(self, number: int, part: OutcomePart) -> Iterator[Fault]:
        """Yield what is wrong with an outcome besides its expressions."""
        at = self._at("outcomes", number)
        if part.when is None and number < len(self.part.outcomes) - 1:
            message = "Without a condition, no outcome after this one can be reached."
            yield Fault(message, f"{at}/outcome")
        if not self._said(number, part, "reason")[0]:
            message = "An outcome needs a reason, its own or its check's."
            yield Fault(message, f"{at}/outcome")
        for name in part.rests_on or ():
            if name not in self.part.measures:
                yield Fault(f"There is no measure {name!r}.", f"{at}/rests_on")
        for place, key in enumerate(part.answered_by):
            if key != "evidence" and not is_place(f"/{key.replace('.', '/')}"):
                message = f"There is no key of a profile {quote(key)}."
                yield Fault(message, f"{at}/answered_by/{place}")

    def _places(self, places: tuple[str, ...], at: str) -> Iterator[Expression | str]:
        for number, place in enumerate(places):
            if place.startswith(POINTER):
                if not is_place(place):
                    message = f"No profile has anything at {quote(place)}."
                    self.faults.append(Fault(message, f"{at}/{number}"))
                yield place
            elif (expression := self._expression(place, f"{at}/{number}")) is not None:
                yield expression

    def _sentence(self, part: SentencePart, at: str) -> Sentence:
        forms = (part.one, part.many, part.number)
        if (part.text is None) == (None in forms):
            message = "A sentence has a 'text', or 'one', 'many' and 'number'."
            self.faults.append(Fault(message, at))
        if part.text is not None:
            one, many = self._text(part.text, f"{at}/text", self.kinds), None
        else:
            names = {**self.kinds, COUNTED: NUMBER}
            one = self._text(part.one or "", f"{at}/one", names)
            # What stands in both texts has one name in both.
            known = {each.text: name for name, each in one.values}
            many = self._text(part.many or "", f"{at}/many", names, known)
        return Sentence(
            one,
            many,
            self._optional(part.number, f"{at}/number", NUMBER),
            self._optional(part.when, f"{at}/when", FLAG),
        )

    def _text(
        self,
        text: str,
        pointer: str,
        kinds: Mapping[str, Kind],
        known: Mapping[str, str] | None = None,
    ) -> PackText:
        """Return a text, taken apart; its expressions use names of these kinds."""
        try:
            found = read_text(text, pointer, known)
        except ExpressionError as error:
            self._note(error, pointer)
            return PackText("", ())
        for _, expression in found.values:
            self._checked(expression, kinds)
        return found

    def _optional(
        self, text: str | None, pointer: str, wanted: Kind
    ) -> Expression | None:
        return None if text is None else self._expression(text, pointer, wanted)

    def _expression(
        self, text: str, pointer: str, wanted: Kind | None = None
    ) -> Expression | None:
        """Return an expression; note what is wrong with it."""
        expression, kind = self._read(text, pointer)
        if wanted is not None and kind not in {wanted, ANY}:
            message = f"This is a {kind.name}; a {wanted.name} is needed here."
            self.faults.append(Fault(message, pointer))
        return expression

    def _read(self, text: str, pointer: str) -> tuple[Expression | None, Kind]:
        """Return an expression, and what it gives; note what is wrong with it."""
        try:
            expression = parsed(text, pointer)
        except ExpressionError as error:
            self._note(error, pointer)
            return None, ANY
        return expression, self._checked(expression, self.kinds)

    def _checked(self, expression: Expression, names: Mapping[str, Kind]) -> Kind:
        try:
            return kind_of(expression, names)
        except ExpressionError as error:
            self._note(error, expression.pointer, expression.offset)
            return ANY

    def _note(self, error: ExpressionError, pointer: str, begins: int = 0) -> None:
        """Note what is wrong with an expression that begins at a character."""
        at = begins + error.offset
        self.faults.append(Fault(error.message, pointer, at, error.hint))

    def _at(self, *keys: str | int) -> str:
        return f"{self.pointer}{pointer_to(keys)}"


def _figure(part: MeasurePart) -> Kind:
    """Return what a measure is: figures, and the group that it is of."""
    figures = dict.fromkeys(("value", "low", "high", "n"), NUMBER)
    return Kind("group", {**dict.fromkeys(part.by or (), TEXT), **figures})
