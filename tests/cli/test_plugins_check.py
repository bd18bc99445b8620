"""`cxaudit plugins check`: a report card for people and for programs."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from auditor.testing import PROMISES
from tests.distributions import install, plugin_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from click.testing import Result

    from tests.cli.conftest import Process


@pytest.mark.parametrize("name", ["cxaudit", "design_principles"])
def test_our_own_check_keeps_every_promise(
    cxaudit: Callable[..., Result], name: str
) -> None:
    ended = cxaudit("plugins", "check", name, "--check", "dp005", "--format", "json")
    assert ended.exit_code == 0, ended.stderr
    card = json.loads(ended.stdout)
    assert card["package"] == "cxaudit"
    assert card["checks"] == ["DP005"]
    assert card["kept"] is True
    names = [promise["name"] for promise in card["promises"]]
    assert names == [*(promise.name for promise in PROMISES), "translations"]
    tried = {promise["name"]: promise["tried"] for promise in card["promises"]}
    assert all(tried[promise.name] for promise in PROMISES)


def test_a_card_for_people_ends_with_the_result(cxaudit: Callable[..., Result]) -> None:
    ended = cxaudit("plugins", "check", "auditor-design-principles", "--check", "DP001")
    assert ended.exit_code == 0
    assert ended.stdout.splitlines()[0].endswith(": DP001")
    assert "It touches no clock" in ended.stdout
    assert ended.stdout.endswith("\nEvery promise is kept.\n")


def test_a_card_for_people_says_where_there_was_nothing_to_try(
    cxaudit: Callable[..., Result],
) -> None:
    both = "DP001,DP004"
    ended = cxaudit("plugins", "check", "design_principles", "--check", both)
    assert ended.exit_code == 0
    kept = {line.partition(" ")[0]: line for line in ended.stdout.splitlines()}
    assert "  yes  " in kept["purity"]
    assert "  by 1 of 2  " in kept["monotonicity"]
    assert (
        "\nmonotonicity: nothing to try on DP004. It takes two examples "
        in ended.stdout
    )
    assert ended.stdout.endswith(
        "\nEvery promise is kept where there was something to try.\n"
    )
    ended = cxaudit("plugins", "check", "design_principles", "--check", "DP004")
    assert re.search(r"^monotonicity +untried +0 ", ended.stdout, re.MULTILINE)


def test_a_broken_promise_is_told_and_exits_with_1(
    process: Process, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    site.mkdir()
    install(site, "hotel", plugin_of(id_="HO001"))
    ended = process("plugins", "check", "auditor-hotel")
    assert ended.returncode == 1, ended.stderr
    assert ended.stdout.startswith("auditor-hotel 1.2.3: HO001\n")
    assert "HO001 breaks examples:\n  - “None” promises not met, and" in ended.stdout
    assert "HO001 breaks messages:" in ended.stdout
    told = process("plugins", "check", "auditor-hotel", "--format", "json")
    assert told.returncode == 1
    card = json.loads(told.stdout)
    broken = {each["name"] for each in card["promises"] if each["broken"]}
    assert broken == {"examples", "silence", "messages"}


def test_names_that_are_not_there_are_refused_with_the_nearest(
    cxaudit: Callable[..., Result],
) -> None:
    ended = cxaudit("plugins", "check", "fundations")
    assert ended.exit_code == 2
    assert "There is no plugin 'fundations'." in ended.stderr
    ended = cxaudit("plugins", "check", "foundations", "--check", "DP001")
    assert ended.exit_code == 2
    assert "There is no check of this package 'DP001'." in ended.stderr


def test_a_plugin_that_cannot_be_loaded_cannot_be_tried(
    process: Process, install: Callable[[str, str], None]
) -> None:
    install("broken_one", "raise RuntimeError('no licence')")
    ended = process("plugins", "check", "broken_one")
    assert ended.returncode == 2
    assert "cannot be tried: RuntimeError: no licence" in ended.stderr
