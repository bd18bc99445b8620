"""How the author of a plugin learns that something is on its way out."""

from __future__ import annotations

import warnings

import pytest

import auditor
from auditor import PluginApiWarning
from auditor.deprecation import deprecated


@deprecated(since="1.2", instead="`tally`")
def count(*, twice: bool) -> int:
    """Count."""
    return 2 if twice else 1


def test_a_deprecated_function_works_and_warns_where_it_is_called() -> None:
    with pytest.warns(PluginApiWarning) as told:
        assert count(twice=True) == 2
    (warning,) = told
    assert warning.filename == __file__
    assert str(warning.message) == (
        "`count` is deprecated since version 1.2 of the plugin API and goes with 2.0; "
        "use `tally`."
    )
    assert count.__doc__ == "Count."


def test_a_replaced_name_of_the_facade_is_the_new_one_and_warns_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(auditor._REPLACED, "count_parts", ("1.3", "tally"))  # noqa: SLF001 - nothing is replaced yet
    for _ in range(2):
        with pytest.warns(
            PluginApiWarning, match="`count_parts`.*1.3.*use `tally`"
        ) as told:
            assert auditor.count_parts is auditor.tally
        assert told[0].filename == __file__


def test_readers_of_a_report_are_not_told() -> None:
    with warnings.catch_warnings():
        warnings.resetwarnings()
        warnings.simplefilter("ignore", DeprecationWarning)  # as Python does
        assert count(twice=False) == 1
