"""Names are the same however they are spelled, in Python and in the engine."""

from __future__ import annotations

import duckdb
import pytest

from auditor.evidence.names import SEPARATORS, folded, folded_in_sql

SPELLED = {
    "E-mail": "email",
    " Live\u2011chat ": "livechat",
    "call_centre (UK)": "callcentreuk",
    "[a]b\\c^d'e": "abcde",
    "\u00dcber uns": "\u00fcberuns",
    "\u0915\u0940": "\u0915\u0940",
    "24/7": "247",
    SEPARATORS + "x": "x",
}


@pytest.mark.parametrize("name", SPELLED)
def test_the_engine_folds_a_name_as_we_do(name: str) -> None:
    (row,) = duckdb.execute(f"SELECT {folded_in_sql('$1')}", [name]).fetchall()
    assert row == (folded(name),) == (SPELLED[name],)


def test_a_name_of_signs_alone_stays_as_it_is() -> None:
    assert folded(" - ") == "-"
