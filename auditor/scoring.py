"""How findings become a score. This text is the law; the code below only follows it.

*What a finding earns.* Met earns 1, partly met its share (one half where nothing can
be counted), not met 0. A finding weighs what its severity weighs; a contradicted
claim has been raised one severity before it comes here. Not applicable counts
nowhere. Not assessed and error count as unknown: never as met, never as not met.

*An area's score* is 100 times the weighted mean over its scored findings. An area in
which nothing is scored has no score.

*The total* is the mean of the areas that have a score, weighted by area. An area of
weight 0 stands beside the total.

*The range.* `low` is what the score would be if every unknown were not met, `high` if
every unknown were met; here every area counts in which anything applies. So
`low <= score <= high`.

*Assurance* is the share of applicable weight that was decided by artefact,
computation or cross-check: within an area by weight of findings, in total by weight
of areas. It is never blended into the score.

*Points lost.* A finding costs the points by which the total would rise were it met
and nothing else changed. They add up to 100 less the score.

*The level*, from 1 to 5, is indicative: it is the number of bounds (30, 50, 70, 85)
that the total reaches, plus one. A critical check that is not met bars 3 and above; a
main area below 50, or without a score, bars 4 and above; an assurance below 60 % bars
5; below 30 % the report calls itself a self-declared assessment and stops at 2.

*Waivers.* `with_waivers` is the total as it would be if accepted findings were met.
Everything else takes no notice of waivers.

Severity weights follow OpenSSF Scorecard. The gates follow the principle of the GSA's
maturity model, that each level rests on the one below. Bounds and minimums are ours.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import fsum
from typing import TYPE_CHECKING, Final

from auditor.finding import Finding, Outcome, Severity, Verification
from auditor.translation import Message, declared, message, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from auditor.checks import Area
    from auditor.rubric import Rubric

__all__ = ["AreaScore", "Gate", "Score", "Scorecard", "score", "scorecard"]

BOUNDS: Final = (30.0, 50.0, 70.0, 85.0)
"""Ours: totals from which the levels 2, 3, 4 and 5 begin."""
MAIN_AREA_MINIMUM: Final = 50.0
"""Ours: the score that every main area must have for level 4."""
SELF_DECLARED_BELOW: Final = 0.30
"""Ours: assurance below which an audit is a self-declared assessment."""
TOP_LEVEL_ASSURANCE: Final = 0.60
"""Ours: assurance that level 5 asks for."""
FULL: Final = 100.0


@dataclass(frozen=True, slots=True)
class AreaScore:
    """How one area stands; figures are None where nothing supports them."""

    id: str
    title: str
    weight: float
    """Its weight in the total."""
    main: bool
    """Whether the higher levels ask for a decent score in it."""
    score: float | None
    """From 0 to 100, over what could be assessed."""
    low: float | None
    """If every unknown were not met."""
    high: float | None
    """If every unknown were met."""
    assurance: float | None
    """Share of applicable weight decided by more than a declaration, 0 to 1."""
    assessed: int
    """Number of findings that are scored."""
    applicable: int
    """Number of findings that apply, whether or not they could be assessed."""


@dataclass(frozen=True, slots=True)
class Gate:
    """Why the level is not higher than it is."""

    level: int
    """The highest level that it lets through."""
    reason: str
    """A sentence."""


@dataclass(frozen=True, slots=True)
class Score:
    """How the organisation stands in all; figures are None where nothing is known."""

    total: float | None
    low: float | None
    high: float | None
    assurance: float | None
    level: int | None
    """From 1 to 5; indicative."""
    self_declared: bool
    """Whether too little rests on more than a declaration."""
    with_waivers: float | None
    """The total if accepted findings were met."""
    gates: tuple[Gate, ...] = ()
    """What holds the level down, lowest first."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The score in all, by area and by finding."""

    score: Score
    areas: tuple[AreaScore, ...]
    findings: tuple[Finding, ...]
    """The findings as they came, each with the points that it costs."""


def scorecard(
    findings: Iterable[Finding], areas: Iterable[Area], rubric: Rubric
) -> Scorecard:
    """Score findings by a rubric; the order of neither matters."""
    findings = tuple(findings)
    scored = tuple(_area_score(area, findings, rubric) for area in areas)
    costs = _costs(findings, scored, rubric)
    costed = zip(findings, costs, strict=True)
    return Scorecard(
        _score(findings, scored, costs),
        scored,
        tuple(replace(finding, points_lost=cost) for finding, cost in costed),
    )


def score(findings: Iterable[Finding], areas: Iterable[Area], rubric: Rubric) -> Score:
    """Return the score in all, as `scorecard` does, for those who need no more."""
    findings = tuple(findings)
    scored = tuple(_area_score(area, findings, rubric) for area in areas)
    return _score(findings, scored, _costs(findings, scored, rubric))


