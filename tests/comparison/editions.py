"""Editions for tests: made of findings, scored as results are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from auditor.comparison import Edition, Maker
from auditor.finding import Severity
from auditor.rubric import SEVERITY_WEIGHTS, Rubric
from auditor.scoring import scorecard
from tests.findings import AREAS, finding, many

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from auditor.checks import Area
    from auditor.finding import Finding

__all__ = ["EARLIER", "LATER", "edition", "editions", "finding", "reworked"]

EARLIER, LATER = date(2025, 11, 21), date(2026, 11, 21)


def edition(
    findings: Iterable[Finding],
    *,
    areas: tuple[Area, ...] = AREAS,
    weights: Mapping[Severity, float] = SEVERITY_WEIGHTS,
    as_of: date = LATER,
    **others: Any,
) -> Edition:
    """Return an edition with these findings; `others` are further fields."""
    rubric = Rubric(
        severity_weights=weights,
        area_weights={area.id: area.weight for area in areas},
        main_areas=frozenset(area.id for area in areas),
    )
    card = scorecard(findings, areas, rubric)
    total = card.score.total
    fields: dict[str, Any] = {
        "organisation": "Northlight",
        "as_of": as_of,
        "version": "1.2.3",
        "makers": {one.check: Maker("ours", "1.2.3") for one in card.findings},
        "rubric_name": "Ours 1",
        "rubric_sha256": "ab" * 32,
        "profile_sha256": "cd" * 32,
        "tables": {},
        "figures": {},
        "severity_weights": weights,
        "areas": areas,
        "findings": tuple(sorted(card.findings, key=lambda one: one.check)),
        "score": card.score,
        "area_scores": card.areas,
        "stated": None if total is None else round(total, 6),
        "source": f"{as_of}.json",
    }
    return Edition(**fields | others)


def reworked(old: Edition, **changes: Any) -> Edition:
    """Return an edition with other fields, scored anew."""
    changed = replace(old, **changes)
    return edition(
        changed.findings,
        areas=changed.areas,
        weights=changed.severity_weights,
        **{
            name: getattr(changed, name)
            for name in (
                *("as_of", "version", "makers", "rubric_name", "rubric_sha256"),
                *("profile_sha256", "tables", "figures", "organisation"),
            )
        },
    )


@st.composite
def editions(draw: st.DrawFn) -> Edition:
    """Return any edition: weights, findings, digests and day as they come."""
    weight = st.floats(0, 40) | st.sampled_from([0.0, 20.0])
    areas = tuple(replace(area, weight=draw(weight)) for area in AREAS)
    findings = draw(many())
    measured = draw(st.lists(st.booleans(), min_size=25, max_size=25))
    value = st.none() | st.floats(0, 1)
    return edition(
        (
            replace(one, measures=("m",)) if has else one
            for one, has in zip(findings, measured, strict=False)
        ),
        areas=areas,
        weights={severity: draw(st.floats(0.5, 20)) for severity in Severity},
        as_of=draw(st.sampled_from([EARLIER, LATER])),
        version=draw(st.sampled_from(["1.2.3", "2.0.0"])),
        profile_sha256=draw(st.sampled_from(["", "aa", "bb"])),
        tables={"answers": draw(st.sampled_from(["", "cc", "dd"]))},
        figures={"m": ("answers", draw(value), 100)},
    )
