"""What expressions give: CEL, and what an audit adds to it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from auditor.packs.evaluation import UnknownValueError
from auditor.packs.syntax import ExpressionError
from tests.packs.hotels import PATCH, value

if TYPE_CHECKING:
    from typing import Any


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("7 % 4", 3),
        ("-(2 - 5)", 3),
        ("double(1) / 4.0", 0.25),
        ("share(1, 4)", 0.25),
        ("share([1, 2, 3], [1, 2, 3, 4])", 0.75),
        ("1 < 1.5 && 2.0 == 2", True),
        ('"a" + "b"', "ab"),
        ('"ab".startsWith("a") && "ab".endsWith("b") && "ab".contains("b")', True),
        ('"C-level".matches("^C")', True),
        ('word("C-level ")', "c_level"),
        ("[1, 2, 3].filter(n, n > 1).map(n, n * 2)", [4, 6]),
        ("[1, 2].all(n, n > 0) && [1, 2].exists(n, n == 2)", True),
        ("[1, 2, 2].exists_one(n, n == 2)", False),
        ("size([1, 2]) + [1].size()", 3),
        ("2 in [1, 2]", True),
        ("[5, 6][1]", 6),
        ("distinct([1, 2, 1])", [1, 2]),
        ("flatten([[1], [2, 3]])", [1, 2, 3]),
        ("sum([1, 2]) + max([3, 4]) - min([5, 6])", 2),
        ("sum([0.5, 0.25])", 0.75),
        ("true ? 1 : 2", 1),
        ('string(3) + string(1.5) + string(true) + "x"', "31.5truex"),
        ("string(12345678901234)", "12345678901234"),
        ("int(2.9)", 2),
        ('counted(2, "principle")', "2 principles"),
        ('named(["a", "b", "c"])', "a, b and c"),
        ("months_before(as_of, 1)", date(2026, 5, 30)),
        ("happened(as_of) && recent(as_of, 1)", True),
        ('profile.principles.map(p, p.name) == ["A", "B"]', False),
        ("profile.principles[0] in profile.principles", True),
        ('parts("/principles/*")[1] == profile.principles[1]', True),
        ('parts("/principles/*/rank")', [1]),
        ('parts("/journeys/0/nothing")', []),
    ],
)
def test_an_expression_gives(text: str, expected: object) -> None:
    assert value(text, PATCH) == expected


@pytest.mark.parametrize(
    "text",
    [
        "profile.principles[1].rank == 1",
        "!(profile.principles[1].rank == 1)",
        "profile.principles.all(p, p.rank == 1)",
        "profile.principles.exists(p, p.rank == 2)",
        "profile.principles.filter(p, p.rank == 1)",
        "true && profile.principles[1].rank == 1",
        "profile.principles[1].rank == 1 || false",
        "profile.principles[1].rank + 1",
        "counted(profile.principles[1].rank, 'rank')",
        "[profile.principles[1].rank]",
        "profile.principles[1].rank == 1 ? 1 : 2",
        "profile.principles[profile.principles[1].rank]",
    ],
)
def test_silence_is_unknown_and_not_false(text: str) -> None:
    with pytest.raises(UnknownValueError) as told:
        value(text, PATCH)
    assert told.value.pointer == "/principles/1/rank"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("has(profile.principles[1].rank)", False),
        ("has(profile.assessment.nothing.at.all)", False),
        ("false && profile.principles[1].rank == 1", False),
        ("profile.principles[1].rank == 1 && false", False),
        ("true || profile.principles[1].rank == 1", True),
        ("profile.principles[1].rank == 1 || true", True),
        ("profile.principles.all(p, p.rank == 2)", False),
        ("profile.principles.exists(p, p.rank == 1)", True),
        ("has(profile.principles[1].rank) && profile.principles[1].rank == 1", False),
        ("true ? 1 : profile.principles[1].rank", 1),
    ],
)
def test_what_is_known_decides_where_it_can(text: str, expected: object) -> None:
    assert value(text, PATCH) == expected


def test_a_declared_absence_is_known() -> None:
    patch: dict[str, Any] = {"feedback": {"privacy_basis": False}}
    assert value("profile.feedback.privacy_basis == false", patch)
    assert not value("happened(profile.feedback.privacy_basis)", patch)
    assert not value("recent(profile.feedback.privacy_basis, 12)", patch)


def test_a_month_has_happened_once_it_has_begun() -> None:
    patch = {"journeys": [{"id": "j", "name": "J", "reviewed": "2026-06"}]}
    assert value("happened(profile.journeys[0].reviewed)", patch)
    assert not value("profile.journeys[0].reviewed < as_of", patch)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1 / 2", "Two whole numbers are divided"),
        ("1.0 / 0.0", "divided by zero"),
        ("1 % 0", "the second not zero"),
        ("1 + 1.5", "A whole number meets a decimal"),
        ('"a" + 1', "Numbers are needed"),
        ('"a" < 1', "can be compared"),
        ("1 && true", "stand between true and false"),
        ("!1", "takes true or false"),
        ("[1][3]", "The list has no entry 3"),
        ("max([])", "The list is empty"),
        ("9223372036854775807 + 1", "The number is too large"),
        ("1e308 * 10.0", "The number is too large"),
        ("profile.organisation.name.size", "has no field 'size'"),
        ("1 ? 2 : 3", "is true or false"),
        ("[1].filter(n, n)", "a condition is true or false"),
        ('recent("a", 1)', "A day is needed"),
    ],
)
def test_what_makes_no_sense_is_an_error(text: str, told: str) -> None:
    with pytest.raises(ExpressionError, match=told):
        value(text)


def test_a_share_of_nothing_is_unknown() -> None:
    with pytest.raises(UnknownValueError, match="nothing of the kind"):
        value("share(0, 0)")
