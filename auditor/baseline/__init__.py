"""An audit compared with an earlier one, whose inputs are judged again if at hand."""

from __future__ import annotations

from auditor.baseline.baseline import (
    Baseline,
    aliases_of,
    one_organisation,
    with_baseline,
)
from auditor.baseline.judging_again import Bench, judge_again, profile_of

__all__ = [
    "Baseline",
    "Bench",
    "aliases_of",
    "judge_again",
    "one_organisation",
    "profile_of",
    "with_baseline",
]
