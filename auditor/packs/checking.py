"""What kind of value an expression gives, before any profile is read.

The fields of a profile are known, so a name that is misspelt is found when a pack is
read, and not when a client is audited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lark import Token

from auditor.measure_limits import LIMITS
from auditor.packs.hints import way_to
from auditor.packs.kinds import ANY, BY_NAME, FLAG, NUMBER, TEXT, Kind
from auditor.packs.patterns import is_place, pattern_of
from auditor.packs.signatures import FUNCTIONS, MACROS, METHODS
from auditor.packs.syntax import (
    ExpressionError,
    arguments_of,
    entries_of,
    literal_text,
    name_of,
    sides,
    start_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from auditor.packs.signatures import Signature
    from auditor.packs.syntax import Expression, Node

__all__ = ["kind_of"]

KEEPS_ENTRIES: Final = frozenset({"distinct", "filter"})


def kind_of(expression: Expression, names: Mapping[str, Kind]) -> Kind:
    """Return what an expression gives.

    Args:
        expression: The expression.
        names: What each name that it can use is.

    Raises:
        ExpressionError: If it uses what is not there, at the place where it does.
    """
    return _Reader(names).kind(expression.tree)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Walks a tree with the names that are known in it."""

    names: Mapping[str, Kind]

    def kind(self, node: Node | Token) -> Kind:
        """Return what a node gives."""
        if isinstance(node, Token):
            return ANY
        read = getattr(self, f"_{node.data}", None)
        if read is not None:
            found: Kind = read(node)
            return found
        raise ExpressionError("This form is not used in packs.", start_of(node))

    def _expr(self, node: Node) -> Kind:
        condition, *answers = node.children
        self._condition(condition)
        first, _ = map(self.kind, answers)
        return first

    def _conditionalor(self, node: Node) -> Kind:
        for side in node.children:
            self._condition(side)
        return FLAG

    _conditionaland = _conditionalor

    def _condition(self, node: Any) -> None:
        found = self.kind(node)
        if found not in {FLAG, ANY}:
            message = f"Found a {found.name} where true or false is needed."
            hint = "Ask has(…) whether a field is stated, or compare it."
            raise ExpressionError(message, start_of(node), hint)

    def _relation(self, node: Node) -> Kind:
        operator, left, right = sides(node)
        kinds = self.kind(left), self.kind(right)
        if operator != "relation_in":
            for kind, other in zip(kinds, (right, left), strict=True):
                _check_word(kind, other)
        elif kinds[1].name not in {"list", "any"}:
            raise ExpressionError("'in' looks into lists.", start_of(right))
        return FLAG

    def _addition(self, node: Node) -> Kind:
        _, *operands = sides(node)
        left, right = map(self.kind, operands)
        return right if left is ANY else left

    _multiplication = _addition

    def _unary(self, node: Node) -> Kind:
        return self.kind(node.children[1])

    def _member_dot(self, node: Node) -> Kind:
        whole, name = node.children
        found = self.kind(whole)
        if found.fields is None:
            if found.name in {"any", "group"}:
                return ANY
            message = f"Found {str(name)!r} after a {found.name}, which has no fields."
            raise ExpressionError(message, start_of(name), _way_into(found))
        if str(name) not in found.fields:
            raise _not_known("field", str(name), start_of(name), found.fields)
        return found.fields[str(name)]

    def _member_dot_arg(self, node: Node) -> Kind:
        whole, name = node.children[:2]
        given = arguments_of(node)
        if str(name) in MACROS:
            return self._macro(whole, name, given)
        if str(name) not in METHODS:
            known = [*METHODS, *MACROS]
            raise _not_known("method", str(name), start_of(name), known)
        _check_number(str(name), METHODS[str(name)], given, name)
        for one in (whole, *given):
            self.kind(one)
        if str(name) == "matches":
            _check_pattern(given[0])
        return BY_NAME[METHODS[str(name)].gives]

    def _macro(self, whole: Any, name: Any, given: list[Any]) -> Kind:
        entries = self.kind(whole)
        if entries.name not in {"list", "any"}:
            message = f"{str(name)!r} is for lists; this is a {entries.name}."
            raise ExpressionError(message, start_of(name))
        match given:
            case [variable, body] if each := name_of(variable):
                inside = _Reader({**self.names, each: entries.entries or ANY})
            case _:
                message = f"{str(name)!r} takes a name and an expression: (each, …)."
                raise ExpressionError(message, start_of(name))
        if str(name) == "map":
            return Kind("list", entries=inside.kind(body))
        inside._condition(body)
        return entries if str(name) == "filter" else FLAG

    def _member_index(self, node: Node) -> Kind:
        whole, index = node.children
        found, at = self.kind(whole), self.kind(index)
        if found.name not in {"list", "any"} or at not in {NUMBER, ANY}:
            message = "Only a list has entries, and they have numbers: list[0]."
            raise ExpressionError(message, start_of(index))
        return found.entries or ANY

    def _primary(self, node: Node) -> Kind:
        (child,) = node.children
        return self.kind(child)

    def _literal(self, node: Node) -> Kind:
        (token,) = node.children
        kind = getattr(token, "type", "")
        if kind in {"NULL_LIT", "BYTES_LIT", "UINT_LIT"}:
            message = f"Found {str(token)!r}, which nothing in a profile can be."
            hint = "A field that is not stated is not there: ask has(…)."
            raise ExpressionError(message, start_of(token), hint)
        return {"BOOL_LIT": FLAG, "INT_LIT": NUMBER, "FLOAT_LIT": NUMBER}.get(
            kind, TEXT
        )

    def _list_lit(self, node: Node) -> Kind:
        kinds = {self.kind(entry) for entry in entries_of(node)}
        return Kind("list", entries=kinds.pop() if len(kinds) == 1 else ANY)

    def _ident(self, node: Node) -> Kind:
        (name,) = node.children
        if str(name) not in self.names:
            raise _not_known("name", str(name), start_of(name), self.names)
        return self.names[str(name)]

    def _ident_arg(self, node: Node) -> Kind:
        name, given = node.children[0], arguments_of(node)
        if str(name) not in FUNCTIONS:
            raise _not_known("function", str(name), start_of(name), FUNCTIONS)
        _check_number(str(name), FUNCTIONS[str(name)], given, name)
        if str(name) == "has" and getattr(given[0], "data", "") != "member_dot":
            message = "has(…) takes a field of something, such as has(each.owner)."
            raise ExpressionError(message, start_of(given[0]))
        kinds = [self.kind(one) for one in given]
        if str(name) == "parts":
            _check_place(given[0])
        if str(name) == "limit":
            _check_limit(given[0])
        return _given(str(name), kinds)


