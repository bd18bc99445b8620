"""The lists of the summary: findings, claims, steps, and what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich.text import Text

from auditor.finding import Outcome, Severity
from auditor.renderers.drawn_text import line, table
from auditor.renderers.figures import cost, ranged
from auditor.renderers.order import OUTCOMES, accepted, questions, with_outcome
from auditor.renderers.plain import plain, short
from auditor.renderers.said_and_shown import (
    COMPARED,
    confronted,
    headline,
    nothing_attached,
)
from auditor.renderers.spoken import spoken
from auditor.renderers.words import EFFORTS
from auditor.translation import say, say_plural

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType
    from rich.table import Table

    from auditor.finding import Finding
    from auditor.report import Report

__all__ = [
    "failures",
    "findings",
    "more",
    "notices",
    "said_and_shown",
    "steps",
    "unknown",
]

# All ours: what fits on a screen or two.
STEPS: Final = 5
QUESTIONS: Final = 8
NOTICES: Final = 10
WAITING: Final = 6
"""Checks named beside one question."""
CLAIMS: Final = 6
LONGEST_CLAIM: Final = 40
LONGEST: Final = 240
"""Characters of a reason or an advice; other formats have them whole."""

STYLES: Final = {
    Severity.CRITICAL: "bold red",
    Severity.HIGH: "red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "cyan",
}
"""Colours repeat what the word says."""


def findings(told: Sequence[Finding]) -> Iterator[Table]:
    """Yield a table of findings, if there are any."""
    if not told:
        return
    costs = say("Costs")
    heads = (say("Check"), say("Severity"), costs, say("Finding"))
    drawn = table(*heads, right=(costs,))
    for finding in told:
        drawn.add_row(
            line(finding.check),
            Text(spoken(finding.severity), style=STYLES[finding.severity]),
            cost(finding.points_lost),
            Text.assemble(
                (plain(say(finding.title)), "bold"),
                f" ({_state(finding)})\n{short(say(finding.reason), LONGEST)}",
            ),
        )
    yield drawn


def _state(finding: Finding) -> str:
    words = say(OUTCOMES[finding.outcome])
    return say("{words}, accepted", words=words) if accepted(finding) else words


def said_and_shown(report: Report) -> Iterator[RenderableType]:
    """Yield how claims and records stand, the contradicted ones first."""
    rows = confronted(report)
    yield line(f"{headline(rows, report)}.")
    if not report.evidence.tables:
        yield line(nothing_attached(report))
        return
    compared = [row for row in rows if row.claim.agreement in COMPARED]
    if not compared:
        return
    drawn = table(
        say("Verdict"),
        say("Claim"),
        say("Said"),
        say("Shown"),
        say("95 % interval"),
        "n",
    )
    for row in compared[:CLAIMS]:
        drawn.add_row(
            row.verdict,
            line(short(row.name, LONGEST_CLAIM)),
            line(short(row.said, LONGEST_CLAIM)),
            row.shown,
            row.interval,
            row.rows,
        )
    yield drawn
    if (rest := len(compared) - CLAIMS) > 0:
        yield line(
            say_plural(
                "And {n:,} more claim compared.",
                "And {n:,} more claims compared.",
                rest,
            )
        )


def more(rest: int) -> Iterator[Text]:
    """Yield how many open findings are not told."""
    if rest > 0:
        yield line(
            say_plural(
                "And {n:,} more open finding.", "And {n:,} more open findings.", rest
            )
        )


def steps(report: Report) -> Iterator[RenderableType]:
    """Yield the first steps of the roadmap."""
    if not report.roadmap:
        return
    right = (say("Regains"), say("Score then"))
    first = (say("Step"), say("Check"), say("Effort"))
    drawn = table(*first, *right, say("What to do"), right=right)
    for step in report.roadmap[:STEPS]:
        drawn.add_row(
            f"{step.rank}",
            line(step.check),
            say(EFFORTS[step.effort]),
            cost(step.points),
            ranged(step.score_after, step.low_after, step.high_after),
            line(short(say(step.advice), LONGEST)),
        )
    yield drawn
    if (rest := len(report.roadmap) - STEPS) > 0:
        yield line(say_plural("And {n:,} more step.", "And {n:,} more steps.", rest))


def unknown(report: Report) -> Iterator[RenderableType]:
    """Yield what is not assessed, and the keys that would answer it."""
    wanted = questions(report.findings)
    if wanted:
        drawn = table(say("Profile key"), say("Would answer"))
        for key in list(wanted)[:QUESTIONS]:
            waiting, left_out = wanted[key][:WAITING], len(wanted[key]) - WAITING
            checks = ", ".join(waiting)
            if left_out > 0:
                checks = say_plural(
                    "{checks} and {n} more",
                    "{checks} and {n} more",
                    left_out,
                    checks=checks,
                )
            drawn.add_row(line(key), line(checks))
        yield drawn
        if (rest := len(wanted) - QUESTIONS) > 0:
            yield line(say_plural("And {n:,} more key.", "And {n:,} more keys.", rest))
    for finding in with_outcome(report.findings, Outcome.NOT_ASSESSED):
        if not finding.answered_by:
            yield line(f"{finding.check}: {short(say(finding.reason), LONGEST)}")


def failures(report: Report) -> Iterator[Text]:
    """Yield what could not be used or failed."""
    for plugin in report.plugins:
        if plugin.failure:
            yield line(
                say(
                    "Plugin {plugin}: {reason}",
                    plugin=plugin.name,
                    reason=say(plugin.failure),
                ),
                "red",
            )
    for finding in with_outcome(report.findings, Outcome.ERROR):
        yield line(f"{finding.check}: {say(finding.reason)}", "red")


def notices(report: Report) -> Iterator[Text]:
    """Yield what in the profile is probably not as meant."""
    for notice in report.notices[:NOTICES]:
        told = say(notice.message)
        yield line(f"{notice.position}: {told}" if notice.position else told)
    if (rest := len(report.notices) - NOTICES) > 0:
        yield line(
            say_plural("And {n:,} more notice.", "And {n:,} more notices.", rest)
        )
