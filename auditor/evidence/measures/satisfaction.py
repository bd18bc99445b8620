"""Answers on a scale: how many are satisfied, by a rule that is stated."""

from __future__ import annotations

from typing import Final

from auditor.evidence.measures.definition import Definition, Exclusion
from auditor.evidence.measures.figures import mean, share
from auditor.evidence.measures.wording import given
from auditor.translation import message

__all__ = ["satisfaction"]

_SOURCES: Final = {
    "csat": "measuringu.com; the rule is the mapping's",
    "ces": "Dixon, Freeman and Toman (2010); CES 2.0: 5 to 7 of 7 agree",
    "trust": "OECD (2017), guidelines on measuring trust; the rule is the mapping's",
}


def _answered(column: str) -> tuple[Exclusion, ...]:
    """Nobody's answer is dropped for being neutral or low: only for not being one."""
    outside = f"{column} < ${column}_minimum OR {column} > ${column}_maximum"
    return (
        Exclusion(message("no answer"), f"{column} IS NULL", missing=column),
        Exclusion(message("outside the scale"), outside),
    )


def satisfaction(table: str, column: str) -> tuple[Definition, ...]:
    """The share of answers that the rule calls satisfied, and the mean answer."""
    ends = {end: given(f"{column}_{end}") for end in ("minimum", "maximum")}
    return (
        Definition(
            table=table,
            name=column,
            figure=share(f"{column} IN (${column}_satisfied)"),
            text=message(
                "answers {satisfied}, of all answers from {minimum} to {maximum}, "
                "neutral ones included",
                satisfied=given(f"{column}_satisfied"),
                **ends,
            ),
            source=_SOURCES[column],
            needs=(column,),
            excluding=_answered(column),
        ),
        Definition(
            table=table,
            name=column,
            figure=mean(column),
            text=message(
                "mean answer on the scale from {minimum} to {maximum}; an ordinal "
                "scale, so secondary to the share",
                **ends,
            ),
            source=_SOURCES[column],
            needs=(column,),
            excluding=_answered(column),
        ),
    )
