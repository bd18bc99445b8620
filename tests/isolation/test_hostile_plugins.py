"""Hostile plugins cost their own findings, and nothing else."""

from __future__ import annotations

import ctypes
import socket
import sys
import time
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

import pytest

import auditor.engine
import auditor.scoring
from auditor.checks import Check
from auditor.confinement import Guard, Limits
from auditor.engine import audit
from auditor.finding import Outcome
from auditor.isolation import isolated_plugins
from auditor.profile.reading import load_profile_value
from tests.distributions import install, plugin_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.finding import Finding
    from auditor.plugin.collection import Plugins

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="other systems guard less: see the documents"
)

LIMITS: Final = Limits(seconds=4, megabytes=1_000)
TOO_LONG: Final = (
    "It took longer than is allowed: 4 seconds of processor time, or 8 by the clock."
)
MET: Final = "return Verdict(Outcome.MET, 'They are.')"

IN_IMPORT: Final = {
    "hangs_in_import": "while True: pass",
    "hangs_deaf_in_import": (
        "import signal; signal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True: pass"
    ),
    "exits_in_import": "import os; os._exit(0)",
    "writes_in_import": "open({canary!r}, 'w').write('x')",
    "patches_the_core": (
        "import auditor.checks, auditor.engine, auditor.scoring\n"
        "auditor.scoring.score = auditor.engine.audit = None\n"
        "auditor.checks.Check.assess = lambda *_: Verdict(Outcome.MET, 'All is well.')"
    ),
    "exhausts_memory_in_import": "held = [bytes(10**7) for _ in range(10**6)]",
    "floods_its_metadata": "TITLE = 'x' * 10**8",
}
"""What a module does when it is imported."""

IN_JUDGE: Final = {
    "hangs": "import time; time.sleep(10**6)",
    "spins": "while True: pass",
    "exhausts_memory": "return [bytes(10**7) for _ in range(10**6)]",
    "forks": "import os; [os.fork() or os._exit(0) for _ in range(50)]; " + MET,
    "starts_a_program": "import subprocess; subprocess.run(['true']); " + MET,
    "starts_a_thread": "import threading; threading.Thread(target=int).start(); " + MET,
    "exits": "import os; os._exit(3)",
    "crashes": "import ctypes; ctypes.string_at(0)",
    "recurses": (
        "import sys; sys.setrecursionlimit(10**9)\n"
        "    def deeper(): return deeper()\n"
        "    return deeper()"
    ),
    "kills_us": "import os; os.kill(os.getppid(), 9); " + MET,
    "writes": "open({canary!r}, 'w').write('x'); " + MET,
    "empties": "import os; os.open({kept!r}, os.O_TRUNC); " + MET,
    "removes": "import os; os.remove({kept!r}); " + MET,
    "reads": "return Verdict(Outcome.MET, open('/etc/passwd').read())",
    "calls_home": (
        "import socket; socket.create_connection(('127.0.0.1', {port}), 1); " + MET
    ),
    "babbles": (
        "import os\n"
        "    for pipe in range(64):\n"
        "        try: os.write(pipe, b'garbage' * 99)\n"
        "        except OSError: pass\n"
        f"    {MET}"
    ),
    "forges_a_pickle": (
        "import os, pickle, struct, sys\n"
        "    frame = sys._getframe()\n"
        "    while 'answers' not in frame.f_locals: frame = frame.f_back\n"
        "    said = pickle.dumps(print)\n"
        "    os.write(frame.f_locals['answers'], struct.pack('>Q', len(said)) + said)\n"
        f"    {MET}"
    ),
    "promises_too_much": (
        "import os, struct, sys\n"
        "    frame = sys._getframe()\n"
        "    while 'answers' not in frame.f_locals: frame = frame.f_back\n"
        "    os.write(frame.f_locals['answers'], struct.pack('>Q', 2**63))\n"
        f"    {MET}"
    ),
    "talks_too_much": "return Verdict(Outcome.MET, 'x' * 10**8)",
    "gives_no_verdict": "return 'met'",
    "forges_a_share": (
        "verdict = Verdict(Outcome.PARTLY_MET, 'Much.')\n"
        "    object.__setattr__(verdict, 'share', 1e9)\n"
        "    return verdict"
    ),
    "forges_a_format": (
        "from auditor import message\n"
        "    reason = message('{{n}}', n=1)\n"
        "    reason.template = '{{n:>999999999}}'\n"
        "    return Verdict(Outcome.MET, reason)"
    ),
    "invents_a_figure": (
        "from auditor import Measure\n"
        "    figure = Measure('m', 't', 'n', 1.0, 1, None, None, '%', 'd')\n"
        "    return Verdict(Outcome.MET, 'It is.', measures=(figure,))"
    ),
}
"""What a check does when it is asked."""

REASONS: Final = {
    "hangs": TOO_LONG,
    "spins": TOO_LONG,
    "exhausts_memory": "The check failed: MemoryError.",
    "forks": "The check failed: PermissionError.",
    "exits": "Its process ended by itself (code 3).",
    "crashes": "Its process ended by itself (code -11).",
    "kills_us": "The check failed: PermissionError.",
    "writes": "The check failed: PermissionError.",
    "calls_home": "The check failed: PermissionError.",
    "babbles": "What it gave is no answer that can be used.",
    "forges_a_pickle": "What it gave is no answer that can be used.",
    "gives_no_verdict": "The check failed: it returned no verdict.",
}
"""What is said of some of them, in full."""


