"""The action, the hooks and the container file do what the documents say of them."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tests.conftest import ROOT

ACTION: Final[dict[str, Any]] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS: Final = [step for step in ACTION["runs"]["steps"] if "run" in step]
HOOKS: Final[dict[str, dict[str, Any]]] = {
    hook["id"]: hook
    for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
}
CONTAINER: Final = (ROOT / "Containerfile").read_text("utf-8")
GUIDE: Final = (ROOT / "docs" / "guide-to-automation.md").read_text("utf-8")
BIN: Final = str(Path(sys.executable).parent)
GOOD: Final = "organisation: {name: Harbour Bank}\nprinciples: []\n"
BAD: Final = "organisation: {nme: Harbour Bank}\n"
needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")


def ran(*words: str, at: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((BIN, os.environ.get("PATH", "")))
    return subprocess.run(
        words,
        cwd=at,
        env=os.environ | {"PATH": path} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_action_uses_every_input_that_it_declares_and_no_other() -> None:
    used = re.findall(r"\$\{\{ inputs\.([\w-]+) \}\}", str(ACTION["runs"]))
    assert set(used) == set(ACTION["inputs"])
    for step in STEPS:  # nothing that somebody else wrote becomes a part of a script
        assert "${{" not in step["run"]


@needs_bash
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step["name"])
def test_the_scripts_of_the_action_are_sound(
    step: dict[str, Any], tmp_path: Path
) -> None:
    ended = ran("bash", "-n", "-c", step["run"], at=tmp_path)
    assert ended.returncode == 0, ended.stderr


@needs_bash
@pytest.mark.parametrize(
    ("arguments", "code"), [("", 0), ("--fail-under\n90", 1), ("--no-such", 2)]
)
def test_the_action_audits_and_tells_how_it_ended(
    arguments: str, code: int, tmp_path: Path
) -> None:
    (tmp_path / "profile; touch stolen.yaml").write_text(GOOD, "utf-8")
    said = tmp_path / "said"
    ended = ran(
        *("bash", "-e", "-o", "pipefail", "-c", STEPS[-1]["run"]),
        at=tmp_path,
        PROFILE="profile; touch stolen.yaml",
        OUTPUTS="cxaudit.sarif\nour result.json\n",
        ARGUMENTS=arguments,
        ISOLATE="true",
        GITHUB_OUTPUT=str(said),
    )
    assert ended.returncode == code, ended.stderr
    assert said.read_text("utf-8") == f"exit-code={code}\n"
    written = {path.name for path in tmp_path.iterdir()} - {"said"}
    reports = {"cxaudit.sarif", "our result.json"} if code < 2 else set()
    assert written == {"profile; touch stolen.yaml"} | reports


@needs_bash
def test_the_action_installs_plugins_of_others_as_pip_names_them(
    tmp_path: Path,
) -> None:
    pip = tmp_path / "python"
    pip.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', "utf-8")
    pip.chmod(0o755)
    ended = ran(
        *("bash", "-e", "-o", "pipefail", "-c", STEPS[0]["run"]),
        at=tmp_path,
        PATH=f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        VERSION="1.0",
        EXTRAS="evidence",
        PLUGINS="auditor-hospitality==1.2\nauditor-spa; touch stolen\n",
        HERE=str(tmp_path),
    )
    *_, cxaudit, first, second = ended.stdout.splitlines()
    assert cxaudit == "cxaudit[evidence]==1.0"
    assert (first, second) == ("auditor-hospitality==1.2", "auditor-spa; touch stolen")
    assert not (tmp_path / "stolen").exists()


def test_the_hooks_are_what_pre_commit_reads(tmp_path: Path) -> None:
    manifest = str(ROOT / ".pre-commit-hooks.yaml")
    command = (sys.executable, "-m", "pre_commit", "validate-manifest", manifest)
    ended = ran(*command, at=tmp_path)
    assert ended.returncode == 0, ended.stdout


def test_the_validating_hook_takes_every_profile_that_changed(tmp_path: Path) -> None:
    names = ["a/profile.yaml", "b/profile.yaml", "c/profile.yml"]
    for name, text in zip(names, (GOOD, BAD, BAD), strict=True):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf-8")
    hook = HOOKS["cxaudit-validate"]
    assert all(re.search(hook["files"], name) for name in names)
    assert not re.search(hook["files"], "a/our-profile.yaml")
    ended = ran(*shlex.split(hook["entry"]), *names, at=tmp_path)
    assert ended.returncode == 2
    assert "a/profile.yaml is a valid profile" in ended.stdout
    assert "b/profile.yaml:1:16" in ended.stderr
    assert "c/profile.yml:1:16" in ended.stderr
    assert ran(*shlex.split(hook["entry"]), names[0], at=tmp_path).returncode == 0


def test_the_auditing_hook_holds_a_profile_to_thresholds(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(GOOD, "utf-8")
    (block,) = re.findall(
        r"```yaml\n(# \.pre-commit-config\.yaml\n.*?)```", GUIDE, re.DOTALL
    )
    (repository,) = yaml.safe_load(block)["repos"]
    shown = {hook["id"]: hook for hook in repository["hooks"]}
    assert set(shown) == set(HOOKS)
    entry = shlex.split(HOOKS["cxaudit-run"]["entry"])
    ended = ran(*entry, *shown["cxaudit-run"]["args"], at=tmp_path)
    assert ended.returncode == 1
    assert "Missed: " in ended.stderr


def test_the_guide_shows_the_inputs_of_the_action() -> None:
    (block,) = re.findall(r"```yaml\n(# \.github/workflows.*?)```", GUIDE, re.DOTALL)
    (job,) = yaml.safe_load(block)["jobs"].values()
    (step,) = [step for step in job["steps"] if "cxaudit@" in step.get("uses", "")]
    needed = {name for name, one in ACTION["inputs"].items() if one.get("required")}
    assert needed <= set(step["with"]) <= set(ACTION["inputs"])


def test_the_container_has_all_that_is_built_and_printed_with() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    packages = project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
    copied = [
        word
        for line in re.findall(r"^COPY (.*) \S+$", CONTAINER, re.MULTILINE)
        for word in line.split()
    ]
    assert all((ROOT / name).exists() for name in copied)
    assert {package.partition("/")[0] for package in packages} <= set(copied)
    assert {project["project"]["readme"], *project["project"]["license-files"]} <= {
        *copied
    }
    ignored = (ROOT / ".containerignore").read_text("utf-8").splitlines()
    assert {f"!{name}" for name in copied} <= set(ignored)
    (libraries,) = re.findall(
        r"^LIBRARIES := (.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE
    )
    assert all(f" {name} " in CONTAINER for name in libraries.split())


def test_the_container_is_built_and_audits(tmp_path: Path) -> None:
    engine = next(filter(None, map(shutil.which, ("podman", "docker"))), None)
    if engine is None or ran(engine, "info", at=ROOT).returncode:
        pytest.skip("no container engine runs here")
    (base,) = re.findall(r"^FROM (\S+)$", CONTAINER, re.MULTILINE)
    if ran(engine, "image", "inspect", base, at=ROOT).returncode:
        pytest.skip(f"{base} is not on this machine, and tests fetch nothing")
    built = ran(
        engine, "build", "-t", "cxaudit-test", "-f", "Containerfile", ".", at=ROOT
    )
    assert built.returncode == 0, built.stderr
    (tmp_path / "profile.yaml").write_text(GOOD, "utf-8")
    tmp_path.chmod(0o777)
    mounted = ("run", "--rm", "--network", "none", "-v", f"{tmp_path}:/work")
    audit = ("run", "profile.yaml", "-o", "report.pdf")
    ended = ran(engine, *mounted, "cxaudit-test", *audit, at=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
