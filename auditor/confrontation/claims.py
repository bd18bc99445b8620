"""Every claim of a profile that its records could bear out or disprove."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from auditor.confrontation.claim import Agreement, Claim, ClaimKind, is_attached
from auditor.confrontation.promises import promises
from auditor.confrontation.tolerance import compared
from auditor.evidence.statistics.minimums import JUDGED_FROM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.evidence import Evidence, Measure
    from auditor.profile import Profile
    from auditor.profile.metrics import Metric

__all__ = ["claims"]

WORST_FIRST: Final = list(Agreement)
UNTOLD: Final = "Several surveys have a rate, and the invitations are not told apart."


def claims(profile: Profile, evidence: Evidence) -> tuple[Claim, ...]:
    """Return every claim beside what its records show, the contradicted ones first.

    Args:
        profile: What the organisation says.
        evidence: What its tables show.
    """
    every = (
        *_metrics(profile, evidence),
        *_closure(profile, evidence),
        *_response_rates(profile, evidence),
        *promises(profile, evidence),
    )
    return tuple(sorted(every, key=lambda each: WORST_FIRST.index(each.agreement)))


def _metrics(profile: Profile, evidence: Evidence) -> Iterator[Claim]:
    for metric in profile.metrics or ():
        shown = evidence.claims.get(metric.id)
        if shown is None and metric.value is None:
            continue
        value, agreement, reason = _of_metric(metric, shown, evidence)
        said = "" if metric.value is None else _written(metric.value, metric.unit)
        pointer = metric.at("value") if said else metric.pointer
        name = metric.name or metric.id
        yield Claim(
            ClaimKind.METRIC, name, pointer, said, value, shown, agreement, reason
        )


def _of_metric(
    metric: Metric, shown: Measure | None, evidence: Evidence
) -> tuple[float | None, Agreement, str]:
    if shown is None:
        return None, *_without_figure(metric, evidence)
    value = evidence.declared.get(metric.id)
    if metric.value is None:
        return None, Agreement.NOT_STATED, "The profile states no value."
    if value is None:
        reason = evidence.not_computed.get(metric.id, "They are of different units.")
        return None, Agreement.NOT_JUDGED, reason
    rounding = _rounding(metric.value) * abs(value / (metric.value or 1.0))
    return value, *compared(value, shown, rounding=rounding)


def _rounding(value: float) -> float:
    """Return the most that the rounding of a written value hides."""
    _, _, decimals = f"{value:.10g}".partition(".")
    return 0.5 * 10.0 ** -len(decimals)


def _without_figure(metric: Metric, evidence: Evidence) -> tuple[Agreement, str]:
    if reason := evidence.not_computed.get(metric.id, ""):
        return Agreement.NOT_COMPUTED, reason
    said = metric.evidence
    if said is None or said.dataset is None:
        return Agreement.NO_EVIDENCE, "The profile names no table that it comes from."
    if said.measure is None:
        reason = f"The profile names no measure of the table {said.dataset}."
        return Agreement.NO_EVIDENCE, reason
    if any(fault.dataset == said.dataset for fault in evidence.faults):
        return Agreement.NOT_COMPUTED, f"The table {said.dataset} could not be read."
    return Agreement.NO_EVIDENCE, f"The table {said.dataset} is not attached."


def _closure(profile: Profile, evidence: Evidence) -> Iterator[Claim]:
    feedback = profile.feedback
    if feedback is None or feedback.declared_closure_rate is None:
        return
    shown = evidence.measure("feedback", "loop_closed")
    lacking = evidence.lacking("feedback", "loop_closed")
    yield _share_claim(
        ClaimKind.CLOSURE,
        "Feedback answered with its outcome",
        feedback.at("declared_closure_rate"),
        feedback.declared_closure_rate,
        shown or _none(evidence, "feedback", lacking),
    )


def _response_rates(profile: Profile, evidence: Evidence) -> Iterator[Claim]:
    feedback = profile.feedback
    rated = [
        source
        for source in (feedback and feedback.sources) or ()
        if source.response_rate is not None
    ]
    lacking = evidence.lacking("invitations", "response_rate")
    shown = evidence.measure("invitations", "response_rate")
    if len(rated) > 1:
        shown, lacking = None, lacking or UNTOLD
    for source in rated:
        yield _share_claim(
            ClaimKind.RESPONSE_RATE,
            f"Response rate: {source.name or source.id}",
            source.at("response_rate"),
            source.response_rate or 0.0,
            shown or _none(evidence, "invitations", lacking),
            least=1,  # one wave of a survey has many invitations
        )


def _share_claim(
    kind: ClaimKind,
    name: str,
    pointer: str,
    share: float,
    shown: Measure | tuple[Agreement, str],
    *,
    least: int = JUDGED_FROM,
) -> Claim:
    """Return a claim of a share of all records.

    Args:
        kind: What it is about.
        name: What it is called.
        pointer: Where it stands.
        share: What is said.
        shown: What the records show, or why they show nothing.
        least: Rows from which it is judged.
    """
    said = f"{100 * share:.4g} %"
    if isinstance(shown, tuple):
        return Claim(kind, name, pointer, said, share, None, *shown)
    judged = compared(share, shown, least=least)
    return Claim(kind, name, pointer, said, share, shown, *judged)


def _none(evidence: Evidence, kind: str, lacking: str) -> tuple[Agreement, str]:
    """Return that there is no figure, and why."""
    attached = is_attached(evidence, kind)
    return (Agreement.NOT_COMPUTED if attached else Agreement.NO_EVIDENCE), lacking


def _written(value: float, unit: str | None) -> str:
    return f"{value:,.12g} {unit or ''}".strip()
