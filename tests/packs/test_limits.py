"""Packs are bounded in time and size, and see nothing but what they judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.errors import InputError
from auditor.packs.budget import MOST_STEPS
from auditor.packs.checking import kind_of
from auditor.packs.kinds import ANY, profile_kind
from auditor.packs.patterns import pattern_of
from auditor.packs.reading import MOST_BYTES, read_pack
from auditor.packs.syntax import DEEPEST, LONGEST, ExpressionError, parsed
from auditor.packs.words import in_words
from auditor.profile import Profile
from auditor.testing import judged
from tests.packs.hotels import HOTELS, check_of, problems_of, value

if TYPE_CHECKING:
    from pathlib import Path

TEN = "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]"


def nested(levels: int) -> str:
    """Return maps inside maps: ten times as long at each level."""
    return f"{TEN}.map(n, " * levels + "n" + ")" * levels


def test_maps_inside_maps_are_stopped() -> None:
    assert value(f"size({nested(2)})") == 10
    with pytest.raises(ExpressionError, match=f"more than {MOST_STEPS:,} steps"):
        value(nested(9))


def test_names_that_double_each_other_are_stopped(tmp_path: Path) -> None:
    doubling = "".join(f"      n{i}: n{i - 1} + n{i - 1}\n" for i in range(1, 60))
    let = ("    let:\n", f"    let:\n      n0: '\"{'x' * 900}\"'\n{doubling}")
    check = check_of(tmp_path, let, ("when: size(at", "when: size(n59) > size(at"))
    with pytest.raises(ExpressionError, match="A text has at most"):
        judged(check)


def test_lists_that_double_each_other_are_stopped(tmp_path: Path) -> None:
    doubling = "".join(f"      n{i}: n{i - 1} + n{i - 1}\n" for i in range(1, 60))
    let = ("    let:\n", f"    let:\n      n0: {TEN!r}\n{doubling}")
    check = check_of(tmp_path, let, ("when: size(at", "when: size(n59) > size(at"))
    with pytest.raises(ExpressionError, match="A list has at most"):
        judged(check)


@pytest.mark.parametrize(
    "text", ["'a' * 999999999", "'%0999999999d' % 5", "[1] * 999999999"]
)
def test_operators_of_python_are_none_of_cel(text: str) -> None:
    with pytest.raises(ExpressionError):
        value(text)


@pytest.mark.parametrize("form", ["((a{0,999}){0,999}){0,999}", "(", "(?<=a)b"])
def test_patterns_that_cost_too_much_are_refused(form: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        pattern_of(form)


def test_a_pattern_that_backtracks_elsewhere_takes_no_longer() -> None:
    assert not pattern_of("(a+)+$").search("a" * 20_000 + "b")


@pytest.mark.parametrize(
    "text",
    [
        "'" + "a" * LONGEST + "'",
        "(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1),
        "!" * 500 + "true",
        "-" * 500 + "1",
        "true ? 1 : " * 150 + "1",
        "[" * 900,
        "((((((((((((((((((((({{{{{{{{{{{{{{{{{{{{",
    ],
)
def test_what_is_long_or_deep_is_refused_before_it_is_computed(text: str) -> None:
    with pytest.raises(ExpressionError):
        parsed(text)


def test_the_deepest_expression_that_is_allowed_can_be_computed() -> None:
    deepest = DEEPEST - 1
    assert value("size([" * (deepest // 2) + "1" + "])" * (deepest // 2)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "profile.__class__",
        "profile.model_fields",
        "profile.section",
        "profile.organisation.__init__",
        'open("x")',
        "type(profile)",
        'bytes("a")',
        "dyn(1)",
        "google.protobuf.Int32Value{value: 1}",
        "[1].reduce(a, b, 0, a + b)",
        'timestamp("2026-01-01T00:00:00Z")',
        "as_of.getFullYear()",
        "{'a': 1}",
        "null",
        '"a".matches("a" + "b")',
        'parts("/" + "*")',
    ],
)
def test_nothing_else_can_be_reached(text: str, tmp_path: Path) -> None:
    quoted = text.replace("'", "''")
    assert problems_of(tmp_path, ("size(at_the_door) == 0", f"'{quoted} == 1'"))


SIGNS = """ ( ) [ ] { } . , : ? ! < > = + - * / % & | ' " \\ && || == in true 1 1.5
    "x" profile has size map filter x principles rank é"""
words = st.sampled_from([*SIGNS.split(), " ", "\n"])


@given(st.lists(words, max_size=40).map("".join))
def test_whatever_is_written_is_an_expression_or_a_told_mistake(text: str) -> None:
    told = ExpressionError("")
    try:
        expression = parsed(text)
        kind_of(expression, {"profile": profile_kind(Profile), "x": ANY})
    except ExpressionError as error:
        told = error
    else:
        told.offset = -1
        assert in_words(expression, {}, {})
    assert -1 <= told.offset <= len(text)


def test_a_pack_has_a_length_of_expressions(tmp_path: Path) -> None:
    long = "".join(f"      n{n}: '[{'1,' * 900}1]'\n" for n in range(40))
    (problem,) = problems_of(tmp_path, ("    let:\n", f"    let:\n{long}"))
    assert "characters of expressions" in problem


EVIDENCE = (
    "title: No source at all",
    "title: No source at all\n        evidence: {feedback: [{count: %d, values: %s}]}",
)


@pytest.mark.parametrize(
    ("count", "values", "told"),
    [
        (10_001, "{}", "10,000 are allowed"),
        (1, '{status: "{n:0999999999d}"}', "only {n} has some here"),
        (1, '{status: [open, "{n.real}"]}', "only {n} has some here"),
    ],
)
def test_tables_of_examples_are_small(
    count: int, values: str, told: str, tmp_path: Path
) -> None:
    old, new = EVIDENCE
    (problem,) = problems_of(tmp_path, (old, new % (count, values)))
    assert told in problem


def test_rows_of_an_example_have_numbers(tmp_path: Path) -> None:
    old, new = EVIDENCE
    values = '{received_at: "2026-03-02", source_id: "{n}"}'
    assert not problems_of(tmp_path, (old, new % (10_000, values)))


def test_a_file_has_a_size(tmp_path: Path) -> None:
    path = tmp_path / "large.yaml"
    path.write_text(HOTELS + "# " + "x" * MOST_BYTES, "utf-8")
    with pytest.raises(InputError, match="too large"):
        read_pack(path)


def test_a_pack_has_a_number_of_checks(tmp_path: Path) -> None:
    head, _, check = HOTELS.partition("  - id: HO001")
    many = "".join(f"  - id: HO{number:03}{check}" for number in range(1, 202))
    path = tmp_path / "many.yaml"
    path.write_text(head + many, "utf-8")
    with pytest.raises(InputError, match="200"):
        read_pack(path)
