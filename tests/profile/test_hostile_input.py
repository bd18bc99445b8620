"""Files made to crash, exhaust or mislead a reader end in a message.

What bounds the work is tested by construction: the reader stops at a counted limit,
or never opens the file, so no test looks at a clock.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from auditor.errors import InputError
from auditor.profile.document import read_document
from auditor.profile.limits import MOST_PROBLEMS
from auditor.profile.reading import read_profile
from auditor.profile.source import MOST_BYTES
from auditor.profile.tree import DEEPEST, MOST_NODES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def problems(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_profile(path)
    return [str(problem) for problem in caught.value.problems]


def test_file_of_200_megabytes_is_refused_by_its_size(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "profile.yaml"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(type(path), "open", None)  # opening it would fail
    [problem] = problems(path)
    assert f"is too large: {MOST_BYTES:,} bytes are allowed" in problem


@pytest.mark.parametrize(
    "unit", ["[", "{a: ", "- ", "? ", "{", "[[", "[{a: ", "- - ", "{? "]
)
def test_deep_nesting_of_any_kind_is_refused(
    write: Callable[..., Path], unit: str
) -> None:
    [*_, problem] = problems(write(unit * 100_000))
    assert "Nested too deeply" in problem or "where a key has to be" in problem


@pytest.mark.parametrize("entry", ["a:", "-"])
def test_deep_indentation_is_refused_at_the_first_line_too_deep(
    write: Callable[..., Path], entry: str
) -> None:
    text = "\n".join(" " * level + entry for level in range(2_000))
    [problem] = problems(write(text))
    assert f"profile.yaml:{DEEPEST + 1}:{DEEPEST + 1}: Nested too deeply" in problem


def test_alias_bomb_is_refused_at_each_line_and_never_expanded(
    write: Callable[..., Path],
) -> None:
    lines = ["a: &a [x, x]"] + [
        f"{name}: &{name} [{', '.join([f'*{chr(ord(name) - 1)}'] * 9)}]"
        for name in "bcdefghi"
    ]
    found = problems(write("\n".join(lines)))
    assert "profile.yaml:1:4: Found '&a': anchors and aliases" in found[0]
    assert len(found) == 1 + 8 * (1 + 9)


def test_endless_small_values_are_refused_at_a_count(
    write: Callable[..., Path],
) -> None:
    [problem] = problems(write("[" + "1," * (MOST_NODES + 1) + "]"))
    assert f"{MOST_NODES:,} values are allowed" in problem


def test_endless_problems_are_cut_off_at_a_count(write: Callable[..., Path]) -> None:
    assert len(problems(write("- .inf\n" * 10_000))) == MOST_PROBLEMS + 1


def test_endless_unknown_keys_are_cut_off_at_a_count(
    write: Callable[..., Path],
) -> None:
    text = "".join(f"key{number}: 1\n" for number in range(5_000))
    *shown, more = problems(write(text))
    assert len(shown) == MOST_PROBLEMS
    assert more == f"{5_001 - MOST_PROBLEMS:,} more problems are not shown."


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a: 1\nb: x\0y\n", "2:5: Found a character that cannot be printed (U+0000)"),
        (b"a: \x1b[31mred", "1:4: Found a character that cannot be printed (U+001B)"),
        ("a: é".encode("utf-16"), "1:1: The file is saved as UTF-16, not as UTF-8"),
        ("a: e".encode("utf-16-le"), "1:2: Found a character that cannot be printed"),
        ("a: é".encode("utf-32"), "1:1: The file is saved as UTF-32"),
        ("a: 1\nb: caf\xe9".encode("latin-1"), "2:7: The text from here on is not"),
        (b"\xff\xd8\xff\xe0 a picture", "1:1: The text from here on is not UTF-8"),
        (b"", "1:1: The file is empty"),
    ],
)
def test_what_is_not_utf8_text_is_refused_at_the_first_wrong_byte(
    write: Callable[..., Path], content: bytes, message: str
) -> None:
    assert message in problems(write(content))[0]


def test_byte_order_mark_of_utf8_is_no_part_of_the_text(
    write: Callable[..., Path],
) -> None:
    path = write(b"\xef\xbb\xbforganisation: {name: Skerry Ferries}\n")
    loaded = read_profile(path)
    assert str(loaded.locate("/organisation")) == f"{path}:1:15"


@pytest.mark.parametrize("suffix", ["yaml", "json"])
@pytest.mark.parametrize("digits", [50, 5_000, 1_000_000])
def test_huge_number_is_refused_before_it_is_converted(
    write: Callable[..., Path], digits: int, suffix: str
) -> None:
    text = f'{{"organisation": {{"employees": {"9" * digits}}}}}'
    [problem] = problems(write(text, f"profile.{suffix}"))
    assert f"Found a number of {digits:,} characters" in problem


@pytest.mark.parametrize("day", ["0000-01-01", "9999-12-31", "2026-99-99", "-1", "1e9"])
def test_date_beyond_range_is_refused(write: Callable[..., Path], day: str) -> None:
    text = f"organisation: {{name: x}}\nstrategy: {{written: {day}}}"
    [problem] = problems(write(text))
    assert "from 1900 to 2200" in problem


def test_text_of_any_length_is_repeated_only_in_part(
    write: Callable[..., Path],
) -> None:
    text = f"organisation: {{name: x}}\nprofile_version: {'y' * 19_000}"
    assert all(len(problem) < 1_000 for problem in problems(write(text)))


def test_markup_and_addresses_are_only_text(write: Callable[..., Path]) -> None:
    name = "<script>{{ 7 * 7 }}</script> file:///etc/passwd http://example.org"
    loaded = read_profile(write(f"organisation: {{name: '{name}'}}"))
    assert loaded.profile.organisation.name == name


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "profile.yaml"
    os.mkfifo(path)
    assert "is not a file" in problems(path)[0]


@pytest.mark.parametrize("name", ["a\0b.yaml", "x" * 5_000 + ".yaml", "a\nb.yaml"])
def test_impossible_file_name_is_refused(name: str) -> None:
    with pytest.raises(InputError):
        read_document(name)
