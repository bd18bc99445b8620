"""What a report says of its plugins, and of what guarded those of others."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from auditor.confinement import Guard
from auditor.renderers.guards import guards
from auditor.renderers.view.method import method
from auditor.report import Isolation, PluginRecord
from tests.renderers.reports import empty_report


def test_each_plugin_with_files_has_version_and_digest() -> None:
    plugins = (
        PluginRecord("inn", "1.2", ("HO001",), sha256="ab12"),
        PluginRecord("nowhere", "1", (), "not found"),
    )
    report = replace(empty_report(), plugins=plugins)
    inn, nowhere = cast("list[dict[str, str]]", method(report)["plugins"])
    assert (inn["version"], inn["digest"]) == ("1.2", "SHA-256 ab12")
    assert (nowhere["state"], nowhere["digest"]) == ("not found", "")


def test_what_is_not_guarded_is_said_as_plainly_as_what_is() -> None:
    plugins = (PluginRecord("inn", "1.2", ("HO001",), isolated=True),)
    isolation = Isolation((Guard.TIME, Guard.PROCESSES))
    report = replace(empty_report(), plugins=plugins, isolation=isolation)
    ((label, said),) = guards(report)
    assert label == "Checks of third parties"
    assert said == (
        "inn: imported and judged in processes of their own. "
        "Guarded: time, starting of processes. Not guarded on this system: memory, "
        "writing of files, use of a network, reading of files outside of Python's "
        "folders."
    )


def test_nothing_is_said_where_nothing_ran_apart() -> None:
    assert [*guards(empty_report())] == []
