from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from auditor.cli.writing import check_writable, write_file
from auditor.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(params=[0o022, 0o077])
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    """Set the umask of the process, and what a new file then may have."""
    before = os.umask(request.param)
    yield 0o666 & ~request.param
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_has_the_usual_permissions(tmp_path: Path, umask: int) -> None:
    write_file(tmp_path / "new", b"content")
    assert mode(tmp_path / "new") == umask


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    private = tmp_path / "private"
    private.write_bytes(b"old")
    private.chmod(0o600)
    write_file(private, b"new")
    assert private.read_bytes() == b"new"
    assert mode(private) == 0o600


def test_no_other_file_is_left(tmp_path: Path) -> None:
    write_file(tmp_path / "file", b"content")
    check_writable(tmp_path / "other")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    link, target = tmp_path / "link", tmp_path / "target"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    nowhere.symlink_to(os.devnull)
    check_writable(nowhere)
    write_file(nowhere, b"content")
    assert Path(os.devnull).is_char_device()


def test_a_failure_says_why(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="file cannot be written: No such file"):
        write_file(tmp_path / "nowhere" / "file", b"content")


@pytest.mark.skipif(os.geteuid() == 0, reason="this user may write everything")
def test_a_write_protected_file_is_refused(tmp_path: Path) -> None:
    protected = tmp_path / "protected"
    protected.write_bytes(b"old")
    protected.chmod(0o400)
    with pytest.raises(OutputError, match="write-protected"):
        check_writable(protected)
