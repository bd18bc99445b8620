"""What an audit is there to answer, and how far the findings answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.finding import Outcome, Question
from auditor.grading import counted
from auditor.renderers.figures import per_cent
from auditor.renderers.view.words import link
from auditor.translation import message, say, say_plural

if TYPE_CHECKING:
    from auditor.finding import Finding
    from auditor.renderers.view.words import View
    from auditor.report import Report

__all__ = ["questions"]

ASKED: Final = {
    Question.SERVICE_FOR_EXPERIENCE: message("Is service taken for experience?"),
    Question.FEEDBACK_WITHOUT_ACTION: message("Is feedback collected without action?"),
}
HALF: Final = 0.5
"""Ours: share of criteria not met from which the answer is yes, and of criteria that
could not be assessed beyond which there is no answer."""


def questions(report: Report) -> list[View]:
    """Return each question with its answer and the findings that it rests on."""
    asked = (_asked(report, question, text) for question, text in ASKED.items())
    return [*filter(None, asked), _claims(report)]


def _asked(report: Report, question: Question, text: str) -> View | None:
    """Return the answer to a question, or None where no criterion speaks to it."""
    theirs = {c.id for c in report.checks.values() if c.speaks_to is question}
    speaking = [
        finding
        for finding in report.findings
        if finding.check in theirs and finding.outcome is not Outcome.NOT_APPLICABLE
    ]
    if not speaking:
        return None
    scored = [finding for finding in speaking if finding.scored]
    missed = [finding for finding in scored if finding.outcome is Outcome.NOT_MET]
    partly = [finding for finding in scored if finding.outcome is Outcome.PARTLY_MET]
    criteria = counted(len(speaking), "criterion", "criteria")
    if len(scored) < HALF * len(speaking):
        answer = say("Not known")
        note = say(
            "{number} of {criteria} could be assessed.",
            number=len(scored),
            criteria=criteria,
        )
    elif not missed and not partly:
        answer = say("No")
        note = say(
            "All {number} of {criteria} assessed are met.",
            number=len(scored),
            criteria=criteria,
        )
    else:
        often = len(missed) >= HALF * len(scored)
        answer = say("Yes") if often else say("In part")
        note = say(
            "Of {criteria}, {missed} not met and {partly} partly met.",
            criteria=criteria,
            missed=len(missed),
            partly=len(partly),
        )
    return _entry(say(text), answer, note, [*missed, *partly] or speaking)


def _claims(report: Report) -> View:
    """Return whether records contradict what is said."""
    refuted = [finding for finding in report.findings if finding.contradicted]
    if refuted:
        note = say_plural(
            "{n:,} claim is contradicted by the organisation's own records.",
            "{n:,} claims are contradicted by the organisation's own records.",
            len(refuted),
        )
    else:
        note = say(
            "No claim is contradicted; records could speak to {share} of the weight.",
            share=per_cent(report.score.assurance),
        )
    answer = say("Yes") if refuted else say("Not seen")
    question = say("Do records contradict what is said?")
    return _entry(question, answer, note, refuted)


def _entry(text: str, answer: str, note: str, findings: list[Finding]) -> View:
    return {
        "text": text,
        "answer": answer,
        "note": note,
        "findings": [link(finding.check) for finding in findings],
    }
