"""How governments run, measure and assess the experience of their services."""

from __future__ import annotations

from typing import Final

from auditor.bibliography.source import Access, Source
from auditor.translation import message

__all__ = [
    "CUSTOMER_SERVICE_EXCELLENCE",
    "GOVCX",
    "GOVUK_INCLUSION",
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
    note=message(
        "Problems are dealt with effectively, and standards for timeliness are set, "
        "monitored and published."
    ),
)

GOVCX: Final = Source(
    key="govcx",
    author="International Foundation for Customer Experience in Government",
    title=(
        "International Model for Customer Experience in Government: maturity assessment"
    ),
    year=None,
    address="https://govcx.org/demo-source-files/web.html",
    access=Access.READ,
    note=message(
        "A strategy states principles or core values, main objectives, measurable "
        "indicators for them, an agenda of priorities and a position to be reached."
    ),
)

GOVUK_INCLUSION: Final = Source(
    key="govuk-inclusion",
    author="UK Government Digital Service",
    title="Making your service more inclusive",
    year=None,
    address="https://www.gov.uk/service-manual/design/making-your-service-more-inclusive",
    access=Access.READ,
    note=message(
        "A team finds the points at which its service shuts out certain groups, and "
        "tests it with people who stand for all who use it."
    ),
)

GOVUK_SERVICE_ASSESSMENTS: Final = Source(
    key="govuk-service-assessments",
    author="UK Department for Education",
    title="Service assessments: get an assessment report",
    year=None,
    address="https://ddt.beta.education.gov.uk/guidance/guides/service-assessments/get-assessment-report",
    access=Access.READ,
    note=message(
        "A gate with consequences: a red service pauses, acts and is assessed again; "
        "an amber one goes on and has three months to mend what was found."
    ),
)

GOVUK_SERVICE_STANDARD: Final = Source(
    key="govuk-service-standard",
    author="UK Government Digital Service",
    title="Service Standard",
    year=2019,
    address="https://www.gov.uk/service-manual/service-standard/point-10-define-success-publish-performance-data",
    access=Access.READ,
    note=message(
        "Fourteen points: understand users, join up across all channels, define "
        "success and publish performance data, gathered from every channel, so that "
        "the effect of a change shows."
    ),
)

GSA_CX_TOOLKIT: Final = Source(
    key="gsa-cx-toolkit",
    author="US General Services Administration, Digital.gov",
    title="Customer Experience Toolkit",
    year=2016,
    address="https://github.com/GSA/digitalgov.gov/blob/main/content/resources/customer-experience-toolkit.md",
    access=Access.READ,
    note=message(
        "One person answers for the experience agency-wide, with resources and "
        "authority. Service standards are published, front-line staff are trained and "
        "heard, and service counts in ratings. Customers are known by personas, and "
        "the whole journey is mapped and walked by secret shoppers."
    ),
)

GSA_MATURITY: Final = Source(
    key="gsa-maturity",
    author="US General Services Administration, CX Center of Excellence",
    title="Customer Experience Maturity Model",
    year=2022,
    address="https://executivegov.com/2022/07/gsa-customer-experience-center-of-excellence-unveils-cx-maturity-model",
    access=Access.SECONDARY,
    note=message(
        "Each of its levels presupposes that the level below is fully reached."
    ),
)

GSA_TOUCHPOINTS: Final = Source(
    key="gsa-touchpoints",
    author="US General Services Administration",
    title="Touchpoints: data models",
    year=None,
    address="https://github.com/GSA/touchpoints/tree/main/docs/models",
    access=Access.READ,
    note=message(
        "Each quarter a service reports by stage and channel; customers, invitations "
        "and answers are counted apart, and ease is one of the drivers asked for."
    ),
)

OMB_A11: Final = Source(
    key="omb-a11",
    author="US Office of Management and Budget",
    title=(
        "Circular A-11, Section 280: Managing Customer Experience and Improving "
        "Service Delivery"
    ),
    year=2024,
    address="https://www.performance.gov/cx/a-11",
    access=Access.READ,
    note=message(
        "Every designated service asks its customers after the transaction and "
        "reports each quarter in public; agencies name who is responsible and act on "
        "what they hear."
    ),
)

VA_PRINCIPLES: Final = Source(
    key="va-principles",
    author="US Department of Veterans Affairs",
    title=(
        "Core Values, Characteristics, and Customer Experience Principles of the "
        "Department (38 CFR Part 0)"
    ),
    year=2019,
    address="https://www.govinfo.gov/content/pkg/FR-2019-05-20/html/2019-10261.htm",
    access=Access.READ,
    note=message(
        "Three principles, ease, effectiveness and emotion, are made binding on every "
        "employee by regulation."
    ),
)
