"""The cover: what was audited, when, against what, and how far to trust it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.renderers.order import outcomes_in_words
from auditor.renderers.plain import short
from auditor.renderers.view.engagement import facts
from auditor.renderers.view.places import profile_name
from auditor.renderers.view.words import day
from auditor.translation import labelled, say, say_plural, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.renderers.view.words import Row, View
    from auditor.report import Report

__all__ = ["cover"]

LONGEST_TITLE: Final = 160
"""Ours: characters of an organisation's name that a cover holds."""
LONGEST_RUNNING: Final = 56
"""Ours: characters of it that fit into the head of a page."""
LONGEST_FACT: Final = 240


def cover(report: Report, left_out: str = "") -> View:
    """Return the view of the cover.

    Args:
        report: The report.
        left_out: The sections that an engagement leaves out.
    """
    return {
        "title": say(report.title),
        "organisation": short(report.subject.organisation, LONGEST_TITLE),
        "running": short(report.subject.organisation, LONGEST_RUNNING),
        "as_of": day(report.as_of),
        "date": report.as_of.isoformat(),
        "made_with": f"cxaudit {report.version}",
        "statement": _statement(report),
        "missing": _missing(report),
        "facts": list(_facts(report, left_out)),
    }


def _statement(report: Report) -> str:
    """Return what kind of audit this is, in a sentence or two."""
    if report.score.total is None:
        return say(
            "Nothing could be assessed: the profile is silent on every criterion. This "
            "report says which questions are open."
        )
    if report.score.self_declared:
        return say(
            "This is a self-declared assessment. Most of it rests on the "
            "organisation's own word; dated records, counts or cross-checks decide "
            "too little of it to call it an audit."
        )
    return say(
        "What the organisation says about itself was held against published good "
        "practice. Every judgement names its reason, its place and its source."
    )


def _missing(report: Report) -> list[str]:
    """Return what failed, so that nobody takes the report for complete."""
    sentences = [
        say(
            "The plugin {plugin} could not be used: {reason}",
            plugin=plugin.name,
            reason=short(say(plugin.failure), 200),
        )
        for plugin in report.plugins
        if plugin.failure
    ]
    failed = [f.check for f in report.findings if f.outcome == "error"]
    if failed:
        sentences.append(
            say_plural(
                "{n:,} check failed and counted as unknown: {checks}",
                "{n:,} checks failed and counted as unknown: {checks}",
                len(failed),
                checks=f"{', '.join(failed[:12])}{'…' if failed[12:] else ''}",
            )
        )
    if lost := [fault.dataset for fault in report.evidence.faults]:
        sentences.append(
            say_plural(
                "{n:,} table of evidence could not be read: {tables}",
                "{n:,} tables of evidence could not be read: {tables}",
                len(lost),
                tables=f"{short(', '.join(lost[:12]), 200)}{'…' if lost[12:] else ''}",
            )
        )
    return sentences


def _facts(report: Report, left_out: str) -> Iterator[Row]:
    found = outcomes_in_words(report.findings)
    rows = [
        (say("Organisation"), _organisation(report)),
        (say("Day of the audit"), day(report.as_of)),
        (say("Criteria"), labelled(written(len(report.findings)), found)),
        (say("Rubric"), report.rubric.label),
        (say("Profile"), profile_name(report)),
        (say("Who answered"), _respondents(report)),
        *facts(report.engagement),
        (say("Made with"), f"cxaudit {report.version}"),
        (
            say("Left out"),
            left_out
            and say("{sections}. They are part of the audit.", sections=left_out),
        ),
    ]
    for label, value in rows:
        if value:
            yield {"label": label, "value": short(value, LONGEST_FACT)}


def _organisation(report: Report) -> str:
    about = report.profile.organisation
    facts = [
        about.industry or "",
        say("{number:,} employees", number=about.employees)
        if about.employees is not None
        else "",
        say("{number:,} customers", number=about.customers)
        if about.customers is not None
        else "",
    ]
    return ", ".join(fact for fact in facts if fact)


def _respondents(report: Report) -> str:
    assessment = report.profile.assessment
    roles = [r.role for r in (assessment and assessment.respondents) or () if r.role]
    return ", ".join(roles).replace("_", " ")
