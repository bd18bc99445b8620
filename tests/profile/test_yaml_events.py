from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from auditor.errors import InputError, Problem
from auditor.profile.source import SourceText
from auditor.profile.writing import to_yaml
from auditor.profile.yaml_events import read_yaml

if TYPE_CHECKING:
    from auditor.profile.places import Place


def read(text: str) -> tuple[Any, Place]:
    return read_yaml(SourceText("f.yaml", text, "", len(text), b""))


def problem(text: str) -> str:
    with pytest.raises(InputError) as caught:
        read(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("12", 12),
        ("+2", 2),
        ("-1", -1),
        ("0.5", 0.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("'12'", "12"),
        ('"true"', "true"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("012", "012"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("12:30:00", "12:30:00"),
        ("2026-03-01", "2026-03-01"),
        ("1.2.3", "1.2.3"),
        ("Infinity", "Infinity"),
        ("=", "="),
    ],
)
def test_plain_scalar_is_what_it_says(written: str, value: object) -> None:
    found = read(f"a: {written}")[0]["a"]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a:\n\tb: c", "2:1: Found a tab in the indentation"),
        ("a: ?", "1:4: Found a '?' at the beginning of a text without quotes"),
        ("tests:\n  - ? really", "2:5: Found a '?' at the beginning"),
        ("name:Foo\nid: x", "2:3: Found ': ' where no key can be. Look at the line"),
        ("a: One: two", "1:7: Found a second ': ' in a text without quotes"),
        ('a: "open\nb: c\n', "1:4: The quotation mark here is never closed"),
        ("a: 'it's'", "1:8: Found text after a closing quotation mark"),
        ("a: @home", "1:4: Found '@' at the beginning of a text without quotes"),
        ("a: `code`", "1:4: Found '`' at the beginning"),
        ("a: %d", "1:4: Found '%' at the beginning"),
        ("%d: a", "1:1: Found '%' at the beginning of a line"),
        ("a: [b, c\nd: e", "1:4: The list that begins here with '[' is not closed"),
        ("a: {b: c\nd: e", "1:4: The group that begins here with '{' is not closed"),
        ("a:\n  b: 1\n c: 2", "3:2: This line is not indented like the lines"),
        ("a: 1\nwords\n", "2:1: Found a line without a key"),
        ("- a\nb: c", "2:1: Found a line that is not an entry of the list"),
        ("a: - b", "1:4: Found '-' where no list can begin"),
        ("a: ]", "1:4: Found ']', which cannot be here"),
        (r'a: "\q"', "1:5: Found a backslash that means nothing"),
        (r'a: "\ud83d"', "Found an escape that stands for no character"),
        ("a: >x", "1:5: Found text on the line of a '|' or '>'"),
        ("a: * b", "1:4: Found '*', '&' or '%' at the beginning"),
        ("a: *b", "1:4: Found '*b': anchors and aliases are not allowed"),
        ("a: &b c", "1:4: Found '&b': anchors and aliases are not allowed"),
        ("a: !b c", "1:4: Found '!b': tags are not allowed"),
        ("a: !!python/object:os.system {}", "1:4: Found '!tag:yaml.org,2002:python"),
        ("<<: {a: 1}", "1:1: Found the merge key '<<'"),
        ("a: 1\na: 2", "2:1: The key 'a' is already used at f.yaml:1:1"),
        ("1: a", "1:1: Found the number 1 as a key"),
        ("a:\n  : b", "2:3: Found a value without a key"),
        ("{[a]: b}", "1:2: Found a list where a key has to be"),
        ("a: {{ name }}", "1:5: Found a group of keys where a key has to be"),
        ("a: 1\n---\nb: 2", "2:1: Found a second document"),
        ("a: .inf", "1:4: Found '.inf', a number has to be finite"),
        ("a: .nan", "1:4: Found '.nan', a number has to be finite"),
        ("a: 1e999", "1:4: Found the number '1e999', which is too large"),
        ("a: " + "9" * 41, "1:4: Found a number of 41 characters"),
        ("a: b\u2028c", "1:5: Found an invisible line separator (U+2028)"),
        (r'a: "\0"', "1:4: Found a character that cannot be printed (U+0000)"),
        ("", "1:1: The file is empty"),
        ("# only a comment", "1:1: The file is empty"),
    ],
)
def test_trap_is_named_in_plain_words_at_its_place(text: str, message: str) -> None:
    assert f"f.yaml:{message}" in problem(text) or message in problem(text)


def test_all_problems_of_the_content_are_told_at_once() -> None:
    found = problem("a: .inf\na: *x\n1: 2\n")
    assert [line.split(":")[1] for line in found.splitlines()] == ["1", "2", "2", "3"]


def test_values_and_keys_know_their_places() -> None:
    _, place = read("a: 1\nlist:\n  - x\n  - {deep: true}\n")
    deep = place.find("/list/1/deep")
    assert deep is not None
    assert (str(deep.key), str(deep.at)) == ("f.yaml:4:6", "f.yaml:4:12")


def test_key_with_slash_or_tilde_is_found_by_its_escaped_pointer() -> None:
    _, place = read("a/b: {c~d: 1}")
    assert str(place.nearest("/a~1b/c~0d").at) == "f.yaml:1:12"


PRINTABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"),
)
KEYS = st.text("abcXYZ_", min_size=1)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | PRINTABLE.filter(lambda text: not set(text) & {"\ufffe", "\uffff"}),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.text("abcXYZ-_", min_size=1), inner)
    ),
    max_leaves=20,
)


@given(VALUES)
@example("0E0")
@example("1_000")
@example("-.inf")
@example("")
def test_what_is_written_is_read_back(value: object) -> None:
    assert read(to_yaml(value))[0] == value


@given(st.text("ab01 :-?[]{},#&*!|>'\"%@`\n\t\\~", max_size=40))
def test_any_text_is_read_or_refused_with_a_place(text: str) -> None:
    problems: tuple[Problem, ...] = ()
    try:
        read(text)
    except InputError as error:
        problems = error.problems
    assert all(problem.position for problem in problems)


def test_key_of_any_length_is_refused_in_part() -> None:
    assert "Found a key of 300 characters: 'kkk" in problem(f"a: 1\n{'k' * 300}: 2")


def test_text_of_any_length_is_refused_by_its_length() -> None:
    assert "Found a text of 20,001 characters" in problem(f"a: {'x' * 20_001}")
