"""A process that ends is replaced, so far as that is worth it."""

from __future__ import annotations

import os
from datetime import date
from typing import TYPE_CHECKING

from auditor.engine import audit
from auditor.isolation import isolated_plugins
from auditor.isolation.bench import FORGIVEN
from auditor.profile.reading import load_profile_value
from tests.distributions import install

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from auditor.finding import Finding

PLUGIN = """
import os
from auditor import (
    Area, Effort, Example, Outcome, Severity, Verdict, Verification, bibliography,
    check, hookimpl,
)

BROKEN = {broken}
ASKED = []

def made(number):
    def judge(context):
        '''A greeting costs nothing.'''
        ASKED.append(number)
        if number in BROKEN:
            os._exit(9)
        return Verdict(Outcome.MET, f"Asked {{len(ASKED)}} in {{os.getpid()}}.")

    return check(
        f"HO{{number:03}}",
        title="Guests are greeted",
        severity=Severity.LOW,
        effort=Effort.SMALL,
        verification=Verification.DECLARED,
        logic="Always met.",
        remedy="Greet guests.",
        sources=[bibliography.BROWN],
        examples=[Example(Outcome.MET, "Any"), Example(Outcome.NOT_MET, "None")],
    )(judge)

@hookimpl
def auditor_checks():
    return [Area("inn", "Inn", "Guests.", 10, tuple(map(made, range(1, 8))))]
"""


def audited(
    site: Path, monkeypatch: pytest.MonkeyPatch, *broken: int
) -> tuple[Finding, ...]:
    install(site, "inn", PLUGIN.format(broken=set(broken)))
    monkeypatch.syspath_prepend(str(site))
    plugins = isolated_plugins(["inn"])
    profile = load_profile_value({"organisation": {"name": "Harbour Bank"}})
    return audit(profile, plugins, as_of=date(2026, 11, 21)).findings


def test_one_process_judges_all_checks_of_a_plugin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = audited(tmp_path, monkeypatch)
    said = [finding.reason for finding in findings]
    _, _, process = said[0].rpartition(" ")
    assert said == [f"Asked {n} in {process}" for n in range(1, 8)]
    assert process != f"{os.getpid()}."


def test_a_check_that_ends_it_costs_no_other_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = audited(tmp_path, monkeypatch, 1, 4)
    assert [finding.outcome.value for finding in findings] == [
        *("error", "met", "met"),
        *("error", "met", "met", "met"),
    ]
    assert findings[1].reason.startswith("Asked 1 in ")


def test_who_ends_too_many_is_asked_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = audited(tmp_path, monkeypatch, 2, 3, 4)
    assert FORGIVEN == 2
    assert [finding.outcome.value for finding in findings] == ["met", *["error"] * 6]
    assert findings[3].reason.endswith("Its process ended by itself (code 9).")
    assert findings[4].reason.endswith("Its plugin ended too many processes before.")
