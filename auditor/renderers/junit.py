"""The findings as JUnit XML, for what shows results of tests: one case for each check.

What is open fails, unless it was accepted. What was accepted, could not be assessed or
does not apply is skipped, and says which; a check that failed is an error. Each area
is a suite. The shape is that of Jenkins (`junit-10.xsd`), which GitLab, Azure DevOps
and GitHub's actions read too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from auditor.finding import Outcome
from auditor.renderers.figures import level_of, per_cent, points, price, span
from auditor.renderers.order import OUTCOMES, accepted, total_first
from auditor.renderers.view.places import place
from auditor.renderers.xml_text import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.finding import Finding
    from auditor.report import Report
    from auditor.scoring import AreaScore

__all__ = ["JUnitRenderer"]

LONGEST: Final = 4_000
"""Ours: characters of one text; such reports are shown in a narrow column."""


class JUnitRenderer:
    """Renders the findings of a report as JUnit XML."""

    format: str = "junit"
    suffix: str = ".junit.xml"

    def render(self, report: Report) -> bytes:
        """Return the suites of all areas in UTF-8."""
        root = etree.Element("testsuites", name=_text(f"cxaudit: {_who(report)}"))
        for area in total_first(report):
            _suite(root, report, area)
        for name, number in _counted(report.findings):
            if name != "skipped":  # the schema has no such count for all suites
                root.set(name, number)
        etree.indent(root)
        xml: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        return xml + b"\n"


def _who(report: Report) -> str:
    return f"{report.subject.organisation}, {report.as_of}"


def _suite(root: etree._Element, report: Report, area: AreaScore) -> None:
    """Add the suite of an area, with all that has to be said beside its cases."""
    mine = [finding for finding in report.findings if finding.area == area.id]
    suite = etree.SubElement(root, "testsuite", name=_text(area.title))
    for name, number in _counted(mine):
        suite.set(name, number)
    suite.set("timestamp", f"{report.as_of}T00:00:00")
    suite.set("id", _text(area.id))
    properties = etree.SubElement(suite, "properties")
    for name, value in _properties(report, area):
        etree.SubElement(properties, "property", name=name, value=_text(value))
    for finding in mine:
        _case(suite, report, finding)


def _counted(
    findings: tuple[Finding, ...] | list[Finding],
) -> Iterator[tuple[str, str]]:
    kinds = [_kind(finding) for finding in findings]
    yield "tests", str(len(kinds))
    yield "failures", str(kinds.count("failure"))
    yield "errors", str(kinds.count("error"))
    yield "skipped", str(kinds.count("skipped"))


def _properties(report: Report, area: AreaScore) -> Iterator[tuple[str, str]]:
    score, rubric = report.score, report.rubric
    yield "area.score", points(area.score)
    yield "area.range", span(area.low, area.high)
    yield "score.total", points(score.total)
    yield "score.range", span(score.low, score.high)
    yield "score.assurance", per_cent(score.assurance)
    yield "score.level", level_of(score)
    yield "as_of", str(report.as_of)
    yield "rubric", rubric.label
    yield "rubric.sha256", rubric.digest()
    yield "profile.sha256", report.subject.sha256
    yield "tool", f"cxaudit {report.version}"


def _kind(finding: Finding) -> str:
    """Return what becomes of a finding; nothing for one that is met."""
    if finding.outcome is Outcome.ERROR:
        return "error"
    if finding.open and not accepted(finding):
        return "failure"
    return "" if finding.outcome is Outcome.MET else "skipped"


def _case(suite: etree._Element, report: Report, finding: Finding) -> None:
    """Add the case of a finding."""
    name = _text(f"{finding.check} {finding.title}")
    area = _text(finding.area)
    case = etree.SubElement(suite, "testcase", name=name, classname=area)
    if not (kind := _kind(finding)):
        return
    message = "accepted" if accepted(finding) else OUTCOMES[finding.outcome]
    told = etree.SubElement(
        case, kind, type=str(finding.severity), message=f"{message}: {name}"
    )
    told.text = "\n".join(_text(line) for line in _lines(report, finding) if line)


def _lines(report: Report, finding: Finding) -> Iterator[str]:
    """Yield what a reader of a failed case has to know."""
    yield finding.reason
    yield f"What to do: {finding.advice}" if finding.advice else ""
    yield f"It {price(finding.points_lost)}." if finding.open else ""
    for each in dict.fromkeys(place(report, where) for where in finding.where):
        yield f"At {each}"
    if finding.answered_by:
        yield f"Answered by: {', '.join(finding.answered_by)}"
    if finding.waiver and accepted(finding):
        waiver = finding.waiver
        yield f"Accepted by {waiver.approver} until {waiver.expires}: {waiver.reason}"


def _text(text: str) -> str:
    return xml_text(text, LONGEST)
