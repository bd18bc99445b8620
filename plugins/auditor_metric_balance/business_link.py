"""MB016: the link from experience to a business result has been tested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

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
    rows,
    sentences,
)
from auditor_metric_balance.linkage import (
    KEY,
    Claim,
    Link,
    claim_in_words,
    claim_of,
    link_in_words,
    link_of,
    retention,
)
from auditor_metric_balance.loyalty import service_without_loyalty

if TYPE_CHECKING:
    from auditor import Rows

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
    claim, computed = claim_of(context), retention(context)
    link = link_of(context, computed)
    outcome = OUTCOMES[claim, link]
    reason = sentences(
        claim_in_words(context, claim),
        link_in_words(context, computed, link),
        service_without_loyalty(context),
    )
    silent = outcome is Outcome.NOT_ASSESSED
    return Verdict(
        outcome,
        reason,
        where=() if claim is Claim.SILENT else (f"/{KEY.replace('.', '/')}",),
        answered_by=(KEY, "evidence") if silent else (),
        contradicted=(claim, link) == (Claim.SOUND, Link.ABSENT),
        verified_by=_basis(claim, link),
        measures=() if isinstance(computed, str) else tuple(computed),
    )


def _basis(claim: Claim, link: Link) -> Verification:
    """Return on what the verdict rests."""
    if link is Link.OPEN:
        sound = claim is Claim.SOUND
        return Verification.ARTEFACT if sound else Verification.DECLARED
    silent = claim is Claim.SILENT
    return Verification.COMPUTED if silent else Verification.CROSS_CHECK
