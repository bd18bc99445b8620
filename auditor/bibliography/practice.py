"""Practice: principles and gates, journey maps, and closing the loop."""

from __future__ import annotations

from typing import Final

from auditor.bibliography.source import Access, Source

__all__ = [
    "BAIN_NPS",
    "CUSTOMERGAUGE_DETRACTORS",
    "CUSTOMERTHINK_CLOSING_THE_LOOP",
    "FITGAP_GOVERNANCE",
    "GEEKYANTS_PRINCIPLES",
    "MEDALLIA_CLOSED_LOOP",
    "NNG_JOURNEY_MAP",
    "SEATONCX_JOURNEY_MAPS",
    "SMAPLY_JOURNEY_MAPS",
]

BAIN_NPS: Final = Source(
    key="bain-nps",
    author="Bain & Company",
    title="Net Promoter System: the inner loop, the huddle and the outer loop",
    year=None,
    address="https://www.netpromotersystem.com/about/net-promoter-system-framework/inner-loop",
    access=Access.READ,
    note=(
        "The inner loop follows up with the individual, the huddle escalates, and the "
        "outer loop mends across functions; the score alone is the least part."
    ),
)

CUSTOMERGAUGE_DETRACTORS: Final = Source(
    key="customergauge-detractors",
    author="CustomerGauge",
    title="Close the loop with detractors",
    year=None,
    address="https://customergauge.freshdesk.com/support/solutions/articles/5000899891-close-the-loop-with-detractors",
    access=Access.READ,
    note="Detractors are contacted within 48 hours.",
)

CUSTOMERTHINK_CLOSING_THE_LOOP: Final = Source(
    key="customerthink-closing-the-loop",
    author="CustomerThink",
    title="Closing the loop on CX improvements",
    year=None,
    address="https://customerthink.com/closing-the-loop-on-cx-improvements",
    access=Access.SECONDARY,
    note=(
        "Quotes an old Gartner figure: 95 % of firms collect feedback, 10 % use it to "
        "improve, 5 % tell customers."
    ),
)

FITGAP_GOVERNANCE: Final = Source(
    key="fitgap-governance",
    author="FitGap",
    title="Establish CX governance that prevents shadow experience changes",
    year=None,
    address="https://us.fitgap.com/stack-guides/establish-cx-governance-that-prevents-shadow-experience-changes",
    access=Access.READ,
    note=(
        "Standards, a review, decision rights, quality gates, handling of exceptions, "
        "and one log of changes."
    ),
)

GEEKYANTS_PRINCIPLES: Final = Source(
    key="geekyants-principles",
    author="GeekyAnts",
    title="Customer experience book, chapters 5 and 52",
    year=None,
    address="https://customer-experience.geekyants.com/book/it_services/chapter_05.md",
    access=Access.READ,
    note="Five to eight principles: prescriptive, testable and ranked.",
)

MEDALLIA_CLOSED_LOOP: Final = Source(
    key="medallia-closed-loop",
    author="Medallia",
    title="A soundness check for closed-loop programmes",
    year=None,
    address="https://www.medallia.com/?p=11892",
    access=Access.READ,
    note=(
        "Set objectives, define the behaviour wanted, capture the data and track the "
        "results, or the loop is a box to tick."
    ),
)

NNG_JOURNEY_MAP: Final = Source(
    key="nng-journey-map",
    author="Nielsen Norman Group",
    title="Journey Mapping 101",
    year=2018,
    address="https://www.scribd.com/document/428995034",
    access=Access.SECONDARY,
    note=(
        "A map has an actor, a scenario with expectations, phases, actions with "
        "thoughts and emotions, and opportunities with owners."
    ),
)

SEATONCX_JOURNEY_MAPS: Final = Source(
    key="seatoncx-journey-maps",
    author="SeatonCX",
    title="Reasons customer journey maps fail",
    year=None,
    address="https://seatoncx.com/reasons-customer-journey-maps-fail",
    access=Access.SECONDARY,
    note=(
        "Quotes Gartner 2019: 82 % of organisations have maps, 47 % of those use them "
        "effectively."
    ),
)

SMAPLY_JOURNEY_MAPS: Final = Source(
    key="smaply-journey-maps",
    author="Smaply",
    title="Why journey maps fail",
    year=None,
    address="https://www.smaply.com/blog/why-journey-maps-fail",
    access=Access.READ,
    note=(
        "Maps fail without an owner, drawn from the inside, resting on assumptions "
        "instead of data, or left as they are."
    ),
)
