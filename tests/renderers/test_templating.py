from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from auditor.errors import RenderError
from auditor.renderers.foreign_templates import ForeignTemplates
from auditor.renderers.html import HtmlRenderer
from auditor.renderers.templating import render_template
from auditor.renderers.view import view_of
from tests.renderers.large import large_report
from tests.renderers.reports import empty_report, full_report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from auditor.report import Report

PLAIN = (str, int, float, bool, type(None))


@pytest.fixture
def package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Callable[[str, str], str]:
    """Return a function that installs a package with one template."""
    monkeypatch.syspath_prepend(tmp_path)

    def install(path: str, text: str) -> str:
        name = f"templates_of_{request.node.name.partition('[')[0]}_{abs(hash(text))}"
        folder = tmp_path / name
        folder.mkdir()
        (folder / "__init__.py").touch()
        (folder / path).write_text(text)
        return name

    return install


def leaves(value: object) -> Iterator[object]:
    if type(value) is dict:
        assert all(type(key) is str for key in value)
        value = list(value.values())
    if type(value) is list:
        for part in value:
            yield from leaves(part)
    else:
        yield value


@pytest.mark.parametrize("report", [full_report(), empty_report(), large_report()])
def test_a_template_sees_plain_values_only(report: Report) -> None:
    assert {type(leaf) for leaf in leaves(view_of(report))} <= set(PLAIN)


def test_a_plugin_can_fill_one_block_of_ours(
    package: Callable[[str, str], str],
) -> None:
    name = package(
        "report.html.j2",
        '{% extends "auditor_report/report.html.j2" %}'
        "{% block sources %}<p>Ours alone</p>{% endblock %}",
    )
    html = HtmlRenderer(ForeignTemplates((name,))).render(full_report()).decode()
    assert "<p>Ours alone</p>" in html
    assert 'id="board"' in html
    assert 'id="sources"' not in html


def test_a_plugin_can_replace_one_page(package: Callable[[str, str], str]) -> None:
    name = package("cover.html.j2", "<p>{{ cover.organisation }}</p>")
    html = HtmlRenderer(ForeignTemplates((name,))).render(full_report("A & B")).decode()
    assert "<p>A &amp; B</p>" in html
    assert 'class="cover"' not in html


@pytest.mark.parametrize(
    "text",
    [
        "{{ cover.__class__.__mro__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.join.__self__.__class__ }}",
        "{{ 'a' * 1000000000 }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ 2 ** 100000000 }}",
        "{{ cover.organisation | safe }}",
        "{{ cover.clear() }}",
        "{{ cover.nothing_of_the_kind }}",
        "{% include 'no_such_page.html.j2' %}",
        "{% if %}",
    ],
)
def test_a_template_that_does_what_it_must_not_is_refused(
    text: str, package: Callable[[str, str], str]
) -> None:
    name = package("cover.html.j2", text)
    with pytest.raises(RenderError, match="template"):
        HtmlRenderer(ForeignTemplates((name,))).render(full_report())


def test_a_template_that_is_not_there_is_named(
    package: Callable[[str, str], str],
) -> None:
    name = package("cover.html.j2", "{% include 'no_such_page.html.j2' %}")
    told = r"cover\.html\.j2:1 failed: there is no template 'no_such_page\.html\.j2'\."
    with pytest.raises(RenderError, match=told):
        HtmlRenderer(ForeignTemplates((name,))).render(full_report())


def test_a_package_that_is_not_there_is_named() -> None:
    with pytest.raises(RenderError, match="no_such_package"):
        render_template("report.html.j2", {}, ForeignTemplates(("no_such_package",)))
