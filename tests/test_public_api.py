"""The facade: what plugin authors and programs may rely on."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import auditor

SOURCE = ast.parse(Path(auditor.__file__).read_text(encoding="utf-8"))


def test_all_is_complete() -> None:
    promised = {
        alias.name
        for node in ast.walk(SOURCE)
        if isinstance(node, ast.ImportFrom)
        and (node.module or "").startswith("auditor.")
        for alias in node.names
    }
    assert set(auditor.__all__) == promised


@pytest.mark.parametrize("name", auditor.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    value = getattr(auditor, name)
    if not isinstance(value, str):
        assert (value.__doc__ or "").strip()


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = auditor.no_such_name


def test_a_name_means_the_same_whatever_was_imported_before() -> None:
    program = (
        "import auditor.checks, auditor.profile, auditor.finding, auditor.grading\n"
        "from auditor import check, Check, tally\n"
        "assert callable(check) and callable(tally), (check, tally)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_importing_the_facade_imports_nothing_else() -> None:
    program = (
        "import sys, auditor\n"
        "heavy = {'pydantic', 'jinja2', 'weasyprint', 'click', 'yaml', 'rich'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
