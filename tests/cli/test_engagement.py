from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from auditor.engagement.reading import read_engagement
from tests.engagement.images import SVG

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result

    from tests.cli.conftest import Process

SAMPLE = Path(__file__).parents[2] / "sample_audits" / "northlight_broadband"
DAY = ("--as-of", "2026-11-21")


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    """An engagement with a logo, a colour that has to be mended, and words."""
    (tmp_path / "logo.svg").write_text(SVG.format('<rect width="9" height="9"/>'))
    file = tmp_path / "engagement.yaml"
    file.write_text(
        "client: The client\nfirm: The firm\nconfidentiality: Confidential\n"
        "logo: {file: logo.svg}\ncolours: {primary: '#f0c000'}\n"
        "typefaces: {text: {family: No Such Typeface}}\n"
        "introduction: Hello.\n"
    )
    return file


def test_an_engagement_changes_the_looks_and_not_the_result(
    cxaudit: Callable[..., Result], profile: Path, firm: Path, tmp_path: Path
) -> None:
    plain, branded = tmp_path / "plain", tmp_path / "branded"
    for folder in (plain, branded):
        folder.mkdir()
        options = ("--engagement", firm) if folder is branded else ()
        names = [("-o", folder / f"r.{suffix}") for suffix in ("json", "html", "txt")]
        outputs = [word for pair in names for word in pair]
        ended = cxaudit("run", profile, *DAY, *options, *outputs)
        assert ended.exit_code == 0, ended.output
    assert (plain / "r.json").read_bytes() == (branded / "r.json").read_bytes()
    page = (branded / "r.html").read_text()
    assert "The firm" in page
    assert "The firm" not in (plain / "r.html").read_text()


def test_what_is_mended_is_told_and_what_is_quiet_is_not(
    cxaudit: Callable[..., Result], profile: Path, firm: Path, tmp_path: Path
) -> None:
    words = ("run", profile, *DAY, "--engagement", firm, "-o", tmp_path / "r.pdf")
    told = " ".join(cxaudit(*words).stderr.split())
    assert "colours.primary: #f0c000 has a contrast of" in told
    assert "'No Such Typeface' is not installed here" in told
    assert "contrast" not in cxaudit(*words, "-q").stderr
    pdf = PdfReader(tmp_path / "r.pdf")
    assert "The firm · Confidential" in pdf.pages[1].extract_text()


