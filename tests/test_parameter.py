"""Thresholds: what a rubric may set them to, and how people read them."""

from __future__ import annotations

import pytest

from auditor.bibliography import OURS
from auditor.parameter import Parameter, Unit


def parameter(unit: Unit, default: float = 1) -> Parameter:
    return Parameter("met", default, unit, "what it bounds", OURS)


@pytest.mark.parametrize(
    ("unit", "value", "allowed"),
    [
        (Unit.SHARE, 0, True),
        (Unit.SHARE, 0.955, True),
        (Unit.SHARE, 1, True),
        (Unit.SHARE, 1.01, False),
        (Unit.SHARE, -0.01, False),
        (Unit.COUNT, 5, True),
        (Unit.COUNT, 5.5, False),
        (Unit.COUNT, -1, False),
        (Unit.MONTHS, 10_000, True),
        (Unit.MONTHS, 10_001, False),
        (Unit.DAYS, 0.5, False),
    ],
)
def test_a_rubric_may_set_what_is_a_number_of_the_unit(
    unit: Unit, value: float, *, allowed: bool
) -> None:
    assert parameter(unit).allows(value) is allowed


@pytest.mark.parametrize(
    ("unit", "value", "written"),
    [
        (Unit.SHARE, 0.9, "90 %"),
        (Unit.SHARE, 0.955, "95.5 %"),
        (Unit.SHARE, 1, "100 %"),
        (Unit.COUNT, 5.0, "5"),
        (Unit.MONTHS, 24, "24"),
    ],
)
def test_a_value_is_written_as_people_read_it(
    unit: Unit, value: float, written: str
) -> None:
    assert parameter(unit).written(value) == written


def test_a_parameter_may_begin_above_nothing() -> None:
    from_one = Parameter("met", 2, Unit.TIMES, "what it bounds", OURS, least=1)
    assert not from_one.allows(0.5)
    assert from_one.allows(1.5)
    assert from_one.allowed == "a number from 1 to 10000"


def test_a_default_that_is_no_number_of_the_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="a share from 0 to 1"):
        parameter(Unit.SHARE, 12)
