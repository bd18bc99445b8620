"""Measures of survey answers, and of the invitations that led to them."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Clock, Definition, Exclusion
from auditor.evidence.measures.figures import count, ratio, score, share
from auditor.evidence.measures.requests import unusable
from auditor.evidence.measures.satisfaction import satisfaction
from auditor.translation import Message, message

__all__ = ["INVITATIONS", "SURVEYS"]

_DETRACTOR: Final = "nps IN (0, 1, 2, 3, 4, 5, 6)"
_UNHAPPY: Final = (
    (
        f"({_DETRACTOR} OR csat BETWEEN $csat_unhappy)",
        ("nps", "csat"),
        message("nps from 0 to 6 or csat between {csat_unhappy}"),
    ),
    (_DETRACTOR, ("nps",), message("nps from 0 to 6")),
    (
        "csat BETWEEN $csat_unhappy",
        ("csat",),
        message("csat between {csat_unhappy}"),
    ),
)
"""Who is unhappy: SQL, the columns it needs, and how it reads."""


def _contacted(unhappy: str, needs: tuple[str, ...], answers: Message) -> Definition:
    return Definition(
        table="surveys",
        name="unhappy_contacted_in_time",
        figure=share("contacted_at <= responded_at + $contact"),
        text=message(
            "respondents with {answers} whom somebody called within {contact_hours}, "
            "of all such whose time has passed; without a date, nobody called",
            answers=answers,
        ),
        source="CustomerGauge: 48 hours; the lowest quarter of a scale: ours",
        needs=("responded_at", "contacted_at", *needs),
        excluding=(
            Exclusion(message("not unhappy"), f"NOT coalesce({unhappy}, FALSE)"),
            unusable("contacted_at"),
            Exclusion(
                message("time not yet passed"), "responded_at + $contact > $until"
            ),
        ),
        clock=Clock.CALENDAR,
    )


_WHOLE_ANSWERS: Final = (
    Exclusion(message("no answer"), "nps IS NULL", missing="nps"),
    Exclusion(message("not a whole number"), "nps <> floor(nps)"),
    Exclusion(message("outside the scale"), "nps < 0 OR nps > 10"),
)

SURVEYS: Final = (
    Definition(
        table="surveys",
        name="nps",
        figure=score("nps"),
        text=message(
            "share of 9 and 10 less share of 0 to 6, times 100, of all whole answers "
            "from 0 to 10"
        ),
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
            text=text,
            source="Reichheld (2003)",
            needs=("nps",),
            excluding=_WHOLE_ANSWERS,
            pooled=False,
        )
        for statistic, condition, text in (
            (
                "promoters",
                "nps >= 9",
                message("answers of 9 and 10, of all whole answers from 0 to 10"),
            ),
            (
                "detractors",
                "nps < 7",
                message("answers from 0 to 6, of all whole answers from 0 to 10"),
            ),
        )
    ),
    *satisfaction("surveys", "csat"),
    *satisfaction("surveys", "ces"),
    *satisfaction("surveys", "trust"),
    Definition(
        table="surveys",
        name="responses",
        figure=count(),
        text=message("answered questionnaires"),
        source="counted",
    ),
    *(_contacted(*unhappy) for unhappy in _UNHAPPY),
)

INVITATIONS: Final = tuple(
    Definition(
        table="invitations",
        name="response_rate",
        figure=ratio("answered", column),
        text=text,
        source="AAPOR Standard Definitions, 10th ed., RR1",
        needs=("answered", column),
        excluding=(
            Exclusion(
                message("a count is missing"), f"answered IS NULL OR {column} IS NULL"
            ),
            Exclusion(
                message("a count is below zero"), f"answered < 0 OR {column} < 0"
            ),
            Exclusion(message("more answers than invitations"), f"answered > {column}"),
        ),
    )
    for column, text in (
        (
            "delivered",
            message(
                "questionnaires answered, of those delivered; n is the number of waves"
            ),
        ),
        (
            "invited",
            message(
                "questionnaires answered, of those invited; n is the number of waves"
            ),
        ),
    )
)
