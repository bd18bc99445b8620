"""The share of principles that have what a check asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import counted, named, tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor import Context, Principle, Verdict

__all__ = ["share_of_principles"]


def share_of_principles(
    context: Context, has: Callable[[Principle], object], statement: str
) -> Verdict:
    """Grade the share of principles that have something.

    Args:
        context: What the check sees; its parameters are `met` and `partly`.
        has: What is looked for.
        statement: Beginning of the reason, up to the count, such as
            `An objective stands behind`.
    """
    found = tally(context.profile.principles or (), has)
    missing = named(principle.name for principle in found.lacking)
    reason = f"{statement} {{having}} of {counted(found.total, 'principle')}."
    if missing:
        reason += f" Without one: {missing}."
    return found.verdict(context, reason, answered_by="principles")
