"""Standards and award criteria for customer experience and service."""

from __future__ import annotations

from typing import Final

from auditor.bibliography.source import Access, Source
from auditor.translation import message

__all__ = [
    "BALDRIGE_CUSTOMERS",
    "BALDRIGE_SCORING",
    "COPC_CX",
    "CSIA_ICSS",
    "CX_STANDARD",
    "GLOBAL_CX_STANDARDS",
    "ICXS",
    "ISO_10001",
    "ISO_10002",
    "ISO_10004",
    "ISO_18295",
]

BALDRIGE_CUSTOMERS: Final = Source(
    key="baldrige-customers",
    author="US National Institute of Standards and Technology, Baldrige Program",
    title="Learning from Role Models: Category 3: Customers",
    year=None,
    address="https://www.nist.gov/blogs/blogrige/learning-role-models-category-3-customers",
    access=Access.READ,
    note=message(
        "Listening reaches former and potential customers as well as current ones."
    ),
)

BALDRIGE_SCORING: Final = Source(
    key="baldrige-scoring",
    author="Baldrige21",
    title="Baldrige Scoring System",
    year=None,
    address="https://baldrige21.com/Baldrige%20Scoring%20System.html",
    access=Access.SECONDARY,
    note=message(
        "Results are judged by levels, trends, comparisons and integration, processes "
        "by learning among others; anecdotal information scores 0 to 5 %."
    ),
)

COPC_CX: Final = Source(
    key="copc-cx",
    author="COPC Inc.",
    title="COPC CX Standard for Customer Operations, Release 7.0",
    year=2021,
    address="https://www.scribd.com/document/699772135",
    access=Access.SCOPE,
    note=message(
        "Setting targets and reviewing business performance are items of their own, "
        "each worth as much as setting direction."
    ),
)

CSIA_ICSS: Final = Source(
    key="csia-icss",
    author="Customer Service Institute of Australia",
    title="International Customer Service Standard 2020-25",
    year=2020,
    address="https://www.csia.com.au/icss-certification",
    access=Access.READ,
    note=message("Each attribute is rated on evidence, not on opinion."),
)

CX_STANDARD: Final = Source(
    key="cx-standard",
    author="CX Standard Institute",
    title="The CX Standard",
    year=None,
    address="https://cxstandard.org/standard",
    access=Access.READ,
    note=message(
        "Three forms of evidence are mandatory: observed interactions, operational "
        "verification, as of consistency across channels, and documents. Intentions "
        "are not scored."
    ),
)

GLOBAL_CX_STANDARDS: Final = Source(
    key="global-cx-standards",
    author="Bain & Company, Kantar and Qualtrics",
    title="Global Standards for Customer Experience",
    year=2024,
    address="https://www.customerexperiencedive.com/news/global-cx-standards-data-management-challenges-bain-kantar-qualtrics/733529",
    access=Access.SECONDARY,
    note=message(
        "Feedback is tracked on four levels, from competitive to interaction; needs, "
        "journeys and touchpoints share one taxonomy; leaders outside the team have "
        "plans of their own."
    ),
)

ICXS: Final = Source(
    key="icxs",
    author="International Customer Experience Institute",
    title="International Customer Experience Standard ICXS2019",
    year=2019,
    address="https://icxi.com/standards-home/cx-standard/",
    access=Access.SCOPE,
    note=message("Asks whether customer journey maps are defined and measured."),
)

ISO_10001: Final = Source(
    key="iso-10001",
    author="International Organization for Standardization",
    title=(
        "ISO 10001:2018 Quality management: Customer satisfaction: Guidelines for "
        "codes of conduct for organizations"
    ),
    year=2018,
    address="https://www.omgwiki.org/dido",
    access=Access.SCOPE,
    note=message(
        "Promises to customers are planned, published, measured and reviewed."
    ),
)

ISO_10002: Final = Source(
    key="iso-10002",
    author="International Organization for Standardization",
    title=(
        "ISO 10002:2018 Quality management: Customer satisfaction: Guidelines for "
        "complaints handling in organizations"
    ),
    year=2018,
    address="https://www.whittingtonassociates.com/2018/09/complaints-handling-2",
    access=Access.SCOPE,
    note=message(
        "Complaining is easy, staff are trained and resourced for it, and complaints "
        "are analysed to improve and their handling is reviewed."
    ),
)

ISO_10004: Final = Source(
    key="iso-10004",
    author="International Organization for Standardization",
    title=(
        "ISO 10004:2018 Quality management: Customer satisfaction: Guidelines for "
        "monitoring and measuring"
    ),
    year=2018,
    address="https://asmedoc.com/?u=%2Fproduct%2Fpublishers%2Fbsi%2Fbs-iso-100042018%2F",
    access=Access.SCOPE,
    note=message(
        "Planning settles purpose, scope, frequency, methods, responsibilities and "
        "resources before expectations are identified and data gathered, analysed and "
        "communicated."
    ),
)

ISO_18295: Final = Source(
    key="iso-18295",
    author="International Organization for Standardization",
    title=(
        "ISO 18295-1:2017 Customer contact centres: Requirements for customer contact "
        "centres"
    ),
    year=2017,
    address="https://www.theauditoronline.com/new-standards-to-help-contact-centers-improve-customer-experience/",
    access=Access.SCOPE,
    note=message(
        "Contact centres measure and monitor customer experience and attend to the "
        "engagement of their employees."
    ),
)
