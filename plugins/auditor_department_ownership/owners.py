"""Who is an owner, and what that department does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditor import Function, named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor import Message, Profile

__all__ = ["TOP", "accountable", "function_of", "names", "word"]

TOP: Final = frozenset({"board", "c_level", "ceo", "direct_report", "reports_to_ceo"})
"""Words for the top of an organisation; any other word is not taken for it."""

NOBODY: Final = frozenset(
    {
        "all",
        "all_departments",
        "anyone",
        "everybody",
        "everyone",
        "nobody",
        "none",
        "tbd",
    }
)
"""Ids that stand where an owner should."""

FUNCTIONS: Final = {function.value: function for function in Function}


def word(text: str | None) -> str:
    """Return a word as the vocabulary spells it: "C-level" is `c_level`."""
    return re.sub(r"\W+", "_", (text or "").strip().lower())


def accountable(owner: str | None) -> str | None:
    """Return the owner, or nothing where "everyone" or nobody is named."""
    return owner if word(owner) not in NOBODY else None


def function_of(profile: Profile, id_: str) -> Function | None:
    """Return what a department does.

    Where the profile does not state it, an id that is the name of a function tells.
    """
    department = profile.department(id_)
    stated = department.function if department else None
    return stated or FUNCTIONS.get(word(id_))


def names(profile: Profile, ids: Iterable[str]) -> Message:
    """Return departments' names as a sentence lists them, ids where they have none."""
    found = ((profile.department(id_), id_) for id_ in ids)
    return named((department and department.name) or id_ for department, id_ in found)
