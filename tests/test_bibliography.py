from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest

from auditor import bibliography
from auditor.bibliography import ALL, OURS, Access, Source

ADDRESS = re.compile(r"https://[\w.-]+\.[a-z]+(/[^\s\"<>]*)?")
SENTENCES = re.compile(r"[A-Z].*\.", re.DOTALL)

CONSTANTS = {
    name: work for name, work in vars(bibliography).items() if isinstance(work, Source)
}

each_work = pytest.mark.parametrize("work", ALL, ids=lambda work: work.key)


def test_keys_are_unique_and_sorted() -> None:
    keys = [work.key for work in ALL]
    assert keys == sorted(set(keys))


def test_every_constant_is_listed_and_exported() -> None:
    assert set(CONSTANTS.values()) == set(ALL)
    assert len(CONSTANTS) == len(ALL)
    assert set(CONSTANTS) <= set(bibliography.__all__)


def test_every_exported_name_exists() -> None:
    assert all(hasattr(bibliography, name) for name in bibliography.__all__)
    assert list(bibliography.__all__) == sorted(set(bibliography.__all__), key=_as_ruff)


def _as_ruff(name: str) -> tuple[bool, str]:
    return not name.isupper(), name  # constants first, then classes


@pytest.mark.parametrize("name", sorted(CONSTANTS))
def test_a_constant_is_named_like_its_key(name: str) -> None:
    assert CONSTANTS[name].key.upper().replace("-", "_") == name


def test_our_own_judgement_is_no_work() -> None:
    assert OURS not in {work.key for work in ALL}


@each_work
def test_a_key_can_stand_in_a_link(work: Source) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", work.key)


@each_work
def test_an_address_is_empty_or_a_plain_https_one(work: Source) -> None:
    if work.address:
        assert ADDRESS.fullmatch(work.address)
        assert urlsplit(work.address).hostname


@each_work
def test_author_and_title_are_given_without_stray_space(work: Source) -> None:
    for text in (work.author, work.title, work.note, work.address):
        assert text == " ".join(text.split())
    assert work.author
    assert work.title


@each_work
def test_a_year_is_one_in_which_the_field_existed(work: Source) -> None:
    assert work.year is None or 1995 <= work.year <= 2026


@each_work
def test_a_note_is_one_to_three_full_sentences(work: Source) -> None:
    assert SENTENCES.fullmatch(work.note)
    assert len(re.findall(r"[.!?](?=\s+[A-Z]|$)", work.note)) in range(1, 4)


@each_work
def test_what_was_read_elsewhere_names_where(work: Source) -> None:
    if work.access in {Access.SECONDARY, Access.SCOPE}:
        assert work.address
