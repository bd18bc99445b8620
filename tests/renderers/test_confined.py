"""Templates of others cannot do more than fail: bombs, and what they cost."""

from __future__ import annotations

import base64
import sys
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from auditor.errors import RenderError
from auditor.renderers.confined import Limits, Request, render_confined
from auditor.renderers.foreign_templates import ForeignTemplates
from auditor.renderers.html import HtmlRenderer, values_of
from tests.engagement.images import picture
from tests.renderers.engagements import engaged
from tests.renderers.reports import HOSTILE, empty_report, full_report

if TYPE_CHECKING:
    from auditor.renderers.confined import Rendered

PAGE = "report.html.j2"
SHORT = Limits(seconds=3, megabytes=1_500)
"""For what may take too long; a busy machine takes long over anything."""
PATIENT = Limits(seconds=60, megabytes=1_500)
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + ']><svg xmlns="http://www.w3.org/2000/svg"><text>&i;</text></svg>'
)
ENCODED = base64.b64encode(ENTITIES.encode()).decode()


def rendered(cover: str, limits: Limits, format_: str = "pdf") -> Rendered:
    """Return a report whose cover is a template of somebody else."""
    foreign = ForeignTemplates(files=(("cover.html.j2", cover),))
    values = values_of(empty_report(), foreign)
    return render_confined(Request(format_, PAGE, values, foreign), limits)


def nested(tag: str, times: int) -> str:
    return f"<{tag}>" * times + "x" + f"</{tag}>" * times


LOOPS = "".join(f"{{% for x{n} in ones %}}" for n in range(14))


@pytest.mark.parametrize(
    ("bomb", "told"),
    {
        "nested elements": (nested("div", 300), "too deeply|too long"),
        "nested spans": (nested("span", 5_000), "too deeply|too long"),
        "a gigabyte by multiplication": ("{{ 'a' * 10**9 }}", r"cover\.html\.j2:1"),
        "a gigabyte by a filter": (
            "{% set a = 'aaaaaaaaaa' %}"
            + "{% set a = a | replace('a', 'aaaaaaaaaa') %}" * 9
            + "{{ a }}",
            "1,500 MB|want of memory|too long",
        ),
        "a list without end": (
            "{{ ['x'] | batch(10000000000, 'y') | list | length }}",
            "1,500 MB|want of memory|too long",
        ),
        "nested loops": (
            "{% set ones = [1,2,3,4,5,6,7,8,9,0] %}" + LOOPS + "{% endfor %}" * 14,
            "too long",
        ),
        "a macro that calls itself": (
            "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
            "too deeply",
        ),
        "a page that includes itself": (
            "{% include 'cover.html.j2' %}",
            "too deeply",
        ),
        "a tiny page": (
            "<style>@page { size: 1px 1px; margin: 0 }</style>" + "<p>word</p>" * 9_999,
            "too long",
        ),
    }.values(),
)
def test_a_bomb_costs_a_clear_error_and_no_more(bomb: str, told: str) -> None:
    limits = SHORT if "too long" in told else PATIENT
    with pytest.raises(RenderError, match=told):
        rendered(bomb, limits)


@pytest.mark.parametrize(
    "bomb",
    [
        f'<h1>x</h1><img alt="" src="data:image/svg+xml;base64,{ENCODED}"/>',
        f'<h1>x</h1><img alt="" src="data:image/png;base64,{ENCODED}"/>',
    ],
    ids=["as a drawing", "as a picture"],
)
def test_a_bomb_of_entities_is_never_opened(bomb: str) -> None:
    found = rendered(bomb, PATIENT)
    assert found.refused[0].startswith("data:image/")
    assert len(PdfReader(BytesIO(found.content)).pages) > 3


def test_a_huge_span_of_columns_is_printed_or_told() -> None:
    table = '<h1>x</h1><table><tr><td colspan="1000000">a</td></tr></table>'
    try:
        found = rendered(table, Limits(seconds=20, megabytes=1_500))
    except RenderError as error:
        told = str(error)
    else:
        told = "" if PdfReader(BytesIO(found.content)).pages else "no page"
    assert not told or "too long" in told or "memory" in told


def test_a_picture_in_an_address_is_shown() -> None:
    address = f"data:image/png;base64,{base64.b64encode(picture()).decode()}"
    found = rendered(f'<h1>x</h1><img alt="teal" src="{address}"/>', PATIENT)
    assert not found.refused
    assert PdfReader(BytesIO(found.content)).pages[0].images


def test_a_child_renders_what_the_parent_would() -> None:
    ours = (
        Path(__file__).parents[2] / "templates/auditor_report/end.html.j2"
    ).read_text()
    same = ForeignTemplates(files=(("end.html.j2", ours),))
    for report in (engaged(full_report(HOSTILE)), full_report(), empty_report()):
        assert HtmlRenderer(same).render(report) == HtmlRenderer().render(report)


def test_what_a_template_says_cannot_be_taken_for_an_answer() -> None:
    found = rendered('{"error": "x"}\n<h1>x</h1>', PATIENT, "html")
    assert b'{"error": "x"}' in found.content


def children() -> set[str]:
    """Return the processes that this one has begun; other tests may have left some."""
    tasks = Path("/proc/self/task").iterdir()
    return {
        child for task in tasks for child in (task / "children").read_text().split()
    }


@pytest.mark.skipif(
    sys.platform != "linux",
    reason="only Linux lists the children of a process in /proc",
)
def test_no_child_stays_behind() -> None:
    before = children()
    with pytest.raises(RenderError):
        rendered(
            LOOPS.replace("ones", "[1,2,3,4,5,6,7,8,9]") + "{% endfor %}" * 14, SHORT
        )
    assert children() <= before


def test_a_process_that_cannot_be_started_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    with pytest.raises(RenderError, match="No such file"):
        rendered("x", SHORT)
