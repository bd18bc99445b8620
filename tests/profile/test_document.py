from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from auditor.errors import InputError
from auditor.profile.document import Document, read_document
from auditor.profile.folder import MOST_FILES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECTIONS = ("organisation", "journeys", "metrics")


def read(path: Path) -> Document:
    return read_document(path, SECTIONS)


def problems(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read(path)
    return str(caught.value)


@pytest.mark.parametrize("name", ["p.yaml", "p.yml", "p.json", "P.YAML"])
def test_file_is_read_by_its_suffix(write: Callable[..., Path], name: str) -> None:
    path = write('{"a": {"b": 1}}', name)
    document = read(path)
    assert document.value == {"a": {"b": 1}}
    assert str(document.locate("/a/b")) == f"{path}:1:13"


def test_digest_of_a_file_is_that_of_its_bytes(write: Callable[..., Path]) -> None:
    content = b"\xef\xbb\xbfa: 1\r\n"
    expected = hashlib.sha256(content).hexdigest()
    assert read(write(content)).sha256 == expected


def test_schema_named_for_editors_is_no_content(write: Callable[..., Path]) -> None:
    path = write('{"$schema": "https://example.org/s.json", "a": 1}', "p.json")
    assert read(path).value == {"a": 1}


@pytest.mark.parametrize(
    ("content", "message"),
    [("- a", "Found a list"), ("words", "Found the text 'words'"), ("~", "nothing")],
)
def test_file_has_to_be_a_group_of_keys(
    write: Callable[..., Path], content: str, message: str
) -> None:
    assert message in problems(write(content))


def test_missing_file_is_named(tmp_path: Path) -> None:
    assert "does not exist. Check the spelling" in problems(tmp_path / "none.yaml")


def test_other_suffix_is_answered_with_the_known_ones(
    write: Callable[..., Path],
) -> None:
    assert ".yaml, .yml, .json" in problems(write("a: 1", "profile.txt"))


def test_folder_is_read_section_by_section(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    write("organisation: {name: x}", "profile.yaml")
    write("- {id: m}", "metrics.yaml")
    write("{id: one}", "journeys/a.yaml")
    write("[{id: two}, {id: three}]", "journeys/b.yml")
    write('{"journeys": [{"id": "four"}]}', "journeys/c.json")
    document = read(tmp_path)
    assert document.value == {
        "organisation": {"name": "x"},
        "metrics": [{"id": "m"}],
        "journeys": [{"id": "one"}, {"id": "two"}, {"id": "three"}, {"id": "four"}],
    }
    places = {
        "/organisation/name": "profile.yaml:1:22",
        "/metrics/0/id": "metrics.yaml:1:8",
        "/journeys/2/id": "journeys/b.yml:1:18",
        "/journeys/3/id": "journeys/c.json:1:22",
    }
    for pointer, place in places.items():
        assert str(document.locate(pointer)) == f"{tmp_path}/{place}"


def test_digest_of_a_folder_covers_names_and_contents(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    write("[]", "metrics.yaml")
    digests = {read(tmp_path).sha256}
    write("[1]", "metrics.yaml")
    digests.add(read(tmp_path).sha256)
    (tmp_path / "metrics.yaml").rename(tmp_path / "metrics.yml")
    digests.add(read(tmp_path).sha256)
    write("not read", "notes.txt")
    digests.add(read(tmp_path).sha256)
    assert len(digests) == 3


@pytest.mark.parametrize("other", ["metrics.json", "metrics/m.yaml", "profile.yaml"])
def test_section_in_two_places_names_both(
    write: Callable[..., Path], tmp_path: Path, other: str
) -> None:
    write("metrics: []", "metrics.yaml")
    write('{"metrics": [1]}', other)
    found = problems(tmp_path)
    assert "The section 'metrics' also stands in" in found
    assert str(tmp_path / "metrics.yaml") in found
    assert str(tmp_path / other) in found


def test_problems_of_all_files_are_told_at_once(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    write("a: [", "metrics.yaml")
    write("a: 1\na: 2", "journeys/one.yaml")
    write("{}", "metrix.yaml")
    found = problems(tmp_path).splitlines()
    assert len(found) == 3
    assert "Is it metrics.yaml?" in found[2]


def test_what_is_not_read_is_reported(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    write("[]", "metrics.yaml")
    write("[]", ".hidden.yaml")
    write("a,b", "data/answers.csv")
    write("# notes", "README.md")
    [notice] = read(tmp_path).notices
    assert "'.hidden.yaml', 'README.md', 'data/'." in notice.message


def test_link_out_of_the_folder_is_refused(write: Callable[..., Path]) -> None:
    outside = write("[]", "elsewhere/secret.yaml")
    folder = write("[]", "acme/journeys.yaml").parent
    (folder / "metrics.yaml").symlink_to(outside)
    assert "is a link that leads out of the folder" in problems(folder)


def test_link_inside_the_folder_is_followed(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    write("[1]", "shared.txt")
    (tmp_path / "metrics.yaml").symlink_to("shared.txt")
    assert read(tmp_path).value == {"metrics": [1]}


def test_link_to_itself_is_named(write: Callable[..., Path], tmp_path: Path) -> None:
    write("[]", "journeys.yaml")
    (tmp_path / "metrics.yaml").symlink_to("metrics.yaml")
    assert "metrics.yaml' cannot be read: Too many levels" in problems(tmp_path)


def test_folder_without_sections_says_what_to_put_there(tmp_path: Path) -> None:
    assert "files such as organisation.yaml" in problems(tmp_path)


def test_folder_of_profiles_says_how_to_audit_them(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    write("a: {}", "acme.yaml")
    write("a: {}", "other.yaml")
    told = problems(tmp_path)
    assert "`cxaudit batch` audits them all" in told
    assert "named after no section" not in told


def test_folder_of_folders_with_profiles_says_how_to_audit_them(
    tmp_path: Path,
) -> None:
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "profile.yaml").write_text("organisation: {name: Acme}")
    assert "`cxaudit batch` audits them all" in problems(tmp_path)


def test_sections_are_named_once_for_all_files_that_are_none(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    write("[]", "journeys.yaml")
    write("{}", "acme.yaml")
    write("{}", "other.yaml")
    told = problems(tmp_path)
    assert told.count("named after no section") == 2
    assert told.count("Sections are ") == 1


def test_folder_is_refused_where_none_is_expected(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not a file"):
        read_document(tmp_path)


def test_all_files_of_a_folder_share_one_limit_of_size(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    for number in range(3):
        write("# " + "x" * 2_000_000 + "\n{}", f"journeys/{number}.yaml")
    assert "2.yaml' is too large" in problems(tmp_path)


def test_file_named_profile_has_to_hold_sections(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    write("- a", "profile.yaml")
    assert "Found a list, here stand sections by name" in problems(tmp_path)


def test_folder_of_too_many_files_is_refused(
    write: Callable[..., Path], tmp_path: Path
) -> None:
    for number in range(MOST_FILES + 1):
        write("", f"{number}.txt")
    assert "holds more than 1,000 files" in problems(tmp_path)


def test_folder_that_may_not_be_entered_is_named(write: Callable[..., Path]) -> None:
    folder = write("[]", "acme/metrics.yaml").parent
    folder.chmod(0o444)
    if os.access(folder, os.X_OK):
        pytest.skip("this user may enter every folder")
    assert "metrics.yaml' may not be read" in problems(folder)


def test_unreadable_file_is_named(write: Callable[..., Path]) -> None:
    path = write("a: 1")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "may not be read" in problems(path)
