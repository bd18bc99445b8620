"""Which version of the plugin API a plugin needs, and whether that is this one.

A plugin states it in the module that its entry point names, as a literal::

    NEEDS_PLUGIN_API = "1.0"

It is read from the source before anything of the plugin is imported, so that one that
needs a name which we do not have yet is told so, rather than failing at that name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from auditor.translation import message
from auditor.version import PLUGIN_API

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FIRST_API", "STATEMENT", "misfit", "stated_api"]

STATEMENT: Final = "NEEDS_PLUGIN_API"
"""The name under which a plugin states the version."""
FIRST_API: Final = "1.0"
"""What a plugin needs that states nothing."""
VERSION: Final = re.compile(r"([0-9]{1,6})\.([0-9]{1,6})")
STATED: Final = re.compile(rf"^{STATEMENT}\b[^=\n]*=[ \t]*([^#\n]*)", re.MULTILINE)
LITERAL: Final = re.compile(r"""(["'])(.*)\1""")
MOST_CHARACTERS: Final = 1_000_000
"""Ours: how much of a module is looked at."""


def stated_api(module: Path) -> str:
    """Return the version that the source of a module states, as it is written there.

    No parser is used: a source may be made to break one. A module that cannot be read
    states nothing, and importing it says why.
    """
    try:
        with module.open(encoding="utf-8", errors="replace") as source:
            found = STATED.search(source.read(MOST_CHARACTERS))
    except OSError:
        return FIRST_API
    if found is None:
        return FIRST_API
    literal = LITERAL.fullmatch(found[1].strip())
    return literal[2] if literal else found[1].strip()


def misfit(needed: str, offered: str = PLUGIN_API) -> str:
    """Return why a plugin that needs a version cannot be used; empty where it can."""
    known = VERSION.fullmatch(offered)
    asked = VERSION.fullmatch(needed)
    if known is None or asked is None:
        return message(
            '{name} has to be a literal such as "{offered}".',
            name=STATEMENT,
            offered=offered,
        )
    (major, minor), (ours, newest) = (
        tuple(map(int, found.groups())) for found in (asked, known)
    )
    if major == ours and minor <= newest:
        return ""
    if (major, minor) > (ours, newest):
        return message(
            "It needs version {needed} of the plugin API, and this cxaudit offers "
            "{offered}: update cxaudit.",
            needed=needed,
            offered=offered,
        )
    return message(
        "It needs version {needed} of the plugin API, and this cxaudit offers "
        "{offered}: update the plugin.",
        needed=needed,
        offered=offered,
    )
