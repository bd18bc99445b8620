"""A reader who does what a guide says, block by block, and notes what happens.

A block that begins with a comment such as `# client/metrics.yaml` is that file, and so
is a template with `{# cover.html.j2 #}`. In a `console` block, lines after `$` are
typed, and the lines below show what is printed: all of it, its beginning and end
around a line `…`, or nothing.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import tomllib
from ast import parse
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import yaml
from click.testing import CliRunner

from auditor.cli import main
from tests.environment import install

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Reader"]

FENCE: Final = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FILE: Final = re.compile(r"(?:\{# |# )(\S+\.\w+)(?: #\})?\n")
STEP: Final = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
CUT: Final = "…\n"
TROUBLE: Final = r"^(Error|Missed):|: [0-9]+ problems?\.$|: missing in [a-z]+: "
"""What a command prints that ends with 1 or 2."""
PARSERS: Final[dict[str, Callable[[str], object]]] = {
    "yaml": yaml.safe_load,
    "toml": tomllib.loads,
    "python": parse,
}
"""What every snippet of a language must pass, were it no file."""


@dataclass(slots=True)
class Reader:
    """Follows a guide in a folder of its own."""

    folder: Path
    """Where the reader is."""
    environment: Path | None = None
    """Where packages are installed, cxaudit among them; none: in this process."""
    code: int = 0
    """Exit code of the last command."""

    def followed(self, page: str) -> str:
        """Do what a page says; return it as it would be if it told the truth."""
        return FENCE.sub(self._block, page)

    def _block(self, fence: re.Match[str]) -> str:
        language, text = fence.groups()
        if language == "console":
            shown = STEP.sub(self._step, text)
            return f"```console\n{shown}```"
        file = FILE.match(text)
        if file:
            path = self.folder / file[1]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        # A guide may show mistakes, but only in files, which a command then refuses.
        elif language in PARSERS:
            PARSERS[language](text)
        return fence[0]

    def _step(self, step: re.Match[str]) -> str:
        command, shown = step.groups()
        printed = self._typed(shlex.split(command))
        told = re.search(TROUBLE, printed, re.MULTILINE)
        assert self.code in ({1, 2} if told else {0}), f"{self.code}: {printed}"
        return f"$ {command}\n{_excerpt(printed, shown)}"

    def _typed(self, words: list[str]) -> str:
        """Return what is printed after a command line."""
        match words:
            case ["cxaudit", *arguments]:
                return self._cxaudit(arguments)
            case ["echo", "$?"]:
                code, self.code = self.code, 0
                return f"{code}\n"
            case ["mkdir", name]:
                (self.folder / name).mkdir()
            case ["rm", name]:
                (self.folder / name).unlink()
            case ["cd", name]:
                self.folder /= name
            case ["pytest", "-q", *_]:
                return self._process("python", "-m", *words, "-p", "no:randomly")
            case ["python", "-m", "build"]:
                self._process(*words, "--no-isolation", "--wheel")
            case ["pip", "install", *what]:
                assert self.environment
                install(self.environment, *what, cwd=self.folder)
            case _:
                raise NotImplementedError(words)
        return ""

    def _cxaudit(self, arguments: list[str]) -> str:
        """Return what cxaudit prints."""
        if self.environment:
            return self._process("cxaudit", *arguments)
        os.chdir(self.folder)
        ended = CliRunner().invoke(main, arguments)
        self.code = ended.exit_code
        return ended.output

    def _process(self, program: str, *arguments: str) -> str:
        """Return what a program of the environment prints."""
        assert self.environment
        ended = subprocess.run(
            [str(self.environment / "bin" / program), *arguments],
            cwd=self.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        self.code = ended.returncode
        return ended.stdout


def _excerpt(printed: str, shown: str) -> str:
    """Return as much of what is printed as a guide shows of it."""
    if not shown:
        return ""
    # Rich fills lines up with spaces, which an editor would take away.
    lines = [f"{line.rstrip()}\n" for line in printed.splitlines()]
    head, cut, tail = shown.partition(CUT)
    if cut:
        lines[head.count("\n") : len(lines) - tail.count("\n")] = [CUT]
    return "".join(lines)
