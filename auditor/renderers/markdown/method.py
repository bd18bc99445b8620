"""The works that are cited, and how the audit is repeated, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.bibliography import Access
from auditor.renderers.guards import guards
from auditor.renderers.markdown.findings import why_said
from auditor.renderers.markdown.text import code, escaped, link
from auditor.renderers.view.departures_said import departures_said, works_of_departures
from auditor.renderers.view.words import sentence
from auditor.translation import labelled, say, say_plural

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.bibliography import Source
    from auditor.report import Report

__all__ = ["method", "sources"]


def sources(report: Report) -> Iterator[str]:
    """Yield every work that a finding or the rubric cites, once."""
    works = {work.key: work for f in report.findings for work in f.sources}
    works |= {work.key: work for work in works_of_departures(report)}
    if works:
        yield f"## {say('Sources')}"
        yield ""
        yield from sorted(map(_source, works.values()), key=str.casefold)
        yield ""


def _source(work: Source) -> str:
    year = f" ({work.year})" if work.year else ""
    address = f" {link(work.address)}" if work.address else ""
    access = "" if work.access is Access.READ else f" ({say(work.access.words)})"
    return f"- {escaped(work.author)}, *{escaped(work.title)}*{year}.{address}{access}"


def method(report: Report) -> Iterator[str]:
    """Yield what another person needs to repeat the audit."""
    subject, rubric = report.subject, report.rubric
    checks = len(report.rubric.selected)
    yield f"## {say('Method')}"
    yield ""
    made = say_plural(
        "Audited on {day} by cxaudit {version} with {n:,} check",
        "Audited on {day} by cxaudit {version} with {n:,} checks",
        checks,
        day=report.as_of,
        version=report.version,
    )
    profile_digest = say("Digest of the profile (SHA-256)")
    yield f"- {made}"
    profile = escaped(subject.source) or say("none on file")
    yield f"- {labelled(say('Profile'), profile)}"
    if subject.sha256:
        yield f"- {labelled(profile_digest, code(subject.sha256))}"
    yield f"- {labelled(say('Rubric'), escaped(rubric.label))}"
    if rubric.extends:
        extended = escaped(", ".join(rubric.extends))
        yield f"- {labelled(say('The rubric extends'), extended)}"
    yield f"- {labelled(say('Digest of the rubric (SHA-256)'), code(rubric.digest()))}"
    for plugin in report.plugins:
        name = say("Plugin {name} {version}", name=plugin.name, version=plugin.version)
        digest = f", SHA-256 {code(plugin.sha256)}" if plugin.sha256 else ""
        yield f"- {escaped(name)}{digest}"
    for label, value in guards(report):
        yield f"- {labelled(escaped(label), escaped(value))}"
    yield ""
    yield from _departures(report)


def _departures(report: Report) -> Iterator[str]:
    """Yield what the rubric sets otherwise than usual, and why."""
    departures = departures_said(report)
    if not departures:
        return
    yield f"### {say('What this rubric sets otherwise, and why')}"
    yield ""
    yield say("Reasons are in the rubric's own words.")
    yield ""
    for said in departures:
        what = f"{said.which}, {said.what}"
        told = sentence(labelled(what, said.values))
        yield f"- {escaped(told)} {why_said(said)}"
    yield ""
