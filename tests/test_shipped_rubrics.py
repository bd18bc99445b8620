"""The rubrics that come with cxaudit: usable, and each departure founded."""

from __future__ import annotations

import re

import pytest

from auditor.bibliography import OURS
from auditor.plugin.collection import Plugins
from auditor.rubric import Rubric
from auditor.rubric_file import InstalledRubric, installed_rubrics, rubric_called
from auditor.rubric_file.lint import lint
from auditor.rubric_file.reasons import departures, reason_for, works_known
from auditor.rubric_file.rubrics_page import rubrics_page

AREAS = Plugins.load().areas
SECTORS = [rubric for rubric in installed_rubrics() if rubric.overlay]
NAMES = [
    *("financial_services", "healthcare", "payment_services"),
    *("public_services", "retail", "software_as_a_service"),
]


def sector(rubric: InstalledRubric) -> str:
    return rubric.name


def test_the_sectors_are_there_after_the_built_in_rubric() -> None:
    assert [rubric.name for rubric in installed_rubrics()] == ["cxaudit", *NAMES]


@pytest.mark.parametrize("rubric", SECTORS, ids=sector)
def test_a_sector_can_be_asked_for_by_name_and_is_looked_over(
    rubric: InstalledRubric,
) -> None:
    chosen = rubric_called(rubric.name, (), AREAS)
    assert (chosen.name, chosen.version) == (rubric.title, rubric.version)
    assert chosen.digest() != Rubric.built_in(AREAS).digest()
    assert rubric.summary
    assert rubric.overlay
    assert lint(rubric.overlay, AREAS) == ()


@pytest.mark.parametrize("rubric", SECTORS, ids=sector)
def test_every_departure_of_a_sector_says_whose_it_is_and_why(
    rubric: InstalledRubric,
) -> None:
    assert rubric.overlay
    set_ = [*departures(rubric.overlay.said, rubric.overlay.document)]
    assert set_
    for keys in set_:
        reason = reason_for(rubric.overlay.said, keys)
        assert reason, keys
        assert reason.because, keys
        assert re.fullmatch(r"[A-Z0-9].*\.", reason.because), keys
        works = rubric.overlay.said.works or {}
        assert reason.source in {OURS, *works_known(rubric.overlay.said)}, keys
        if reason.source in works:
            assert works[reason.source].address


@pytest.mark.parametrize("rubric", SECTORS, ids=sector)
def test_our_own_judgement_sets_no_figure_in_a_sector(rubric: InstalledRubric) -> None:
    assert rubric.overlay
    for keys in departures(rubric.overlay.said, rubric.overlay.document):
        reason = reason_for(rubric.overlay.said, keys)
        if reason and reason.source == OURS:
            assert keys[0] == "ignore" or keys[-1] == "severity", keys


def test_the_clocks_of_financial_services_are_the_regulators() -> None:
    whole = rubric_called("financial_services", (), AREAS).limits
    payments = rubric_called("payment-services", (), AREAS).limits
    assert whole.resolve_days == 8 * 7
    assert payments.resolve_days == 15 / 5 * 7


def test_the_page_of_rubrics_names_every_departure_once() -> None:
    page = rubrics_page(AREAS)
    rows = re.findall(r"^\| (?!what|-)", page, re.MULTILINE)
    overlays = [rubric.overlay for rubric in SECTORS if rubric.overlay]
    set_ = [keys for one in overlays for keys in departures(one.said, one.document)]
    assert len(rows) == len(set_)
    for name in NAMES:
        assert f"`--rubric {name}`" in page
