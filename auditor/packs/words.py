"""An expression in words: `share >= parameters.met` is "share is at least 80 %".

What has no words here is shown as code, in backticks, so that nothing is hidden.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from lark import Tree

from auditor.packs.signatures import FUNCTIONS, MACROS, METHODS
from auditor.packs.syntax import arguments_of, entries_of, name_of, sides

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from auditor.packs.judging import PackJudge
    from auditor.packs.pack_file import CheckPart
    from auditor.packs.syntax import Expression, Node

__all__ = ["conditions_in_words", "in_words"]

DENIED: Final = "it is not so that"
"""Before a whole sentence that is denied."""
RELATIONS: Final = {
    "relation_lt": "is less than",
    "relation_le": "is at most",
    "relation_gt": "is more than",
    "relation_ge": "is at least",
    "relation_eq": "is",
    "relation_ne": "is not",
    "relation_in": "is one of",
}
DAYS: Final = {
    "relation_lt": "is before",
    "relation_le": "is no later than",
    "relation_gt": "is after",
    "relation_ge": "is no earlier than",
}
SUMS: Final = {
    "addition_add": "plus",
    "addition_sub": "less",
    "multiplication_mul": "times",
    "multiplication_div": "divided by",
}


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Says the nodes of one expression."""

    text: str
    meanings: Mapping[str, str]
    written: Mapping[str, str]

    def say(self, node: Any) -> str:
        """Return a node in words; as code where there are none for it."""
        if isinstance(node, Tree):
            said = getattr(self, f"_{node.data}", self._code)(node)
            return str(said)
        return str(node)

    def _code(self, node: Node) -> str:
        return f"`{self.text[node.meta.start_pos : node.meta.end_pos]}`"

    def _expr(self, node: Node) -> str:
        condition, one, other = map(self.say, node.children)
        return f"{one} if {condition}, else {other}"

    def _conditionalor(self, node: Node) -> str:
        return " or ".join(self._sides(node))

    def _conditionaland(self, node: Node) -> str:
        sides = [
            f"either {self.say(side)}" if _is(side, "conditionalor") else self.say(side)
            for side in node.children
        ]
        # What is denied ends at the comma.
        return (", and " if any(map(_is_denied, sides)) else " and ").join(sides)

    def _sides(self, node: Node) -> list[str]:
        return [
            f"both {self.say(side)}" if _is(side, "conditionaland") else self.say(side)
            for side in node.children
        ]

    def _relation(self, node: Node) -> str:
        kind, left, right = sides(node)
        counted = _counted(left)
        if counted is not None and self.say(right) == "0":
            whole = self.say(counted)
            empty = kind in {"relation_eq", "relation_le"}
            whole = whole.removeprefix("the ")
            return f"there are no {whole}" if empty else f"there are {whole}"
        if name_of(right) == "as_of" or name_of(left) == "as_of":
            return (
                f"{self.say(left)} {DAYS.get(kind, RELATIONS[kind])} {self.say(right)}"
            )
        if self.say(right) == "false" and kind == "relation_eq":
            return f"{self.say(left)} is declared not to be there"
        return f"{self.say(left)} {RELATIONS[kind]} {self.say(right)}"

    def _addition(self, node: Node) -> str:
        operator, left, right = sides(node)
        if operator not in SUMS:
            return self._code(node)
        return f"{self.say(left)} {SUMS[operator]} {self.say(right)}"

    _multiplication = _addition

    def _unary(self, node: Node) -> str:
        operator, inner = node.children
        if not _is(operator, "unary_not"):
            return f"minus {self.say(inner)}"
        said = self.say(inner)
        if _is(inner, "primary", "member_dot_arg") and not name_of(inner):
            return _denied(said)
        return f"{DENIED} {said}"

    def _member_dot(self, node: Node) -> str:
        whole, name = node.children
        spelt = _spelt(str(name))
        if name_of(whole) == "parameters":
            return self.written.get(str(name), spelt)
        if name_of(whole) == "measures":
            return f"the measure {spelt}"
        if name_of(whole) == "profile":
            return f"the {spelt}"
        if spelt == "value" and _is(whole, "member_dot"):
            return self.say(whole)
        of = self.say(whole)
        return f"its {spelt}" if of == "it" else f"the {spelt} of {of}"

    def _member_dot_arg(self, node: Node) -> str:
        whole, name = node.children[:2]
        given = arguments_of(node)
        if str(name) not in MACROS:
            phrase = METHODS[str(name)].meaning
            return phrase.format(self.say(whole), *map(self.say, given))
        each, inside = name_of(given[0]), given[1]
        inner = _Speaker(self.text, {**self.meanings, each: "it"}, self.written)
        listed, body = self.say(whole), inner.say(inside)
        return {
            "all": f"for each of {listed}, {body}",
            "exists": f"for at least one of {listed}, {body}",
            "exists_one": f"for exactly one of {listed}, {body}",
            "filter": f"those of {listed} for which {body}",
            "map": f"{body.replace('its ', 'the ', 1)} of each of {listed}",
        }[str(name)]

    def _member_index(self, node: Node) -> str:
        whole, index = node.children
        place = self.say(index)
        if place == "0":
            return f"the first of {self.say(whole)}"
        return self._code(node)

    def _primary(self, node: Node) -> str:
        return self.say(node.children[0])

    def _literal(self, node: Node) -> str:
        return str(node.children[0])

    def _list_lit(self, node: Node) -> str:
        inner = entries_of(node)
        return ", ".join(map(self.say, inner))

    def _ident(self, node: Node) -> str:
        name = str(node.children[0])
        known = {"as_of": "the day of the audit", "assurance": "the assurance"}
        return self.meanings.get(name) or known.get(name) or _spelt(name)

    def _ident_arg(self, node: Node) -> str:
        phrase = FUNCTIONS[str(node.children[0])].meaning
        return phrase.format(*map(self.say, arguments_of(node)))


