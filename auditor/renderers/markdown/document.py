"""The full report in Markdown, for issue trackers and wikis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.bibliography import Access
from auditor.finding import Outcome
from auditor.grading import counted
from auditor.renderers.figures import cost, level_of, per_cent, points, ranged, span
from auditor.renderers.limits import applied_limits
from auditor.renderers.markdown.evidence import evidence, said_and_shown
from auditor.renderers.markdown.findings import one_finding
from auditor.renderers.markdown.outlines import section_lines
from auditor.renderers.markdown.text import code, escaped, link, table
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
from auditor.renderers.tools import guards
from auditor.translation import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.bibliography import Source
    from auditor.finding import Finding
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
        return "\n".join(_lines(report)).encode()


def _lines(report: Report) -> Iterator[str]:
    """Yield the lines of the document."""
    yield f"# {report.title}: {escaped(report.subject.organisation)}"
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
    yield from _sources(report)
    yield from _method(report)


def _engagement(report: Report) -> Iterator[str]:
    """Yield who made the report for whom, and who may read it."""
    if (given := report.engagement) is None:
        return
    line = f"For {escaped(given.client)}, by {escaped(given.firm)}"
    parts = (escaped(part) for part in (given.reference, given.confidentiality) if part)
    yield " · ".join((line, *parts))
    yield ""


def _summary(report: Report) -> Iterator[str]:
    """Yield the score with all that has to be said beside it."""
    score = report.score
    rows = [
        ("Score of 100", f"**{points(score.total)}**"),
        ("Over", f"{assessed(report)} criteria"),
        ("Range, once all is known", span(score.low, score.high)),
        ("Assurance", per_cent(score.assurance)),
        ("Level, indicative", level_of(score)),
        *(
            (f"Not above level {gate.level}", escaped(gate.reason))
            for gate in score.gates
        ),
    ]
    if any(map(accepted, report.findings)):
        rows.append(("Score if accepted findings were met", points(score.with_waivers)))
    counts = count_outcomes(report.findings).items()
    rows += [(OUTCOMES[outcome].capitalize(), f"{n}") for outcome, n in counts if n]
    yield "## Summary"
    yield ""
    yield from table(("", ""), rows)


def _comparison(report: Report) -> Iterator[str]:
    """Yield what changed since an earlier audit, if there is one to compare with."""
    if report.comparison is None:
        return
    yield from section_lines(since(report.comparison))
    for changes in changes_outlined(report.comparison):
        yield from section_lines(changes, level=3)


def _areas(report: Report) -> Iterator[str]:
    head = ("Area", ">Weight", ">Score", ">Range", ">Assurance", ">Assessed")
    yield "## Areas"
    yield ""
    yield from table(
        head,
        [
            (
                escaped(area.title),
                f"{area.weight:g}",
                points(area.score),
                span(area.low, area.high),
                per_cent(area.assurance),
                f"{area.assessed} of {area.applicable}",
            )
            for area in total_first(report)
        ],
    )


def _findings(report: Report) -> Iterator[str]:
    """Yield what is to be done something about, the worst first."""
    titles = areas_by_id(report)
    yield "## Findings"
    yield ""
    findings = worst_first(report.findings)
    if not findings:
        yield "Nothing that could be assessed is open."
        yield ""
    for finding in findings:
        area = titles.get(finding.area, finding.area)
        yield from one_finding(report, finding, area)


def _roadmap(report: Report) -> Iterator[str]:
    if not report.roadmap:
        return
    head = (">Step", "Check", "Effort", ">Regains", ">Score then", "What to do")
    yield "## Roadmap"
    yield ""
    yield from table(
        head,
        [
            (
                str(step.rank),
                step.check,
                step.effort,
                cost(step.points),
                ranged(step.score_after, step.low_after, step.high_after),
                escaped(step.advice),
            )
            for step in report.roadmap
        ],
    )


def _strengths(report: Report) -> Iterator[str]:
    yield from _listed("What is met", met(report.findings))


def _unknown(report: Report) -> Iterator[str]:
    """Yield what could not be assessed, and what would answer it."""
    findings = with_outcome(report.findings, Outcome.NOT_ASSESSED)
    if not findings:
        return
    yield "## Not assessed"
    yield ""
    yield from table(
        ("Check", "Criterion", "Would be answered by", "Why"),
        [
            (
                finding.check,
                escaped(finding.title),
                ", ".join(map(code, finding.answered_by)),
                escaped(finding.reason),
            )
            for finding in findings
        ],
    )


def _left_out(report: Report) -> Iterator[str]:
    """Yield what does not apply, and what failed."""
    findings = report.findings
    excluded = with_outcome(findings, Outcome.NOT_APPLICABLE)
    yield from _listed("Not applicable", excluded)
    yield from _listed("Failed checks", with_outcome(findings, Outcome.ERROR))
    failed = [plugin for plugin in report.plugins if plugin.failure]
    if failed:
        yield "## Failed plugins"
        yield ""
        rows = [(escaped(plugin.name), escaped(plugin.failure)) for plugin in failed]
        yield from table(("Plugin", "Failure"), rows)


def _listed(title: str, findings: list[Finding]) -> Iterator[str]:
    """Yield findings as a titled table, or nothing if there are none."""
    if not findings:
        return
    yield f"## {title}"
    yield ""
    yield from table(
        ("Check", "Criterion", "Why"),
        [(f.check, escaped(f.title), escaped(f.reason)) for f in findings],
    )


def _notices(report: Report) -> Iterator[str]:
    if report.notices:
        yield "## Notices"
        yield ""
        shown = report.notices[:MOST_NOTICES]
        yield from (f"- {escaped(str(notice))}" for notice in shown)
        if (rest := len(report.notices) - len(shown)) > 0:
            yield f"- And {counted(rest, 'more notice')}"
        yield ""


def _sources(report: Report) -> Iterator[str]:
    """Yield every work that a finding cites, once."""
    works = {work.key: work for f in report.findings for work in f.sources}
    if works:
        yield "## Sources"
        yield ""
        yield from sorted(map(_source, works.values()), key=str.casefold)
        yield ""


def _source(work: Source) -> str:
    year = f" ({work.year})" if work.year else ""
    address = f" {link(work.address)}" if work.address else ""
    access = "" if work.access is Access.READ else f" ({work.access})"
    return f"- {escaped(work.author)}, *{escaped(work.title)}*{year}.{address}{access}"


def _method(report: Report) -> Iterator[str]:
    """Yield what another person needs to repeat the audit."""
    subject, rubric = report.subject, report.rubric
    checks = counted(len(report.rubric.selected), "check")
    yield "## Method"
    yield ""
    yield f"- Audited on {report.as_of} by cxaudit {report.version} with {checks}"
    yield f"- Profile: {escaped(subject.source) or 'none on file'}"
    if subject.sha256:
        yield f"- Digest of the profile (SHA-256): {code(subject.sha256)}"
    yield f"- Rubric: {escaped(rubric.name)} {escaped(rubric.version)}"
    yield f"- Digest of the rubric (SHA-256): {code(rubric.digest())}"
    for limit in applied_limits(report):
        if limit.value != limit.usual:
            yield (
                f"- Limit {code(limit.name)}, {limit.meaning}: {limit.value}; "
                f"set by this rubric, usually {limit.usual}"
            )
    for plugin in report.plugins:
        name = say("Plugin {name} {version}", name=plugin.name, version=plugin.version)
        digest = f", SHA-256 {code(plugin.sha256)}" if plugin.sha256 else ""
        yield f"- {escaped(name)}{digest}"
    for label, value in guards(report):
        yield f"- {escaped(label)}: {escaped(value)}"
    yield ""
