"""Every work on which the rubric rests: one constant each, and all of them in `ALL`.

Checks cite these constants. A work is listed however far it was read, and says so
itself. What no published work gives is marked with `OURS` instead of a source.
"""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from auditor.bibliography.articles import (
    BROWN,
    CAMPAGNA,
    MACARANAS,
    NEXTIVA,
    WHITE,
)
from auditor.bibliography.maturity import (
    CXPA,
    CXPILOTS,
    CXXC,
    FORRESTER_MATURITY,
    FORRESTER_PRIORITISATION,
    FORRESTER_RANGES,
    OPENSSF_SCORECARD,
    OWASP_SAMM,
    XM_INSTITUTE_GOVERNANCE,
    XM_INSTITUTE_MATURITY,
)
from auditor.bibliography.measurement import (
    AICXSTACK_RESPONSE_TIME,
    DBT_ZENDESK,
    DESKGRAPH_DEFLECTION,
    FIGHT_CHURN,
    FORRESTER_MEASUREMENT,
    FORRESTER_MEASUREMENT_STUDY,
    GARTNER_METRICS,
    GOOGLE_HEART,
    GREATBROOK_SURVEY_BIAS,
    LORIKEET_RESPONSE_TIME,
    MEASURINGU_NPS,
    QUIRKS_NPS_MISUSE,
    SQM_CHANNELS,
    SQM_FCR,
    THROUGHSCAN_RESPONSE_TIME,
    YOUROPINION_CSAT,
)
from auditor.bibliography.practice import (
    BAIN_NPS,
    CUSTOMERGAUGE_DETRACTORS,
    CUSTOMERTHINK_CLOSING_THE_LOOP,
    FITGAP_GOVERNANCE,
    GEEKYANTS_PRINCIPLES,
    MEDALLIA_CLOSED_LOOP,
    NNG_JOURNEY_MAP,
    SEATONCX_JOURNEY_MAPS,
    SMAPLY_JOURNEY_MAPS,
)
from auditor.bibliography.public_sector import (
    CUSTOMER_SERVICE_EXCELLENCE,
    GOVCX,
    GOVUK_SERVICE_ASSESSMENTS,
    GOVUK_SERVICE_STANDARD,
    GSA_CX_TOOLKIT,
    GSA_MATURITY,
    GSA_TOUCHPOINTS,
    OMB_A11,
    VA_PRINCIPLES,
)
from auditor.bibliography.regulators import (
    CFPB_COMPLAINTS,
    FCA_BOARD_REPORTS,
    FCA_COMPLAINTS_ROOT_CAUSE,
    FCA_DISP_1_6,
    FRC_COMMISSIONER,
    NHS_COMPLAINTS,
)
from auditor.bibliography.source import (
    OURS,
    Access,
    Source,
)
from auditor.bibliography.standards import (
    BALDRIGE_CUSTOMERS,
    BALDRIGE_SCORING,
    COPC_CX,
    CSIA_ICSS,
    CX_STANDARD,
    GLOBAL_CX_STANDARDS,
    ICXS,
    ISO_10001,
    ISO_10002,
    ISO_10004,
    ISO_18295,
)

__all__ = [
    "AICXSTACK_RESPONSE_TIME",
    "ALL",
    "BAIN_NPS",
    "BALDRIGE_CUSTOMERS",
    "BALDRIGE_SCORING",
    "BROWN",
    "CAMPAGNA",
    "CFPB_COMPLAINTS",
    "COPC_CX",
    "CSIA_ICSS",
    "CUSTOMERGAUGE_DETRACTORS",
    "CUSTOMERTHINK_CLOSING_THE_LOOP",
    "CUSTOMER_SERVICE_EXCELLENCE",
    "CXPA",
    "CXPILOTS",
    "CXXC",
    "CX_STANDARD",
    "DBT_ZENDESK",
    "DESKGRAPH_DEFLECTION",
    "FCA_BOARD_REPORTS",
    "FCA_COMPLAINTS_ROOT_CAUSE",
    "FCA_DISP_1_6",
    "FIGHT_CHURN",
    "FITGAP_GOVERNANCE",
    "FORRESTER_MATURITY",
    "FORRESTER_MEASUREMENT",
    "FORRESTER_MEASUREMENT_STUDY",
    "FORRESTER_PRIORITISATION",
    "FORRESTER_RANGES",
    "FRC_COMMISSIONER",
    "GARTNER_METRICS",
    "GEEKYANTS_PRINCIPLES",
    "GLOBAL_CX_STANDARDS",
    "GOOGLE_HEART",
    "GOVCX",
    "GOVUK_SERVICE_ASSESSMENTS",
    "GOVUK_SERVICE_STANDARD",
    "GREATBROOK_SURVEY_BIAS",
    "GSA_CX_TOOLKIT",
    "GSA_MATURITY",
    "GSA_TOUCHPOINTS",
    "ICXS",
    "ISO_10001",
    "ISO_10002",
    "ISO_10004",
    "ISO_18295",
    "LORIKEET_RESPONSE_TIME",
    "MACARANAS",
    "MEASURINGU_NPS",
    "MEDALLIA_CLOSED_LOOP",
    "NEXTIVA",
    "NHS_COMPLAINTS",
    "NNG_JOURNEY_MAP",
    "OMB_A11",
    "OPENSSF_SCORECARD",
    "OURS",
    "OWASP_SAMM",
    "QUIRKS_NPS_MISUSE",
    "SEATONCX_JOURNEY_MAPS",
    "SMAPLY_JOURNEY_MAPS",
    "SQM_CHANNELS",
    "SQM_FCR",
    "THROUGHSCAN_RESPONSE_TIME",
    "VA_PRINCIPLES",
    "WHITE",
    "XM_INSTITUTE_GOVERNANCE",
    "XM_INSTITUTE_MATURITY",
    "YOUROPINION_CSAT",
    "Access",
    "Source",
]

ALL: Final[tuple[Source, ...]] = tuple(
    sorted(
        (work for work in list(globals().values()) if isinstance(work, Source)),
        key=attrgetter("key"),
    )
)
"""Every work named above, ordered by key."""
