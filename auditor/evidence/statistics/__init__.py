"""Statistics of counts: no table, no database, nothing of ours.

Distribution functions come from `scipy.special`, imported where they are called. The
formulas around them stand here because `scipy.stats` and `statsmodels`, which have
most of them, take a second to import: more than measuring a million rows. Tests hold
each formula against those libraries and against published tables.
"""

from __future__ import annotations

from auditor.evidence.statistics.contrasts import (
    Contrast,
    Votes,
    beyond_chance,
    contrast,
)
from auditor.evidence.statistics.history import Period, change_over, whole_periods
from auditor.evidence.statistics.interval import Interval
from auditor.evidence.statistics.minimums import Standing, standing
from auditor.evidence.statistics.nonresponse import worst_case
from auditor.evidence.statistics.nps import NetPromoterScore
from auditor.evidence.statistics.proportions import wilson
from auditor.evidence.statistics.rates import Rate, rate_ratio

__all__ = [
    "Contrast",
    "Interval",
    "NetPromoterScore",
    "Period",
    "Rate",
    "Standing",
    "Votes",
    "beyond_chance",
    "change_over",
    "contrast",
    "rate_ratio",
    "standing",
    "whole_periods",
    "wilson",
    "worst_case",
]
