"""Every colour of a report can be told from its ground (WCAG 2.2, level AA)."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import weasyprint

from auditor.renderers import built_in
from tests.renderers.large import large_report
from tests.renderers.reports import evidenced_report, full_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from auditor.report import Report

TEMPLATES = Path(__file__).parents[2] / "templates" / "auditor_report"
TEXT: Final = 4.5
"""Least contrast of text (1.4.3)."""
DRAWN: Final = 3.0
"""Least contrast of what in a drawing has a meaning (1.4.11)."""
WHITE: Final = (1.0, 1.0, 1.0)
GROUNDS: Final = ("#ffffff", "#f3f6f9", "#e3e9ef", "#eef2f6")
"""On what words in drawings stand: paper, and the pale bands of the scale."""
MEANINGFUL: Final = ("#1f4e79", "#a3262a", "#7a4f00", "#6b7681", "#8a949e")
"""Known, missing, partly; axes and hatching. Paler lines only help the eye."""
REPORTS: Final[dict[str, Callable[[], Report]]] = {
    "full": full_report,
    "evidenced": evidenced_report,
    "large": large_report,
}


def rgb(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def luminance(colour: tuple[float, float, float]) -> float:
    """Return the relative luminance, as WCAG defines it."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour
    ]
    red, green, blue = linear
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(
    one: tuple[float, float, float], other: tuple[float, float, float]
) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_is_right() -> None:
    assert contrast((0, 0, 0), WHITE) == pytest.approx(21)
    assert contrast(rgb("#767676"), WHITE) == pytest.approx(4.54, abs=0.01)
    assert contrast(rgb("#1a2129"), rgb("#1a2129")) == 1


@cache
def page_of(name: str) -> str:
    return built_in()["html"].render(REPORTS[name]()).decode()


@cache
def printed(name: str) -> Any:
    return weasyprint.HTML(string=page_of(name)).render()


def texts(
    box: Any,
    grounds: tuple[Any, ...] = (WHITE,),
) -> Iterator[tuple[Any, Any, str]]:
    """Yield each text as laid out: its colour, a ground it stands on, its words."""
    grounds = _grounds(box) or grounds
    if getattr(box, "text", "").strip():
        colour = tuple(box.style["color"].to("srgb").coordinates)
        yield from ((colour, ground, box.text) for ground in grounds)
    for child in getattr(box, "children", ()):
        yield from texts(child, grounds)


def _grounds(box: Any) -> tuple[Any, ...]:
    """Return the colours that a box paints behind its words, if it paints any."""
    style = box.style
    found = [
        tuple(stop.to("srgb").coordinates)
        for _, image in style["background_image"]
        for stop in getattr(image, "stop_colors", None)
        or getattr(image, "colors", None)
        or ()
        if stop is not None
    ]
    plain = style["background_color"]
    if plain != "currentcolor" and plain.alpha:
        found.append(tuple(plain.to("srgb").coordinates))
    return tuple(found)


@pytest.mark.parametrize("name", REPORTS)
def test_every_text_can_be_read_on_its_ground(name: str) -> None:
    pairs = {
        (colour, ground): words
        for page in printed(name).pages
        for colour, ground, words in texts(page._page_box)  # noqa: SLF001 - WeasyPrint has no public way to its boxes
    }
    assert len({ground for _, ground in pairs}) > 3
    faint = {
        (words, round(contrast(colour, ground), 2))
        for (colour, ground), words in pairs.items()
        if contrast(colour, ground) < TEXT
    }
    assert not faint


def test_every_colour_of_the_style_sheet_can_be_read_on_white() -> None:
    """Also those of screens, and of what no report above happens to show."""
    (style,) = re.findall("<style>(.*?)</style>", page_of("full"), re.DOTALL)
    colours = set(re.findall(r"(?<![-\w])color: (#[0-9a-f]{6})", style))
    assert len(colours) >= 6
    for rule in re.findall(r"\{[^{}]*\}", style):
        (colour,) = re.findall(r"(?<![-\w])color: (#[0-9a-f]{6})", rule)[:1] or [None]
        grounds = re.findall(r"background: (#[0-9a-f]{6})", rule) or ["#ffffff"]
        if colour:
            assert contrast(rgb(colour), rgb(grounds[0])) >= TEXT, rule


def test_words_in_drawings_can_be_read() -> None:
    templates = "".join(path.read_text("utf-8") for path in TEMPLATES.glob("*.j2"))
    words = re.findall(r'<text [^>]*fill="(#[0-9a-f]{6})"', templates)
    assert len(words) >= 5
    for colour in words:
        for ground in GROUNDS:
            assert contrast(rgb(colour), rgb(ground)) >= TEXT, (colour, ground)


@pytest.mark.parametrize("colour", MEANINGFUL)
def test_what_is_drawn_with_a_meaning_can_be_seen(colour: str) -> None:
    assert colour in page_of("evidenced")
    assert contrast(rgb(colour), WHITE) >= DRAWN
