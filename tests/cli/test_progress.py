from __future__ import annotations

import time
from contextlib import redirect_stderr
from io import StringIO
from threading import Event

import pytest

from auditor.cli.progress import progress

WIPED = "\r\x1b[K"


class Terminal(StringIO):
    """A stream that calls itself a terminal, and in which something is waited for."""

    def __init__(self, awaited: str = "") -> None:
        super().__init__()
        self._awaited = awaited
        self._shown = Event()

    def isatty(self) -> bool:
        return True

    def write(self, said: str, /) -> int:
        written = super().write(said)
        if self._awaited in self.getvalue():
            self._shown.set()
        return written

    def shows_it(self) -> bool:
        """Wait until it is shown; on a busy machine that takes its time."""
        return self._shown.wait(60)


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("auditor.cli.progress.INTERVAL", 0.01)


def said_of(seconds: float, *, silent: bool = False) -> str:
    """Return what is said of work that takes so many seconds."""
    with redirect_stderr(Terminal()) as terminal, progress("Writing", silent=silent):
        time.sleep(seconds)
    return terminal.getvalue()


def test_what_takes_long_is_told_and_wiped_away_when_done() -> None:
    with redirect_stderr(Terminal("2 s")) as terminal, progress("Writing"):
        assert terminal.shows_it()
    said = terminal.getvalue()
    assert said.startswith(f"{WIPED}Writing … 1 s{WIPED}Writing … 2 s")
    assert said.endswith(WIPED)


def test_it_is_wiped_away_when_interrupted_too() -> None:
    terminal = Terminal("1 s")
    with (
        pytest.raises(KeyboardInterrupt),
        redirect_stderr(terminal),
        progress("Writing"),
    ):
        _interrupted_at_work(terminal)
    assert terminal.getvalue().endswith(WIPED)


def _interrupted_at_work(terminal: Terminal) -> None:
    assert terminal.shows_it()
    raise KeyboardInterrupt


def test_what_is_quickly_done_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.cli.progress.INTERVAL", 60)
    assert not said_of(0)


def test_nothing_is_told_if_silence_is_asked_for() -> None:
    assert not said_of(0.1, silent=True)


def test_nothing_is_told_in_a_dumb_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert not said_of(0.1)


def test_nothing_is_told_where_there_is_no_terminal() -> None:
    with redirect_stderr(StringIO()) as file, progress("Writing"):
        time.sleep(0.1)
    assert not file.getvalue()
