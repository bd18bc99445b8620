"""Models of maturity and competence, and the scoring that ours borrows from."""

from __future__ import annotations

from typing import Final

from auditor.bibliography.source import Access, Source
from auditor.translation import message

__all__ = [
    "CXPA",
    "CXPILOTS",
    "CXXC",
    "FORRESTER_CXM_MODEL",
    "FORRESTER_MATURITY",
    "FORRESTER_PRIORITISATION",
    "FORRESTER_RANGES",
    "OPENSSF_SCORECARD",
    "OWASP_SAMM",
    "XM_INSTITUTE_GOVERNANCE",
    "XM_INSTITUTE_MATURITY",
]

CXPA: Final = Source(
    key="cxpa",
    author="Customer Experience Professionals Association",
    title="CX Framework",
    year=None,
    address="https://www.cxpa.org/earn-your-ccxp/cxframework",
    access=Access.READ,
    note=message("Five areas of competence weigh about the same in its examination."),
)

CXPILOTS: Final = Source(
    key="cxpilots",
    author="CX Pilots",
    title="CX assessments",
    year=None,
    address="https://cxpilots.com/cx-assessments",
    access=Access.READ,
    note=message(
        "Assessments mislead when few people are asked, and far from customers."
    ),
)

CXXC: Final = Source(
    key="cxxc",
    author="CXXC",
    title="Enterprise CX Maturity: methodology",
    year=None,
    address="https://cxxc.org/metho",
    access=Access.READ,
    note=message(
        "An assessment is valid and reliable, triangulates numbers, interviews and "
        "documents, and shows its rules."
    ),
)

FORRESTER_CXM_MODEL: Final = Source(
    key="forrester-cxm-model",
    author="Forrester Research",
    title="The Customer Experience Management Maturity Model",
    year=None,
    address="https://www.slideshare.net/slideshow/forrester-the-customerexperiencemanagementmaturitymodel/66879227",
    access=Access.SECONDARY,
    note=message(
        "The effect of every project on core experiences is assessed, and those that "
        "would hurt them in an unacceptable way are rejected or reworked."
    ),
)

FORRESTER_MATURITY: Final = Source(
    key="forrester-maturity",
    author="Forrester Research (Megan Burns)",
    title="Customer Experience Maturity Assessment",
    year=2011,
    address="https://studylib.net/doc/9289245/forrester-cx-maturit..---consortium-for-service-innovation",
    access=Access.SECONDARY,
    note=message(
        "Forty practices in six disciplines. Alignment with the experience strategy "
        "decides on funding and priority; metrics are reviewed and improvements "
        "queued as a routine."
    ),
)

FORRESTER_PRIORITISATION: Final = Source(
    key="forrester-prioritisation",
    author="Forrester Research",
    title="Power CX Prioritization Decision Making With A Rigorous Model",
    year=None,
    address="https://www.forrester.com/blogs/power-cx-prioritization-decision-making-with-a-rigorous-model",
    access=Access.READ,
    note=message(
        "Initiatives are scored on impact on customers and business and feasibility."
    ),
)

FORRESTER_RANGES: Final = Source(
    key="forrester-ranges",
    author="Forrester Research",
    title="Estimating the benefits of customer experience as ranges",
    year=2011,
    address="https://blogs.forrester.com/archiver/201110/9468",
    access=Access.READ,
    note=message("Benefits are estimated as a range, from worst to best case."),
)

OPENSSF_SCORECARD: Final = Source(
    key="openssf-scorecard",
    author="Open Source Security Foundation",
    title="Scorecard",
    year=None,
    address="https://github.com/ossf/scorecard",
    access=Access.READ,
    note=message(
        "Severities weigh 10, 7.5, 5 and 2.5, and what cannot be concluded stays out "
        "of the average."
    ),
)

OWASP_SAMM: Final = Source(
    key="owasp-samm",
    author="OWASP Foundation",
    title="Software Assurance Maturity Model 2",
    year=None,
    address="https://github.com/owaspsamm/core",
    access=Access.READ,
    note=message(
        "Answers state coverage: none, some, at least half, most or all. 'Not "
        "applicable' is almost never right."
    ),
)

XM_INSTITUTE_GOVERNANCE: Final = Source(
    key="xm-institute-governance",
    author="Qualtrics XM Institute",
    title="Five Elements of CX Program Governance",
    year=None,
    address="https://www.xminstitute.com/blog/five-elements-cx-program-governance",
    access=Access.READ,
    note=message(
        "Governance has an executive sponsor, a core team, a steering committee, a "
        "working group and ambassadors."
    ),
)

XM_INSTITUTE_MATURITY: Final = Source(
    key="xm-institute-maturity",
    author="Qualtrics XM Institute",
    title="CX maturity model",
    year=None,
    address="https://www.qualtrics.com/blog/cx-maturity-model",
    access=Access.READ,
    note=message(
        "Six competencies grow through five stages, from investigate to embed."
    ),
)
