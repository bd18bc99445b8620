"""Our own checks keep every promise of the kit, and what ours owe besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.finding import Outcome
from auditor.plugin.collection import Plugins
from auditor.testing import assert_kept, assert_translated, judged, label, promised

if TYPE_CHECKING:
    from auditor.checks import Check
    from auditor.plugin.loading import Plugin
    from auditor.testing import Promise

PLUGINS = [plugin for plugin in Plugins.load().installed if plugin.package == "cxaudit"]
CHECKS = [check for plugin in PLUGINS for check in plugin.checks]
IDS = [check.id for check in CHECKS]


@pytest.mark.parametrize(("check", "promise"), promised(CHECKS), ids=label)
def test_promise(check: Check, promise: Promise) -> None:
    assert_kept(check, promise)


@pytest.mark.parametrize("plugin", PLUGINS, ids=[each.name for each in PLUGINS])
def test_languages_are_complete(plugin: Plugin) -> None:
    assert_translated(plugin.module)


@pytest.mark.parametrize("check", CHECKS, ids=IDS)
def test_the_exemplary_profile_meets_the_check(check: Check) -> None:
    verdict = judged(check)
    unasked = check.tables or verdict.answered_by == ("evidence",)
    unknown = unasked and verdict.outcome is Outcome.NOT_ASSESSED
    assert unknown or verdict.outcome is Outcome.MET, verdict.reason


CATALOGUE = {
    "DP": 12,
    "JC": 16,
    "MB": 16,
    "OW": 12,
    "FL": 17,
    "SQ": 6,
    "CH": 4,
    "EE": 3,
    "CU": 3,
    "PR": 2,
    "TE": 2,
    "BC": 3,
    "DQ": 4,
}
"""How many ids the catalogue of 100 gives to each theme; none is used otherwise."""


def test_every_id_is_the_catalogue_s() -> None:
    hundred = {
        f"{theme}{number:03}"
        for theme, last in CATALOGUE.items()
        for number in range(1, last + 1)
    }
    assert len(hundred) == 100
    assert set(IDS) == hundred
