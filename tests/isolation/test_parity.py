"""A check says the same wherever it is judged."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor.auditing import evidence_of
from auditor.engine import audit
from auditor.evidence.limits import Limits as EvidenceLimits
from auditor.isolation import CHECK_LIMITS
from auditor.isolation.bench import Bench
from auditor.isolation.loading import isolated_plugin
from auditor.plugin.choosing import chosen_plugins
from auditor.plugin.collection import Plugins
from auditor.profile.reading import read_profile
from auditor.translation import Message
from tests.conftest import ROOT

if TYPE_CHECKING:
    from auditor.report import Report

AS_OF = date(2026, 11, 21)
PROFILE = "sample_audits/northlight_broadband/profile.yaml"


@pytest.fixture(scope="module")
def both() -> tuple[Report, Report]:
    """Return an audit as ever, and one with each of our plugins in its process."""
    points = chosen_plugins(["built-in"])
    here = Plugins.load(["built-in"])
    there = Plugins(tuple(isolated_plugin(p, Bench(p, CHECK_LIMITS)) for p in points))
    loaded = read_profile(ROOT / PROFILE)
    evidence = evidence_of(loaded, {}, here, AS_OF, EvidenceLimits())
    one, two = (
        audit(loaded, plugins, as_of=AS_OF, evidence=evidence)
        for plugins in (here, there)
    )
    return one, two


def test_every_finding_is_the_same(both: tuple[Report, Report]) -> None:
    here, there = both
    assert any(finding.measures for finding in here.findings)
    assert here.findings == there.findings
    assert here.score == there.score


def test_messages_keep_what_they_were_made_from(both: tuple[Report, Report]) -> None:
    here, there = both
    made = [(a, b) for a, b in zip(here.findings, there.findings, strict=True)]
    for one, two in made:
        assert isinstance(one.reason, Message) == isinstance(two.reason, Message)
        if isinstance(one.reason, Message) and isinstance(two.reason, Message):
            assert two.reason.template == one.reason.template
            assert dict(two.reason.values) == dict(one.reason.values)


def test_a_check_tells_all_about_itself_but_its_examples(
    both: tuple[Report, Report],
) -> None:
    here, there = both
    assert list(here.checks) == list(there.checks)
    for one, two in zip(here.checks.values(), there.checks.values(), strict=True):
        told = {f.name for f in fields(one)} - {"judge", "examples"}
        assert {k: getattr(one, k) for k in told} == {k: getattr(two, k) for k in told}
        assert [e.title for e in one.examples] == [e.title for e in two.examples]
