"""Printing turns the collector of cycles off, and leaves it as it found it."""

from __future__ import annotations

import gc

import pytest

from auditor.renderers.uncollected import collecting_later


def test_nothing_is_collected_meanwhile_and_everything_again_afterwards() -> None:
    assert gc.isenabled()
    with collecting_later():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_failure_turns_the_collector_on_again() -> None:
    with pytest.raises(ValueError, match="no page"), collecting_later():
        raise ValueError("no page")
    assert gc.isenabled()


def test_who_has_turned_it_off_finds_it_off() -> None:
    gc.disable()
    try:
        with collecting_later():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
