"""Reports to rehearse templates on: a small, a large and an empty one.

All three are made from the fictional organisation on which checks are tried: it has
something in every section of a profile.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import as_file, files
from typing import TYPE_CHECKING, Any, Final

from auditor.engagement import Engagement, Palette, Person
from auditor.engagement.prose import read_prose
from auditor.engine import audit
from auditor.profile.document import read_document
from auditor.profile.profile import Profile
from auditor.profile.reading import load_profile_value

if TYPE_CHECKING:
    from auditor.plugin.collection import Plugins
    from auditor.report import Report

__all__ = ["rehearsal_reports"]

DAY: Final = date(2026, 6, 30)
"""The day on which the fictional organisation is audited."""
TIMES: Final = 4
"""Ours: how often the large report has each journey, and each department."""
LONG: Final = "A name that goes on and on, as names of departments and journeys do "
WORDS: Final = """
# What we were asked

A paragraph with **strong** and *soft* words and [a link](https://example.com).

- a point

1. a number

> somebody else's words
"""


def rehearsal_reports(plugins: Plugins) -> dict[str, Report]:
    """Return the reports by name, the small and the large one with an engagement."""
    with as_file(files("auditor") / "exemplary") as folder:
        value = read_document(folder, Profile.model_fields).value
    # What nobody says is unknown: so every kind of page has something to show.
    small = {key: part for key, part in value.items() if key != "governance"}
    return {
        "small": replace(_audited(small, plugins), engagement=_engagement()),
        "large": replace(_audited(_many(value), plugins), engagement=_engagement()),
        "empty": _audited({"organisation": {"name": "Nobody"}}, plugins),
    }


def _audited(value: dict[str, Any], plugins: Plugins) -> Report:
    return audit(load_profile_value(value), plugins, as_of=DAY)


def _many(value: dict[str, Any]) -> dict[str, Any]:
    """Return the profile with many journeys and departments, all of long names."""
    journeys = [
        {**journey, "id": f"{journey['id']}-{number}", "name": f"{LONG}{number}"}
        for number in range(TIMES)
        for journey in value["journeys"]
    ]
    for journey in journeys[1:]:
        journey["stages"] = [
            {
                "id": f"{journey['id']}-{stage['id']}",
                "name": f"{LONG}{stage['id']}",
                "expectations": [LONG * 2],
            }
            for stage in journey["stages"]
        ]
    departments = [
        {"id": f"department-{number}", "name": f"{LONG}{number}"}
        for number in range(TIMES * len(value["departments"]))
    ]
    return {
        **value,
        "organisation": {**value["organisation"], "name": (LONG * 3).strip()},
        "departments": [*value["departments"], *departments],
        "journeys": journeys,
    }


def _engagement() -> Engagement:
    words, _ = read_prose(WORDS)
    return Engagement(
        client="The client",
        firm="The firm",
        palette=Palette(accent="#1f4e79"),
        reference="R-1",
        confidentiality="Confidential",
        people=(Person("Somebody", "Lead auditor", "The firm", signs=True),),
        began=DAY,
        ended=DAY,
        issued=DAY,
        introduction=words,
        closing=words,
    )
