from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.engagement.contrast import (
    DRAWN,
    TEXT,
    WHITE,
    Colour,
    contrast,
    darkened,
    hexadecimal,
    least_contrast,
    read_colour,
)
from auditor.engagement.palette import TINTED, Chosen, chosen_palette

channels = st.integers(0, 255)
colours = st.tuples(channels, channels, channels)


def parsed(text: str) -> Colour:
    colour = read_colour(text)
    assert colour
    return colour


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#fff", "#ffffff", 1.0),
        # As WebAIM's and the W3C's own checkers have them.
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
        ("#0000ff", "#ffffff", 8.59),
    ],
)
def test_the_contrast_is_that_of_the_standard(
    one: str, other: str, ratio: float
) -> None:
    assert contrast(parsed(one), parsed(other)) == pytest.approx(ratio, abs=0.005)
    assert contrast(parsed(other), parsed(one)) == contrast(parsed(one), parsed(other))


@given(colours)
def test_a_colour_is_written_as_it_is_read(colour: Colour) -> None:
    assert read_colour(hexadecimal(colour)) == colour


@pytest.mark.parametrize("text", ["", "red", "#12345", "#12345g", "1f4e79", "#1f4e791"])
def test_what_is_no_colour_is_none(text: str) -> None:
    assert read_colour(text) is None


@given(colours)
def test_a_mended_colour_has_the_contrast_and_is_the_lightest_shade_that_has(
    colour: Colour,
) -> None:
    shade = darkened(colour, [WHITE], TEXT)
    assert least_contrast(shade, [WHITE]) >= TEXT
    assert all(new <= old for new, old in zip(shade, colour, strict=True))
    if least_contrast(colour, [WHITE]) >= TEXT:
        assert shade == colour


@given(st.none() | colours, st.none() | colours, st.none() | colours)
def test_whatever_a_firm_chooses_the_report_can_be_read(
    primary: Colour | None, accent: Colour | None, ink: Colour | None
) -> None:
    palette, _ = chosen_palette(Chosen(primary, accent, ink))
    text = parsed(palette.ink)
    assert least_contrast(text, [*TINTED, parsed(palette.pale)]) >= TEXT
    for colour in (palette.heading, palette.brand, palette.known):
        assert least_contrast(parsed(colour), [WHITE]) >= TEXT
    if palette.accent:
        assert contrast(parsed(palette.accent), WHITE) >= DRAWN


@given(colours)
def test_a_colour_is_changed_only_with_a_notice(colour: Colour) -> None:
    palette, notices = chosen_palette(Chosen(primary=colour))
    assert (palette.brand == hexadecimal(colour)) or notices


@pytest.mark.parametrize("red", ["#c00000", "#a3262a", "#7a4f00"])
def test_what_could_be_taken_for_not_met_is_kept_out_of_drawings(red: str) -> None:
    palette, notices = chosen_palette(Chosen(primary=parsed(red)))
    assert palette.heading == red
    assert palette.known == "#1f4e79"
    assert "could be taken for" in notices[-1]
