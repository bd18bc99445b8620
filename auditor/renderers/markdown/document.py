"""The full report in Markdown, for issue trackers and wikis."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from auditor.finding import Outcome
from auditor.renderers.figures import (
    barred,
    cost,
    level_of,
    per_cent,
    points,
    ranged,
    span,
)
from auditor.renderers.markdown.evidence import evidence, said_and_shown
from auditor.renderers.markdown.findings import one_finding
from auditor.renderers.markdown.method import method, sources
from auditor.renderers.markdown.outlines import section_lines
from auditor.renderers.markdown.text import code, escaped, table
from auditor.renderers.order import (
    OUTCOMES,
    accepted,
    areas_by_id,
    assessed,
    count_outcomes,
    met,
    total_first,
    with_outcome,
    worst_first,
)
from auditor.renderers.over_time.comparison import changes_outlined, since
from auditor.renderers.over_time.words import added_up
from auditor.renderers.spoken import capital
from auditor.renderers.words import EFFORTS
from auditor.translation import labelled, say, say_plural, speaking, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.finding import Finding
    from auditor.profile.notice import Notice
    from auditor.report import Report

__all__ = ["MarkdownRenderer"]

MOST_NOTICES: Final = 200
"""Ours: notices that are told one by one; the JSON result has them all."""


class MarkdownRenderer:
    """Renders a report as Markdown, tables as GitHub and most wikis read them."""

    format: Final = "markdown"
    suffix: Final = ".md"

    def render(self, report: Report) -> bytes:
        """Return the report as one Markdown document."""
        with speaking(report.language):
            return "\n".join(_lines(report)).encode()


def _lines(report: Report) -> Iterator[str]:
    """Yield the lines of the document."""
    title = escaped(say(report.title))
    yield f"# {labelled(title, escaped(report.subject.organisation))}"
    yield ""
    yield from _engagement(report)
    yield from _summary(report)
    yield from _comparison(report)
    yield from _areas(report)
    yield from said_and_shown(report)
    yield from _findings(report)
    yield from _roadmap(report)
    yield from _strengths(report)
    yield from _unknown(report)
    yield from _left_out(report)
    yield from _notices(report)
    yield from evidence(report)
    yield from sources(report)
    yield from method(report)


def _engagement(report: Report) -> Iterator[str]:
    """Yield who made the report for whom, and who may read it."""
    if (given := report.engagement) is None:
        return
    client, firm = escaped(given.client), escaped(given.firm)
    line = say("For {client}, by {firm}", client=client, firm=firm)
    parts = (escaped(part) for part in (given.reference, given.confidentiality) if part)
    yield " · ".join((line, *parts))
    yield ""


def _summary(report: Report) -> Iterator[str]:
    """Yield the score with all that has to be said beside it."""
    score = report.score
    rows = [
        (say("Score of 100"), f"**{points(score.total)}**"),
        (say("Over"), say("{assessed} criteria", assessed=assessed(report))),
        (say("Range, once all is known"), span(score.low, score.high)),
        (say("Assurance"), per_cent(score.assurance)),
        (say("Level, indicative"), level_of(score)),
        *(
            (say("Not above level {level}", level=level), escaped(reasons))
            for level, reasons in barred(score.gates)
        ),
    ]
    if any(map(accepted, report.findings)):
        rows.append(
            (say("Score if accepted findings were met"), points(score.with_waivers))
        )
    counts = count_outcomes(report.findings).items()
    rows += [(capital(say(OUTCOMES[o])), written(n)) for o, n in counts if n]
    yield f"## {say('Summary')}"
    yield ""
    yield from table(("", ""), rows)


def _comparison(report: Report) -> Iterator[str]:
    """Yield what changed since an earlier audit, if there is one to compare with."""
    if report.comparison is None:
        return
    told = since(report.comparison)
    sums = filter(None, (added_up(report.comparison),))
    yield from section_lines(replace(told, after=(*told.after, *sums)))
    for changes in changes_outlined(report.comparison):
        yield from section_lines(changes, level=3)


def _areas(report: Report) -> Iterator[str]:
    head = (
        say("Area"),
        f">{say('Weight')}",
        f">{say('Score')}",
        f">{say('Range')}",
        f">{say('Assurance')}",
        f">{say('Assessed')}",
    )
    yield f"## {say('Areas')}"
    yield ""
    yield from table(
        head,
        [
            (
                escaped(say(area.title)),
                written(area.weight, "g"),
                points(area.score),
                span(area.low, area.high),
                per_cent(area.assurance),
                say(
                    "{assessed} of {applicable}",
                    assessed=area.assessed,
                    applicable=area.applicable,
                ),
            )
            for area in total_first(report)
        ],
    )


def _findings(report: Report) -> Iterator[str]:
    """Yield what is to be done something about, the worst first."""
    titles = areas_by_id(report)
    yield f"## {say('Findings')}"
    yield ""
    findings = worst_first(report.findings)
    if not findings:
        yield say("Nothing that could be assessed is open.")
        yield ""
    for finding in findings:
        area = titles.get(finding.area, finding.area)
        yield from one_finding(report, finding, area)


def _roadmap(report: Report) -> Iterator[str]:
    if not report.roadmap:
        return
    head = (
        f">{say('Step')}",
        say("Check"),
        say("Effort"),
        f">{say('Regains')}",
        f">{say('Score then')}",
        say("What to do"),
    )
    yield f"## {say('Roadmap')}"
    yield ""
    yield from table(
        head,
        [
            (
                str(step.rank),
                step.check,
                say(EFFORTS[step.effort]),
                cost(step.points),
                ranged(step.score_after, step.low_after, step.high_after),
                escaped(say(step.advice)),
            )
            for step in report.roadmap
        ],
    )


def _strengths(report: Report) -> Iterator[str]:
    yield from _listed(say("What is met"), met(report.findings))


def _unknown(report: Report) -> Iterator[str]:
    """Yield what could not be assessed, and what would answer it."""
    findings = with_outcome(report.findings, Outcome.NOT_ASSESSED)
    if not findings:
        return
    yield f"## {say('Not assessed')}"
    yield ""
    yield from table(
        (say("Check"), say("Criterion"), say("Would be answered by"), say("Why")),
        [
            (
                finding.check,
                escaped(say(finding.title)),
                ", ".join(map(code, finding.answered_by)),
                escaped(say(finding.reason)),
            )
            for finding in findings
        ],
    )


def _left_out(report: Report) -> Iterator[str]:
    """Yield what does not apply, and what failed."""
    findings = report.findings
    excluded = with_outcome(findings, Outcome.NOT_APPLICABLE)
    yield from _listed(say("Not applicable"), excluded)
    yield from _listed(say("Failed checks"), with_outcome(findings, Outcome.ERROR))
    failed = [plugin for plugin in report.plugins if plugin.failure]
    if failed:
        yield f"## {say('Failed plugins')}"
        yield ""
        rows = [
            (escaped(plugin.name), escaped(say(plugin.failure))) for plugin in failed
        ]
        yield from table((say("Plugin"), say("Failure")), rows)


def _listed(title: str, findings: list[Finding]) -> Iterator[str]:
    """Yield findings as a titled table, or nothing if there are none."""
    if not findings:
        return
    yield f"## {title}"
    yield ""
    yield from table(
        (say("Check"), say("Criterion"), say("Why")),
        [(f.check, escaped(say(f.title)), escaped(say(f.reason))) for f in findings],
    )


def _notices(report: Report) -> Iterator[str]:
    if report.notices:
        yield f"## {say('Notices')}"
        yield ""
        shown = report.notices[:MOST_NOTICES]
        yield from (f"- {escaped(_notice(notice))}" for notice in shown)
        if (rest := len(report.notices) - len(shown)) > 0:
            yield "- " + say_plural(
                "And {n:,} more notice", "And {n:,} more notices", rest
            )
        yield ""


def _notice(notice: Notice) -> str:
    """Return a notice with its place."""
    told = say(notice.message)
    return f"{notice.position}: {told}" if notice.position else told