def _score(
    findings: Sequence[Finding], areas: Sequence[AreaScore], costs: Sequence[float]
) -> Score:
    total = _weighted(areas, "score")
    assurance = _weighted(areas, "assurance")
    gates = _gates(findings, areas, assurance)
    regained = fsum(cost for f, cost in zip(findings, costs, strict=True) if _waived(f))
    return Score(
        total=total,
        low=_weighted(areas, "low"),
        high=_weighted(areas, "high"),
        assurance=assurance,
        level=_level(total, gates),
        self_declared=assurance is not None and assurance < SELF_DECLARED_BELOW,
        with_waivers=None if total is None else min(total + regained, FULL),
        gates=gates,
    )


def _unknown(finding: Finding) -> bool:
    return finding.outcome in {Outcome.NOT_ASSESSED, Outcome.ERROR}


def _waived(finding: Finding) -> bool:
    return finding.waiver is not None and finding.waiver.counts


def _area_score(area: Area, findings: Sequence[Finding], rubric: Rubric) -> AreaScore:
    """Score one area; see the law above."""
    weights = rubric.severity_weights
    mine = [finding for finding in findings if finding.area == area.id]
    scored = [finding for finding in mine if finding.scored]
    unknown = [finding for finding in mine if _unknown(finding)]
    known_weight = fsum(weights[finding.severity] for finding in scored)
    open_weight = fsum(weights[finding.severity] for finding in unknown)
    applicable = known_weight + open_weight
    earned = fsum(weights[f.severity] * f.earned for f in scored)
    assured = fsum(
        weights[finding.severity]
        for finding in scored
        if finding.verified_by is not Verification.DECLARED
    )
    return AreaScore(
        id=area.id,
        title=area.title,
        weight=rubric.area_weights.get(area.id, area.weight),
        main=area.id in rubric.main_areas,
        score=_share(earned, known_weight, FULL),
        low=_share(earned, applicable, FULL),
        high=_share(earned + open_weight, applicable, FULL),
        assurance=_share(assured, applicable),
        assessed=len(scored),
        applicable=len(scored) + len(unknown),
    )


def _share(part: float, whole: float, scale: float = 1.0) -> float | None:
    """Return `part` of `whole`, or None where there is no whole."""
    return min(scale * part / whole, scale) if whole > 0 else None


def _weighted(areas: Iterable[AreaScore], figure: str) -> float | None:
    """Return the mean of a figure over the areas that have it, by weight."""
    pairs = [
        (area.weight, value)
        for area in areas
        if (value := getattr(area, figure)) is not None
    ]
    whole = fsum(weight for weight, _ in pairs)
    return fsum(weight * value for weight, value in pairs) / whole if whole else None


def _costs(
    findings: Iterable[Finding], areas: Iterable[AreaScore], rubric: Rubric
) -> list[float]:
    """Return the points that each finding costs, in the order of the findings."""
    findings = tuple(findings)
    weights = rubric.severity_weights
    within: Mapping[str, float] = {
        area.id: fsum(
            weights[f.severity] for f in findings if f.area == area.id and f.scored
        )
        for area in areas
    }
    counted = {area.id: area.weight for area in areas if area.score is not None}
    whole = fsum(counted.values())

    def cost(finding: Finding) -> float:
        if not (finding.scored and whole and within.get(finding.area)):
            return 0.0
        part = weights[finding.severity] / within[finding.area]
        return FULL * counted[finding.area] / whole * part * (1 - finding.earned)

    return [cost(finding) for finding in findings]


def _gates(
    findings: Iterable[Finding], areas: Iterable[AreaScore], assurance: float | None
) -> tuple[Gate, ...]:
    """Return what bars the higher levels, lowest bar first."""
    gates = []
    if assurance is not None and assurance < SELF_DECLARED_BELOW:
        gates.append(Gate(2, _records_decide_less_than(SELF_DECLARED_BELOW)))
    failed = sorted(
        finding.check
        for finding in findings
        if finding.severity is Severity.CRITICAL and finding.outcome is Outcome.NOT_MET
    )
    if failed:
        named = message("Not met, though critical: {checks}.", checks=", ".join(failed))
        gates.append(Gate(2, named))
    weak = [
        declared(area.title)
        if area.score is not None
        else message("{area} (no score)", area=declared(area.title))
        for area in areas
        if area.main and (area.score is None or area.score < MAIN_AREA_MINIMUM)
    ]
    if weak:
        short = message(
            "Every main area needs {points:g} points. Short of it: {areas}.",
            points=MAIN_AREA_MINIMUM,
            areas=sentences(*weak, between=", "),
        )
        gates.append(Gate(3, short))
    if assurance is not None and assurance < TOP_LEVEL_ASSURANCE:
        gates.append(Gate(4, _records_decide_less_than(TOP_LEVEL_ASSURANCE)))
    return tuple(gates)


def _records_decide_less_than(share: float) -> Message:
    return message(
        "Records decide less than {share:.0f} % of the weight.", share=100 * share
    )


def _level(total: float | None, gates: Iterable[Gate]) -> int | None:
    """Return the level, from 1 to 5, or None without a total."""
    if total is None:
        return None
    reached = 1 + sum(total >= bound for bound in BOUNDS)
    return min((reached, *(gate.level for gate in gates)))
