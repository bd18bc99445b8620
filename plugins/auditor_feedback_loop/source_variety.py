"""How many different things the sources of feedback cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import Feedback, Verdict, at_least, counted, named

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from auditor import Context, FeedbackSource

__all__ = ["variety"]


def variety(
    context: Context,
    sort: Callable[[FeedbackSource], str | None],
    names: Sequence[str],
    noun: str,
) -> Verdict:
    """Grade how many sorts of source there are.

    Args:
        context: What the check sees; its parameters are `met` and `partly`.
        sort: The name of a source's sort, or nothing where it states none.
        names: The sorts that there can be.
        noun: What a sort is called, such as `level`.
    """
    heard = context.profile.feedback or Feedback()
    sources = heard.sources or ()
    present = {sort(source) for source in sources}
    missing = [name for name in names if name not in present]
    number = len(names) - len(missing)
    unsorted = sum(sort(source) is None for source in sources)
    reason = f"The sources cover {number} of {counted(len(names), noun)}."
    if missing:
        reason += f" Missing: {named(missing)}."
    if unsorted:
        reason += f" Without a stated {noun}: {counted(unsorted, 'source')}."
    return Verdict(
        at_least(number, context.parameters["met"], context.parameters["partly"]),
        reason,
        share=number / len(names),
        where=(heard.at("sources"),),
    )
