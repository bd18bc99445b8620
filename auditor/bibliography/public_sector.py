"""How governments run, measure and assess the experience of their services."""

from __future__ import annotations

from typing import Final

from auditor.bibliography.source import Access, Source

__all__ = [
    "CUSTOMER_SERVICE_EXCELLENCE",
    "GOVCX",
    "GOVUK_SERVICE_ASSESSMENTS",
    "GOVUK_SERVICE_STANDARD",
    "GSA_CX_TOOLKIT",
    "GSA_MATURITY",
    "GSA_TOUCHPOINTS",
    "OMB_A11",
    "VA_PRINCIPLES",
]

CUSTOMER_SERVICE_EXCELLENCE: Final = Source(
    key="customer-service-excellence",
    author="UK Cabinet Office",
    title="Customer Service Excellence: The Government Standard",
    year=None,
    address="https://pdfslide.net/documents/customer-service-excellence-standard.html",
    access=Access.SECONDARY,
    note=(
        "Problems are dealt with effectively, and standards for timeliness are set, "
        "monitored and published."
    ),
)

GOVCX: Final = Source(
    key="govcx",
    author="GovCX",
    title="GovCX International Model: maturity levels and assessment",
    year=None,
    address="https://govcx.org/maturity-levels",
    access=Access.READ,
    note=(
        "A strategy holds principles and values, objectives, measurable indicators, "
        "a priority agenda and a target position."
    ),
)

GOVUK_SERVICE_ASSESSMENTS: Final = Source(
    key="govuk-service-assessments",
    author="UK Government Digital Service",
    title="How service assessments work",
    year=None,
    address="https://www.gov.uk/service-manual/service-assessments/how-service-assessments-work",
    access=Access.READ,
    note=(
        "A gate with consequences: a red service pauses, acts and is assessed again, "
        "and an amber one proceeds with a deadline to mend what was found."
    ),
)

GOVUK_SERVICE_STANDARD: Final = Source(
    key="govuk-service-standard",
    author="UK Government Digital Service",
    title="Service Standard",
    year=None,
    address="https://www.gov.uk/service-manual/service-standard",
    access=Access.NOT_READ,
    note=(
        "Understand users, join up across all channels, leave nobody out, define "
        "success and publish performance."
    ),
)

GSA_CX_TOOLKIT: Final = Source(
    key="gsa-cx-toolkit",
    author="US General Services Administration, Digital.gov",
    title="Customer Experience Toolkit",
    year=None,
    address="https://github.com/GSA/digitalgov.gov/blob/main/content/resources/customer-experience-toolkit.md",
    access=Access.READ,
    note=(
        "One person answers for the experience agency-wide and has the authority to. "
        "Experience is part of performance ratings, and the journey is mapped whole."
    ),
)

GSA_MATURITY: Final = Source(
    key="gsa-maturity",
    author="US General Services Administration, CX Center of Excellence",
    title="Customer Experience Maturity Model",
    year=2022,
    address="https://executivegov.com/2022/07/gsa-customer-experience-center-of-excellence-unveils-cx-maturity-model",
    access=Access.SECONDARY,
    note="Each of its levels presupposes that the level below is fully reached.",
)

GSA_TOUCHPOINTS: Final = Source(
    key="gsa-touchpoints",
    author="US General Services Administration",
    title="Touchpoints: data models and data-collection rating",
    year=None,
    address="https://github.com/GSA/touchpoints",
    access=Access.READ,
    note=(
        "Every service has start, middle and end stages; customers, invitations and "
        "responses are counted apart; ease is asked beside satisfaction and trust."
    ),
)

OMB_A11: Final = Source(
    key="omb-a11",
    author="US Office of Management and Budget",
    title=(
        "Circular A-11, Section 280: Managing Customer Experience and Improving "
        "Service Delivery"
    ),
    year=None,
    address="https://www.performance.gov/cx/a-11",
    access=Access.READ,
    note=(
        "Each designated service surveys customers after the transaction and reports "
        "quarterly; leaders review capacity yearly and tie an action plan to budget."
    ),
)

VA_PRINCIPLES: Final = Source(
    key="va-principles",
    author="US Department of Veterans Affairs",
    title="Core Values, Characteristics, and Customer Experience Principles (38 CFR 0)",
    year=2019,
    address="https://www.nextgov.com/modernization/2019/05/va-codify-customer-experience-part-core-values/157115",
    access=Access.SECONDARY,
    note=(
        "Three principles, ease, effectiveness and emotion, bind all staff and each "
        "is measured by a survey question of its own."
    ),
)
