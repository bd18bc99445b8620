from __future__ import annotations

import time
from contextlib import redirect_stderr
from io import StringIO

import pytest

from auditor.cli.progress import progress

WIPED = "\r\x1b[K"


class Terminal(StringIO):
    """A stream that calls itself a terminal."""

    def isatty(self) -> bool:
        return True


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
    said = said_of(0.1)
    assert said.startswith(f"{WIPED}Writing … 1 s{WIPED}Writing … 2 s")
    assert said.endswith(WIPED)


def test_it_is_wiped_away_when_interrupted_too() -> None:
    terminal = Terminal()
    with (
        pytest.raises(KeyboardInterrupt),
        redirect_stderr(terminal),
        progress("Writing"),
    ):
        _interrupted_after(0.1)
    assert terminal.getvalue().endswith(WIPED)


def _interrupted_after(seconds: float) -> None:
    time.sleep(seconds)
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
