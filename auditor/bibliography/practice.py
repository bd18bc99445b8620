"""Practice: principles and gates, journey maps, and closing the loop."""

from __future__ import annotations

from typing import Final

from auditor.bibliography.source import Access, Source
from auditor.translation import message

__all__ = [
    "AMA_LOST_CUSTOMERS",
    "BAIN_HUDDLES",
    "BAIN_NPS",
    "BAIN_NPS_PAY",
    "BAIN_OUTER_LOOP",
    "CUSTOMERGAUGE_DETRACTORS",
    "CUSTOMERTHINK_CLOSING_THE_LOOP",
    "FITGAP_GOVERNANCE",
    "FORRESTER_CX_STANDARDS",
    "GEEKYANTS_GOVERNANCE",
    "GEEKYANTS_PRINCIPLES",
    "KOMMUNICATE_CHATBOTS",
    "MEDALLIA_CLOSED_LOOP",
    "NNG_JOURNEY_MAP",
    "SCHUMACHER_RECOVERY",
    "SEATONCX_JOURNEY_MAPS",
    "SMAPLY_JOURNEY_MAPS",
    "SMARTBRIEF_RITZ_CARLTON",
]

AMA_LOST_CUSTOMERS: Final = Source(
    key="ama-lost-customers",
    author="American Management Association (Chip R. Bell and Ron Zemke)",
    title="Learning from Lost Customers",
    year=2019,
    address="https://www.amanet.org/articles/learning-from-lost-customers/",
    access=Access.READ,
    note=message(
        "Why customers left takes a timely inquiry, before memories fade, and points "
        "to the deeper problems that would lose more of them."
    ),
)

BAIN_HUDDLES: Final = Source(
    key="bain-huddles",
    author="Bain & Company",
    title="Net Promoter System: Huddles",
    year=None,
    address="https://prod.netpromotersystem.com/about/net-promoter-system-framework/huddles/",
    access=Access.READ,
    note=message(
        "In short, regular meetings teams take ownership of the experience, agree on "
        "actions and propose improvements to other functions."
    ),
)

BAIN_NPS: Final = Source(
    key="bain-nps",
    author="Bain & Company",
    title="Net Promoter System: The Inner Loop",
    year=None,
    address="https://www.netpromotersystem.com/pt-br/about/net-promoter-system-framework/inner-loop/",
    access=Access.READ,
    note=message(
        "Employees hear feedback directly and at once, and follow up with the "
        "customers whose feedback merits it."
    ),
)

BAIN_NPS_PAY: Final = Source(
    key="bain-nps-pay",
    author="Bain & Company",
    title=(
        "Net Promoter, pay and predictable (but unintended) consequences: How to "
        "avoid the most common traps"
    ),
    year=2015,
    address="https://www.netpromotersystemblog.com/2015/04/23/net-promoter-pay-and-predictable-but-unintended-consequences-how-to-avoid-the-most-common-traps/",
    access=Access.READ,
    note=message(
        "A score that is made a personal target gets begged for, and unhappy "
        "customers get left out of the survey."
    ),
)

BAIN_OUTER_LOOP: Final = Source(
    key="bain-outer-loop",
    author="Bain & Company",
    title="Net Promoter System: The Outer Loop",
    year=None,
    address="https://www.netpromotersystem.com/about/net-promoter-system-framework/outer-loop/",
    access=Access.READ,
    note=message(
        "Changes that teams cannot make alone are prioritised by open criteria, given "
        "to someone accountable and traced to the root cause; customers and employees "
        "hear of progress."
    ),
)

CUSTOMERGAUGE_DETRACTORS: Final = Source(
    key="customergauge-detractors",
    author="CustomerGauge",
    title="Close the loop with detractors",
    year=None,
    address="https://customergauge.freshdesk.com/support/solutions/articles/5000899891-close-the-loop-with-detractors",
    access=Access.READ,
    note=message("Detractors are contacted within 48 hours."),
)

CUSTOMERTHINK_CLOSING_THE_LOOP: Final = Source(
    key="customerthink-closing-the-loop",
    author="CustomerThink",
    title="Closing the Loop on CX Improvements",
    year=None,
    address="https://customerthink.com/closing-the-loop-on-cx-improvements/",
    access=Access.READ,
    note=message(
        "Closing the loop includes announcing what was improved. Quotes an old "
        "Gartner figure: 95 % of firms collect feedback, 10 % use it to improve, 5 % "
        "tell customers."
    ),
)

FITGAP_GOVERNANCE: Final = Source(
    key="fitgap-governance",
    author="FitGap",
    title="Establish CX governance that prevents shadow experience changes",
    year=2026,
    address="https://us.fitgap.com/stack-guides/establish-cx-governance-that-prevents-shadow-experience-changes",
    access=Access.READ,
    note=message(
        "Changes that touch the experience enter by a standard packet, pass a light "
        "gate with recorded decision rights, and end in one log of changes for all "
        "teams."
    ),
)

