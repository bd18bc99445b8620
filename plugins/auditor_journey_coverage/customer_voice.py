"""Which sources of feedback let customers themselves speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import FeedbackKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor import Profile

__all__ = ["from_customers"]


def from_customers(
    profile: Profile, sources: Iterable[str | None] | None
) -> Iterator[str]:
    """Yield the named sources in which customers speak, or act, for themselves.

    What employees think that customers feel is an assumption until customers confirm
    it, so a source of kind `employee` is left out. A source of unknown kind stays.
    """
    declared = (profile.feedback.sources or ()) if profile.feedback else ()
    staff = {source.id for source in declared if source.kind is FeedbackKind.EMPLOYEE}
    for source in sources or ():
        if source is not None and source not in staff:
            yield source
