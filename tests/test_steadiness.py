"""What fails on one machine fails on all: a property has the same examples on each."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from pathlib import Path


def tried() -> list[int]:
    """Return the examples on which a property is tried."""
    seen: list[int] = []

    @given(st.integers())
    def any_property(number: int) -> None:
        seen.append(number)

    any_property()
    return seen


@pytest.mark.skipif(
    not settings().derandomize, reason="a search looks elsewhere each time"
)
def test_what_else_is_imported_changes_no_example(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tried()
    source = tmp_path / "another.py"
    source.write_text("SEVENS = [77777, 7777777, 777777777]", "utf-8")
    spec = spec_from_file_location("another", source)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "another", module)
    spec.loader.exec_module(module)
    assert tried() == before
