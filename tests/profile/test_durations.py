from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from auditor.profile.durations import Duration, DurationUnit
from auditor.translation import Language

ADAPTER = TypeAdapter(Duration)


@pytest.mark.parametrize(
    ("written", "hours", "text"),
    [
        ("60s", 1 / 60, "60 seconds"),
        ("20 minutes", 1 / 3, "20 minutes"),
        ("1h", 1, "1 hour"),
        ("1.5 hours", 1.5, "1.5 hours"),
        ("3 business days", 72, "3 business days"),
        ("1 working day", 24, "1 business day"),
        ("56 days", 1344, "56 days"),
        ("2 weeks", 336, "2 weeks"),
        ("PT2H", 2, "2 hours"),
        ("PT30M", 0.5, "30 minutes"),
        ("P3D", 72, "3 days"),
    ],
)
def test_duration_is_read_and_written_as_people_do(
    written: str, hours: float, text: str
) -> None:
    duration = ADAPTER.validate_python(written)
    assert duration.hours == pytest.approx(hours)
    assert str(duration) == ADAPTER.dump_python(duration, mode="json") == text


def test_business_time_is_told_from_clock_time() -> None:
    assert ADAPTER.validate_python("2 business days").business
    assert not ADAPTER.validate_python("2 days").business


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "48",
        "5m",
        "1h 30min",
        "PT1H30M",
        "-1h",
        "1e3 h",
        "P",
        "PT",
        "P1Y",
        "99999999 weeks",
        "2 business",
        "1h\n2h",
        "٣ days",
        True,
        None,
        [1],
    ],
)
def test_anything_else_is_refused_with_examples(written: object) -> None:
    with pytest.raises(ValidationError, match=r"found .* such as 60s, 20 minutes"):
        ADAPTER.validate_python(written)


def test_bare_number_is_answered_with_a_request_for_the_unit() -> None:
    with pytest.raises(ValidationError, match=r"found the number 48; add the unit"):
        ADAPTER.validate_python(48)


@given(
    st.builds(
        Duration,
        st.integers(min_value=0, max_value=500).map(float),
        st.sampled_from(DurationUnit),
        business=st.booleans(),
    )
)
def test_every_duration_is_read_back_from_its_text(duration: Duration) -> None:
    assert Duration.parse(str(duration)) == duration
    assert re.search(ADAPTER.json_schema()["pattern"], str(duration))


@pytest.mark.parametrize(
    ("written", "said"), [("1 day", "1 Tag"), ("1.5 days", "1,5 Tage")]
)
def test_a_duration_can_be_said_in_another_language(written: str, said: str) -> None:
    days = ("{n:.12g} day", "{n:.12g} days")
    german = Language(
        "de", plurals={days: ("{n:.12g} Tag", "{n:.12g} Tage")}, decimal=","
    )
    assert Duration.parse(written).words.said_in(german) == said
