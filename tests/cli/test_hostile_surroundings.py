"""Hostile rubrics, paths, plugins and templates end in a message, and harm nothing.

Not guarded yet: a template or a plugin that computes without end. Both are code that
somebody installed; a limit needs a process of its own.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.hostile import STEERS, run_limited

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable

    from click.testing import Result

    Process = Callable[..., subprocess.CompletedProcess[str]]

SAMPLE: Final = (
    Path(__file__).parents[2]
    / "sample_audits"
    / "northlight_broadband"
    / "profile.yaml"
)
LONG: Final = "Z" * 3_000
HEAD: Final = "name: r\nversion: '1'\n"
RUBRICS: Final = {
    f"{HEAD}select: [{LONG}]": "no check, prefix or area",
    f"{HEAD}checks: {{{LONG[:90]}: {{}}}}": "no check",
    f"{HEAD}checks: {{DP001: {{parameters: {{{LONG[:190]}: 1}}}}}}": "no parameter",
    f"{HEAD}checks: {{JC010: {{parameters: {{met: 1e15}}}}}}": "a share from 0 to 1",
    f"{HEAD}checks: {{JC010: {{parameters: {{met: -1}}}}}}": "a share from 0 to 1",
    f"{HEAD}severities: {{critical: 1e9}}": "less than or equal",
    f"{HEAD}areas: {{feedback_loop: {{weight: .nan}}}}": "has to be finite",
    f"name: {LONG}\nversion: [": "rubric.yaml:",
    "[" * 100_000: "Nested too deeply",
    "a: &a [1]\nb: *a": "anchors and aliases are not allowed",
}
"""What is wrong with a rubric, and a part of what is said of it."""

BRINGS: Final = """
    from auditor import (
        Area, Effort, Example, Outcome, Severity, Verdict, Verification, bibliography,
        check, hookimpl,
    )

    TEXT = "</style><script>alert(1)</script> {{{{ 7*7 }}}} "
    TEXT += "[red]x[/] \\x1b[2J | # \\u202e"

    @check(
        "HO001",
        title="Guests " + TEXT,
        severity=Severity.HIGH,
        effort=Effort.SMALL,
        verification=Verification.DECLARED,
        logic="Always.",
        remedy="Mend " + TEXT,
        sources=[bibliography.BROWN],
        examples=[Example(Outcome.MET, TEXT), Example(Outcome.NOT_MET, TEXT)],
    )
    def guests(context):
        "Because " + TEXT
        {check}

    class Renderer:
        format, suffix = {format!r}, {suffix!r}
        def render(self, report):
            {render}

    @hookimpl
    def auditor_checks():
        return [Area("hospitality", "Hospitality " + TEXT, TEXT, 10, (guests,))]

    @hookimpl
    def auditor_renderers():
        return [Renderer()]
