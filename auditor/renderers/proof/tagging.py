"""What WeasyPrint's tags lack: scopes of table heads, and running heads set apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["complete_tags"]

BEGIN: Final = b"BDC"


def complete_tags(pdf: Any) -> None:
    """Give heads of tables their scope, and mark running heads as no content.

    Args:
        pdf: The document as pydyf holds it, before it is written.
    """
    by_reference = {each.reference: each for each in pdf.objects[1:]}
    for element in by_reference.values():
        if isinstance(element, dict) and element.get("S") == "/TH":
            element["A"]["Scope"] = _scope(element, by_reference)
    _set_running_heads_apart(pdf, by_reference)


def _scope(head: Any, by_reference: dict[bytes, Any]) -> str:
    """Return `/Column` for a head at the top of its table, `/Row` for any other."""
    row = by_reference[head["P"]]
    part = by_reference[row["P"]] if row["S"] == "/TR" else row
    return "/Column" if part["S"] == "/THead" else "/Row"


def _set_running_heads_apart(pdf: Any, by_reference: dict[bytes, Any]) -> None:
    """Mark what stands in margins as an artifact: it is no part of what is read out.

    WeasyPrint gives it elements that hang in no tree (ISO 14289-1, 7.8).
    """
    root = by_reference[pdf.catalog["StructTreeRoot"]]
    heard = set(_references(root["K"], by_reference))
    numbers = by_reference[root["ParentTree"]]["Nums"]
    pages = [by_reference[reference] for reference in pdf.page_references]
    for page, elements in zip(pages, numbers[1::2], strict=False):
        silent = {n for n, reference in enumerate(elements) if reference not in heard}
        _mark(by_reference[page["Contents"]].stream, silent)
        elements[:] = [
            b"null" if n in silent else reference
            for n, reference in enumerate(elements)
        ]


def _references(kids: list[Any], by_reference: dict[bytes, Any]) -> Iterator[bytes]:
    """Yield the elements of a tree; its other leaves are numbers."""
    waiting = list(kids)
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, bytes):
            yield kid
            waiting += by_reference[kid].get("K", [])


def _mark(operators: list[Any], silent: set[int]) -> None:
    """Turn marked contents of these numbers into artifacts."""
    for at, operator in enumerate(operators):
        if operator == BEGIN and operators[at - 1].get("MCID") in silent:
            operators[at - 2 : at + 1] = [b"/Artifact", b"<</Type/Pagination>>", BEGIN]
