"""Measures of survey answers, and of the invitations that led to them."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Clock, Definition, Exclusion
from auditor.evidence.measures.figures import count, ratio, score, share
from auditor.evidence.measures.requests import unusable
from auditor.evidence.measures.satisfaction import satisfaction

__all__ = ["INVITATIONS", "SURVEYS"]

_DETRACTOR: Final = "nps IN (0, 1, 2, 3, 4, 5, 6)"
_UNHAPPY: Final = (
    (
        f"({_DETRACTOR} OR csat BETWEEN $csat_unhappy)",
        ("nps", "csat"),
        "nps from 0 to 6 or csat between $csat_unhappy",
    ),
    (_DETRACTOR, ("nps",), "nps from 0 to 6"),
    ("csat BETWEEN $csat_unhappy", ("csat",), "csat between $csat_unhappy"),
)
"""Who is unhappy: SQL, the columns it needs, and how it reads."""


def _contacted(unhappy: str, needs: tuple[str, ...], text: str) -> Definition:
    return Definition(
        table="surveys",
        name="unhappy_contacted_in_time",
        figure=share("contacted_at <= responded_at + $contact"),
        text=f"respondents with {text} whom somebody called within $contact_hours, "
        "of all such whose time has passed; without a date, nobody called",
        source="CustomerGauge: 48 hours; the lowest quarter of a scale: ours",
        needs=("responded_at", "contacted_at", *needs),
        excluding=(
            Exclusion("not unhappy", f"NOT coalesce({unhappy}, FALSE)"),
            unusable("contacted_at"),
            Exclusion("time not yet passed", "responded_at + $contact > $until"),
        ),
        clock=Clock.CALENDAR,
    )


_WHOLE_ANSWERS: Final = (
    Exclusion("no answer", "nps IS NULL", missing="nps"),
    Exclusion("not a whole number", "nps <> floor(nps)"),
    Exclusion("outside the scale", "nps < 0 OR nps > 10"),
)

SURVEYS: Final = (
    Definition(
        table="surveys",
        name="nps",
        figure=score("nps"),
        text="share of 9 and 10 less share of 0 to 6, times 100, of all whole answers "
        "from 0 to 10",
        source="Reichheld (2003); interval: Rocks (2016)",
        needs=("nps",),
        excluding=_WHOLE_ANSWERS,
        pooled=False,
    ),
    *(
        Definition(
            table="surveys",
            name="nps",
            figure=share(condition, statistic=statistic),
            text=f"answers {text}, of all whole answers from 0 to 10",
            source="Reichheld (2003)",
            needs=("nps",),
            excluding=_WHOLE_ANSWERS,
            pooled=False,
        )
        for statistic, condition, text in (
            ("promoters", "nps >= 9", "of 9 and 10"),
            ("detractors", "nps < 7", "from 0 to 6"),
        )
    ),
    *satisfaction("surveys", "csat"),
    *satisfaction("surveys", "ces"),
    *satisfaction("surveys", "trust"),
    Definition(
        table="surveys",
        name="responses",
        figure=count(),
        text="answered questionnaires",
        source="counted",
    ),
    *(_contacted(*unhappy) for unhappy in _UNHAPPY),
)

INVITATIONS: Final = tuple(
    Definition(
        table="invitations",
        name="response_rate",
        figure=ratio("answered", column),
        text=f"questionnaires answered, of those {column}; n is the number of waves",
        source="AAPOR Standard Definitions, 10th ed., RR1",
        needs=("answered", column),
        excluding=(
            Exclusion("a count is missing", f"answered IS NULL OR {column} IS NULL"),
            Exclusion("a count is below zero", f"answered < 0 OR {column} < 0"),
            Exclusion("more answers than invitations", f"answered > {column}"),
        ),
    )
    for column in ("delivered", "invited")
)
