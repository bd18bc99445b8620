from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditor.confinement import Limits
from auditor.errors import InputError
from auditor.plugin.collection import Plugins
from auditor.renderers.foreign_templates import ForeignTemplates
from auditor.renderers.rehearsal import our_blocks, rehearse
from auditor.renderers.rehearsal.blocks import MEANINGS, our_templates
from auditor.renderers.rehearsal.markup import slips_of_markup
from auditor.renderers.rehearsal.pages import slips_of_page
from auditor.renderers.rehearsal.structure import slips_of_structure, slips_of_syntax
from auditor.renderers.template_folder import read_templates
from tests.engagement.images import picture

ROOT = Path(__file__).parents[2]
OURS = ROOT / "templates" / "auditor_report"
EXTENDS = '{% extends "auditor_report/report.html.j2" %}\n'


def told(source: str, name: str = "report.html.j2") -> list[str]:
    """Return what is said of a template without rendering it."""
    foreign = ForeignTemplates(files=((name, source),))
    found = [*slips_of_syntax(foreign)] or [*slips_of_structure(foreign)]
    return [str(slip) for slip in (*found, *slips_of_markup(name, source))]


def test_every_block_is_explained_and_documented() -> None:
    views = {"board_view.html.j2", "owners_view.html.j2"}
    emptied = {"board_first.html.j2", "board_areas.html.j2"}
    found = {n: set(b) for n, b in our_templates().items() if b}
    assert {n: set(b) for n, b in MEANINGS.items()} == {
        name: blocks for name, blocks in found.items() if name not in views | emptied
    }
    assert {block.template for block in our_blocks()} == set(our_templates())
    documented = (ROOT / "docs" / "template-reference.md").read_text("utf-8")
    for blocks in MEANINGS.values():
        for name in blocks:
            assert f"`{name}`" in documented, name


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (EXTENDS + "{% block cvoer %}{% endblock %}", "report.html.j2:2: .*'cover'"),
        ("<html></html>", "report.html.j2:1: .*lacks its blocks .*main"),
        ("\n{% if %}", "report.html.j2:2: "),
        ("{% nonsense %}", "report.html.j2:1: .*nonsense"),
        ("{{ cover | safe }}", "report.html.j2:1: There is no filter 'safe'"),
        ("<p>\n<img src='x.png'></p>", "report.html.j2:2: <img> has no alternative"),
        ("<svg role='img'>\n</svg>", "report.html.j2:1: <svg> has no <title>"),
        ("\n<svg><title>x</title></svg>", 'report.html.j2:2: <svg> has no role="img"'),
        ("<table><tr><th>x</th>", "report.html.j2:1: <th> has no scope"),
        ('<img alt="" src="http://e.example/x.png">', "It asks for 'http://e.example"),
        ('<img alt="" src="//e.example/x.png">', "It asks for '//e.example"),
        ('<img alt="" src="data:image/svg+xml,x">', "It asks for 'data:image/svg"),
        ('<img alt="" srcset="x.png 2x">', "It asks for 'x.png"),
        ("<style>\n@import 'x.css';</style>", "report.html.j2:2: It asks for 'x.css'"),
        ("<p style='background: url(x.png)'>", "It asks for 'x.png'"),
        ("<svg><image xlink:href='x.png'/></svg>", "It asks for 'x.png'"),
        ("<link rel=stylesheet href=x.css>", "<link> is not allowed"),
        ("{# x\n #}<script>1</script>", "report.html.j2:2: <script> is not allowed"),
        ("<base href='http://e.example/'>", "<base> is not allowed"),
        ("<meta http-equiv=refresh content='0;x'>", "<meta> is not allowed"),
        ("<p onclick='x()'>", "onclick is not allowed"),
        ("<a href='javascript:x'>y</a>", "A link leads to 'javascript:x'"),
        ("<a href='file:///etc/passwd'>y</a>", "A link leads to 'file:"),
        ("{{ " + "(" * 5_000, "report.html.j2:1: "),
    ],
)
def test_a_slip_is_told_with_its_line(source: str, expected: str) -> None:
    assert any(re.search(expected, line) for line in told(source)), told(source)


@pytest.mark.parametrize(
    "source",
    [
        EXTENDS + "{% block cover %}{{ super() }}{% endblock %}",
        EXTENDS + "{% block cover %}{% block own %}x{% endblock %}{% endblock %}",
        EXTENDS
        + '{% block end %}<img alt="x" src="{{ images["a.png"] }}">{% endblock %}',
        EXTENDS + '{% block end %}<a href="https://firm.example">x</a>{% endblock %}',
        EXTENDS + '{% block end %}<a href="#{{ cover.date }}">x</a>{% endblock %}',
        EXTENDS + "{% block style %}p { color: red } {# url(x) #}{% endblock %}",
    ],
)
def test_what_is_in_order_is_not_told(source: str) -> None:
    assert not told(source)


