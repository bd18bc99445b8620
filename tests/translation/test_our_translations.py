"""What we ship is translated: all of it, and nothing else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import pytest

from auditor.plugin.collection import OWN, Plugins
from auditor.renderers.words_said import texts_of
from auditor.translation.catalogues import file_of
from auditor.translation.coverage import coverage
from auditor.translation.pofile import updated

LANGUAGES: Final = ("de", "fr")


@cache
def plugins() -> Plugins:
    return Plugins.load()


def ours() -> list[str]:
    installed = plugins().installed
    return [*OWN, *(one.module for one in installed if one.package == "cxaudit")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("package", ours())
def test_everything_is_translated_and_nothing_is_faulty_or_superfluous(
    package: str, language: str
) -> None:
    found = coverage(package, language, texts_of(package, plugins()))
    assert found.texts
    assert found.unusable == ""
    assert [text.one for text in found.missing] == []
    assert found.faulty == ()
    assert found.superfluous == ()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("package", ours())
def test_an_update_would_drop_and_add_nothing(package: str, language: str) -> None:
    old = Path(str(file_of(package, language))).read_bytes()
    now = updated(package, language, texts_of(package, plugins()), old)
    assert (now.added, now.dropped) == (0, 0)
