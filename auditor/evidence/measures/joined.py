"""Measures that take a second table: of a known customer, and who of whom stayed.

Beside the rows of one table stands a column that comes from the other, with at most one
value for each row, so that no join makes two rows of one. The rest is as in measures of
one table.
"""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.customers import AT_START, STAYED, WINDOW
from auditor.evidence.measures.definition import Clock, Definition, Exclusion
from auditor.evidence.measures.figures import share
from auditor.evidence.measures.requests import DELETED
from auditor.translation import message

__all__ = [
    "BAND",
    "DETRACTORS",
    "JOINED",
    "KNOWN",
    "KNOWN_CUSTOMERS",
    "PASSIVES",
    "PROMOTERS",
    "RETENTION",
]

KNOWN: Final = "known_customer"
"""Whether the customer of a row is in the table of customers."""
BAND: Final = "nps_band"
"""Which kind of answer a customer gave last: the cut that retention is given by."""
PROMOTERS, PASSIVES, DETRACTORS = "promoters", "passives", "detractors"

KNOWN_CUSTOMERS: Final = tuple(
    Definition(
        table=kind,
        name="joined",
        figure=share(KNOWN),
        text=message(
            "rows whose customer id is in the table of customers, of all but deleted "
            "ones; a row without an id is not joined"
        ),
        source="ours",
        needs=("customer", KNOWN),
        excluding=(DELETED,),
    )
    for kind in ("surveys", "tickets", "feedback")
)
RETENTION: Final = Definition(
    table="customers",
    name="retention_by_nps",
    figure=share(STAYED),
    text=message(
        "customers who stayed {window}; by the last whole answer from 0 to 10 that "
        "each gave before that: promoters 9 and 10, passives 7 and 8, detractors 0 to "
        "6",
        window=WINDOW,
    ),
    source="Gold, Fighting Churn with Data (2020), listings 2.1 and 2.2; the answer "
    "comes first, or only those who stayed could give one",
    needs=("started_at", "ended_at", BAND),
    excluding=(
        *AT_START,
        Exclusion(message("no answer before the start"), f"{BAND} IS NULL"),
    ),
    clock=Clock.CALENDAR,
)
JOINED: Final = (*KNOWN_CUSTOMERS, RETENTION)
"""Definitions that need a second table."""
