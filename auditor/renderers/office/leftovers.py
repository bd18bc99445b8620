"""What the libraries' own templates hold of other documents, taken out.

A thumbnail of an empty page, settings of somebody's printer, and properties that say
the document was made by a program that never saw it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["without_leftovers"]

LEFTOVERS: Final = (
    "/thumbnail",
    "/extended-properties",
    "/customXml",
    "/stylesWithEffects",
    "/printerSettings",
)
"""Ends of the types of relationships; what nothing leads to is not written."""


class _Relationship(Protocol):
    @property
    def reltype(self) -> str: ...


class _Relationships(Protocol):
    """Relationships by id, as python-docx and python-pptx have them."""

    def items(self) -> Iterable[tuple[str, _Relationship]]: ...

    def pop(self, key: str, /) -> object: ...


def without_leftovers(*relationships: _Relationships) -> None:
    """Take out of a package, or of a part, all that leads to leftovers."""
    for every in relationships:
        for id_, relationship in list(every.items()):
            if relationship.reltype.endswith(LEFTOVERS):
                every.pop(id_)