"""


def brings(
    check: str = "return Verdict(Outcome.NOT_MET, TEXT, where=('/' + TEXT,))",
    render: str = "return b''",
    format_: str = "loud",
    suffix: str | None = ".loud",
) -> str:
    """Return the source of a plugin whose every text is hostile."""
    source = BRINGS.format(check=check, render=render, format=format_, suffix=suffix)
    return source.replace('"Because " + TEXT', '"Because."')


@pytest.mark.parametrize("rubric", RUBRICS, ids=RUBRICS.values())
def test_a_hostile_rubric_is_refused_in_few_words(
    rubric: str, cxaudit: Callable[..., Result], profile: Path, tmp_path: Path
) -> None:
    path = tmp_path / "rubric.yaml"
    path.write_text(rubric)
    ended = cxaudit("run", profile, "--rubric", path)
    assert ended.exit_code == 2
    assert RUBRICS[rubric] in ended.stderr
    assert "Z" * 70 not in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("extreme", [0, 1], ids=["least", "most"])
def test_no_threshold_that_a_rubric_may_set_makes_a_check_fail(
    extreme: int, cxaudit: Callable[..., Result], tmp_path: Path
) -> None:
    listed = json.loads(cxaudit("checks", "list", "--format", "json").stdout)
    explained = [
        json.loads(cxaudit("checks", "explain", check["id"], "--format", "json").stdout)
        for check in listed
    ]
    checks = {
        check["id"]: {
            "parameters": {
                p["name"]: extreme if p["unit"] == "share" else extreme * 10_000
                for p in check["parameters"]
            }
        }
        for check in explained
    }
    rubric = {"name": "r", "version": "1", "checks": checks}
    (tmp_path / "rubric.json").write_text(json.dumps(rubric))
    done = run_limited(
        tmp_path, "run", SAMPLE, "--rubric", "rubric.json", "--format", "json", "-q"
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["outcomes"]["error"] == 0


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("x" * 300 + ".json", "File name too long"),
        ("no\x1b[31msuch\nfolder/report.json", "there is no folder"),
        ("report.json/report.json", "there is no folder"),
        ("folder.json", "is a folder"),
        ("away.json", "there is no folder"),
        ("/dev/full.json/x.json", "there is no folder"),
    ],
)
def test_an_impossible_path_is_told_before_the_audit(
    name: str, message: str, process: Process, profile: Path, tmp_path: Path
) -> None:
    (tmp_path / "folder.json").mkdir()
    (tmp_path / "away.json").symlink_to("/no/such/folder/report.json")
    ended = process("run", profile, "-o", name)
    assert ended.returncode == 2
    assert message in ended.stderr
    assert "Traceback" not in ended.stderr
    assert not STEERS.search(ended.stderr)


@pytest.mark.parametrize(
    "args",
    [
        ["init", "--name", "A"],
        ["run", "profile.yaml", "--baseline"],
        ["run", "profile.yaml", "--pack"],
        ["run", "profile.yaml", "-o", "report.html", "--templates"],
    ],
)
def test_a_name_that_is_too_long_is_no_bug(args: list[str], process: Process) -> None:
    ended = process(*args, "x" * 300)
    assert ended.returncode == 2
    assert "' cannot be used: File name too long.\n" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_output_that_is_there_says_nothing_of_a_profile_that_is_not(
    process: Process, tmp_path: Path
) -> None:
    (tmp_path / "result.json").write_text("old")
    ended = process("run", "nowhere.yaml", "-o", "result.json")
    assert ended.returncode == 2
    assert "'nowhere.yaml' does not exist" in ended.stderr
    assert (tmp_path / "result.json").read_text() == "old"


@pytest.mark.parametrize(
    "options",
    [
        ("run", "profile.yaml", "--select", LONG),
        ("run", "profile.yaml", "--as-of", LONG),
        ("run", "profile.yaml", "-o", "report", "--format", LONG),
        ("checks", "explain", LONG),
        ("checks", "list", "--area", LONG),
    ],
)
def test_a_long_word_of_the_command_line_is_repeated_in_part(
    options: tuple[str, ...], process: Process, profile: Path
) -> None:
    del profile  # it is there
    ended = process(*options)
    assert ended.returncode == 2
    assert LONG[:50].lower() in ended.stderr.lower()
    assert LONG[:70].lower() not in ended.stderr.lower()


def test_texts_of_a_plugin_are_no_more_than_texts(
    process: Process, profile: Path, install: Callable[[str, str], None]
) -> None:
    install("hostile", brings())
    outputs = [
        part for name in ("html", "md", "txt", "json") for part in ("-o", f"r.{name}")
    ]
    ended = process("run", profile, *outputs)
    assert ended.returncode == 0, ended.stderr
    for name in ("html", "md", "txt", "json"):
        content = profile.with_name(f"r.{name}").read_text("utf-8")
        assert not STEERS.search(content), name
        assert "7*7" in content or "7\\*7" in content
    assert "<script" not in profile.with_name("r.html").read_text("utf-8")
    summary = process("run", profile)
    assert not STEERS.search(summary.stdout)


@pytest.mark.parametrize(
    ("render", "message"),
    [
        ("return 'a text'", "gave str, not bytes"),
        ("return None", "gave NoneType, not bytes"),
        ("raise SystemExit(0)", "was not written"),
        ("raise RuntimeError('x' * 10 ** 6)", "was not written"),
        ("return bytes(10 ** 12)", "MemoryError"),
    ],
)
def test_a_renderer_that_breaks_its_promise_stops_no_other(
    render: str,
    message: str,
    process: Process,
    profile: Path,
    install: Callable[[str, str], None],
) -> None:
    install("hostile", brings(render=render))
    ended = process("run", profile, "-o", "report.loud", "-o", "report.json")
    assert ended.returncode == 3
    assert message in ended.stderr
    assert profile.with_name("report.json").exists()
    assert not profile.with_name("report.loud").exists()


@pytest.mark.parametrize(
    "check", ["raise SystemExit(0)", "return 1", "guests(1)", "return 'a' * 10 ** 13"]
)
def test_a_check_cannot_end_the_run_as_if_all_were_well(
    check: str, process: Process, profile: Path, install: Callable[[str, str], None]
) -> None:
    install("hostile", brings(check=check))
    ended = process("run", profile, "--fail-under", "100")
    assert ended.returncode == 3
    assert "HO001 is not judged" in ended.stderr


@pytest.mark.parametrize(
    ("format_", "suffix"), [("a b", ".loud"), ("loud", ""), ("loud", None), ("", ".x")]
)
def test_a_renderer_without_a_usable_name_is_left_out_and_named(
    format_: str,
    suffix: str | None,
    process: Process,
    profile: Path,
    install: Callable[[str, str], None],
) -> None:
    install("hostile", brings(format_=format_, suffix=suffix))
    ended = process("run", profile, "-o", "report.json")
    assert ended.returncode == 3
    assert "The plugin hostile of hostile 1.2 is left out" in ended.stderr
    assert profile.with_name("report.json").exists()


def test_what_a_failing_plugin_says_is_cut_and_cannot_steer(
    process: Process, profile: Path, install: Callable[[str, str], None]
) -> None:
    install("hostile", "raise ValueError('\\x1b[2J' + 'Z' * 10 ** 6)")
    for command in (("run", profile, "-q"), ("plugins", "list")):
        ended = process(*command)
        assert ended.returncode == 3
        assert len(ended.stdout + ended.stderr) < 20_000
        assert not STEERS.search(ended.stdout + ended.stderr)


@pytest.mark.parametrize(
    "template",
    [
        "{% include '/etc/passwd' %}",
        "{% include '../../../../../../etc/passwd' %}",
        "{% import 'os' as os %}{{ os }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cover.organisation.__class__.__base__.__subclasses__() }}",
        "{{ '{:>1000000000}'['format']('x') }}",
        "{{ 'x'.ljust(1000000000) }}",
        "{{ ('{:>1000000000}' | attr('format'))('x') }}",
        "{{ [1] * 1000000000 }}",
        "{{ range(1000000000) | list }}",
        "{{ lipsum(n=1000000) }}",
        "{{ nothing.of.the.kind }}",
        "{{ cover | attr('__class__') | attr('mro') }}",
    ],
)
def test_a_template_that_reaches_out_spoils_its_own_format_only(
    template: str,
    process: Process,
    profile: Path,
    install: Callable[[str, str], None],
    tmp_path: Path,
) -> None:
    install(
        "hostile",
        "from auditor import hookimpl\n"
        "@hookimpl\n"
        "def auditor_templates():\n"
        "    return ['hostile_pages']\n",
    )
    pages = tmp_path / "site" / "hostile_pages"
    pages.mkdir()
    (pages / "__init__.py").touch()
    (pages / "cover.html.j2").write_text(template)
    ended = process("run", profile, "-o", "report.html", "-o", "report.json")
    assert ended.returncode == 3
    assert "report.html was not written" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert "root:" not in ended.stderr
    assert profile.with_name("report.json").exists()
    assert not profile.with_name("report.html").exists()
