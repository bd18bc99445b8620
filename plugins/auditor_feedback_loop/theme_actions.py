"""FL012: what customers talk about most is acted on."""

from __future__ import annotations

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Feedback,
    Improvement,
    ImprovementStatus,
    Message,
    Outcome,
    Parameter,
    Question,
    Severity,
    Theme,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    counted,
    message,
    named,
    sentences,
    tally,
)
from auditor_feedback_loop.sketches import feedback, numbered

PLANNED: dict[str, object] = {"owner": "billing", "due": "2026-12-31"}
FINISHED: dict[str, object] = {"owner": "billing", "status": "done", "closed": "2026"}
DECLINED = PLANNED | {"status": "declined"}


def _themes(
    *improvements: dict[str, object] | None, volumes: tuple[int, ...] = ()
) -> dict[str, object]:
    """Return a patch with themes, each with its improvement or none."""
    themes = numbered("t", *({} for _ in improvements))
    for theme, volume in zip(themes, volumes, strict=False):
        theme["volume"] = volume
    linked = [
        {"id": f"i{number}", "themes": [f"t{number}"], **improvement}
        for number, improvement in enumerate(improvements, start=1)
        if improvement is not None
    ]
    return feedback(themes=themes, improvements=linked)


def _named_by_theme() -> dict[str, object]:
    """Return a patch in which only the themes tell which improvement is theirs."""
    themes = numbered("t", *[{"improvements": ["i1"]}] * 5)
    return feedback(themes=themes, improvements=numbered("i", PLANNED))


@check(
    "FL012",
    title="What customers talk about most is acted on",
    severity=Severity.CRITICAL,
    effort=Effort.MEDIUM,
    verification=Verification.CROSS_CHECK,
    speaks_to=Question.FEEDBACK_WITHOUT_ACTION,
    needs=["feedback.themes"],
    logic=(
        "Of the top {top} themes, the share with at least one improvement that has an "
        "owner and a date, due or finished, and was not declined. The top themes are "
        "those with the largest volume; themes without one follow as listed. Theme "
        "and improvement may name each other from either side. Met with a share of "
        "{met} or more, partly met from {partly}. Not met with an empty list of "
        "themes; not assessed with fewer than {top} themes, or while the improvements "
        "are unknown."
    ),
    remedy="Open one improvement, with an owner and a date, for each uncovered theme.",
    parameters=[
        Parameter(
            "top",
            5,
            Unit.COUNT,
            "themes that are looked at, and have to be listed",
            OURS,
        ),
        Parameter(
            "met", 0.8, Unit.SHARE, "share of top themes with an improvement", OURS
        ),
        Parameter("partly", 0.4, Unit.SHARE, "share from which it is partly met", OURS),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.MACARANAS,
        bibliography.BAIN_OUTER_LOOP,
        bibliography.FCA_COMPLAINTS_ROOT_CAUSE,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Four of five, one of them finished",
            _themes(PLANNED, PLANNED, PLANNED, FINISHED, None),
        ),
        Example(
            Outcome.MET, "Only the themes name their improvement", _named_by_theme()
        ),
        Example(
            Outcome.MET,
            "The sixth in volume, listed first, has none",
            _themes(None, *[PLANNED] * 4, None, volumes=(10, 60, 50, 40, 30, 20)),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Three of five; the sixth, without volumes, does not count",
            _themes(*[PLANNED] * 3, None, None, PLANNED),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Two of five; two have no owner or no date, one was declined",
            _themes(PLANNED, PLANNED, {"owner": "billing"}, {"due": "2026"}, DECLINED),
        ),
        Example(
            Outcome.NOT_MET, "One of five", _themes(PLANNED, None, None, None, None)
        ),
        Example(Outcome.NOT_MET, "No improvements", feedback(improvements=[])),
        Example(
            Outcome.NOT_MET,
            "An empty list of themes, and no word of improvements",
            feedback(themes=[], improvements=None),
        ),
        Example(Outcome.NOT_ASSESSED, "Four themes", _themes(*[PLANNED] * 4)),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of improvements",
            feedback(improvements=None),
        ),
        Example(Outcome.NOT_ASSESSED, "No word of themes", feedback(themes=None)),
    ],
)
def top_themes_have_actions(context: Context) -> Verdict:
    """Customers who say the same thing for the hundredth time expect that it changes.

    Answering each of them is courtesy; removing the cause is what ends the queue.
    """
    heard = context.profile.feedback or Feedback()
    if not heard.themes:
        reason = message("Feedback is sorted into no themes, so none is acted on.")
        return Verdict(Outcome.NOT_MET, reason, where=(heard.at("themes"),))
    if heard.improvements is None:
        reason = message("The profile says nothing of what is done about the themes.")
        keys = ("feedback.improvements",)
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    return _judged(context, heard)


def _judged(context: Context, heard: Feedback) -> Verdict:
    """Judge how many of the top themes have an action."""
    wanted = int(context.parameters["top"])
    top = _top(heard, wanted)
    found = tally(top, lambda theme: any(map(_is_action, _linked(heard, theme))))
    reason = message(
        "An improvement with an owner and a date answers {number} of {themes}.",
        number=len(found.having),
        themes=counted(found.total, "top theme"),
    )
    if found.lacking:
        themes = named(_open(heard, theme) for theme in found.lacking)
        reason = sentences(reason, message("Not answered: {themes}.", themes=themes))
    if found.total < wanted:
        more = message(
            "To judge, {themes} would have to be listed.",
            themes=counted(wanted, "theme"),
        )
        keys = ("feedback.themes",)
        return Verdict(Outcome.NOT_ASSESSED, sentences(reason, more), answered_by=keys)
    return found.verdict(context, reason)


def _top(heard: Feedback, number: int) -> list[Theme]:
    """Return the themes with the largest volume; where equal or unknown, as listed."""
    return sorted(heard.themes or (), key=lambda theme: -(theme.volume or 0))[:number]


def _linked(heard: Feedback, theme: Theme) -> list[Improvement]:
    """Return the improvements that answer a theme, whichever side says so."""
    return [
        improvement
        for improvement in heard.improvements or ()
        if improvement.id in (theme.improvements or ())
        or theme.id in (improvement.themes or ())
    ]


def _is_action(improvement: Improvement) -> bool:
    dated = improvement.due or improvement.closed
    declined = improvement.status is ImprovementStatus.DECLINED
    return bool(improvement.owner and dated and not declined)


def _open(heard: Feedback, theme: Theme) -> Message:
    """Return the name of a theme without an action, and what it has instead."""
    linked = _linked(heard, theme)
    undeclined = [i for i in linked if i.status is not ImprovementStatus.DECLINED]
    name = theme.name or theme.id
    if undeclined:
        return message("{name} (an improvement without owner or date)", name=name)
    if linked:
        return message("{name} (declined)", name=name)
    return message("{name} (no improvement)", name=name)