FORRESTER_CX_STANDARDS: Final = Source(
    key="forrester-cx-standards",
    author="Forrester Research",
    title="Standardize Great Customer Experience Delivery",
    year=2014,
    address="https://www.forrester.com/blogs/14-09-30-standardize_great_customer_experience_delivery/",
    access=Access.READ,
    note=message(
        "Standards prevent avoidable mistakes and make delivery consistent, if all "
        "employees know them and their effect is measured; bad ones are worse than "
        "none."
    ),
)

GEEKYANTS_GOVERNANCE: Final = Source(
    key="geekyants-governance",
    author="GeekyAnts",
    title="Customer experience book, chapter 52: Experience Governance",
    year=None,
    address="https://customer-experience.geekyants.com/book/it_services/chapter_52.md",
    access=Access.READ,
    note=message(
        "Standards, reviews at milestones, decision rights, quality gates before "
        "release, and a process for approving justified exceptions."
    ),
)

GEEKYANTS_PRINCIPLES: Final = Source(
    key="geekyants-principles",
    author="GeekyAnts",
    title="Customer experience book, chapter 5: Experience Principles",
    year=None,
    address="https://customer-experience.geekyants.com/book/it_services/chapter_05.md",
    access=Access.READ,
    note=message(
        "Five to eight principles that prescribe, can be tested as pass or fail, and "
        "are ranked so that the higher one wins a conflict."
    ),
)

KOMMUNICATE_CHATBOTS: Final = Source(
    key="kommunicate-chatbots",
    author="Kommunicate",
    title="Chatbot quality assurance",
    year=2026,
    address="https://www.kommunicate.io/blog/chatbot-quality-assurance/",
    access=Access.READ,
    note=message(
        "Bots do the work of the front line but often go unwatched once they run; "
        "their conversations are to be reviewed as those of people are."
    ),
)

MEDALLIA_CLOSED_LOOP: Final = Source(
    key="medallia-closed-loop",
    author="Medallia",
    title="Is Your Closed-Loop Feedback Program Falling Flat? Try This Framework",
    year=None,
    address="https://www.medallia.com/?p=11892",
    access=Access.READ,
    note=message(
        "Set objectives, define the behaviours required, capture the relevant data "
        "and track the results, or the loop becomes a box to tick."
    ),
)

NNG_JOURNEY_MAP: Final = Source(
    key="nng-journey-map",
    author="Nielsen Norman Group (Sarah Gibbons)",
    title="Journey Mapping 101",
    year=2018,
    address="https://it.scribd.com/document/428995034/Goal-Journey-Mapping-101",
    access=Access.SECONDARY,
    note=message(
        "A map has one actor, a scenario with expectations, phases, actions with "
        "thoughts and emotions, and opportunities with internal owners."
    ),
)

SCHUMACHER_RECOVERY: Final = Source(
    key="schumacher-recovery",
    author="Satu Schumacher and Raija Komppula",
    title=(
        "A case study on service recovery: Frontline employees' perspectives and the "
        "role of empowerment"
    ),
    year=2016,
    address="https://www.researchgate.net/publication/306042822_A_case_study_on_service_recovery_Frontline_employees'_perspectives_and_the_role_of_empowerment",
    access=Access.SCOPE,
    note=message(
        "The staff of one hotel were asked how they put failures right; written "
        "instructions would help them."
    ),
)

SEATONCX_JOURNEY_MAPS: Final = Source(
    key="seatoncx-journey-maps",
    author="SeatonCX",
    title="3 Reasons Customer Journey Maps Fail",
    year=None,
    address="https://www.seatoncx.com/reasons-customer-journey-maps-fail/",
    access=Access.READ,
    note=message(
        "A map must rest on real customer insight, not on imagination. Quotes Gartner "
        "2019: 82 % of organisations have maps, and 47 % of those use them "
        "effectively."
    ),
)

SMAPLY_JOURNEY_MAPS: Final = Source(
    key="smaply-journey-maps",
    author="Smaply",
    title="7 reasons journey maps fail",
    year=None,
    address="https://www.smaply.com/blog/why-journey-maps-fail",
    access=Access.READ,
    note=message(
        "Maps decay without a named owner who reviews them at a set pace, and mislead "
        "when drawn from the inside instead of being checked against real customers."
    ),
)

SMARTBRIEF_RITZ_CARLTON: Final = Source(
    key="smartbrief-ritz-carlton",
    author="SmartBrief",
    title="Great service begins with trust, says Ritz-Carlton chief",
    year=2009,
    address="https://www.smartbrief.com/s/2009/11/great-service-begins-trust-says-ritz-carlton-chief-2",
    access=Access.READ,
    note=message(
        "Every employee of the hotels may spend up to 2,000 dollars on a guest's stay "
        "without asking a manager; it is seldom used."
    ),
)