@dataclass(frozen=True)
class Scene:
    """One audit with all of them."""

    plugins: Plugins
    findings: dict[str, Finding]
    """By name of the plugin."""
    failures: dict[str, str]
    canary: Path
    kept: Path
    called: bool
    seconds: float

    @property
    def guarded(self) -> tuple[Guard, ...]:
        assert self.plugins.isolation is not None
        return self.plugins.isolation.guarded


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Scene]:
    folder = tmp_path_factory.mktemp("hostile")
    site, canary, kept = folder / "site", folder / "canary", folder / "kept"
    site.mkdir()
    kept.write_text("still here")
    with (
        pytest.MonkeyPatch.context() as patched,
        socket.create_server(("127.0.0.1", 0)) as server,
    ):
        patched.syspath_prepend(str(site))
        patched.setenv("CXAUDIT_SIGNING_PASSPHRASE", "open sesame")
        server.settimeout(0)
        known = {
            "canary": str(canary),
            "kept": str(kept),
            "port": server.getsockname()[1],
        }
        names = _installed(site, known)
        began = time.monotonic()
        plugins = isolated_plugins(names.values(), LIMITS)
        profile = load_profile_value({"organisation": {"name": "Harbour Bank"}})
        report = audit(profile, plugins, as_of=date(2026, 11, 21))
        seconds = time.monotonic() - began
        yield Scene(
            plugins,
            {names[f.check]: f for f in report.findings},
            {record.name: record.failure for record in report.plugins},
            canary,
            kept,
            _was_called(server),
            seconds,
        )


def _installed(site: Path, known: dict[str, object]) -> dict[str, str]:
    """Install all of them, and some that mean no harm; return them by check."""
    bodies = {name: body.format(**known) for name, body in IN_JUDGE.items()}
    bodies |= {
        "means_no_harm": MET,
        "prints": f"print('x' * 9999); {MET}",
        "shows_the_surroundings": (
            "import os; return Verdict(Outcome.MET, ' '.join(os.environ.values()))"
        ),
    }
    names = {}
    for number, (name, body) in enumerate(bodies.items()):
        names[f"HO{number:03}"] = name
        install(site, name, plugin_of(f"HO{number:03}", body, f"area_{number}"))
    for number, (name, source) in enumerate(IN_IMPORT.items()):
        names[f"HI{number:03}"] = name
        plugin = plugin_of(f"HI{number:03}", MET, f"more_{number}")
        hostile = source.format(**known)
        if name == "floods_its_metadata":
            plugin = plugin.replace("'Hospitality'", "TITLE").replace(
                '"Hospitality"', "TITLE"
            )
        head, at, rest = plugin.partition("@check(")
        install(site, name, f"{head}\n{hostile}\n{at}{rest}")
    stolen = next(check for check, name in names.items() if name == "means_no_harm")
    names["XX000"] = "steals_an_id"
    install(site, "steals_an_id", plugin_of(stolen, MET, "thieves"))
    return names


def _was_called(server: socket.socket) -> bool:
    try:
        server.accept()
    except BlockingIOError:
        return False
    return True


@pytest.mark.parametrize("name", IN_JUDGE)
def test_a_hostile_check_is_an_error_with_a_reason(scene: Scene, name: str) -> None:
    if name == "reads" and Guard.READING not in scene.guarded:
        pytest.skip("this kernel has no Landlock")
    assert scene.failures[name] == ""
    finding = scene.findings[name]
    assert finding.outcome is Outcome.ERROR
    assert finding.reason.endswith(REASONS.get(name, "."))
    assert len(finding.reason) < 200


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("hangs_in_import", TOO_LONG),
        ("hangs_deaf_in_import", TOO_LONG),
        ("exits_in_import", "ended by itself (code 0)"),
        ("writes_in_import", "PermissionError"),
        ("exhausts_memory_in_import", "MemoryError"),
        ("floods_its_metadata", "ValidationError"),
        ("steals_an_id", "the id of a check of plugin 'means_no_harm'"),
    ],
)
def test_a_plugin_that_cannot_be_imported_is_left_out(
    scene: Scene, name: str, why: str
) -> None:
    assert why in scene.failures[name]
    assert name not in scene.findings


def test_who_means_no_harm_is_judged_as_ever(scene: Scene) -> None:
    for name in ("means_no_harm", "prints"):
        assert scene.findings[name].outcome is Outcome.MET
        assert scene.findings[name].reason == "They are."


def test_nothing_was_written_changed_or_removed(scene: Scene) -> None:
    assert not scene.canary.exists()
    assert scene.kept.read_text() == "still here"


def test_nobody_called_home(scene: Scene) -> None:
    assert not scene.called


def test_passwords_of_the_environment_stay_here(scene: Scene) -> None:
    shown = scene.findings["shows_the_surroundings"]
    assert shown.outcome is Outcome.MET
    assert "sesame" not in shown.reason


def test_what_a_plugin_patches_is_its_own_copy(scene: Scene) -> None:
    assert scene.findings["patches_the_core"].reason == "They are."
    assert auditor.engine.audit is audit
    assert callable(auditor.scoring.score)
    assert Check.assess.__module__ == "auditor.checks"


def test_nothing_of_a_plugin_was_imported_here(scene: Scene) -> None:
    installed = {f"auditor_{name}" for name in scene.failures}
    assert not installed & set(sys.modules)


def test_what_was_guarded_is_told(scene: Scene) -> None:
    assert set(scene.guarded) >= set(Guard) - {Guard.READING}
    reading = ctypes.CDLL(None).syscall(444, None, ctypes.c_size_t(0), 1) > 0
    assert (Guard.READING in scene.guarded) == reading


def test_it_ends_in_time(scene: Scene) -> None:
    requests = 3  # to begin, to load and to judge
    assert scene.seconds < requests * LIMITS.patience * len(scene.failures)
