"""Said and shown: each claim beside its figure, in the words of all reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from auditor.confrontation import Agreement, ClaimKind, claims
from auditor.grading import PERIOD, counted, months_before
from auditor.renderers import measured
from auditor.translation import Message, message, say, say_plural, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.confrontation import Claim
    from auditor.evidence import EvidenceTable, Measure
    from auditor.report import Report

__all__ = [
    "COMPARED",
    "SaidAndShown",
    "confronted",
    "headline",
    "nothing_attached",
    "under_review",
]

VERDICTS: Final = {
    Agreement.CONTRADICTED: message("Contradicted"),
    Agreement.NEARLY: message("Nearly right"),
    Agreement.HOLDS: message("Holds"),
    Agreement.NOT_STATED: message("Nothing claimed"),
    Agreement.NOT_JUDGED: message("Not judged"),
    Agreement.NOT_COMPUTED: message("Cannot be computed"),
    Agreement.NO_EVIDENCE: message("No evidence attached"),
}
PROMISES: Final = {
    Agreement.NEARLY: message("Partly kept"),
    Agreement.HOLDS: message("Kept"),
}
KINDS: Final = {
    ClaimKind.FIRST_RESPONSE: message("First response: {name}"),
    ClaimKind.RESOLUTION: message("Resolution: {name}"),
}
COMPARED: Final = (Agreement.CONTRADICTED, Agreement.NEARLY, Agreement.HOLDS)
"""What could be decided."""


@dataclass(frozen=True, slots=True)
class SaidAndShown:
    """One claim beside its figure, in words; texts of the profile are as they came."""

    name: str
    """What is claimed."""
    said: str
    """What is said of it."""
    shown: str
    """The figure; empty where there is none."""
    interval: str
    """Its 95 % interval; empty where it has none."""
    rows: str
    """How many rows, or waves, are behind it; empty where there is no figure."""
    n: str
    """The same as a report writes it behind a figure: "n = 1,347"."""
    period: str
    """The days that it is of; empty where there is no figure."""
    verdict: str
    """How the two stand to each other."""
    reason: str
    """Why."""
    claim: Claim
    """The same as figures."""


def confronted(report: Report) -> list[SaidAndShown]:
    """Return every claim beside its figure, the contradicted ones first."""
    tables = {table.info.id: table.info for table in report.evidence.tables}
    return [
        _in_words(claim, tables, report.as_of)
        for claim in claims(report.profile, report.evidence, report.findings)
    ]


def headline(rows: Sequence[SaidAndShown], report: Report) -> str:
    """Return how far the records bear out what is said, as a sentence."""
    if not report.evidence.tables:
        return say("Nothing shows whether what is said is so")
    decided = [row for row in rows if row.claim.agreement in COMPARED]
    if not decided:
        return say("No claim could be held against a figure")
    wrong = sum(r.claim.agreement is Agreement.CONTRADICTED for r in decided)
    claims_ = counted(len(decided), "claim that", "claims that")
    if not wrong:
        return say("None of {claims} could be compared is contradicted", claims=claims_)
    return say_plural(
        "{n} of {claims} could be compared is contradicted",
        "{n} of {claims} could be compared are contradicted",
        wrong,
        claims=claims_,
    )


def nothing_attached(report: Report) -> str:
    """Return why nothing is shown, and what would, in two sentences."""
    waiting = sum("evidence" in f.answered_by for f in report.findings)
    why = (
        say("No table of evidence could be read.")
        if report.evidence.faults
        else say("No table of evidence is attached.")
    )
    if not waiting:
        would = say(
            "Exports of survey answers, support requests, complaints, customers and "
            "invitations, named under evidence in the profile, would tell."
        )
        return f"{why} {would}"
    would = say(
        "Exports of survey answers, support requests, complaints, customers and "
        "invitations, named under evidence in the profile, would answer {criteria}.",
        criteria=counted(waiting, "open criterion", "open criteria"),
    )
    return f"{why} {would}"


def under_review(as_of: date, table: EvidenceTable) -> str:
    """Return the days whose rows the figures of a table are of; empty without days."""
    if table.first is None or table.last is None:
        return ""
    first = max(table.first, months_before(as_of, PERIOD))
    return _span(min(first, table.last), min(table.last, as_of))


def _in_words(
    claim: Claim, tables: dict[str, EvidenceTable], as_of: date
) -> SaidAndShown:
    shown = claim.shown
    rows = _rows(claim.kind, shown) if shown else ""
    is_promise = claim.kind in {ClaimKind.FIRST_RESPONSE, ClaimKind.RESOLUTION}
    words = VERDICTS | (PROMISES if is_promise else {})
    return SaidAndShown(
        name=_name(claim),
        said=_ours(claim.said),
        shown=_figure(claim) if shown else "",
        interval=measured.interval(shown) if shown else "",
        rows=rows,
        n=say("n = {rows}", rows=rows) if rows else "",
        period=_period(shown, tables, as_of) if shown else "",
        verdict=say(words[claim.agreement]),
        reason=say(claim.reason),
        claim=claim,
    )


def _name(claim: Claim) -> str:
    name = _ours(claim.name)
    return say(KINDS[claim.kind], name=name) if claim.kind in KINDS else name


def _ours(text: str) -> str:
    """Return a message in the language spoken, the profile's own words as they are."""
    return say(text) if isinstance(text, Message) else text


def _figure(claim: Claim) -> str:
    shown = claim.shown
    if shown is None:
        return ""
    if shown.statistic == "p90_with_open":
        return say("{figure} at the 90th percentile", figure=measured.figure(shown))
    return measured.figure(shown)


def _rows(kind: ClaimKind, shown: Measure) -> str:
    if kind is ClaimKind.RESPONSE_RATE:
        return say(counted(shown.n, "wave"))
    return written(shown.n, ",")


def _period(shown: Measure, tables: dict[str, EvidenceTable], as_of: date) -> str:
    """Return the days of a claim: its own period, or else those under review."""
    if "to" in shown.by:
        ends = (date.fromisoformat(shown.by[key]) for key in measured.PERIOD_KEYS)
        return _span(*ends)
    table = tables.get(shown.table)
    return under_review(as_of, table) if table else ""


def _span(first: date, last: date) -> str:
    return say("{first} to {last}", first=first, last=last)
