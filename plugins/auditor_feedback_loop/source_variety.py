"""How many different things the sources of feedback cover."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import Feedback, Verdict, at_least, counted, message, named, sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from auditor import Context, FeedbackSource, Message

__all__ = ["variety"]


def variety(
    context: Context,
    sort: Callable[[FeedbackSource], str | None],
    names: Sequence[str],
    covered: Message,
    unstated: Message,
) -> Verdict:
    """Grade how many sorts of source there are.

    Args:
        context: What the check sees; its parameters are `met` and `partly`.
        sort: The name of a source's sort, or nothing where it states none.
        names: The sorts that there can be.
        covered: What `{number}` of `{total}` sorts are, as a sentence.
        unstated: Which `{sources}` state no sort, as a sentence.
    """
    heard = context.profile.feedback or Feedback()
    sources = heard.sources or ()
    present = {sort(source) for source in sources}
    missing = [name for name in names if name not in present]
    number = len(names) - len(missing)
    unsorted = sum(sort(source) is None for source in sources)
    reason = sentences(
        covered.filled(number=number, total=len(names)),
        message("Missing: {names}.", names=named(missing)) if missing else "",
        unstated.filled(sources=counted(unsorted, "source")) if unsorted else "",
    )
    return Verdict(
        at_least(number, context.parameters["met"], context.parameters["partly"]),
        reason,
        share=number / len(names),
        where=(heard.at("sources"),),
    )
