"""Computing an expression: the library's evaluator, held to a budget of steps.

Steps are counted, not seconds: the same profile gives the same finding on a slow
machine and on a fast one. What the library leaves open is closed here: what is unknown
stays unknown on its way up, text and lists stay small, operators take what CEL says
that they take, and nothing but the functions of a pack can be called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from celpy.celtypes import (
    BoolType,
    DoubleType,
    IntType,
    ListType,
    MapType,
    TimestampType,
)
from celpy.evaluation import Activation, CELEvalError, Evaluator
from lark import Token, Tree

from auditor.packs.operators import operators_for
from auditor.packs.signatures import MACROS
from auditor.packs.syntax import (
    ExpressionError,
    arguments_of,
    called_on,
    name_of,
    start_of,
)
from auditor.packs.values import Figures, Part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from auditor.packs.budget import Budget
    from auditor.packs.syntax import Expression, Node

__all__ = ["UnknownValueError", "computed"]

EITHER: Final = frozenset({"conditionalor", "conditionaland"})
"""Nodes that may be known although a part of them is not."""
WORDS: Final = {
    BoolType: "flag",
    IntType: "number",
    DoubleType: "number",
    str: "text",
    TimestampType: "day",
    ListType: "list",
    MapType: "group",
}
"""What a value is, in the words of a pack's messages; a subclass before its base."""


class UnknownValueError(CELEvalError):
    """Something of which the profile does not tell."""

    def __init__(
        self, pointer: str = "", reason: str = "", answered_by: tuple[str, ...] = ()
    ) -> None:
        super().__init__(reason or f"The profile says nothing at {pointer}.")
        self.pointer = pointer
        self.reason = reason
        self.answered_by = answered_by


def computed(
    expression: Expression,
    names: Mapping[str, Any],
    functions: Mapping[str, Callable[..., Any]],
    budget: Budget,
) -> Any:
    """Return the value of an expression.

    Args:
        expression: What to compute.
        names: Values by name; an `UnknownValueError` stands for what is not known.
        functions: What can be called.
        budget: How many steps are left.

    Raises:
        UnknownValueError: If it depends on a field on which the profile is silent.
        ExpressionError: If it makes no sense for the values, or takes too many steps.
    """
    given = {**operators_for(budget), **functions}
    walker = _Walker(expression.tree, Activation(functions=given), budget, names)
    try:
        return walker.visit(expression.tree)
    except UnknownValueError:
        raise
    except (CELEvalError, ExpressionError) as error:
        raise _explained(error, expression) from None


def _explained(
    error: CELEvalError | ExpressionError, expression: Expression
) -> ExpressionError:
    """Return an error that says in which expression it came up."""
    if isinstance(error, ExpressionError):
        return ExpressionError(f"{error.message} ({expression.text})", error.offset)
    node = error.tree if error.tree is not None else error.token
    offset = start_of(node) if isinstance(node, Tree | Token) else 0
    return ExpressionError(f"{error.args[0]} ({expression.text})", offset)


class _Walker(Evaluator):
    """The library's evaluator, with a budget and with what is unknown."""

    def __init__(
        self,
        ast: Node,
        activation: Activation,
        budget: Budget,
        names: Mapping[str, Any],
    ) -> None:
        super().__init__(ast, activation)
        self.budget = budget
        self.names = names

    def primary(self, tree: Node) -> Any:
        """Return what a name stands for; whatever else it is, the library knows."""
        name = name_of(tree)
        return self.names[name] if name else super().primary(tree)

    def visit(self, tree: Node) -> Any:
        """Return the value of a node, or raise why it has none."""
        self.budget.spend()
        try:
            value = self._visit_tree(tree)
            if isinstance(value, CELEvalError):
                raise value
        except CELEvalError as error:
            if error.tree is None and error.token is None:
                error.tree = tree
            raise
        return value

    def visit_children(self, tree: Node) -> list[Any]:
        """Return the values of a node's children."""
        visit = self._attempt if tree.data in EITHER else self.visit
        return [
            visit(child) if isinstance(child, Tree) else child
            for child in tree.children
        ]

    def _attempt(self, tree: Node) -> Any:
        """Return the value of a node, or why it has none."""
        try:
            return self.visit(tree)
        except CELEvalError as error:
            return error

    def member_dot(self, tree: Node) -> Any:
        """Return a field; one on which the profile is silent is unknown."""
        whole, key = called_on(tree)
        found = self.visit(whole)
        if not isinstance(found, MapType):
            return CELEvalError(f"A {_kind(found)} has no field {key!r}.", tree=tree)
        try:
            return found[key]
        except KeyError:
            return _silence(found, key)

    def macro_has_eval(self, exprlist: Node) -> BoolType:
        """Return whether the profile says anything in a field."""
        try:
            self.visit_children(exprlist)
        except UnknownValueError:
            return BoolType(source=False)
        return BoolType(source=True)

    def member_dot_arg(self, tree: Node) -> Any:
        """Return what a macro or a method gives."""
        whole, name = called_on(tree)
        if name not in MACROS:
            return super().member_dot_arg(tree)
        entries = self.visit(whole)
        if not isinstance(entries, ListType):
            return CELEvalError(f"{name} is for lists, not for a {_kind(entries)}.")
        return self._macro(name, entries, tree)

    def _macro(self, name: str, entries: list[Any], tree: Node) -> Any:
        """Return what a macro makes of a list."""
        variable, body = arguments_of(tree)
        names = {**self.names}
        inner = _Walker(body, self.activation, self.budget, names)
        key = name_of(variable)

        def each(entry: Any) -> Any:
            names[key] = entry
            return inner.visit(body)

        if name == "map":
            return ListType([each(entry) for entry in entries])
        if name in {"all", "exists"}:
            return _decided(name, self._answers(each, entries))
        chosen = [entry for entry in entries if _flag(name, each(entry))]
        if name == "filter":
            return ListType(chosen)
        return BoolType(source=len(chosen) == 1)

    def _answers(
        self, each: Callable[[Any], Any], entries: list[Any]
    ) -> Iterator[BoolType | CELEvalError]:
        for entry in entries:
            try:
                yield _flag("all and exists", each(entry))
            except CELEvalError as error:
                yield error


def _silence(whole: MapType, key: str) -> UnknownValueError:
    """Return what is not known where a group has no field of this name."""
    if isinstance(whole, Part):
        return UnknownValueError(whole.section.at(key))
    if isinstance(whole, Figures):
        return UnknownValueError("", whole.lacking[key], ("evidence",))
    return UnknownValueError("", f"Nothing tells {key!r}.")


def _decided(name: str, answers: Iterator[BoolType | CELEvalError]) -> Any:
    """Return whether all answers are yes, or any is; one entry may decide."""
    decisive = name == "exists"
    unclear: CELEvalError | None = None
    for answer in answers:
        if isinstance(answer, CELEvalError):
            unclear = unclear or answer
        elif bool(answer) is decisive:
            return BoolType(source=decisive)
    return unclear or BoolType(source=not decisive)


def _flag(name: str, value: Any) -> BoolType:
    if not isinstance(value, BoolType):
        raise CELEvalError(
            f"{name}: a condition is true or false, not a {_kind(value)}."
        )
    return value


def _kind(value: object) -> str:
    """Return what a value is, in a word."""
    return next(word for kind, word in WORDS.items() if isinstance(value, kind))
