"""SQ006: a ticket counts as deflected only if the matter was solved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor import (
    ChannelKind,
    Context,
    Deflected,
    Effort,
    Example,
    MetricKind,
    Outcome,
    Severity,
    Verdict,
    Verification,
    bibliography,
    check,
    message,
    named,
    sentences,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor import Message, Profile

MACHINES: Final = frozenset({ChannelKind.CHATBOT, ChannelKind.IVR})
"""Kinds of channel on which a machine answers."""

BOT = {"id": "bot", "kind": "chatbot", "human_fallback": True}
TRAP = BOT | {"human_fallback": False}


def _counting(rule: str | None, *channels: dict[str, object]) -> dict[str, object]:
    """Return a patch with one metric of deflection, and these channels if any."""
    metric = {"id": "m", "kind": "ticket_deflection", "counts_as_deflected": rule}
    patch: dict[str, object] = {"metrics": [metric]}
    return patch | ({"channels": list(channels)} if channels else {})


@check(
    "SQ006",
    title="A contact counts as deflected only if the matter was solved",
    severity=Severity.MEDIUM,
    effort=Effort.MEDIUM,
    verification=Verification.CROSS_CHECK,
    needs=["metrics"],
    logic=(
        "Two parts: every metric of deflected tickets counts only what customers "
        "confirmed as solved, or what brought no further contact within seven days; "
        "and from every bot and phone menu a customer can reach a person. Met with "
        "both, partly met with one, not met with none, or where visits less tickets "
        "are counted. Not applicable where no such metric is kept; not assessed where "
        "nothing tells whether there are bots and menus. Without records of contacts "
        "beside it, this rests on the organisation's word."
    ),
    remedy=(
        'Ask "did this solve it?", count who comes back within seven days, and show '
        "the way to a person from every bot and menu."
    ),
    sources=[bibliography.DESKGRAPH_DEFLECTION, bibliography.MACARANAS],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "Counted where no contact followed, and the bot hands over",
            _counting("no_further_contact", BOT),
        ),
        Example(
            Outcome.PARTLY_MET,
            "The bot hands over, but nothing says what is counted",
            _counting(None, BOT),
        ),
        Example(
            Outcome.PARTLY_MET,
            "Confirmed by customers, but nobody gets past the bot",
            _counting("confirmed", TRAP),
        ),
        Example(
            Outcome.PARTLY_MET,
            "No word of whether the phone menu leads to a person",
            _counting("confirmed", {"id": "menu", "kind": "ivr"}),
        ),
        Example(
            Outcome.NOT_MET,
            "Visits less tickets",
            _counting("no_ticket", BOT),
        ),
        Example(
            Outcome.NOT_MET,
            "Nothing says what is counted, and nobody gets past the bot",
            _counting(None, TRAP),
        ),
        Example(Outcome.NOT_APPLICABLE, "No such metric", {"metrics": []}),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of channels or bots",
            _counting("confirmed")
            | {"channels": None, "governance": {"automation": None}},
        ),
        Example(Outcome.NOT_ASSESSED, "No word of metrics", {"metrics": None}),
    ],
)
def deflection_means_solved(context: Context) -> Verdict:
    """Who gives up leaves no ticket either.

    Counted as visits less tickets, every customer who despairs of the help pages
    is a success of theirs.
    """
    profile = context.profile
    metrics = [
        metric
        for metric in profile.metrics or ()
        if metric.kind is MetricKind.TICKET_DEFLECTION
    ]
    if not metrics:
        reason = message("No metric counts tickets as deflected.")
        return Verdict(Outcome.NOT_APPLICABLE, reason)
    where = tuple(metric.pointer for metric in metrics)
    rules = {metric.counts_as_deflected for metric in metrics}
    if Deflected.NO_TICKET in rules:
        reason = message(
            "Visits less tickets are counted, and with them those who gave up."
        )
        return _declared(Outcome.NOT_MET, reason, where)
    if profile.channels is None and not profile.answers("governance.automation"):
        reason = message("Nothing tells whether there are bots or phone menus.")
        keys = ("channels", "governance.automation")
        return Verdict(Outcome.NOT_ASSESSED, reason, answered_by=keys)
    traps = tuple(_traps(profile))
    solved = None not in rules
    outcome = (Outcome.NOT_MET, Outcome.PARTLY_MET, Outcome.MET)[solved + (not traps)]
    return _declared(outcome, _reason(traps, solved=solved), where)


def _traps(profile: Profile) -> Iterator[str]:
    """Yield the bots and menus from which no way to a person is stated."""
    for channel in profile.channels or ():
        if channel.kind in MACHINES and not channel.human_fallback:
            yield channel.name or channel.id
    for bot in (profile.governance and profile.governance.automation) or ():
        if not bot.human_fallback:
            yield bot.id


def _reason(traps: tuple[str, ...], *, solved: bool) -> Message:
    counts = (
        message("Only what was solved is counted as deflected.")
        if solved
        else message("Nothing says that only what was solved is counted as deflected.")
    )
    ways = (
        message("No way to a person is stated from: {traps}.", traps=named(traps))
        if traps
        else message("No bot or menu keeps customers from a person.")
    )
    return sentences(counts, ways)


def _declared(outcome: Outcome, reason: str, where: tuple[str, ...]) -> Verdict:
    """Return a verdict that rests on the organisation's word."""
    declared = Verification.DECLARED
    return Verdict(outcome, reason, where=where, verified_by=declared)
