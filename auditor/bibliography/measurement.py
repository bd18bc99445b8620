"""What to measure, how to define it, and how the figures mislead."""

from __future__ import annotations

from typing import Final

from auditor.bibliography.source import Access, Source
from auditor.translation import message

__all__ = [
    "AICXSTACK_RESPONSE_TIME",
    "DBT_ZENDESK",
    "DESKGRAPH_DEFLECTION",
    "FIGHT_CHURN",
    "FORRESTER_MEASUREMENT",
    "FORRESTER_MEASUREMENT_STUDY",
    "GARTNER_METRICS",
    "GETAPP_PERCEPTION",
    "GOOGLE_HEART",
    "GREATBROOK_SURVEY_BIAS",
    "LORIKEET_RESPONSE_TIME",
    "MEASURINGU_NPS",
    "QUIRKS_NPS_MISUSE",
    "SQM_CHANNELS",
    "SQM_FCR",
    "THROUGHSCAN_RESPONSE_TIME",
    "YOUROPINION_CSAT",
]

AICXSTACK_RESPONSE_TIME: Final = Source(
    key="aicxstack-response-time",
    author="AI CX Stack",
    title="First response time",
    year=None,
    address="https://aicxstack.com/glossary/first-response-time",
    access=Access.READ,
    note=message("Usual first-response targets: chat 60 s, social 60 min, email 24 h."),
)

DBT_ZENDESK: Final = Source(
    key="dbt-zendesk",
    author="Fivetran",
    title="dbt_zendesk: models and decision log",
    year=None,
    address="https://github.com/fivetran/dbt_zendesk",
    access=Access.READ,
    note=message(
        "First response is the first public agent reply, on the calendar and on the "
        "business clock; first and final resolution differ."
    ),
)

DESKGRAPH_DEFLECTION: Final = Source(
    key="deskgraph-deflection",
    author="DeskGraph",
    title="Ticket deflection",
    year=None,
    address="https://deskgraph.io/learn/ticket-deflection",
    access=Access.READ,
    note=message("Visits minus tickets counts customers who gave up as deflected."),
)

FIGHT_CHURN: Final = Source(
    key="fight-churn",
    author="Carl Gold",
    title="Fighting Churn with Data: listings of chapter 2",
    year=None,
    address="https://github.com/carl24k/fight-churn",
    access=Access.READ,
    note=message(
        "Churn, retention and net retention, and their scaling between periods."
    ),
)

FORRESTER_MEASUREMENT: Final = Source(
    key="forrester-measurement",
    author="Forrester Research",
    title="Measuring What Matters: Answering Key Questions From Our Webinar",
    year=None,
    address="https://www.forrester.com/blogs/measuring-what-matters-answering-key-questions-from-our-webinar",
    access=Access.READ,
    note=message(
        "Three kinds of metric are needed: perception, outcome (retention, and "
        "intentions such as NPS) and interaction, read in the context of "
        "relationship, journey and touchpoint."
    ),
)

FORRESTER_MEASUREMENT_STUDY: Final = Source(
    key="forrester-measurement-study",
    author="Forrester Research (Maxie Schmidt-Subramanian)",
    title="Seven Steps To Successful Customer Experience Measurement Programs",
    year=2016,
    address="https://www.scribd.com/document/671044913/Forrester-Seven-Steps-To-Successful-Customer-Experience",
    access=Access.SECONDARY,
    note=message(
        "Of the firms asked 72 % did not model how the experience leads to business "
        "outcomes, and 39 % kept no list of their improvement projects."
    ),
)

GARTNER_METRICS: Final = Source(
    key="gartner-metrics",
    author="Gartner (Susan Moore)",
    title="How to Measure Customer Experience",
    year=2019,
    address="https://www.gartner.com/smarterwithgartner/how-to-measure-customer-experience",
    access=Access.READ,
    note=message(
        "Most firms above a billion dollars of revenue hold more than 50 such "
        "metrics, some 200, each owned elsewhere, and need one consolidated view. "
        "Five kinds, from satisfaction to employee engagement."
    ),
)