def test_a_page_that_nobody_uses_is_a_note() -> None:
    foreign = ForeignTemplates(files=(("cvoer.html.j2", "x"),))
    (slip,) = slips_of_structure(foreign)
    assert not slip.serious
    assert "Did you mean cover.html.j2?" in slip.message


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<html><head><title>T</title></head><body><h1>x</h1>", "no language"),
        ('<html lang="en"><body><h1>x</h1>', "no title"),
        ('<html lang="en"><title>T</title><body><h2>x</h2>', "first heading"),
        ('<html lang="en"><title>T</title><body><h1>x</h1><h3>y</h3>', "skipped"),
    ],
)
def test_what_a_page_lacks_for_a_screen_reader_is_told(
    page: str, expected: str
) -> None:
    assert [expected in slip.message for slip in slips_of_page(page)] == [True]


def test_our_own_templates_pass() -> None:
    for path in OURS.glob("*.j2"):
        slips = list(slips_of_markup(path.name, path.read_text()))
        assert not slips, slips


def test_a_folder_is_rendered_in_every_size_and_names_that_are_not_there_are_told() -> (
    None
):
    source = (
        EXTENDS + "{% block sources %}\n{{ cover.organization }}{{ nobody }}\n"
        "{{ engagement.client }}{% for x in nowhere %}{% endfor %}"
        "{% for x in range(9) %}{% endfor %}{% endblock %}"
    )
    foreign = ForeignTemplates(files=(("report.html.j2", source),))
    slips = [str(slip) for slip in rehearse(foreign, Plugins.load())]
    meant = "there is no 'organization' here, but there is 'organisation'."
    assert slips == [
        "report.html.j2:3: there is no 'nobody'.",
        f"report.html.j2:3: {meant}",
        "report.html.j2:4: 'client' is asked of nothing: ask with {% if … %} first.",
        "report.html.j2:4: there is no 'nowhere'.",
        "report.html.j2:4: there is no 'range'.",
    ]


@pytest.mark.parametrize(
    ("wrong", "cause"),
    [
        ("cover.organisation + 1", 'can only concatenate str (not "int") to str'),
        (
            "cover.organisation.upper()",
            "a template calls nothing but macros and blocks",
        ),
        ("1 // 0", "integer division or modulo by zero"),
        ("2 ** 9", "a template must not use the operator **"),
    ],
)
def test_a_template_that_fails_is_told_once_with_its_line(
    wrong: str, cause: str
) -> None:
    source = EXTENDS + f"{{% block cover %}}\n{{{{ {wrong} }}}}{{% endblock %}}"
    foreign = ForeignTemplates(files=(("report.html.j2", source),))
    (slip,) = rehearse(foreign, Plugins.load())
    assert str(slip) == f"report.html.j2:3: A report fails here: {cause}."


def test_after_a_report_that_takes_too_long_no_other_is_tried() -> None:
    loops = "{% for a in findings %}" * 12 + "x" + "{% endfor %}" * 12
    source = EXTENDS + f"{{% block cover %}}{loops}{{% endblock %}}"
    foreign = ForeignTemplates(files=(("report.html.j2", source),))
    (slip,) = rehearse(foreign, Plugins.load(), Limits(seconds=2))
    assert slip.message.startswith(
        "The small report, after which no other was tried: The templates took too long"
    )


def test_an_address_that_is_put_together_is_told_when_it_is_asked_for() -> None:
    source = EXTENDS + (
        "{% block sources %}<h2 data-label='x'>x</h2>"
        "{% set where = 'http://127.0.0.1:9/' %}"
        "<img alt='x' src='{{ where }}x.png'/>{% endblock %}"
    )
    foreign = ForeignTemplates(files=(("report.html.j2", source),))
    (slip,) = rehearse(foreign, Plugins.load())
    assert "It asks for 'http://127.0.0.1:9/x.png'" in slip.message


def test_a_folder_is_read_with_its_pictures_drawn_anew(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    (tmp_path / "parts" / "a.html.j2").write_text("x")
    (tmp_path / "band.png").write_bytes(picture())
    (tmp_path / ".hidden.j2").write_text("x")
    (tmp_path / "notes.docx").write_text("x")
    found = read_templates(tmp_path, ("theirs",))
    assert found.files == (("parts/a.html.j2", "x"),)
    assert found.packages == ("theirs",)
    ((name, content),) = found.images
    assert name == "band.png"
    assert b"SECRET" not in content


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "cover.html.j2").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(InputError, match="leads out of its folder"):
        read_templates(folder)


@pytest.mark.parametrize("name", ["nowhere", "empty", "picture", "binary", "many"])
def test_a_folder_that_cannot_be_used_is_refused(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    if name != "nowhere":
        folder.mkdir()
    if name == "picture":
        (folder / "a.j2").write_text("x")
        (folder / "a.png").write_bytes(b"x")
    if name == "binary":
        (folder / "a.j2").write_bytes(b"\xff\xfe")
    if name == "many":
        for number in range(201):
            (folder / f"{number}.j2").touch()
    with pytest.raises(InputError):
        read_templates(folder)
