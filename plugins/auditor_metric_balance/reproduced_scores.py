"""MB012: declared figures can be reproduced from the rows they come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor import (
    OURS,
    Context,
    Effort,
    Example,
    Outcome,
    Parameter,
    Room,
    Severity,
    Unit,
    Verdict,
    Verification,
    bibliography,
    check,
    message,
    rows,
    sentences,
    unmeasured,
)
from auditor_metric_balance.claims import claims
from auditor_metric_balance.reproduction import in_words, judged, left_out
from auditor_metric_balance.sketches import MAY, in_may, metrics

if TYPE_CHECKING:
    from auditor import Rows


FOUR_OF_FIVE = {"surveys": (rows(100, responded_at=in_may(), csat=(5, 5, 4, 4, 1)),)}
"""A share of 80 %, between 71.1 and 86.7 % of all customers."""
ONE_OF_FIVE = {"tickets": (rows(100, opened_at=in_may(), reopened=(0, 0, 0, 1, 0)),)}


def _answered_at(hour: int, minute: int) -> dict[str, tuple[Rows, ...]]:
    """Return tickets of midnight that were answered at that time of the day."""
    replies = tuple(f"{day[:11]}{hour:02}:{minute:02}" for day in in_may())
    return {"tickets": (rows(62, opened_at=in_may(0), first_response_at=replies),)}


TEN_HOURS = _answered_at(10, 0)


def _csat(value: float, **stated: object) -> dict[str, object]:
    """Return a patch with one metric of satisfaction, declared so."""
    return metrics(_satisfied(value, **stated))


def _satisfied(value: float, **stated: object) -> dict[str, object]:
    said = {"dataset": "surveys", "measure": "csat"}
    return {
        "kind": "csat",
        "statistic": "share",
        "unit": "per cent",
        "value": value,
    } | {
        "period": MAY,
        "evidence": said,
        **stated,
    }


def _reopened(value: float) -> dict[str, object]:
    said = {"dataset": "tickets", "measure": "reopened"}
    return _csat(value, kind="reopen_rate", evidence=said)


def _first_response(value: float, unit: str = "minutes") -> dict[str, object]:
    said = {"dataset": "tickets", "measure": "first_response_time"}
    kind = {"kind": "first_response_time", "statistic": "median", "unit": unit}
    return metrics({**kind, "value": value, "period": MAY, "evidence": said})


@check(
    "MB012",
    title="Declared figures can be reproduced from raw data",
    severity=Severity.CRITICAL,
    effort=Effort.SMALL,
    verification=Verification.CROSS_CHECK,
    needs=["metrics"],
    logic=(
        "Every metric that names its table and measure is computed again on its own "
        "rows and period. A figure of answers is reproduced if the declared value lies "
        "within the 95 % interval of the computed one; any figure is if it is off by "
        "no more than {points} points for shares and scores, else by {relative}, or if "
        "a time or amount rounds to the declared value. Partly met within {times} "
        "times that. "
        "Beyond, the claim is disproved. The worst metric decides. Metrics with fewer "
        "than 30 rows, or whose unit or period cannot be compared, are left out and "
        "named."
    ),
    remedy="Publish for each figure the query, the period and what it leaves out.",
    parameters=[
        Parameter("points", 1, Unit.POINTS, "points a share may be off", OURS),
        Parameter("relative", 0.02, Unit.SHARE, "part other figures may be off", OURS),
        Parameter("times", 2, Unit.TIMES, "times as much that is partly met", OURS),
    ],
    sources=[
        bibliography.CSIA_ICSS,
        bibliography.CX_STANDARD,
        bibliography.OPENSSF_SCORECARD,
        bibliography.DBT_ZENDESK,
    ],
    examples=[
        Example(Outcome.MET, "The same share", _csat(80), evidence=FOUR_OF_FIVE),
        Example(Outcome.MET, "Within the interval", _csat(86.6), evidence=FOUR_OF_FIVE),
        Example(
            Outcome.PARTLY_MET, "Just above it", _csat(86.8), evidence=FOUR_OF_FIVE
        ),
        Example(
            Outcome.PARTLY_MET, "Just below it", _csat(71.0), evidence=FOUR_OF_FIVE
        ),
        Example(
            Outcome.NOT_MET,
            "More than twice as far off",
            _csat(93.5),
            contradicted=True,
            evidence=FOUR_OF_FIVE,
        ),
        Example(
            Outcome.NOT_MET,
            "A better figure than the data has, beside one that is right",
            metrics(_satisfied(80), _satisfied(95)),
            contradicted=True,
            evidence=FOUR_OF_FIVE,
        ),
        Example(
            Outcome.MET,
            "All tickets counted, one point off",
            _reopened(21),
            evidence=ONE_OF_FIVE,
        ),
        Example(
            Outcome.PARTLY_MET,
            "All tickets counted, two points off",
            _reopened(18),
            evidence=ONE_OF_FIVE,
        ),
        Example(
            Outcome.NOT_MET,
            "All tickets counted, more than two points off",
            _reopened(17.9),
            contradicted=True,
            evidence=ONE_OF_FIVE,
        ),
        Example(
            Outcome.MET,
            "A time that is 2 % off",
            _first_response(612),
            evidence=TEN_HOURS,
        ),
        Example(
            Outcome.PARTLY_MET,
            "A time that is 4 % off",
            _first_response(624),
            evidence=TEN_HOURS,
        ),
        Example(
            Outcome.NOT_MET,
            "A time that is more than 4 % off",
            _first_response(625),
            contradicted=True,
            evidence=TEN_HOURS,
        ),
        Example(
            Outcome.MET,
            "A time that rounds to what is declared",
            _first_response(3, unit="hours"),
            evidence=_answered_at(3, 20),
        ),
        Example(
            Outcome.NOT_MET,
            "A time that rounds to another hour",
            _first_response(3, unit="hours"),
            contradicted=True,
            evidence=_answered_at(3, 40),
        ),
        Example(
            Outcome.NOT_MET,
            "A mean answer that only rounds to the declared one",
            _csat(4, statistic="mean", unit="points"),
            contradicted=True,
            evidence={"surveys": (rows(90, responded_at=in_may(), csat=(4, 3, 4)),)},
        ),
        Example(
            Outcome.MET,
            "A mean of answers that agree, 2 % off",
            _csat(3.92, statistic="mean", unit="points"),
            evidence={"surveys": (rows(60, responded_at=in_may(), csat=4),)},
        ),
        Example(
            Outcome.MET,
            "Thirty answers",
            _csat(100),
            evidence={"surveys": (rows(30, responded_at=in_may(), csat=5),)},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "Twenty-nine answers",
            _csat(20),
            evidence={"surveys": (rows(29, responded_at=in_may(), csat=5),)},
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A value that tells of no period",
            _csat(20, period=None),
            evidence=FOUR_OF_FIVE,
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "A share in an unknown unit",
            _csat(0.8, unit="stars"),
            evidence=FOUR_OF_FIVE,
        ),
        Example(
            Outcome.NOT_ASSESSED,
            "No metric names its rows",
            _csat(80, evidence=None),
            evidence=FOUR_OF_FIVE,
        ),
        Example(Outcome.NOT_ASSESSED, "No tables are attached", _csat(80)),
    ],
)
def figures_are_reproduced(context: Context) -> Verdict:
    """A figure that nobody can compute again is an assertion.

    One measure has many formulas: which answers count, which clock, which tickets are
    left out. Where rows and figure disagree, decisions rest on a number that is not so.
    """
    if not context.evidence.tables:
        return unmeasured(message("No table of evidence is attached."))
    limits, found = context.parameters, claims(context)
    room = Room(limits["points"], limits["times"], limits["relative"])
    each, missing = judged(found, room), left_out(context, found)
    if not each:
        unnamed = message("No metric names the table and the measure it comes from.")
        answer = "evidence" if missing else "metrics.evidence"
        return Verdict(Outcome.NOT_ASSESSED, missing or unnamed, answered_by=(answer,))
    worst = max(each, key=lambda one: one.badness).outcome
    off = [one for one in each if one.outcome is not Outcome.MET]
    return Verdict(
        worst,
        sentences(in_words(each), missing),
        where=tuple(one.claim.metric.at("value") for one in off or each),
        contradicted=worst is Outcome.NOT_MET,
        measures=tuple(one.claim.measure for one in each),
        rooms={one.claim.metric.at("value"): room for one in each},
    )
