"""Rules and findings of regulators and ombudsmen, above all on complaints."""

from __future__ import annotations

from typing import Final

from auditor.bibliography.source import Access, Source
from auditor.translation import message

__all__ = [
    "CFPB_COMPLAINTS",
    "FCA_BOARD_REPORTS",
    "FCA_COMPLAINTS_ROOT_CAUSE",
    "FCA_DISP_1_6",
    "FCA_VULNERABLE_CUSTOMERS",
    "FRC_COMMISSIONER",
    "GDPR",
    "NHS_COMPLAINTS",
    "PHSO_COMPLAINT_STANDARDS",
]

CFPB_COMPLAINTS: Final = Source(
    key="cfpb-complaints",
    author="US Consumer Financial Protection Bureau",
    title="Company Portal Manual",
    year=2015,
    address="https://stg.fintechfutures.com/2015/05/cfpb-updates-consumer-complaint-manual-may-26-2015",
    access=Access.SECONDARY,
    note=message("Companies answer within 15 calendar days and finally within 60."),
)

FCA_BOARD_REPORTS: Final = Source(
    key="fca-board-reports",
    author="UK Financial Conduct Authority",
    title="Consumer Duty Board Reports: good practice and areas for improvement",
    year=2024,
    address="https://www.fca.org.uk/publications/good-and-poor-practice/consumer-duty-board-reports-good-practice-and-areas-improvement",
    access=Access.READ,
    note=message(
        "A yearly report sets before the board what customers' outcomes were and what "
        "is to be done. Good ones have clear outcomes, good data and results by type "
        "of customer."
    ),
)

FCA_COMPLAINTS_ROOT_CAUSE: Final = Source(
    key="fca-complaints-root-cause",
    author="UK Financial Conduct Authority",
    title=(
        "Complaints and root cause analysis: good practice and areas for improvement"
    ),
    year=2024,
    address="https://www.fca.org.uk/publications/good-and-poor-practice/complaints-and-root-cause-analysis-good-practice-and-areas-improvement",
    access=Access.READ,
    note=message(
        "Firms find the causes of complaints. Three things are weaker: results by "
        "type of customer, acting on the insight, and measuring whether the action "
        "worked."
    ),
)

FCA_DISP_1_6: Final = Source(
    key="fca-disp-1-6",
    author="UK Financial Conduct Authority",
    title="FCA Handbook, DISP 1.6: Complaints time limit rules",
    year=None,
    address="https://www.handbook.fca.org.uk/handbook/DISP/1/6.html",
    access=Access.READ,
    note=message(
        "A complaint is acknowledged promptly and answered finally within eight "
        "weeks, or 15 business days where it concerns payments."
    ),
)

FCA_VULNERABLE_CUSTOMERS: Final = Source(
    key="fca-vulnerable-customers",
    author="UK Financial Conduct Authority",
    title="Firms' treatment of customers in vulnerable circumstances: review",
    year=2025,
    address="https://thecompliancedigest.com/insights-from-the-fcas-review-on-vulnerable-customer-support/",
    access=Access.SECONDARY,
    note=message(
        "Good firms compare outcomes between groups of customers to find where those "
        "in vulnerable circumstances fare worse; most could not show that they do."
    ),
)

FRC_COMMISSIONER: Final = Source(
    key="frc-commissioner",
    author="Independent Complaints Commissioner",
    title="Service standards",
    year=None,
    address="https://frccommissioner.org.uk/?p=108",
    access=Access.READ,
    note=message(
        "Of all complaints 95 % are to be acknowledged within three working days."
    ),
)

GDPR: Final = Source(
    key="gdpr",
    author="European Union",
    title="Regulation (EU) 2016/679, General Data Protection Regulation: Article 6",
    year=2016,
    address="https://gdpr-ccpa.org/gdpr-articles/gdpr-article-6-lawfulness-of-processing",
    access=Access.SECONDARY,
    note=message(
        "Personal data are processed lawfully on one of six legal bases only."
    ),
)

NHS_COMPLAINTS: Final = Source(
    key="nhs-complaints",
    author="Shropshire Council",
    title="What to expect when you complain about a health service",
    year=None,
    address="https://next.shropshire.gov.uk/the-send-local-offer/health/what-to-do-if-youre-unhappy-with-a-health-service/what-to-expect",
    access=Access.SECONDARY,
    note=message("The NHS acknowledges a complaint within three working days."),
)

PHSO_COMPLAINT_STANDARDS: Final = Source(
    key="phso-complaint-standards",
    author="UK Parliamentary and Health Service Ombudsman",
    title="UK Central Government Complaint Standards: Summary of Expectations",
    year=2022,
    address="https://ombudsman.org.uk/organisations-we-investigate/uk-central-government-complaint-standards/uk-central-government-complaint-standards/giving-fair-and-accountable-responses",
    access=Access.READ,
    note=message(
        "Organisations empower their staff to put things right for those who "
        "complain, and give them the guidance and means to do so."
    ),
)
