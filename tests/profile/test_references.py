from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from auditor.errors import InputError
from auditor.profile.reading import load_profile_value, read_profile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from auditor.profile.reading import LoadedProfile


def load(**sections: Any) -> LoadedProfile:
    return load_profile_value({"organisation": {"name": "x"}, **sections})


def stage(name: str, **more: object) -> dict[str, object]:
    return {"id": name, **more}


def test_reference_to_nothing_is_reported_and_reads_as_missing() -> None:
    loaded = load(
        departments=[{"id": "billing", "name": "Billing"}],
        journeys=[{"id": "j", "owner": "biling"}],
    )
    [notice] = loaded.notices
    assert notice.pointer == "/journeys/0/owner"
    assert "There is no department 'biling'" in notice.message
    assert "Did you mean 'billing'?" in notice.message
    assert [journey.owner for journey in loaded.profile.journeys or ()] == [None]


def test_notice_names_file_line_and_column(write: Callable[..., Path]) -> None:
    path = write(
        "organisation: {name: x}\ndepartments: []\njourneys: [{id: j, owner: b}]"
    )
    [notice] = read_profile(path).notices
    assert str(notice).startswith(f"{path}:3:27: There is no department 'b'")


def test_slip_in_a_list_leaves_the_other_entries() -> None:
    loaded = load(
        metrics=[{"id": "a", "kind": "nps", "paired_with": ["a", "b"]}],
    )
    assert [metric.paired_with for metric in loaded.profile.metrics or ()] == [("a",)]


def test_list_of_nothing_but_slips_is_silence_not_none() -> None:
    loaded = load(metrics=[{"id": "a", "kind": "nps", "paired_with": ["b"]}])
    assert [metric.paired_with for metric in loaded.profile.metrics or ()] == [None]


def test_empty_list_stays_the_statement_that_there_are_none() -> None:
    loaded = load(metrics=[{"id": "a", "kind": "nps", "paired_with": []}])
    assert [metric.paired_with for metric in loaded.profile.metrics or ()] == [()]


def test_reference_stands_where_its_section_is_absent() -> None:
    loaded = load(journeys=[{"id": "j", "owner": "b"}, {"id": "k", "owner": "c"}])
    [notice] = loaded.notices
    assert "cannot be checked without 'departments'" in notice.message
    assert [one.owner for one in loaded.profile.journeys or ()] == ["b", "c"]


def test_reference_into_a_stated_but_empty_section_leads_nowhere() -> None:
    loaded = load(departments=[], journeys=[{"id": "j", "owner": "b"}])
    assert [one.owner for one in loaded.profile.journeys or ()] == [None]


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ([stage("s1", phase="use"), stage("s2", phase="exit")], ("s1",)),
        ([stage("s1", phase="use"), stage("use", phase="exit")], ("use",)),
        ([stage("s1", phase="use"), stage("s2", phase="use")], None),
        ([stage("s1")], None),
    ],
)
def test_phase_stands_for_its_only_stage(
    stages: list[dict[str, object]], expected: tuple[str, ...] | None
) -> None:
    loaded = load(
        metrics=[{"id": "m", "kind": "nps", "stages": ["use"]}],
        journeys=[{"id": "j", "stages": stages}],
    )
    assert [metric.stages for metric in loaded.profile.metrics or ()] == [expected]


def test_ambiguous_phase_is_answered_with_its_stages() -> None:
    loaded = load(
        metrics=[{"id": "m", "kind": "nps", "stages": ["use"]}],
        journeys=[{"id": "j", "stages": [stage(s, phase="use") for s in ("s1", "s2")]}],
    )
    assert "several stages: 's1', 's2'; name one" in loaded.notices[0].message


def test_same_id_twice_names_both_places(write: Callable[..., Path]) -> None:
    text = "organisation: {name: x}\njourneys:\n"
    text += "".join(f"- {{id: {j}, stages: [{{id: same}}]}}\n" for j in "ab")
    path = write(text)
    with pytest.raises(InputError) as caught:
        read_profile(path)
    assert str(caught.value) == (
        f"{path}:4:25: The id 'same' already names the stage at {path}:3:25. "
        "Give one of them another id."
    )


def test_same_id_for_different_kinds_is_no_clash() -> None:
    loaded = load(
        departments=[{"id": "billing", "name": "Billing"}],
        channels=[{"id": "billing", "kind": "post"}],
    )
    assert loaded.notices == ()


def test_endless_slips_are_cut_off_at_a_count() -> None:
    journeys = [{"id": f"j{number}", "owner": "x"} for number in range(150)]
    *_, last = load(departments=[], journeys=journeys).notices
    assert last.message == "50 more references lead to nothing."
