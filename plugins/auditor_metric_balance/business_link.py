"""MB016: the link from experience to a business result has been tested."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from auditor import (
    JUDGED_FROM,
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    happened,
    recent,
    rows,
)
from auditor_metric_balance.loyalty import service_without_loyalty

if TYPE_CHECKING:
    from auditor import Measure, Rows

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


OUTCOMES: Final = {
    (Claim.SOUND, Link.THERE): Outcome.MET,
    (Claim.SOUND, Link.ABSENT): Outcome.NOT_MET,
    (Claim.SOUND, Link.OPEN): Outcome.MET,
    (Claim.BARE, Link.THERE): Outcome.MET,
    (Claim.BARE, Link.ABSENT): Outcome.PARTLY_MET,
    (Claim.BARE, Link.OPEN): Outcome.PARTLY_MET,
    (Claim.DENIED, Link.THERE): Outcome.PARTLY_MET,
    (Claim.DENIED, Link.ABSENT): Outcome.NOT_MET,
    (Claim.DENIED, Link.OPEN): Outcome.NOT_MET,
    (Claim.SILENT, Link.THERE): Outcome.MET,
    (Claim.SILENT, Link.ABSENT): Outcome.PARTLY_MET,
    (Claim.SILENT, Link.OPEN): Outcome.NOT_ASSESSED,
}
"""The verdict, by what is said and what is shown."""

STUDY: Final = {"linkage_study": "2026-03-31", "respondents": 900, "finding": "They do"}
NO_WORD: Final = {"strategy": None}


def _case(**said: object) -> dict[str, object]:
    """Return a profile patch with this business case and no other."""
    blank = dict.fromkeys(("linkage_study", "respondents", "finding"))
    return {"strategy": {"business_case": blank | said}}


def _asked(letter: str, stayed: int, left: int, score: int) -> list[tuple[Rows, Rows]]:
    """Return customers who answered in 2025, and whether they stayed since then."""
    ends = {f"{letter}{{n}}": (stayed, None), f"{letter}x{{n}}": (left, "2026-03-01")}
    return [
        (
            rows(count, customer=id_, started_at="2020-01-01", ended_at=end),
            rows(count, customer=id_, responded_at="2025-01-01", nps=score),
        )
        for id_, (count, end) in ends.items()
    ]


def _tables(
    promoters: tuple[int, int], detractors: tuple[int, int]
) -> dict[str, tuple[Rows, ...]]:
    """Return customers and answers; of each group so many stayed and so many left.

    A customer who left last marks the day up to which the table goes.
    """
    last = rows(1, customer="z", started_at="2020-01-01", ended_at="2026-06-29")
    both = [*_asked("p", *promoters, 9), *_asked("d", *detractors, 6)]
    return {
        "customers": (last, *(some for some, _ in both)),
        "surveys": tuple(some for _, some in both),
    }


THERE, ABSENT = _tables((36, 4), (20, 10)), _tables((100, 0), (100, 0))
TOO_FEW, UNSURE = _tables((29, 0), (10, 20)), _tables((40, 0), (40, 0))


@check(
    "MB016",
    title="The link from experience to business results has been tested",
    severity=Severity.HIGH,
    effort=Effort.LARGE,
    verification=Verification.CROSS_CHECK,
    logic=(
        "Met with a study of the last {months} months that compares retention or spend "
        "by score, with its number of customers and its finding; or where the tables "
        "show it: of customers, the share of promoters who stayed for a year less that "
        "of detractors, by their last answer before that year, {fewest_rows} or more "
        "each. There is a link if the whole 95 % interval is above 0, and none if it "
        "stays below {least}. A study that the tables disprove is contradicted and not "
        "met. Partly met where a link is claimed with less, where the tables show one "
        "that the organisation says it never tested, or show none and nothing sound "
        "is claimed. Not met where there is no study."
    ),
    remedy=(
        "Join answers and customers, and compare how many promoters and how many "
        "detractors leave in the year after their answer."
    ),
    parameters=[
        Parameter("months", 24, Unit.MONTHS, "age of a study that counts", OURS),
        Parameter(
            "fewest_rows",
            JUDGED_FROM,
            Unit.COUNT,
            "fewest promoters, and detractors",
            OURS,
        ),
        Parameter(
            "least", 0.05, Unit.SHARE, "difference in retention that matters", OURS
        ),
    ],
    sources=[
        bibliography.BROWN,
        bibliography.MACARANAS,
        bibliography.FORRESTER_MEASUREMENT_STUDY,
        bibliography.XM_INSTITUTE_MATURITY,
        bibliography.FIGHT_CHURN,
    ],
    examples=[
        Example(Outcome.MET, "As in the exemplary profile"),
        Example(
            Outcome.MET,
            "A study two years old, to the day",
            _case(**STUDY | {"linkage_study": "2024-06-30"}),
        ),
        Example(Outcome.MET, "A study, and tables that agree", evidence=THERE),
        Example(
            Outcome.MET,
            "A bare claim, and tables that agree",
            _case(finding="They do"),
            evidence=THERE,
        ),
        Example(Outcome.MET, "Tables alone", NO_WORD, evidence=THERE),
        Example(Outcome.MET, "A study, and tables that do not tell", evidence=UNSURE),
        Example(Outcome.MET, "A study, and 29 promoters", evidence=TOO_FEW),
        Example(
            Outcome.PARTLY_MET,
            "A study a day too old",
            _case(**STUDY | {"linkage_study": "2024-06-29"}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A study without its number of customers",
            _case(**STUDY | {"respondents": None}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A study without its finding",
            _case(**STUDY | {"finding": None}),
        ),
        Example(
            Outcome.PARTLY_MET,
            "A bare claim that tables do not bear out",
            _case(finding="They do"),
            evidence=ABSENT,
        ),
        Example(
            Outcome.PARTLY_MET,
            "Never tested, though tables show a link",
            _case(linkage_study=False),
            evidence=THERE,
        ),
        Example(
            Outcome.PARTLY_MET,
            "No word of a study, and tables that show no link",
            NO_WORD,
            evidence=ABSENT,
        ),
        Example(
            Outcome.NOT_MET,
            "A study that the tables disprove",
            contradicted=True,
            evidence=ABSENT,
        ),
        Example(
            Outcome.NOT_MET,
            "A study, and tables in which detractors stay more often",
            contradicted=True,
            evidence=_tables((20, 10), (36, 4)),
        ),
        Example(Outcome.NOT_MET, "No study", _case(linkage_study=False)),
        Example(
            Outcome.NOT_MET,
            "No business case",
            {"strategy": {"business_case": False}},
        ),
        Example(
            Outcome.NOT_MET,
            "A study to come",
            _case(**STUDY | {"linkage_study": "2026-07-01"}),
        ),
        Example(
            Outcome.NOT_MET,
            "Never tested, and tables that show no link",
            _case(linkage_study=False),
            evidence=ABSENT,
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word of a business case",
            {"strategy": {"business_case": None}},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No word, and tables that do not tell",
            NO_WORD,
            evidence=UNSURE,
        ),
    ],
)
def experience_is_linked_to_results(context: Context) -> Verdict:
    """A score is worth money only if those who give it behave as they say.

    Whoever has not looked cannot say what a better experience would be worth.
    """
    claim, computed = _claim(context), _computed(context)
    link = _link(context, computed)
    outcome = OUTCOMES[claim, link]
    said = (_said(context, claim), _shown(context, computed, link))
    sentences = [*said, service_without_loyalty(context)]
    silent = outcome is Outcome.NOT_ASSESSED
    return Verdict(
        outcome,
        " ".join(filter(None, sentences)),
        where=() if claim is Claim.SILENT else (f"/{KEY.replace('.', '/')}",),
        answered_by=(KEY, "evidence") if silent else (),
        contradicted=(claim, link) == (Claim.SOUND, Link.ABSENT),
        verified_by=_basis(claim, link),
        measures=() if isinstance(computed, str) else tuple(computed),
    )


def _claim(context: Context) -> Claim:
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


def _computed(context: Context) -> Computed | str:
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


def _link(context: Context, computed: Computed | str) -> Link:
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


def _basis(claim: Claim, link: Link) -> Verification:
    """Return on what the verdict rests."""
    if link is Link.OPEN:
        sound = claim is Claim.SOUND
        return Verification.ARTEFACT if sound else Verification.DECLARED
    silent = claim is Claim.SILENT
    return Verification.COMPUTED if silent else Verification.CROSS_CHECK


def _said(context: Context, claim: Claim) -> str:
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


def _shown(context: Context, computed: Computed | str, link: Link) -> str:
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
    stayed = " and ".join(
        f"{100 * (band.value or 0.0):.1f} % of {name} (n = {band.n:,})"
        for name, band in (
            ("promoters", computed.promoters),
            ("detractors", computed.detractors),
        )
    )
    return (
        f"In the tables {stayed} stayed: {100 * (gap.value or 0.0):.1f} points between "
        f"them (95 % interval {low:.1f} to {high:.1f}). {verdict[link]}"
    )
