"""A profile from its attachments is the profile that was audited, places and all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.errors import InputError
from auditor.profile.reading import read_profile
from auditor.verification.attached_profile import read_attached, safe_path
from tests.test_sample_audits import PROFILES

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.profile.reading import LoadedProfile

FOLDER = "fellcoast_trains/profile"
FILE = "northlight_broadband/profile.yaml"


def positions(loaded: LoadedProfile) -> list[str]:
    pointers = ["", "/metrics/0/value", "/journeys/1/stages/2", "/governance"]
    return [str(loaded.locate(pointer)) for pointer in pointers]


@pytest.mark.parametrize("name", [FOLDER, FILE])
def test_it_has_the_same_digest_and_places_wherever_it_is_unpacked(
    name: str, tmp_path: Path
) -> None:
    original = read_profile(PROFILES[name])
    files = {file.name: file.content for file in original.files}
    again = read_attached(files, original.source, tmp_path)
    assert again.sha256 == original.sha256
    assert again.profile == original.profile
    assert positions(again) == positions(original)
    assert str(tmp_path) not in "".join(positions(again))


def test_problems_are_told_at_the_places_where_they_were(tmp_path: Path) -> None:
    files = {"metrics.yaml": b"3", "organisation.yaml": b"name: 3\n"}
    with pytest.raises(InputError) as refused:
        read_attached(files, "client/profile", tmp_path)
    told = str(refused.value)
    assert "client/profile/" in told
    assert str(tmp_path) not in told


@pytest.mark.parametrize("path", ["a.yaml", "journeys/one.yml", "metrics.JSON"])
def test_a_path_of_a_profile_is_taken(path: str) -> None:
    assert str(safe_path(path)) == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "..",
        "../a.yaml",
        "/a.yaml",
        "a/../b.yaml",
        "a/b/c.yaml",
        "a.txt",
        "a\n.yaml",
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(path: str) -> None:
    with pytest.raises(InputError):
        safe_path(path)
