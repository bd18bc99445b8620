"""The documents that are generated say what the program does."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditor.catalogue import catalogue, explained
from auditor.plugin.collection import Plugins

if TYPE_CHECKING:
    from collections.abc import Callable

DOCS = Path(__file__).parents[1] / "docs"
BUILT_IN = tuple(
    plugin for plugin in Plugins.load().installed if plugin.package == "cxaudit"
)


def test_the_catalogue_of_checks_is_current(
    golden: Callable[[Path, bytes], None],
) -> None:
    golden(DOCS / "checks.md", catalogue(Plugins(BUILT_IN).areas).encode())


@pytest.mark.parametrize("check", Plugins(BUILT_IN).checks.values(), ids=lambda c: c.id)
def test_every_check_explains_itself_in_full(check: object) -> None:
    text = explained(check)  # type: ignore[arg-type] # pytest types parameters as object
    for heading in ("How it is judged", "How to meet it", "Examples", "Sources"):
        assert f"## {heading}" in text
    assert "{" not in text


def test_every_decision_record_is_listed_in_order() -> None:
    records = sorted((DOCS / "decisions").glob("[0-9]*.md"))
    index = (DOCS / "decisions" / "README.md").read_text(encoding="utf-8")
    listed = [
        line.split("](")[1].rstrip(")") for line in index.splitlines() if "](" in line
    ]
    assert [path.name for path in records] == [name.split(")")[0] for name in listed]
