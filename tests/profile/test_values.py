from __future__ import annotations

import math
from typing import Any, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from auditor.profile.values import (
    Count,
    Flag,
    Identifier,
    Money,
    Number,
    Share,
    Text,
)

Kind: TypeAlias = Any
"""Any annotation of a field."""


def read(kind: Kind, value: object) -> object:
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Kind, value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    [error] = caught.value.errors()
    return error["msg"]


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Text, " say it first ", "say it first"),
        (Text, "no", "no"),
        (Identifier, "I-7.b_2", "I-7.b_2"),
        (Number, -2, -2),
        (Number, 4.5, 4.5),
        (Count, 0, 0),
        (Count, 12.0, 12),
        (Share, 0.92, 0.92),
        (Share, 1, 1.0),
        (Share, "92 %", 0.92),
        (Share, "12.5%", 0.125),
        (Flag, False, False),
    ],
)
def test_value_is_read(kind: Kind, value: object, expected: object) -> None:
    found = read(kind, value)
    assert (found, type(found)) == (expected, type(expected))


@pytest.mark.parametrize(
    ("kind", "value", "message"),
    [
        (Text, 2026, "found the number 2026; put it in quotes to make it text"),
        (Text, True, "found true; put it in quotes"),
        (Text, "  ", "found an empty text"),
        (Text, {"a": 1}, "found a group of keys; write one text, in quotes if"),
        (Text, None, "found nothing"),
        (Text, "x" * 5_001, "it has 5,001 characters, 5,000 are allowed"),
        (Identifier, "two words", "an id has letters"),
        (Identifier, "../up", "an id has letters"),
        (Identifier, "x" * 101, "at most 100 characters"),
        (Number, "4.5", "write a number without quotes"),
        (Number, "20 %", "write it as a share of 1: 0.2"),
        (Number, "12.5%", "write it as a share of 1: 0.125"),
        (Number, True, "found true; write a number"),
        (Number, math.nan, "a number lies between"),
        (Number, math.inf, "a number lies between"),
        (Number, 10**400, "a number lies between"),
        (Count, -1, "write a whole number from 0"),
        (Count, 1.5, "write a whole number from 0"),
        (Count, 10**13, "write a whole number from 0"),
        (Share, 92, "write 0.92 or 92 %"),
        (Share, "101 %", "write a share from 0 to 1"),
        (Share, -0.1, "write a share from 0 to 1"),
        (Share, math.nan, "write a share from 0 to 1"),
        (Share, True, "found true; write a share"),
        (Flag, "no", "YAML reads only true and false as yes or no: write false"),
        (Flag, "Yes", "write true"),
        (Flag, 1, "found the number 1; write true or false"),
        (Money, "1,000 GBP", "without thousands separators"),
        (Money, "50", "such as 50 GBP"),
        (Money, 50, "found the number 50"),
    ],
)
def test_refusal_says_what_was_found_and_what_to_write(
    kind: Kind, value: object, message: str
) -> None:
    assert message in refusal(kind, value)


def test_refusal_repeats_at_most_sixty_characters_of_a_text() -> None:
    assert "x" * 61 not in refusal(Flag, "x" * 1_000)


def test_money_is_written_back_as_it_was_read() -> None:
    adapter = TypeAdapter(Money)
    money = adapter.validate_python("1250.50 EUR")
    assert (money.currency, str(money)) == ("EUR", "1250.50 EUR")
    assert adapter.dump_python(money, mode="json") == "1250.50 EUR"


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Text, "a", ""),
        (Identifier, "a-1", "a 1"),
        (Number, 4.5, "4.5"),
        (Count, 3, -3),
        (Share, "92 %", 92),
        (Flag, True, "yes"),
        (Money, "50 GBP", "GBP 50"),
    ],
)
def test_json_schema_agrees_with_the_reader(
    kind: Kind, good: object, bad: object
) -> None:
    schema = Draft202012Validator(TypeAdapter(kind).json_schema())
    assert schema.is_valid(good)
    assert not schema.is_valid(bad)


@given(st.floats(min_value=0, max_value=1))
def test_every_share_of_one_is_read_as_it_is(share: float) -> None:
    assert read(Share, share) == share


@given(st.one_of(st.floats(), st.integers(), st.text(), st.booleans(), st.none()))
def test_number_is_finite_or_refused(value: object) -> None:
    try:
        found = read(Number, value)
    except ValidationError:
        return
    assert isinstance(found, int | float)
    assert math.isfinite(found)
