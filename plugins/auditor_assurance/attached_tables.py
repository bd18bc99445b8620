"""The tables that were attached, and where the profile names them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import Verdict, message, unmeasured

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor import Context

__all__ = ["pointers", "without_tables"]


def without_tables(context: Context) -> Verdict:
    """Return that there is no table to look at, and whether one was attached."""
    if context.evidence.faults:
        return unmeasured(message("No attached table could be read."))
    return unmeasured(message("No table of evidence is attached."))


def pointers(context: Context, ids: Iterable[str]) -> tuple[str, ...]:
    """Return where the profile names these tables."""
    wanted = set(ids)
    datasets = context.profile.evidence or ()
    return tuple(each.pointer for each in datasets if each.id in wanted)