GETAPP_PERCEPTION: Final = Source(
    key="getapp-perception",
    author="GetApp",
    title="Biased management thinks everything is awesome",
    year=None,
    address="https://lab.getapp.com/biased-management-thinks-everything-is-awesome/",
    access=Access.READ,
    note=message(
        "Asked whether the service is good, 89 % of leaders, 73 % of associates and "
        "54 % of customers said that it is."
    ),
)

GOOGLE_HEART: Final = Source(
    key="google-heart",
    author="Kerry Rodden, Hilary Hutchinson and Xin Fu",
    title=(
        "Measuring the User Experience on a Large Scale: User-Centered Metrics for "
        "Web Applications"
    ),
    year=2010,
    address="https://realgrowthmatters.com/learn/frameworks/heart-framework-google-ux/index.html",
    access=Access.SECONDARY,
    note=message(
        "Every metric traces back through a signal to a goal; attitude and behaviour "
        "are measured side by side."
    ),
)

GREATBROOK_SURVEY_BIAS: Final = Source(
    key="greatbrook-survey-bias",
    author="Great Brook Consulting",
    title="The Hidden Danger of Survey Bias",
    year=None,
    address="https://greatbrook.com/the-hidden-danger-of-survey-bias",
    access=Access.READ,
    note=message(
        "Many answers from a biased group are precise and wrong; 30 % is a rule of "
        "thumb for an acceptable response rate."
    ),
)

LORIKEET_RESPONSE_TIME: Final = Source(
    key="lorikeet-response-time",
    author="Lorikeet",
    title="First response time benchmarks",
    year=None,
    address="https://www.lorikeetcx.ai",
    access=Access.READ,
    note=message(
        "Strong teams answer in 40 s by chat, 60 min on social, 4 h by email."
    ),
)

MEASURINGU_NPS: Final = Source(
    key="measuringu-nps",
    author="Jeff Sauro and James R. Lewis",
    title="Confidence intervals for the Net Promoter Score",
    year=None,
    address="https://measuringu.com/nps-three-confidence-intervals",
    access=Access.READ,
    note=message("The adjusted-Wald interval serves best for a net promoter score."),
)

QUIRKS_NPS_MISUSE: Final = Source(
    key="quirks-nps-misuse",
    author="Quirk's Media",
    title="Are you misusing or misinterpreting NPS results?",
    year=None,
    address="https://www.quirks.com/articles/are-you-misusing-or-misinterpreting-nps-results",
    access=Access.READ,
    note=message("Scores tied to pay get begged for."),
)

SQM_CHANNELS: Final = Source(
    key="sqm-channels",
    author="SQM Group",
    title="Call center customer experience research",
    year=None,
    address="https://www.sqmgroup.com/resources/library/blog/call-center-customer-experience-research",
    access=Access.READ,
    note=message("About one customer in five uses two or more channels for one issue."),
)

SQM_FCR: Final = Source(
    key="sqm-fcr",
    author="SQM Group",
    title="2022 benchmark research: what a good FCR rate is",
    year=2022,
    address="https://headlinesoftoday.com/topic/press-releases/sqms-2022-benchmark-research-uncovers-what-a-good-fcr-rate-is.html",
    access=Access.SECONDARY,
    note=message(
        "First-contact resolution of 70 to 79 %, by survey after the call, is good."
    ),
)

THROUGHSCAN_RESPONSE_TIME: Final = Source(
    key="throughscan-response-time",
    author="ThroughScan",
    title="Your average response time is lying",
    year=None,
    address="https://throughscan.com/writing/your-average-response-time-is-lying",
    access=Access.READ,
    note=message(
        "In one real inbox the mean hid a far smaller median and 23 % unanswered."
    ),
)

YOUROPINION_CSAT: Final = Source(
    key="youropinion-csat",
    author="Your Opinion",
    title="Customer satisfaction score bands",
    year=None,
    address="https://youropinion.is",
    access=Access.READ,
    note=message("Vendor bands: a top-two-box share of 80 % and more is strong."),
)
