from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.verification.alignment import Alignment, aligned

pages = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=8)


def test_each_kind_of_change_is_told_for_what_it_is() -> None:
    printed = "abcdefg"
    assert aligned("abcdefg", printed) == Alignment()
    assert aligned("abXdefg", printed) == Alignment(changed=((2, 2),))
    assert aligned("abdefg", printed) == Alignment(missing=(2,))
    assert aligned("abcdefgX", printed) == Alignment(added=(7,))
    assert aligned("abcdfeg", printed) == Alignment(moved=((5, 4),))
    assert aligned("gbcdefa", printed) == Alignment(moved=((0, 6), (6, 0)))


@given(pages, pages)
def test_only_the_same_pages_in_the_same_order_are_complete(
    found: list[str], printed: list[str]
) -> None:
    assert aligned(found, printed).complete == (found == printed)


@given(pages, pages)
def test_no_page_is_told_of_twice(found: list[str], printed: list[str]) -> None:
    alignment = aligned(found, printed)
    here = [a for a, _ in (*alignment.changed, *alignment.moved)] + [*alignment.added]
    there = [b for _, b in (*alignment.changed, *alignment.moved)] + [
        *alignment.missing
    ]
    assert len(set(here)) == len(here)
    assert len(set(there)) == len(there)
