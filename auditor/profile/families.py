"""The family of a metric, as far as its kind and level tell it.

The same question tells about service when it is asked of one contact, and about the
experience when it is asked of a journey or of the whole relationship. Published lists
put effort and satisfaction now here and now there, so no kind of the two decides alone.
"""

from __future__ import annotations

from typing import Final

from auditor.profile.vocabulary import ExperienceLevel, MetricFamily, MetricKind

__all__ = ["family_of"]

_KINDS: Final = {
    MetricFamily.SERVICE: (
        MetricKind.FIRST_RESPONSE_TIME,
        MetricKind.RESOLUTION_TIME,
        MetricKind.WAIT_TIME,
        MetricKind.HANDLE_TIME,
        MetricKind.FIRST_CONTACT_RESOLUTION,
        MetricKind.REOPEN_RATE,
        MetricKind.RESOLUTION_RATE,
        MetricKind.TICKET_DEFLECTION,
    ),
    MetricFamily.EXPERIENCE: (
        MetricKind.NPS,
        MetricKind.TRUST,
        MetricKind.SENTIMENT,
        MetricKind.RETENTION,
        MetricKind.CHURN,
        MetricKind.REPEAT_PURCHASE,
        MetricKind.REFERRAL,
        MetricKind.CLV,
    ),
    MetricFamily.BUSINESS: (
        MetricKind.REVENUE,
        MetricKind.SPEND_PER_CUSTOMER,
        MetricKind.COST_TO_SERVE,
        MetricKind.CONVERSION,
    ),
    MetricFamily.EMPLOYEE: (
        MetricKind.EMPLOYEE_ENGAGEMENT,
        MetricKind.ENPS,
        MetricKind.EMPLOYEE_TURNOVER,
    ),
}
_FAMILY: Final = {kind: family for family, kinds in _KINDS.items() for kind in kinds}
_ASSUMED_LEVEL: Final = {
    MetricKind.CSAT: ExperienceLevel.RELATIONSHIP,
    MetricKind.CES: ExperienceLevel.INTERACTION,
}
"""Where none is stated: satisfaction is asked of the whole, effort of a contact."""


def family_of(kind: MetricKind, level: ExperienceLevel | None) -> MetricFamily | None:
    """Return what a metric of this kind and level tells about.

    A custom metric has to state it: `None`.
    """
    if kind in _ASSUMED_LEVEL:
        one_contact = (level or _ASSUMED_LEVEL[kind]) is ExperienceLevel.INTERACTION
        return MetricFamily.SERVICE if one_contact else MetricFamily.EXPERIENCE
    return _FAMILY.get(kind)