def in_words(
    expression: Expression,
    meanings: Mapping[str, str],
    written: Mapping[str, str],
) -> str:
    """Return what an expression says, in words.

    Args:
        expression: The expression.
        meanings: What its names are, as phrases.
        written: How its thresholds are written, by name.
    """
    said = _Speaker(expression.text, meanings, written).say(expression.tree)
    return re.sub(r"\s+", " ", said)


def conditions_in_words(
    part: CheckPart, judge: PackJudge, written: Mapping[str, str]
) -> Iterator[str]:
    """Yield a sentence for each outcome of a check, and for each name it uses.

    Args:
        part: The check, as the pack has it.
        judge: Its expressions.
        written: How its thresholds are written, by name.
    """
    meanings = {name: _name(name, one) for name, one in judge.let} | part.meanings
    for each in judge.outcomes:
        outcome = str(each.part.outcome).replace("_", " ")
        label = f"{outcome[:1].upper()}{outcome[1:]}"
        if each.part.contradicted:
            label += ", and contradicted,"
        if each.when is None:
            yield f"{label} otherwise."
        else:
            yield f"{label} if {in_words(each.when, meanings, written)}."
    for name, expression in judge.let:
        if name not in part.meanings:
            words = in_words(expression, meanings, written)
            that = "that " if _is_flag(expression.tree) else ""
            yield f'"{_spelt(name)}" means {that}{words}.'


def _name(name: str, expression: Expression) -> str:
    """Return what a name without a meaning of its own is called."""
    quoted = f'"{_spelt(name)}"'
    return f"{quoted} holds" if _is_flag(expression.tree) else quoted


def _spelt(name: str) -> str:
    return name.replace("_", " ")


def _is_flag(node: Any) -> bool:
    """Whether an expression is true or false by its form."""
    if _is(node, "primary") and _is(node.children[0], "ident_arg"):
        name = str(node.children[0].children[0])
        return FUNCTIONS[name].gives == "flag"
    if _is(node, "member_dot_arg"):
        called = METHODS.get(str(node.children[1]))
        macro = MACROS.get(str(node.children[1]))
        return "flag" in {macro, called and called.gives}
    forms = ("relation", "conditionalor", "conditionaland")
    return _is(node, *forms) or (
        _is(node, "unary") and _is(node.children[0], "unary_not")
    )


def _is_denied(said: str) -> bool:
    return said.startswith(DENIED)


def _denied(said: str) -> str:
    """Return the opposite of what is said."""
    if " is " in said:
        return said.replace(" is ", " is not ", 1)
    return f"not {said}"


def _counted(node: Any) -> Any:
    """Return what is counted by `size(…)` or `….size()`, if anything is."""
    if _is(node, "primary") and _is(node.children[0], "ident_arg"):
        call = node.children[0]
        return arguments_of(call)[0] if str(call.children[0]) == "size" else None
    if _is(node, "member_dot_arg") and str(node.children[1]) == "size":
        return node.children[0]
    return None


def _is(node: Any, *kinds: str) -> bool:
    return isinstance(node, Tree) and str(node.data) in kinds
