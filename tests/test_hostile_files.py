"""Files made to crash, exhaust or mislead the whole tool end in a clear message.

Each is read by a process with little memory, so that what is not bounded is killed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.hostile import STEERS, run_limited

if TYPE_CHECKING:
    from pathlib import Path


def bomb() -> str:
    lines = ["a: &a [x, x]"]
    lines += [
        f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]"
        for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    return "\n".join(lines)


NAMED: Final = "organisation: {name: x}\n"
VALUE: Final = NAMED + "metrics: [{id: m, kind: nps, value: %s}]"
FAULTS: Final = "".join(f"{'k' * 150}{n}: 1\n" for n in range(20_000))
FILES: Final[dict[str, tuple[str | bytes, str]]] = {
    "alias bomb": (bomb(), "anchors and aliases are not allowed"),
    "deep lists": ("[" * 1_000_000, "Nested too deeply"),
    "deep groups": ("{a: " * 500_000, "Nested too deeply"),
    "deep lines": ("- " * 500_000, "Nested too deeply"),
    "endless list": (NAMED + f"metrics: [{'1,' * 2_000_000}]", "values are allowed"),
    "NUL bytes": (NAMED.encode() + b"\0" * 1_000, "cannot be printed (U+0000)"),
    "escape sequence": (b"a: \x1b[31mx", "cannot be printed (U+001B)"),
    "UTF-16": (NAMED.encode("utf-16"), "saved as UTF-16"),
    "Latin-1": ("organisation: {name: é}".encode("latin-1"), "is not UTF-8"),
    "surrogate": ('{"organisation": {"name": "\\ud800"}}', "U+D800"),
    "huge number": (VALUE % ("9" * 4_000), "a number of 4,000 characters"),
    "beyond floats": (VALUE % "1e400", "which is too large"),
    "beyond our numbers": (VALUE % "1e300", "a number lies between"),
    "beyond dates": (NAMED + "strategy: {written: 99999-01-01}", "from 1900 to 2200"),
    "hostile key": (NAMED + '"<b>{{7*7}}' + "k" * 150 + '": 1', "not known here"),
    "long text": (NAMED + f"principle_tie_break: {'x' * 6_000}", "5,000 are allowed"),
    "python tag": ("!!python/object/apply:os.system [id]", "tags are not allowed"),
    "many faults": (NAMED + FAULTS, "problems in all"),
}
"""What is wrong with a file, and a part of what is said of it."""


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_ends_in_short_clear_messages(name: str, tmp_path: Path) -> None:
    content, message = FILES[name]
    profile = tmp_path / ("profile.json" if name == "surrogate" else "profile.yaml")
    profile.write_bytes(content if isinstance(content, bytes) else content.encode())
    done = run_limited(tmp_path, "validate", profile)
    assert done.returncode == 2, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert not STEERS.search(done.stderr)
    for line in done.stderr.replace(str(profile), "").splitlines():
        assert re.search(r"([x9k])\1{60}", line) is None
        assert len(line) < 500


def test_a_file_of_200_megabytes_is_refused_unread(
    tmp_path: Path,
) -> None:
    profile = tmp_path / "profile.yaml"
    with profile.open("wb") as file:
        file.truncate(200_000_000)
    done = run_limited(tmp_path, "run", profile, "-o", "report.pdf")
    assert done.returncode == 2
    assert "is too large" in done.stderr
    assert list(tmp_path.iterdir()) == [profile]
