"""The checks as the rules of a SARIF log: title, reason, logic, remedy, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from auditor.finding import Severity
from auditor.renderers.markdown.text import escaped
from auditor.renderers.sarif.text import message

if TYPE_CHECKING:
    from auditor.bibliography import Source
    from auditor.checks import Check
    from auditor.report import Report

__all__ = ["LEVELS", "rules_of"]

LEVELS: Final = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
}
"""The three levels that code hosts know."""
SCHEMES: Final = ("https://", "http://")


def rules_of(report: Report) -> list[dict[str, Any]]:
    """Return a rule for each check that took part, by id."""
    known = [_rule(report, check) for check in report.checks.values()]
    ids = {rule["id"] for rule in known}
    # A finding without its check, as from a result that is read back, has a rule too.
    others = {f.check: f.title for f in report.findings if f.check not in ids}
    bare = [
        {"id": id_, "shortDescription": {"text": message(title)}}
        for id_, title in others.items()
    ]
    return sorted([*known, *bare], key=lambda rule: str(rule["id"]))


def _rule(report: Report, check: Check) -> dict[str, Any]:
    severity = report.rubric.severities.get(check.id, check.severity)
    rule = {
        "id": check.id,
        "name": _name(check.title),
        "shortDescription": {"text": message(f"{check.title}.")},
        "fullDescription": {"text": message(check.why)},
        "help": {"text": _help(check), "markdown": _help_in_markdown(check)},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "tags": ["customer-experience", *_areas(report, check)],
            "problem.severity": LEVELS[severity].replace("note", "recommendation"),
            "precision": "high",
            "severity": str(severity),
            "effort": str(check.effort),
        },
    }
    if addresses := [a.address for a in check.sources if a.address.startswith(SCHEMES)]:
        rule["helpUri"] = addresses[0]
    return rule


def _areas(report: Report, check: Check) -> list[str]:
    return sorted({f.area for f in report.findings if f.check == check.id})


def _name(title: str) -> str:
    """Return a title as one word, as viewers show names of rules."""
    words = "".join(c if c.isalnum() and c.isascii() else " " for c in title).split()
    return "".join(word[:1].upper() + word[1:] for word in words)


def _help(check: Check) -> str:
    works = "; ".join(_cited(work) for work in check.sources)
    return message(
        f"What to do: {check.remedy} How it is judged: {check.explain()} "
        f"Sources: {works}."
    )


def _help_in_markdown(check: Check) -> str:
    works = "\n".join(f"- {escaped(_cited(work))}" for work in check.sources)
    return (
        f"**What to do.** {escaped(check.remedy)}\n\n"
        f"**How it is judged.** {escaped(check.explain())}\n\n"
        f"**Sources**\n\n{works}\n"
    )


def _cited(work: Source) -> str:
    return f"{work.author}, {work.title}{f' ({work.year})' if work.year else ''}"
