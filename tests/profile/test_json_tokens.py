from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.profile.json_tokens import read_json
from auditor.profile.source import SourceText

if TYPE_CHECKING:
    from auditor.profile.places import Place

TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
)
# A longer key is refused, as the limits say.
KEYS = TEXTS.filter(lambda key: 0 < len(key) <= 200)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS,
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=20,
)


def read(text: str) -> tuple[Any, Place]:
    return read_json(SourceText("f.json", text, "", len(text), b""))


def places_in(place: Place) -> list[Place]:
    inside = place.inside
    parts = inside.values() if isinstance(inside, dict) else inside
    return [place, *(deep for part in parts for deep in places_in(part))]


@given(value=VALUES, indent=st.sampled_from([None, 1, "\t"]), ascii_only=st.booleans())
def test_any_value_is_read_back_with_places_inside_the_text(
    value: object, indent: str | int | None, *, ascii_only: bool
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    found, place = read(text)
    assert found == value
    lines = text.split("\n")
    for one in places_in(place):
        assert 1 <= one.at.column <= len(lines[one.at.line - 1])


@given(VALUES)
def test_every_place_is_where_its_value_begins(value: object) -> None:
    text = json.dumps({"first": [value], "last": value}, indent=2)
    place = read(text)[1].find("/last")
    assert place is not None
    rest = "\n".join(text.split("\n")[place.at.line - 1 :])[place.at.column - 1 :]
    assert json.JSONDecoder().raw_decode(rest)[0] == value


def test_escapes_are_those_of_json() -> None:
    assert read(r'{"a": "\/ \ud83d\ude00 \t"}')[0] == {"a": "/ 😀 \t"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"a": 1, "a": 2}', "f.json:1:10: The key 'a' is already used at f.json:1:2"),
        ('{"a": NaN}', "f.json:1:7: Found NaN, a number has to be finite"),
        ('{"a":\n -Infinity}', "f.json:2:2: Found -Infinity"),
        ('{"a": 1e999}', "f.json:1:7: Found the number '1e999', which is too large"),
        (
            '{"a": ' + "9" * 5_000 + "}",
            "f.json:1:7: Found a number of 5,000 characters",
        ),
        ('{"a": 1,}', "f.json:1:"),
        ('{"a": 1', "f.json:1:8: This is not JSON"),
        ("{'a': 1}", "f.json:1:2: This is not JSON"),
        ('{"a": 01}', "This is not JSON"),
        ('{"a": "\\u0000"}', "f.json:1:7: Found a character that cannot be printed"),
        ('{"a": "\\ud800"}', "f.json:1:7: Found a character that cannot be printed"),
        ("[" * 100_000, "Nested too deeply"),
        ("[" * 100_000 + "]" * 100_000, "Nested too deeply"),
        ("[" * 50 + "]" * 50, "f.json:1:41: Nested too deeply"),
        ("", "The file is empty"),
    ],
)
def test_what_json_does_not_allow_is_refused_at_its_place(
    text: str, message: str
) -> None:
    with pytest.raises(InputError) as caught:
        read(text)
    assert message in str(caught.value)


@given(st.text('{}[]",:0123456789.eE+-truefalsn \n\\u', max_size=30))
def test_reader_accepts_only_what_the_standard_library_accepts(text: str) -> None:
    try:
        found = read(text)[0]
    except InputError:
        return
    assert found == json.loads(text)
