"""What the score would be if some findings were met, by the scorer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.comparison.edition import by_check
from auditor.finding import Outcome
from auditor.roadmap import mended_in_order, roadmap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from auditor.comparison.edition import Edition
    from auditor.finding import Finding
    from auditor.roadmap import Step

__all__ = ["WhatIf", "can_be_met", "what_if"]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """An edition, and what it would be step by step."""

    edition: Edition
    steps: tuple[Step, ...]
    """One criterion met after the other; each on top of those before."""


def what_if(edition: Edition, checks: Iterable[str] = ()) -> WhatIf:
    """Return the score after each check is met, in this order; nothing is estimated.

    Args:
        edition: Where the organisation stands.
        checks: Ids of checks that are open or not assessed; without any, the steps of
            the roadmap.

    Raises:
        KeyError: With the first id of which the edition has no finding.
    """
    findings, areas, rubric = edition.findings, edition.areas, edition.rubric
    known = by_check(findings)
    order = [known[check] for check in dict.fromkeys(checks)]
    if not order:
        return WhatIf(edition, roadmap(findings, areas, rubric))
    return WhatIf(edition, mended_in_order(order, findings, areas, rubric))


def can_be_met(finding: Finding) -> bool:
    """Whether there is anything to be met: it is open, or nobody knows."""
    return finding.open or finding.outcome in {Outcome.NOT_ASSESSED, Outcome.ERROR}