def _given(name: str, kinds: list[Kind]) -> Kind:
    """Return what a function gives for these kinds of arguments."""
    first = kinds[0]
    if name in KEEPS_ENTRIES and first.name == "list":
        return first
    if name == "flatten" and first.entries and first.entries.name == "list":
        return first.entries
    return BY_NAME[FUNCTIONS[name].gives]


def _check_word(kind: Kind, other: Any) -> None:
    """Refuse to compare a field with a word that it can never be."""
    text = literal_text(other)
    if kind.words and text is not None and text not in kind.words:
        raise _not_known("word", text, start_of(other), sorted(kind.words))


def _check_place(node: Any) -> None:
    """Refuse a place that is made while a profile is judged, or that there is not."""
    text = literal_text(node)
    if text is None or not text.startswith("/"):
        message = "parts(…) takes a place in quotes, such as '/journeys/*/stages/*'."
        raise ExpressionError(message, start_of(node))
    if not is_place(text):
        message = f"No profile has anything at {text!r}."
        raise ExpressionError(message, start_of(node))


def _check_limit(node: Any) -> None:
    """Refuse a limit that is named while a profile is judged, or that there is not."""
    text = literal_text(node)
    if text is None:
        message = "limit(…) takes a name in quotes, such as 'outcome_days'."
        raise ExpressionError(message, start_of(node))
    if text not in LIMITS:
        raise _not_known("limit", text, start_of(node), LIMITS)


def _check_pattern(node: Any) -> None:
    """Refuse a pattern that is made while a profile is judged, or is none."""
    text = literal_text(node)
    if text is None:
        message = "matches(…) takes a pattern in quotes."
        raise ExpressionError(message, start_of(node))
    try:
        pattern_of(text)
    except ValueError as error:
        message = f"This is no pattern of RE2: {error}."
        raise ExpressionError(message, start_of(node)) from None


def _check_number(name: str, wanted: Signature, given: list[Any], at: Any) -> None:
    """Refuse a call with too few or too many arguments."""
    if wanted.least <= len(given) <= wanted.most:
        return
    many = str(wanted.least)
    if wanted.least != wanted.most:
        many = f"{wanted.least} to {wanted.most}"
    message = f"{name!r} takes {many} in its brackets, and has {len(given)}."
    raise ExpressionError(message, start_of(at))


def _way_into(kind: Kind) -> str:
    if kind.name == "list":
        return "Look at each entry: list.filter(each, each.…), or take one: list[0]."
    return ""


def _not_known(
    what: str, name: str, offset: int, known: Collection[str]
) -> ExpressionError:
    message = f"There is no {what} {name!r} here."
    return ExpressionError(message, offset, way_to(name, known))
