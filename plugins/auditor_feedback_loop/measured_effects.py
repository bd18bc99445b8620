"""FL013: the effect of finished improvements is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Improvement,
    ImprovementStatus,
    Message,
    Outcome,
    Parameter,
    Question,
    Severity,
    Tally,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    named,
    recent,
    sentences,
    tally,
)
from auditor_feedback_loop.sketches import feedback, numbered

if TYPE_CHECKING:
    from collections.abc import Mapping

EFFECT: dict[str, object] = {"metric": "contact-ease", "before": 74, "after": 79}
UNMEASURED: dict[str, object] = {"status": "done", "closed": "2026-03-31"}
MEASURED = UNMEASURED | {"effect": EFFECT}
FIRST_DAY = {"closed": "2025-06-30"}
DAY_BEFORE = {"closed": "2025-06-29"}


def _improvements(*contents: Mapping[str, object]) -> dict[str, object]:
    """Return a profile patch with these improvements and no others."""
    return feedback(improvements=numbered("i", *contents))


@check(
    "FL013",
    title="The effect of finished improvements is measured",
    severity=Severity.HIGH,
    effort=Effort.MEDIUM,
    verification=Verification.COMPUTED,
    speaks_to=Question.FEEDBACK_WITHOUT_ACTION,
    needs=["feedback.improvements"],
    logic=(
        "Of the improvements finished in the last {months} months, the share whose "
        "effect names a metric and its values before and after. Finished are those "
        "with the status done and, where they state none, those with a day on which "
        "they were finished; one without that day counts, as the log does not say "
        "that it is older. Whether the effect is a good one is not judged. Met with a "
        "share of {met} or more, partly met from {partly}. Not assessed with fewer "
        "than {fewest_rows} finished improvements."
    ),
    remedy="Choose the metric, and take its value, before an improvement begins.",
    parameters=[
        Parameter(
            "met", 0.6, Unit.SHARE, "share of finished improvements measured", OURS
        ),
        Parameter("partly", 0.3, Unit.SHARE, "share from which it is partly met", OURS),
        Parameter(
            "fewest_rows", 5, Unit.COUNT, "fewest improvements to take a share of", OURS
        ),
        Parameter(
            "months",
            12,
            Unit.MONTHS,
            "months before the audit that are looked at",
            OURS,
        ),
    ],
    sources=[
        bibliography.FCA_COMPLAINTS_ROOT_CAUSE,
        bibliography.MEDALLIA_CLOSED_LOOP,
        bibliography.BALDRIGE_SCORING,
        bibliography.GOVUK_SERVICE_STANDARD,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Three of five; unfinished ones do not count",
            _improvements(
                *[MEASURED] * 3, *[UNMEASURED] * 2, *[{"status": "in_progress"}] * 4
            ),
        ),
        Example(
            Outcome.MET,
            "The one that is not measured is a day too old",
            _improvements(*[MEASURED | FIRST_DAY] * 5, UNMEASURED | DAY_BEFORE),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three of ten",
            _improvements(*[MEASURED] * 3, *[UNMEASURED] * 7),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Two of five; the rest lack a metric, a value before or one after",
            _improvements(
                *[MEASURED] * 2,
                MEASURED | {"effect": EFFECT | {"metric": "a-feeling"}},
                MEASURED | {"effect": EFFECT | {"before": None}},
                MEASURED | {"effect": EFFECT | {"after": None}},
            ),
        ),
        Example(
            Outcome.NOT_MET,
            "One of five",
            _improvements(MEASURED, *[UNMEASURED] * 4),
        ),
        Example(
            Outcome.NOT_MET,
            "Five that state only the day on which they were finished",
            _improvements(*[{"closed": "2026-03-31"}] * 5),
        ),
        Example(Outcome.NOT_ASSESSED, "Four finished", _improvements(*[MEASURED] * 4)),
        Example(Outcome.NOT_ASSESSED, "An empty list", _improvements()),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of improvements",
            {"feedback": {"improvements": None}},
        ),
    ],
)
def effects_are_measured(context: Context) -> Verdict:
    """An improvement is a guess until the figures move.

    Unmeasured work is called a success, and the next guess is made on top of it.
    """
    limits = context.parameters
    finished = [i for i in context.profile.improvements() if _finished(context, i)]
    found = tally(finished, _is_measured)
    if found.total < limits["fewest_rows"]:
        reason = message(
            "The profile lists {improvements} finished in the last {months:g} months; "
            "{needed:g} are needed.",
            improvements=counted(found.total, "improvement"),
            months=limits["months"],
            needed=limits["fewest_rows"],
        )
        keys = ("feedback.improvements",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    return found.verdict(context, _reason(found, limits["months"]))


def _reason(found: Tally[Improvement], months: float) -> Message:
    reason = message(
        "A metric before and after is on record for {having} of {improvements} "
        "finished in the last {months:g} months.",
        improvements=counted(found.total, "improvement"),
        months=months,
    )
    if not found.lacking:
        return reason
    names = named(each.title or each.id for each in found.lacking)
    return sentences(reason, message("Without one: {names}.", names=names))


def _finished(context: Context, improvement: Improvement) -> bool:
    """Whether an improvement was finished in the window."""
    status, closed = improvement.status, improvement.closed
    if closed is None:
        return status is ImprovementStatus.DONE
    done = status in {None, ImprovementStatus.DONE}
    return done and recent(context, closed, context.parameters["months"])


def _is_measured(improvement: Improvement) -> bool:
    effect = improvement.effect
    return effect is not None and None not in {
        effect.metric,
        effect.before,
        effect.after,
    }
