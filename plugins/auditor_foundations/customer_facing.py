"""The people who meet customers: what share of them has what is asked for."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from auditor import Outcome, Verdict, at_least, counted, message, named, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from auditor import Context, Department, Message, Verification

__all__ = ["judged_by_share"]


def judged_by_share(
    context: Context,
    share_of: Callable[[Department], float],
    statement: Message,
    *,
    partly: float,
    verified_by: Verification | None = None,
) -> Verdict:
    """Grade the mean share over the departments that meet customers.

    Each department counts the same, as a profile does not say how many work in it.
    Not met where the share is nothing.

    Args:
        context: What the check sees; its parameter `met` is the share for met.
        share_of: The share of a department's people, from 0 to 1, who have it.
        statement: The reason, such as "In {departments} {share:.1f} % are trained."
        partly: The share from which it is partly met.
        verified_by: On what the verdict rests, where it is less than usual.
    """
    listed = context.profile.departments or ()
    facing = [department for department in listed if department.customer_facing]
    if not facing:
        reason = message("The profile names no department that meets customers.")
        keys = ("departments.customer_facing",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    shares = {each.id: share_of(each) for each in facing}
    share, met = fmean(shares.values()), context.parameters["met"]
    lacking = [each for each in facing if shares[each.id] < met]
    reason = statement.filled(
        departments=counted(len(facing), "department"), share=100 * share
    )
    if lacking:
        fewer = named(each.name or each.id for each in lacking)
        reason = sentences(reason, message("Fewer in: {names}.", names=fewer))
    return Verdict(
        at_least(share, met, partly) if share else Outcome.NOT_MET,
        reason,
        share=share,
        where=tuple(each.pointer for each in lacking or facing),
        verified_by=verified_by,
    )
