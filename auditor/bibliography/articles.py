"""The five articles on customer service and customer experience behind the rubric.

Their own statistics carry no traceable source, so no threshold rests on them.
"""

from __future__ import annotations

from typing import Final

from auditor.bibliography.source import Access, Source
from auditor.translation import message

__all__ = ["BROWN", "CAMPAGNA", "MACARANAS", "NEXTIVA", "WHITE"]

BROWN: Final = Source(
    key="brown",
    author="Rebecca Brown",
    title="What is the difference between customer experience and customer service?",
    year=None,
    address="",
    access=Access.READ,
    note=message(
        "Design principles embody objectives and values and test every change: one "
        "that fails them is paused and reassessed. The journey runs from awareness to "
        "the end of the cycle, through website, marketing, IVR and product too."
    ),
)

CAMPAGNA: Final = Source(
    key="campagna",
    author="Darlene Campagna",
    title="Customer service or customer experience… It's all the same, right?",
    year=None,
    address="",
    access=Access.READ,
    note=message(
        "Managing the experience from the support desk alone leaves out sales, "
        "installation and billing; the experience is shared by every department."
    ),
)

MACARANAS: Final = Source(
    key="macaranas",
    author="Eljohn Macaranas",
    title=(
        "Customer Service vs Customer Experience: Key Differences, Examples & Strategy"
    ),
    year=2025,
    address="",
    access=Access.READ,
    note=message(
        "Support owns service, all departments own the experience. Feedback is only "
        "closed when changes are made and customers hear of them."
    ),
)

NEXTIVA: Final = Source(
    key="nextiva",
    author="Nextiva",
    title="Customer Experience vs. Customer Service: What's the Difference?",
    year=None,
    address="https://nextiva.com/blog/customer-service-vs-customer-experience.html",
    access=Access.READ,
    note=message(
        "Good service cannot repair a poor or misleading product, and context should "
        "follow the customer from channel to channel."
    ),
)

WHITE: Final = Source(
    key="white",
    author="Deanna White",
    title="Customer Experience vs. Customer Service",
    year=2025,
    address="",
    access=Access.READ,
    note=message(
        "Service is one reactive touchpoint, experience the whole proactive journey; "
        "each has metrics of its own."
    ),
)
