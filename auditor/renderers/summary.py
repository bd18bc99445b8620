"""The sections of the summary, as Rich draws them.

Texts become `Text` objects, never strings, so that Rich looks for no markup in them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from rich.box import SIMPLE_HEAD
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from auditor.finding import Outcome, Severity
from auditor.renderers.figures import (
    UNKNOWN,
    cost,
    level_of,
    per_cent,
    points,
    ranged,
    span,
)
from auditor.renderers.order import (
    OUTCOMES,
    accepted,
    assessed,
    count_outcomes,
    questions,
    total_first,
    with_outcome,
    worst_first,
)
from auditor.renderers.over_time.comparison import since
from auditor.renderers.over_time.text import drawn
from auditor.renderers.plain import plain, short
from auditor.renderers.said_and_shown import (
    COMPARED,
    confronted,
    headline,
    nothing_attached,
)
from auditor.renderers.spoken import spoken
from auditor.translation import say, say_plural, written

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from auditor.finding import Finding
    from auditor.report import Report

__all__ = ["sections"]

# All ours: what fits on a screen or two.
WORST: Final = 5
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


def sections(report: Report) -> Iterator[RenderableType]:
    """Yield the sections of the summary, those that have nothing to say left out."""
    yield _heading(report)
    yield _standing(report)
    yield from _comparison(report)
    yield from _section(say("Areas"), _areas(report))
    open_ = worst_first(report.findings)
    disproved = [finding for finding in open_ if finding.contradicted]
    yield from _section(say("Claims that are contradicted"), *_findings(disproved))
    others = [f for f in open_ if not f.contradicted and not accepted(f)]
    yield from _section(say("Said and shown"), *_said_and_shown(report))
    yield from _section(
        say("Worst findings"), *_findings(others[:WORST]), *_more(others)
    )
    yield from _section(say("What to do first"), *_steps(report))
    yield from _section(
        say("Not assessed, and what would answer it"), *_unknown(report)
    )
    yield from _section(say("What failed"), *_failures(report))
    yield from _section(say("Notices"), *_notices(report))


def _comparison(report: Report) -> Iterator[RenderableType]:
    """Yield what changed since an earlier audit, if there is one to compare with."""
    if report.comparison:
        section = since(report.comparison)
        yield from _section(section.title, *drawn(section))


def _section(title: str, *parts: RenderableType) -> Iterator[RenderableType]:
    """Yield a titled section, or nothing without content."""
    if parts:
        yield Text(f"\n{title}", style="bold")
        yield Padding(Group(*parts), (0, 0, 0, 2))


def _text(text: str, style: str = "") -> Text:
    return Text(plain(text), style=style)


def _table(*columns: str, right: Iterable[str] = (), breaks: str = "") -> Table:
    """Return an empty table.

    Its first column is never broken, or only the one named in `breaks`.
    """
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for number, column in enumerate(columns):
        side: Literal["left", "right"] = "right" if column in right else "left"
        whole = column != breaks if breaks else not number
        table.add_column(Text(column), justify=side, no_wrap=whole)
    return table


def _heading(report: Report) -> Text:
    subject, rubric = report.subject, report.rubric
    facts = (
        written(report.as_of),
        plain(subject.source),
        say(
            "rubric {name} {version}",
            name=plain(rubric.name),
            version=plain(rubric.version),
        ),
        f"cxaudit {report.version}",
    )
    title = f"{say(report.title)}: {plain(subject.organisation)}"
    return Text.assemble((title, "bold"), "\n", " · ".join(filter(None, facts)), "\n")


def _standing(report: Report) -> Table:
    """Return the score with all that has to be said beside it."""
    score = report.score
    table = Table.grid(padding=(0, 2))
    table.add_row(say("Score"), _score(report))
    if any(map(accepted, report.findings)):
        waived = points(score.with_waivers)
        told = say("{score} if accepted findings were met", score=waived)
        table.add_row(say("With waivers"), _text(told))
    if score.assurance is not None:
        rests = say(
            "{share} of the weight rests on more than the organisation's own word",
            share=per_cent(score.assurance),
        )
        table.add_row(say("Assurance"), _text(rests))
    level = level_of(score)
    if score.level is not None:
        level = say("{level}, indicative", level=level)
    table.add_row(say("Level"), _text(level))
    for gate in score.gates:
        if gate.level == score.level:
            held = say(
                "Held at {level}: {reason}", level=gate.level, reason=say(gate.reason)
            )
            table.add_row("", _text(held))
    table.add_row(say("Findings"), _text(_counts(report)))
    return table


def _score(report: Report) -> Text:
    """Return the score with what it is taken over, and its range."""
    score = report.score
    if score.total is None:
        return Text(say(UNKNOWN))
    total = points(score.total)
    if points(score.low) == points(score.high):
        told = say(
            "{score} of 100 over {assessed} criteria",
            score=total,
            assessed=assessed(report),
        )
    else:
        told = say(
            "{score} of 100 over {assessed} criteria, within {range} once all is known",
            score=total,
            assessed=assessed(report),
            range=span(score.low, score.high),
        )
    text = Text(told)
    place = told.index(total)
    text.stylize("bold", place, place + len(total))
    return text


def _counts(report: Report) -> str:
    counts = count_outcomes(report.findings)
    return ", ".join(
        f"{written(number)} {say(OUTCOMES[outcome])}"
        for outcome, number in counts.items()
        if number
    )


def _areas(report: Report) -> Table:
    name = say("Area")
    figures = (
        say("Weight"),
        say("Score"),
        say("Range"),
        say("Assurance"),
        say("Assessed"),
    )
    table = _table(name, *figures, right=figures, breaks=name)
    for area in total_first(report):
        table.add_row(
            _text(say(area.title)),
            written(area.weight, "g"),
            Text(points(area.score), style="bold"),
            span(area.low, area.high),
            per_cent(area.assurance),
            say("{part} of {whole}", part=area.assessed, whole=area.applicable),
        )
    return table


def _findings(findings: list[Finding]) -> Iterator[Table]:
    if not findings:
        return
    costs = say("Costs")
    heads = (say("Check"), say("Severity"), costs, say("Finding"))
    table = _table(*heads, right=(costs,))
    for finding in findings:
        table.add_row(
            _text(finding.check),
            Text(spoken(finding.severity), style=STYLES[finding.severity]),
            cost(finding.points_lost),
            Text.assemble(
                (plain(say(finding.title)), "bold"),
                f" ({_state(finding)})\n{short(say(finding.reason), LONGEST)}",
            ),
        )
    yield table


def _state(finding: Finding) -> str:
    words = say(OUTCOMES[finding.outcome])
    return say("{words}, accepted", words=words) if accepted(finding) else words


def _said_and_shown(report: Report) -> Iterator[RenderableType]:
    """Yield how claims and records stand, the contradicted ones first."""
    if not report.evidence.tables:
        yield _text(nothing_attached(report))
        return
    rows = confronted(report)
    yield _text(f"{headline(rows, report)}.")
    compared = [row for row in rows if row.claim.agreement in COMPARED]
    if not compared:
        return
    table = _table(
        say("Verdict"),
        say("Claim"),
        say("Said"),
        say("Shown"),
        say("95 % interval"),
        "n",
    )
    for row in compared[:CLAIMS]:
        table.add_row(
            row.verdict,
            _text(short(row.name, LONGEST_CLAIM)),
            _text(short(row.said, LONGEST_CLAIM)),
            row.shown,
            row.interval,
            row.n.removeprefix("n = "),
        )
    yield table
    if (rest := len(compared) - CLAIMS) > 0:
        yield _text(
            say_plural(
                "And {n:,} more claim compared.",
                "And {n:,} more claims compared.",
                rest,
            )
        )


def _more(findings: list[Finding]) -> Iterator[Text]:
    if (rest := len(findings) - WORST) > 0:
        yield _text(
            say_plural(
                "And {n:,} more open finding.", "And {n:,} more open findings.", rest
            )
        )


def _steps(report: Report) -> Iterator[RenderableType]:
    if not report.roadmap:
        return
    right = (say("Regains"), say("Score then"))
    first = (say("Step"), say("Check"), say("Effort"))
    table = _table(*first, *right, say("What to do"), right=right)
    for step in report.roadmap[:STEPS]:
        table.add_row(
            f"{step.rank}",
            _text(step.check),
            spoken(step.effort),
            cost(step.points),
            ranged(step.score_after, step.low_after, step.high_after),
            _text(short(say(step.advice), LONGEST)),
        )
    yield table
    if (rest := len(report.roadmap) - STEPS) > 0:
        yield _text(say_plural("And {n:,} more step.", "And {n:,} more steps.", rest))


def _unknown(report: Report) -> Iterator[RenderableType]:
    wanted = questions(report.findings)
    if wanted:
        table = _table(say("Profile key"), say("Would answer"))
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
            table.add_row(_text(key), _text(checks))
        yield table
        if (rest := len(wanted) - QUESTIONS) > 0:
            yield _text(say_plural("And {n:,} more key.", "And {n:,} more keys.", rest))
    for finding in with_outcome(report.findings, Outcome.NOT_ASSESSED):
        if not finding.answered_by:
            yield _text(f"{finding.check}: {short(say(finding.reason), LONGEST)}")


def _failures(report: Report) -> Iterator[Text]:
    for plugin in report.plugins:
        if plugin.failure:
            yield _text(
                say(
                    "Plugin {plugin}: {reason}",
                    plugin=plugin.name,
                    reason=say(plugin.failure),
                ),
                "red",
            )
    for finding in with_outcome(report.findings, Outcome.ERROR):
        yield _text(f"{finding.check}: {say(finding.reason)}", "red")


def _notices(report: Report) -> Iterator[Text]:
    for notice in report.notices[:NOTICES]:
        yield _text(_notice(notice))
    if (rest := len(report.notices) - NOTICES) > 0:
        yield _text(
            say_plural("And {n:,} more notice.", "And {n:,} more notices.", rest)
        )
