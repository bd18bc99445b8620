"""The link from experience to results: what is said of it, and what tables show."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor import happened, recent

if TYPE_CHECKING:
    from auditor import Context, Measure

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
        return "Too few customers who answered can be found among those who stayed."
    fewest = context.parameters["fewest_rows"]
    if min(one.n, other.n) < fewest:
        few = f"{one.n:,} promoters and {other.n:,} detractors"
        return f"The tables tell of {few}; {fewest:g} of each are needed."
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


def claim_in_words(context: Context, claim: Claim) -> str:
    """Return what the organisation says, in a sentence."""
    months = f"{context.parameters['months']:g} months"
    if claim is Claim.SILENT:
        return f"The profile says nothing under `{KEY}`."
    if claim is Claim.DENIED:
        return "The profile has no study that tests the link."
    strategy = context.profile.strategy
    case = strategy.business_case if strategy else None
    if claim is Claim.BARE or case is None:
        return (
            "A link is claimed, without a study that is no older than "
            f"{months} and states its number of customers and its finding."
        )
    return f"A study of {case.linkage_study} compares {case.respondents:,} customers."


def link_in_words(context: Context, computed: Computed | str, link: Link) -> str:
    """Return what the tables show, in sentences, or why they do not."""
    if isinstance(computed, str):
        return computed
    gap, least = computed.gap, f"{100 * context.parameters['least']:g} points or more"
    low, high = (100 * (end or 0.0) for end in (gap.low, gap.high))
    verdict = {
        Link.THERE: "So there is a link.",
        Link.ABSENT: f"That rules out a difference of {least}.",
        Link.OPEN: "That tells neither for a link nor against it.",
    }
    shares = " and ".join(
        f"{100 * (band.value or 0.0):.1f} % of {name} (n = {band.n:,})"
        for name, band in (
            ("promoters", computed.promoters),
            ("detractors", computed.detractors),
        )
    )
    return (
        f"In the tables {shares} stayed: {100 * (gap.value or 0.0):.1f} points between "
        f"them (95 % interval {low:.1f} to {high:.1f}). {verdict[link]}"
    )