def test_a_mistake_in_an_engagement_stops_before_the_audit(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    file = tmp_path / "e.toml"
    file.write_text('client = "C"\nfirm = "F"\nsections = ["bord"]\n')
    ended = cxaudit("run", profile, "--engagement", file, "-o", tmp_path / "r.html")
    assert ended.exit_code == 2
    assert "e.toml:3:1: entry 1: found 'bord'" in ended.stderr
    assert "Did you mean 'board'?" in ended.stderr
    assert not (tmp_path / "r.html").exists()


def test_a_view_is_for_pdf_and_html(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    page = tmp_path / "r.html"
    assert cxaudit("run", profile, "--view", "board", "-o", page).exit_code == 0
    assert 'id="board_second"' in page.read_text()
    assert cxaudit("run", profile, "--view", "owners", "-o", page).exit_code == 0
    assert 'id="owners"' in page.read_text()
    for words in (("--view", "board"), ("--templates", tmp_path)):
        (tmp_path / "cover.html.j2").write_text("x")
        ended = cxaudit("run", profile, *words, "-o", tmp_path / "r.json")
        assert ended.exit_code == 2
        assert f"{words[0]}" in ended.stderr
        assert "is of no use" in ended.stderr


@pytest.mark.parametrize("name", ["r.json", "r.xlsx", ""])
def test_an_engagement_that_nothing_shows_is_refused(
    cxaudit: Callable[..., Result], profile: Path, firm: Path, tmp_path: Path, name: str
) -> None:
    outputs = ("-o", tmp_path / name) if name else ()
    ended = cxaudit("run", profile, "--engagement", firm, *outputs)
    assert ended.exit_code == 2
    assert "--engagement is of no use" in ended.stderr


def test_a_letter_that_no_font_has_is_a_warning_like_any_other(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    profile = tmp_path / "profile.yaml"
    profile.write_text("organisation: {name: \U0001d2e0 Bank}\n", "utf-8")
    words = ("run", profile, *DAY, "-o", tmp_path / "r.pdf")
    assert "Warning: No installed font has 1 characters" in cxaudit(*words).stderr
    assert "No installed font" not in cxaudit(*words, "-q").stderr


def test_a_template_that_cannot_be_parsed_is_told_once(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    (tmp_path / "end.html.j2").write_text("<p>{% if %}</p>")
    ended = cxaudit("templates", "check", tmp_path)
    assert ended.exit_code == 2
    assert ended.stdout.endswith("1 problem.\n")


def test_a_bomb_in_a_template_costs_its_own_output_only(
    process: Process, profile: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "cover.html.j2").write_text("<div>" * 900 + "{{ 'a' * 10**9 }}")
    outputs = [("-o", str(tmp_path / f"r.{end}")) for end in ("pdf", "html", "json")]
    words = [word for pair in outputs for word in pair]
    ended = process("run", profile, *DAY, "--templates", folder, *words)
    assert ended.returncode == 3
    assert "r.pdf was not written: The template cover.html.j2:1 failed" in ended.stderr
    assert json.loads((tmp_path / "r.json").read_text())["result_version"] == 1
    assert not (tmp_path / "r.html").exists()
    assert "Traceback" not in ended.stderr


def test_a_folders_templates_come_before_ours(
    cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "report.html.j2").write_text(
        '{% extends "auditor_report/report.html.j2" %}'
        "{% block end %}<p>{{ cover.organisation }}, by us</p>{% endblock %}"
    )
    page = tmp_path / "r.html"
    ended = cxaudit("run", profile, *DAY, "--templates", folder, "-o", page)
    assert ended.exit_code == 0, ended.output
    assert "<p>Harbour Bank, by us</p>" in page.read_text()
    assert 'id="board"' in page.read_text()


def test_templates_are_listed(cxaudit: Callable[..., Result]) -> None:
    table = cxaudit("templates", "list").stdout
    assert re.search(
        r"^cover\.html\.j2 +cover_mark +the firm's logo$", table, re.MULTILINE
    )
    listed = json.loads(cxaudit("templates", "list", "--format", "json").stdout)
    assert {"template": "report.html.j2", "name": "cover", "holds": "the cover"} in (
        listed
    )


def test_templates_are_checked(cxaudit: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "end.html.j2").write_text("<p>\n{{ nobody }}</p>")
    ended = cxaudit("templates", "check", tmp_path)
    assert ended.exit_code == 2
    assert f"{tmp_path / 'end.html.j2'}:2: there is no 'nobody'." in ended.stdout
    assert ended.stdout.endswith("1 problem.\n")
    (tmp_path / "end.html.j2").write_text("<p>{{ cover.date }}</p>")
    ended = cxaudit("templates", "check", tmp_path)
    assert ended.exit_code == 0
    assert ended.stdout == f"{tmp_path} can be used.\n"
    assert cxaudit("templates", "check", tmp_path / "nowhere").exit_code == 2


def test_init_writes_an_engagement_to_begin_with(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    assert cxaudit("init", folder, "--engagement").exit_code == 0
    file = folder / "engagement.toml"
    assert read_engagement(file).firm == "Our firm"
    assert (folder / "engagement.schema.json").exists()
    assert cxaudit("init", folder, "--engagement").exit_code == 2
    ended = cxaudit("init", folder, "--engagement", "--name", "Bank", "--force")
    assert ended.exit_code == 2
    assert "takes only --force" in ended.stderr
    # Every example counts once its # is gone; the logo alone has to be brought.
    text = re.sub(r"^#(?=[\w\[])", "", file.read_text(), flags=re.MULTILINE)
    (folder / "logo.svg").write_text(SVG.format(""))
    file.write_text(text)
    found = read_engagement(file)
    assert found.logo
    assert found.people
    assert found.sections
    assert not found.notices


def test_the_branded_sample_is_in_order(
    cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    page = tmp_path / "r.html"
    words = ("--engagement", SAMPLE / "engagement.toml", "-o", page)
    ended = cxaudit("run", SAMPLE / "profile.yaml", *DAY, *words)
    assert ended.exit_code == 0, ended.output
    assert "Fernhill Partners" in page.read_text()
