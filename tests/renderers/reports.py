"""Reports for tests of renderers: one that has everything, one that has nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from auditor.bibliography import BROWN, ISO_10004
from auditor.errors import EvidenceError, Position
from auditor.evidence import Evidence, EvidenceTable, Measure, MeasuredTable
from auditor.evidence.canonical_table import FaultyRows, Remark
from auditor.evidence.measured import Fault
from auditor.evidence.measures import Refusal
from auditor.evidence.statistics.minimums import SHOWN_FROM
from auditor.finding import AppliedWaiver, Effort, Finding, Outcome, Place, Severity
from auditor.finding import Verification as By
from auditor.profile.notice import Notice
from auditor.profile.reading import load_profile_value
from auditor.report import PluginRecord, Report, Subject
from auditor.roadmap import roadmap
from auditor.scoring import scorecard
from tests.findings import AREAS, RUBRIC, finding

if TYPE_CHECKING:
    from collections.abc import Iterable

AS_OF = date(2026, 11, 21)

HOSTILE = (
    "<script>alert(1)</script><img src=http://evil.example/x.png> "
    "[click](javascript:alert(1)) ![see](http://evil.example/y.png) "
    "http://evil.example www.evil.example mail@evil.example @everyone #1 "
    "| broken | table |\n\n# A heading\n- a list\n\x1b[31mred\x1b[0m\x1b]0;title\x07 "
    "[bold red]markup[/] [link=file:///etc/passwd]x[/link] {{ 7*7 }} {% raw %} "
    "\u202eesrever\u202c file:///etc/passwd &amp; `tick` \\ *stars* _under_ :smile:"
)
"""What the author of a profile may write into any text."""


TABLE: Final = EvidenceTable(
    "answers",
    "surveys",
    "answers.csv",
    "cd" * 32,
    1200,
    {"no date": 3},
    date(2026, 1, 2),
    date(2026, 6, 30),
)
NPS: Final = Measure(
    "nps-use",
    "answers",
    "nps",
    31.25,
    1197,
    28.0,
    34.5,
    "points",
    "Share of 9 and 10 less share of 0 to 6.",
    {"stage": "use"},
    "score",
)


def report_of(findings: Iterable[Finding], organisation: str = "Northlight") -> Report:
    """Return a report on these findings, scored as an audit scores them."""
    card = scorecard(findings, AREAS, RUBRIC)
    return Report(
        version="1.2.3",
        plugins=(PluginRecord("journeys", "1.0", ("JC001",)),),
        rubric=RUBRIC,
        as_of=AS_OF,
        subject=Subject(organisation, "profile.yaml", "ab" * 32),
        profile=load_profile_value({"organisation": {"name": organisation}}).profile,
        checks={},
        evidence=Evidence(),
        score=card.score,
        areas=card.areas,
        findings=card.findings,
        roadmap=roadmap(card.findings, AREAS, RUBRIC),
        notices=(),
    )


def full_report(text: str = "As the profile says.") -> Report:
    """Return a report that has everything; `text` stands wherever a text can."""
    report = report_of(_findings(text), text)
    place = Position("profile.yaml", 7, 3)
    return replace(
        report,
        plugins=(*report.plugins, PluginRecord("broken", "0.1", (), f"Error: {text}")),
        evidence=Evidence((MeasuredTable(TABLE, (), (NPS,), ()),)),
        notices=(Notice(text, "/metrics/0/owner", place), Notice(text)),
    )


def saying(text: str) -> Report:
    """Return a full report whose findings say what no profile could put there."""
    report = full_report()
    findings = [
        replace(f, title=text, reason=text, advice=text) for f in report.findings
    ]
    return replace(report, findings=tuple(findings))


def evidenced_report(text: str = "As the table has it.") -> Report:
    """Return a full report whose claims are held against tables.

    Figures of twelve months and of groups of every size; `text` stands wherever the
    author of a table can put one.
    """
    report = full_report(text)
    organisation = {"name": report.profile.organisation.name}
    evidence = {"dataset": "answers", "measure": "csat"}
    metric = {"id": "m", "kind": "csat", "name": text, "value": 95, "unit": "%"}
    value = {
        "organisation": organisation,
        "metrics": [
            {**metric, "evidence": evidence},
            {**metric, "id": "n", "name": "Elsewhere", "evidence": None},
        ],
    }
    remark = Remark("odd", text, "channel", 2)
    refusal = Refusal("answers", "trust", f"it needs {text}")
    satisfied = replace(_csat(0.8, 400), by={"from": "2026-01-02", "to": "2026-06-30"})
    error = EvidenceError("/client/gone.csv", f"it is gone: {text}.")
    faulty = FaultyRows(7, {"off the scale": 7})
    missing = {"channel": {text: 2}}
    figures = (NPS, *_cut(text))
    table = MeasuredTable(TABLE, (remark,), figures, (refusal,), missing, faulty)
    found = Evidence(
        (table,),
        (Fault("gone", "tickets", error),),
        {"m": replace(satisfied, id="claimed")},
        {"m": 0.95},
    )
    return replace(report, profile=load_profile_value(value).profile, evidence=found)


def _csat(value: float, n: int, **by: str) -> Measure:
    """Return a share of satisfied answers; none where too few are behind it."""
    id_ = f"csat[{','.join(f'{key}={each}' for key, each in by.items())}]"
    found = Measure(
        *(id_, "answers", "csat"),
        value=value,
        n=n,
        low=max(value - 0.05, 0.0),
        high=min(value + 0.05, 1.0),
        unit="share",
        definition="Satisfied.",
        by=by,
        statistic="share",
    )
    shown = n >= SHOWN_FROM
    return found if shown else replace(found, value=None, low=None, high=None)


def _cut(text: str) -> list[Measure]:
    """Return the whole, groups of every size, and seven months, one of them a gap."""
    sizes = {text: 300, "phone": 45, "fax": 29, "telex": 9}
    months = [f"2026-{month:02}" for month in (1, 2, 3, 4, 5, 6)]
    counts = [
        replace(_csat(n, n, **by), id=f"count{by}", name="responses", statistic="count")
        for by, n in (({}, 1197), *(({"channel": c}, n) for c, n in sizes.items()))
    ]
    return [
        _csat(0.8, 400),
        *(_csat(0.7, n, channel=name) for name, n in sizes.items()),
        *(_csat(0.7 + n / 100, 60, period=month) for n, month in enumerate(months)),
        *(replace(count, unit="rows", low=None, high=None) for count in counts),
    ]


def _findings(text: str) -> list[Finding]:
    """Return findings of every outcome and kind."""
    waiver = AppliedWaiver(text, text, date(2027, 3, 31))
    lapsed = replace(waiver, problem="it lapsed on 2026-01-01")
    here = Place("/journeys/0/stages/3", text, Position("profile.yaml", 12, 5))
    partly = finding("JC001", Outcome.PARTLY_MET, share=1 / 3, waiver=lapsed)
    claim = finding("LO001", Outcome.NOT_MET, area="loops", severity=Severity.CRITICAL)
    open_ = finding("ME001", Outcome.NOT_MET, area="metrics", effort=Effort.LARGE)
    found = [
        replace(partly, where=(here, Place("/metrics/0", text)), measures=("nps-use",)),
        finding("JC002", Outcome.MET, severity=Severity.HIGH, verified_by=By.DECLARED),
        replace(finding("JC003", Outcome.NOT_ASSESSED), answered_by=("channels",)),
        finding("JC004", Outcome.NOT_APPLICABLE),
        finding("JC005", Outcome.ERROR),
        replace(claim, contradicted=True, usual_severity=Severity.HIGH),
        replace(open_, parameters={"met": 0.8, "partly": 0.5}),
        finding("ME002", Outcome.NOT_MET, area="metrics", waiver=waiver),
    ]
    return [
        replace(f, title=text, reason=text, advice=text, sources=(BROWN, ISO_10004))
        for f in found
    ]


def empty_report() -> Report:
    """Return a report of an audit that found nothing to judge."""
    return report_of([])
