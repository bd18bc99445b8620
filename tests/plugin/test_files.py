"""The digest of a plugin's files."""

from __future__ import annotations

import shutil
import subprocess
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from auditor.plugin.files import digest_of, files_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "here" / "auditor_inn"
    (folder / "rooms").mkdir(parents=True)
    (folder / "__init__.py").write_text("one")
    (folder / "rooms" / "__init__.py").write_text("")
    (folder / "rooms" / "door.yaml").write_text("two")
    (folder / "é .txt").write_text("three")
    return folder


def test_the_digest_does_not_depend_on_the_place(package: Path, tmp_path: Path) -> None:
    copy = tmp_path / "elsewhere" / "deeper" / "auditor_inn"
    shutil.copytree(package, copy)
    assert digest_of(copy) == digest_of(package)


def test_the_digest_does_not_depend_on_who_imported_what(package: Path) -> None:
    before = digest_of(package)
    for folder in (package, package / "rooms"):
        (folder / "__pycache__").mkdir()
        (folder / "__pycache__" / "x.cpython-311.pyc").write_bytes(b"compiled")
    assert digest_of(package) == before


@pytest.mark.parametrize("change", ["content", "name", "more", "less", "moved"])
def test_any_change_of_a_file_changes_the_digest(package: Path, change: str) -> None:
    before = digest_of(package)
    match change:
        case "content":
            (package / "__init__.py").write_text("One")
        case "name":
            (package / "é .txt").rename(package / "e.txt")
        case "more":
            (package / "empty").touch()
        case "less":
            (package / "rooms" / "__init__.py").unlink()
        case _:
            (package / "rooms" / "door.yaml").rename(package / "door.yaml")
    assert digest_of(package) != before


def test_the_digest_can_be_computed_with_common_tools(package: Path) -> None:
    tool, root = shutil.which("sha256sum"), package.parent
    if tool is None:
        pytest.skip("needs sha256sum")
    files = [path for path in package.rglob("*") if path.is_file()]
    names = sorted((str(path.relative_to(root)) for path in files), key=str.encode)
    told = subprocess.run([tool, *names], cwd=root, capture_output=True, check=True)
    listed = told.stdout
    assert sha256(listed).hexdigest() == digest_of(package)


def test_files_are_found_without_importing_anything(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (package / "__init__.py").write_text("raise RuntimeError")
    (package / "hooks.py").touch()
    monkeypatch.syspath_prepend(str(package.parent))
    whole = files_of("auditor_inn")
    assert whole == ("auditor_inn", package, package / "__init__.py")
    hooks = files_of("auditor_inn.hooks")
    assert hooks == ("auditor_inn", package, package / "hooks.py")
    rooms = files_of("auditor_inn.rooms")
    assert rooms == ("auditor_inn", package, package / "rooms" / "__init__.py")
    assert files_of("no_such_package") is None


def test_of_a_namespace_only_the_package_of_the_plugin_counts(
    package: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(package.parents[1]))
    (package / "hooks.py").touch()
    inn = files_of("here.auditor_inn")
    assert inn == ("here.auditor_inn", package, package / "__init__.py")
    hooks = files_of("here.auditor_inn.hooks")
    assert hooks == ("here.auditor_inn", package, package / "hooks.py")
    assert files_of("here") is None
    assert files_of("here.nothing") is None


def test_a_plugin_of_one_file_has_a_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "auditor_of_one_file.py"
    path.write_text("x = 1")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert files_of("auditor_of_one_file") == ("", path, path)
    line = f"{sha256(b'x = 1').hexdigest()}  auditor_of_one_file.py\n"
    assert digest_of(path) == sha256(line.encode()).hexdigest()
