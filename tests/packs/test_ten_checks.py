"""Ten of our own checks as a pack say what the Python ones say."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.checks import Context
from auditor.evidence_gathering import measured_evidence
from auditor.grading import PERIOD, months_before
from auditor.packs import load
from auditor.plugin.collection import Plugins
from auditor.profile.reading import read_profile
from auditor.testing import EXEMPLARY_DATE, context_with, examples, profile_with

if TYPE_CHECKING:
    from auditor.checks import Check
    from auditor.evidence import Evidence
    from auditor.example import Example
    from auditor.profile.reading import LoadedProfile

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_audits"
AS_OF = date(2026, 11, 21)
PACK = {
    check.id: check
    for check in load(Path(__file__).with_name("ten_checks.yaml")).checks
}
PYTHON = Plugins.load().checks
PROFILES = sorted(
    [
        *SAMPLES.glob("*/profile.yaml"),
        *SAMPLES.glob("*/profile"),
        *(SAMPLES / "macaranas_examples").glob("*.yaml"),
    ]
)
each_check = pytest.mark.parametrize("id_", PACK)


@cache
def sample(path: Path) -> tuple[LoadedProfile, Evidence]:
    loaded, since = read_profile(path), months_before(AS_OF, PERIOD)
    return loaded, measured_evidence(loaded, as_of=AS_OF, since=since)


def test_there_are_ten() -> None:
    assert len(PACK) == 10


@each_check
def test_what_is_said_of_the_check_is_the_same(id_: str) -> None:
    for name in (
        "title",
        "severity",
        "effort",
        "verification",
        "needs",
        "tables",
        "remedy",
        "sources",
        "parameters",
        "speaks_to",
    ):
        assert getattr(PACK[id_], name) == getattr(PYTHON[id_], name), name
    assert PACK[id_].why.split() == PYTHON[id_].why.split()
    assert PACK[id_].explain() == PYTHON[id_].explain()


@pytest.mark.parametrize(
    ("check", "example"),
    examples(PYTHON[id_] for id_ in PACK),
    ids=[f"{c.id}-{e.title}" for c, e in examples(PYTHON[id_] for id_ in PACK)],
)
def test_examples_get_the_same_verdict(check: Check, example: Example) -> None:
    context = context_with(check, example.patch, evidence=example.evidence)
    assert PACK[check.id].assess(context) == check.assess(context)


@each_check
@pytest.mark.parametrize(
    "path", PROFILES, ids=lambda path: str(path.relative_to(SAMPLES))
)
def test_samples_get_the_same_verdict(id_: str, path: Path) -> None:
    loaded, evidence = sample(path)
    parameters = PYTHON[id_].defaults()
    context = Context(loaded.profile, AS_OF, parameters, evidence)
    assert PACK[id_].assess(context) == PYTHON[id_].assess(context)


names = st.sampled_from(["Clear", "Kind {braces}", "Fast", 'A "quoted" one'])
days = st.sampled_from(
    [
        "2026-06-30",
        "2025-06-30",
        "2025-06-29",
        "2024-06-30",
        "2024-06-29",
        "2026-07",
        "2026-06",
    ]
)
owners = st.sampled_from(["cx", "sales", "everyone", "all-departments", "nobody-knows"])


def part(**optional: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return a part of a profile, any of whose fields may not be stated."""
    return st.fixed_dictionaries({}, optional=optional)


def numbered(parts: list[dict[str, Any]], prefix: str) -> list[dict[str, Any]]:
    return [
        {"id": f"{prefix}-{n}", "name": "One", **one} for n, one in enumerate(parts)
    ]


def identified(parts: list[dict[str, Any]], prefix: str) -> list[dict[str, Any]]:
    return [{"id": f"{prefix}-{number}", **one} for number, one in enumerate(parts)]


principles = st.lists(
    part(
        name=names,
        rank=st.integers(1, 3),
        tests=st.lists(st.just("Is it clear?"), max_size=2),
    ),
    max_size=5,
).map(lambda parts: numbered(parts, "p"))


@st.composite
def journeys(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Return journeys with stages and touchpoints."""
    found = draw(st.lists(part(owner=owners, reviewed=days), max_size=3))
    made = numbered(found, "j")
    for number, journey in enumerate(made):
        contacts = draw(st.lists(part(name=names, owner=owners), max_size=4))
        touchpoints = numbered(contacts, f"t-{number}")
        stage = {"id": f"s-{number}", "name": "A stage", "touchpoints": touchpoints}
        journey["stages"] = [stage] if contacts else []
    return made


levels = st.sampled_from(["interaction", "journey", "relationship", "competitive"])
sources = st.lists(part(level=levels, kind=st.just("survey")), max_size=5)
contacts = st.lists(
    part(trigger=st.just("A delay"), stage=st.sampled_from(["use", "loyalty"])),
    max_size=5,
)
profiles = part(
    principles=st.none() | principles,
    principle_tie_break=st.none() | st.just("Customers first."),
    journeys=st.none() | journeys(),
    departments=st.none(),
    governance=part(board_reports_per_year=st.none() | st.integers(0, 6)),
    feedback=part(
        sources=st.none() | sources.map(lambda parts: identified(parts, "f")),
        complaints=st.none()
        | st.just(value=False)
        | part(handling_satisfaction_asked=st.booleans()),
    ),
    strategy=part(
        proactive=st.none() | contacts.map(lambda parts: identified(parts, "c"))
    ),
)


@given(patch=profiles)
@settings(max_examples=settings().max_examples // 2)
def test_generated_profiles_get_the_same_verdict(patch: dict[str, Any]) -> None:
    profile = profile_with(patch)
    for id_, check in PACK.items():
        context = Context(profile, EXEMPLARY_DATE, PYTHON[id_].defaults())
        assert check.assess(context) == PYTHON[id_].assess(context)


@given(patch=profiles, met=st.floats(0, 1), partly=st.floats(0, 1))
@settings(max_examples=settings().max_examples // 3)
def test_a_rubric_moves_both_alike(
    patch: dict[str, Any], met: float, partly: float
) -> None:
    profile = profile_with(patch)
    for id_ in ("DP005", "OW007"):
        limits = {"met": met, "partly": partly}
        context = Context(profile, EXEMPLARY_DATE, limits)
        assert PACK[id_].assess(context) == PYTHON[id_].assess(context)
