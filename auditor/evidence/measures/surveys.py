"""Measures of survey answers, and of the invitations that led to them."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Definition, Exclusion
from auditor.evidence.measures.figures import count, ratio, score
from auditor.evidence.measures.satisfaction import satisfaction

__all__ = ["INVITATIONS", "SURVEYS"]

SURVEYS: Final = (
    Definition(
        table="surveys",
        name="nps",
        figure=score("nps"),
        text="share of 9 and 10 less share of 0 to 6, times 100, of all whole answers "
        "from 0 to 10",
        source="Reichheld (2003); interval: Rocks (2016)",
        needs=("nps",),
        excluding=(
            Exclusion("no answer", "nps IS NULL", missing="nps"),
            Exclusion("not a whole number", "nps <> floor(nps)"),
            Exclusion("outside the scale", "nps < 0 OR nps > 10"),
        ),
        pooled=False,
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
            Exclusion("more answers than invitations", f"answered > {column}"),
        ),
    )
    for column in ("delivered", "invited")
)
