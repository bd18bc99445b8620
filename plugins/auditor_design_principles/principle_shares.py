"""The share of principles that have what a check asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import counted, message, named, sentences, tally

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor import Context, Message, Principle, Verdict

__all__ = ["share_of_principles"]


def share_of_principles(
    context: Context, has: Callable[[Principle], object], statement: Message
) -> Verdict:
    """Grade the share of principles that have something.

    Args:
        context: What the check sees; its parameters are `met` and `partly`.
        has: What is looked for.
        statement: The reason, such as "An objective stands behind {having} of
            {principles}."
    """
    found = tally(context.profile.principles or (), has)
    reason = statement.filled(principles=counted(found.total, "principle"))
    if found.lacking:
        names = named(principle.name for principle in found.lacking)
        reason = sentences(reason, message("Without one: {names}.", names=names))
    return found.verdict(context, reason, answered_by="principles")
