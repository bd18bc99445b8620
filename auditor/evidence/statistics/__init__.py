"""Statistics of counts: no table, no database, nothing of ours.

Distribution functions come from `scipy.special`, imported where they are called. The
formulas around them stand here because `scipy.stats` and `statsmodels`, which have
most of them, take a second to import: more than measuring a million rows. Tests hold
each formula against those libraries and against published tables.
"""

from __future__ import annotations

from auditor.evidence.statistics.interval import Interval
from auditor.evidence.statistics.minimums import Standing, standing
from auditor.evidence.statistics.nps import NetPromoterScore
from auditor.evidence.statistics.proportions import wilson

__all__ = ["Interval", "NetPromoterScore", "Standing", "standing", "wilson"]
