"""The link from experience to results: what is said of it, and what tables show."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor import happened, message, recent, sentences

if TYPE_CHECKING:
    from auditor import Context, Measure, Message

__all__ = [
    "KEY",
    "Claim",
    "Computed",
    "Link",
    "claim_in_words",
    "claim_of",
    "link_in_words",
    "link_of",
    "retention",
]

MEASURE: Final = ("customers", "retention_by_nps")
"""Who stayed, by the last answer before."""
KEY: Final = "strategy.business_case"


class Claim(Enum):
    """What the organisation says of a link."""

    SOUND = auto()
    """A study of late, with its number of customers and its finding."""
    BARE = auto()
    """A link, and less than that."""
    DENIED = auto()
    """That there is no study, or not yet."""
    SILENT = auto()


class Link(Enum):
    """What the organisation's own tables show."""

    THERE = auto()
    """Promoters stay more often than detractors."""
    ABSENT = auto()
    """Any difference is too small to matter."""
    OPEN = auto()
    """Too few customers, or none, to tell."""


CONCLUSIONS: Final = {
    Link.THERE: message("So there is a link."),
    Link.ABSENT: message("That rules out a difference of {least:g} points or more."),
    Link.OPEN: message("That tells neither for a link nor against it."),
}
"""What the figures amount to."""


class Computed(NamedTuple):
    """Who stayed, with at least as many in each group as a verdict takes."""

    gap: Measure
    promoters: Measure
    detractors: Measure


def claim_of(context: Context) -> Claim:
    """Return what the organisation says."""
    strategy = context.profile.strategy
    case = strategy.business_case if strategy else None
    if case is None:
        return Claim.SILENT
    study = case.linkage_study
    to_come = bool(study) and not happened(context, study)
    if to_come or not (study or case.respondents or case.finding):
        return Claim.DENIED
    sound = recent(context, study, context.parameters["months"])
    return Claim.SOUND if sound and case.respondents and case.finding else Claim.BARE


def retention(context: Context) -> Computed | str:
    """Return what the tables tell of enough customers, or why they do not."""
    gap = context.evidence.measure(*MEASURE, "difference")
    bands = context.evidence.groups(*MEASURE, "nps_band")
    if not bands:
        attached = context.evidence.of(MEASURE[0])
        return context.evidence.lacking(*MEASURE) if attached else ""
    one, other = bands.get("promoters"), bands.get("detractors")
    if gap is None or one is None or other is None:
        return message(
            "Too few customers who answered can be found among those who stayed."
        )
    fewest = context.parameters["fewest_rows"]
    if min(one.n, other.n) < fewest:
        return message(
            "The tables tell of {promoters:,} promoters and {detractors:,} detractors; "
            "{fewest:g} of each are needed.",
            promoters=one.n,
            detractors=other.n,
            fewest=fewest,
        )
    return Computed(gap, one, other)


def link_of(context: Context, computed: Computed | str) -> Link:
    """Return whether the tables show a link."""
    if (
        isinstance(computed, str)
        or computed.gap.low is None
        or computed.gap.high is None
    ):
        return Link.OPEN
    if computed.gap.low > 0:
        return Link.THERE
    least = context.parameters["least"]
    return Link.ABSENT if computed.gap.high < least else Link.OPEN


def claim_in_words(context: Context, claim: Claim) -> Message:
    """Return what the organisation says, in a sentence."""
    if claim is Claim.SILENT:
        return message("The profile says nothing under `{key}`.", key=KEY)
    if claim is Claim.DENIED:
        return message("The profile has no study that tests the link.")
    strategy = context.profile.strategy
    case = strategy.business_case if strategy else None
    if claim is Claim.BARE or case is None:
        return message(
            "A link is claimed, without a study that is no older than {months:g} "
            "months and states its number of customers and its finding.",
            months=context.parameters["months"],
        )
    return message(
        "A study of {day} compares {customers:,} customers.",
        day=case.linkage_study,
        customers=case.respondents,
    )


def link_in_words(context: Context, computed: Computed | str, link: Link) -> str:
    """Return what the tables show, in sentences, or why they do not."""
    if isinstance(computed, str):
        return computed
    gap, promoters, detractors = computed
    stayed = message(
        "In the tables {promoters:.1f} % of promoters (n = {n_promoters:,}) and "
        "{detractors:.1f} % of detractors (n = {n_detractors:,}) stayed: {gap:.1f} "
        "points between them (95 % interval {low:.1f} to {high:.1f}).",
        promoters=_per_cent(promoters.value),
        n_promoters=promoters.n,
        detractors=_per_cent(detractors.value),
        n_detractors=detractors.n,
        gap=_per_cent(gap.value),
        low=_per_cent(gap.low),
        high=_per_cent(gap.high),
    )
    least = _per_cent(context.parameters["least"])
    return sentences(stayed, CONCLUSIONS[link].filled(least=least))


def _per_cent(share: float | None) -> float:
    return 100 * (share or 0.0)
