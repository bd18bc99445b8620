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
from auditor.grading import counted
from auditor.renderers.figures import cost, level_of, per_cent, points, ranged, span
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
    yield from _section("Areas", _areas(report))
    open_ = worst_first(report.findings)
    disproved = [finding for finding in open_ if finding.contradicted]
    yield from _section("Claims that are contradicted", *_findings(disproved))
    others = [f for f in open_ if not f.contradicted and not accepted(f)]
    yield from _section("Said and shown", *_said_and_shown(report))
    yield from _section("Worst findings", *_findings(others[:WORST]), *_more(others))
    yield from _section("What to do first", *_steps(report))
    yield from _section("Not assessed, and what would answer it", *_unknown(report))
    yield from _section("What failed", *_failures(report))
    yield from _section("Notices", *_notices(report))


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
        report.as_of.isoformat(),
        plain(subject.source),
        f"rubric {plain(rubric.name)} {plain(rubric.version)}",
        f"cxaudit {report.version}",
    )
    title = f"{report.title}: {plain(subject.organisation)}"
    return Text.assemble((title, "bold"), "\n", " · ".join(filter(None, facts)), "\n")


def _standing(report: Report) -> Table:
    """Return the score with all that has to be said beside it."""
    score = report.score
    table = Table.grid(padding=(0, 2))
    basis = f" of 100 over {assessed(report)} criteria"
    if points(score.low) != points(score.high):
        basis += f", within {span(score.low, score.high)} once all is known"
    known = Text.assemble((points(score.total), "bold"), basis)
    table.add_row("Score", Text("unknown") if score.total is None else known)
    if any(map(accepted, report.findings)):
        waived = f"{points(score.with_waivers)} if accepted findings were met"
        table.add_row("With waivers", _text(waived))
    rests = "of the weight rests on more than the organisation's own word"
    if score.assurance is not None:
        table.add_row("Assurance", _text(f"{per_cent(score.assurance)} {rests}"))
    indicative = "" if score.level is None else ", indicative"
    table.add_row("Level", _text(f"{level_of(score)}{indicative}"))
    for gate in score.gates:
        if gate.level == score.level:
            table.add_row("", _text(f"Held at {gate.level}: {gate.reason}"))
    table.add_row("Findings", _text(_counts(report)))
    return table


def _counts(report: Report) -> str:
    counts = count_outcomes(report.findings)
    return ", ".join(
        f"{number} {OUTCOMES[outcome]}" for outcome, number in counts.items() if number
    )


def _areas(report: Report) -> Table:
    figures = ("Weight", "Score", "Range", "Assurance", "Assessed")
    table = _table("Area", *figures, right=figures, breaks="Area")
    for area in total_first(report):
        table.add_row(
            _text(area.title),
            f"{area.weight:g}",
            Text(points(area.score), style="bold"),
            span(area.low, area.high),
            per_cent(area.assurance),
            f"{area.assessed} of {area.applicable}",
        )
    return table


def _findings(findings: list[Finding]) -> Iterator[Table]:
    if not findings:
        return
    table = _table("Check", "Severity", "Costs", "Finding", right=("Costs",))
    for finding in findings:
        table.add_row(
            _text(finding.check),
            Text(finding.severity, style=STYLES[finding.severity]),
            cost(finding.points_lost),
            Text.assemble(
                (plain(finding.title), "bold"),
                f" ({_state(finding)})\n{short(finding.reason, LONGEST)}",
            ),
        )
    yield table


def _state(finding: Finding) -> str:
    words = OUTCOMES[finding.outcome]
    return f"{words}, accepted" if accepted(finding) else words


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
    table = _table("Verdict", "Claim", "Said", "Shown", "95 % interval", "n")
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
        yield _text(f"And {counted(rest, 'more claim')} compared.")


def _more(findings: list[Finding]) -> Iterator[Text]:
    if (rest := len(findings) - WORST) > 0:
        yield _text(f"And {counted(rest, 'more open finding')}.")


def _steps(report: Report) -> Iterator[RenderableType]:
    if not report.roadmap:
        return
    right = ("Regains", "Score then")
    table = _table("Step", "Check", "Effort", *right, "What to do", right=right)
    for step in report.roadmap[:STEPS]:
        table.add_row(
            f"{step.rank}",
            _text(step.check),
            step.effort,
            cost(step.points),
            ranged(step.score_after, step.low_after, step.high_after),
            _text(short(step.advice, LONGEST)),
        )
    yield table
    if (rest := len(report.roadmap) - STEPS) > 0:
        yield _text(f"And {counted(rest, 'more step')}.")


def _unknown(report: Report) -> Iterator[RenderableType]:
    wanted = questions(report.findings)
    if wanted:
        table = _table("Profile key", "Would answer")
        for key in list(wanted)[:QUESTIONS]:
            waiting, left_out = wanted[key][:WAITING], len(wanted[key]) - WAITING
            more = f" and {left_out} more" if left_out > 0 else ""
            table.add_row(_text(key), _text(", ".join(waiting) + more))
        yield table
        if (rest := len(wanted) - QUESTIONS) > 0:
            yield _text(f"And {counted(rest, 'more key')}.")
    for finding in with_outcome(report.findings, Outcome.NOT_ASSESSED):
        if not finding.answered_by:
            yield _text(f"{finding.check}: {short(finding.reason, LONGEST)}")


def _failures(report: Report) -> Iterator[Text]:
    for plugin in report.plugins:
        if plugin.failure:
            yield _text(f"Plugin {plugin.name}: {plugin.failure}", "red")
    for finding in with_outcome(report.findings, Outcome.ERROR):
        yield _text(f"{finding.check}: {finding.reason}", "red")


def _notices(report: Report) -> Iterator[Text]:
    for notice in report.notices[:NOTICES]:
        yield _text(str(notice))
    if (rest := len(report.notices) - NOTICES) > 0:
        yield _text(f"And {counted(rest, 'more notice')}.")
