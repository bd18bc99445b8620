from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import InputError
from auditor.profile import Profile
from auditor.profile.document import read_document
from auditor.profile.reading import load_profile_value, read_profile
from auditor.profile.vocabulary_map import key_paths

FULL = Path(__file__).with_name("full_profile.yaml")


def _paths_in(value: object, path: tuple[str, ...] = ()) -> set[tuple[str, ...]]:
    if isinstance(value, list):
        return {found for entry in value for found in _paths_in(entry, path)}
    if not isinstance(value, dict):
        return set()
    here = {(*path, key) for key in value}
    return here.union(*(_paths_in(part, (*path, key)) for key, part in value.items()))


def test_full_example_loads_without_a_word() -> None:
    assert read_profile(FULL).notices == ()


def test_full_example_uses_every_key_of_the_vocabulary() -> None:
    used = _paths_in(read_document(FULL).value)
    # `columns` and `scales` are mappings by names of columns, here these.
    own = {"csat", "responded_at", "nps"}
    used = {tuple(key for key in path if key not in own) for path in used}
    assert set(key_paths(Profile)) - used == set()


def test_phase_name_is_read_as_its_only_stage() -> None:
    metrics = read_profile(FULL).profile.metrics or ()
    assert metrics[0].stages == ("waiting",)


def test_every_value_is_located_at_file_line_and_column() -> None:
    loaded = read_profile(FULL)
    position = loaded.locate("/organisation/name")
    assert position is not None
    line = FULL.read_text(encoding="utf-8").splitlines()[position.line - 1]
    assert line[position.column - 1 :] == "Skerry Ferries"


def test_absent_value_is_located_at_the_nearest_group_around_it() -> None:
    loaded = read_profile(FULL)
    around = loaded.locate("/organisation")
    assert loaded.locate("/organisation/nothing/here") == around


def test_profile_and_sections_know_their_pointers() -> None:
    journeys = read_profile(FULL).profile.journeys or ()
    assert journeys[0].pointer == "/journeys/0"
    assert (journeys[0].stages or ())[1].pointer == "/journeys/0/stages/1"


def test_same_content_split_into_a_folder_is_the_same_profile(tmp_path: Path) -> None:
    whole = FULL.read_text(encoding="utf-8")
    head, _, rest = whole.partition("\nmetrics:\n")
    metrics, _, tail = rest.partition("\ndepartments:\n")
    (tmp_path / "profile.yaml").write_text(
        f"{head}\ndepartments:\n{tail}", encoding="utf-8"
    )
    (tmp_path / "metrics.yaml").write_text(metrics, encoding="utf-8")
    assert read_profile(tmp_path).profile == read_profile(FULL).profile


def test_plain_values_are_a_profile_without_a_source() -> None:
    loaded = load_profile_value({"organisation": {"name": "Skerry Ferries"}})
    assert loaded.profile.organisation.name == "Skerry Ferries"
    assert loaded.locate("/organisation") is None


def test_problem_in_plain_values_names_its_pointer() -> None:
    with pytest.raises(InputError, match=r"^/organisation/name: found the number 3"):
        load_profile_value({"organisation": {"name": 3}})
