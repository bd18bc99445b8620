"""From what stands in a cell to a value, in the engine's own words.

Each expression is quick where a value is as it should be and looks closer only where it
is not: the engine evaluates a branch of CASE for the rows that reach it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.evidence.sql import case, literal, one_of, texts

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "YES_AND_NO",
    "amount",
    "flag",
    "is_blank",
    "moment",
    "native_moment",
    "number",
    "plain_moment",
    "tidied",
]

_EDGES = " \t\r\n\u00a0\u202f\ufeff"
_YES = ("true", "t", "yes", "y", "1", "on")
_NO = ("false", "f", "no", "n", "0", "off")
YES_AND_NO = frozenset({*_YES, *_NO})
"""The words for yes and for no, in lower case."""
_OFFSET = r"[+-]\d\d(:?\d\d)?$"
_LONGEST_NAIVE = 19
"""Letters of `2026-01-31 12:34:56`."""
_SHORTEST_AWARE = 16
"""Letters of `2026-01-31T12:34`, which may be followed by `+02`."""
_DAY = 86_400
_AROUND = r"[\s\x{00a0}\x{202f}’'\p{Sc}%]|^[A-Z]{3}|[A-Z]{3}$"
"""What stands around and between digits: blanks, currencies, apostrophes."""
_EPOCHS = {"epoch_seconds": 1_000_000, "epoch_milliseconds": 1_000}


def tidied(raw: str) -> str:
    """A text without blanks at its ends, non-breaking ones included."""
    plain = (
        f"ascii({raw}) > 32 AND NOT ends_with({raw}, ' ')"
        f" AND NOT contains({raw}, '\u00a0')"
    )
    return case([(plain, raw)], f"trim({raw}, {literal(_EDGES)})")


def is_blank(text: str, blanks: Iterable[str]) -> str:
    """Whether a tidied text stands for nothing."""
    listed = tuple(blanks)
    letters = {ord(end) for blank in listed for end in _cases(blank[:1])}
    begins = " OR ".join(f"ascii({text}) = {letter}" for letter in sorted(letters))
    return case(
        [
            (f"{text} IS NULL OR strlen({text}) = 0", "true"),
            (begins or "false", one_of(text, listed)),
        ],
        "false",
    )


def _cases(letter: str) -> str:
    """A letter in every case that has one letter alone."""
    return "".join(each for each in (letter.lower(), letter.upper()) if len(each) == 1)


def flag(text: str) -> str:
    """Yes or no, in the words that programs use for it."""
    return case(
        [
            (one_of(text, _YES), "true"),
            (one_of(text, _NO), "false"),
        ]
    )


def plain_moment(raw: str, zone: str) -> str:
    """A moment that is written as programs write it: 2026-01-31 12:34:56."""
    usual = f"strlen({raw}) = {_LONGEST_NAIVE} AND substr({raw}, 17, 1) = ':'"
    return case([(usual, _in_utc(f"try_cast({raw} AS TIMESTAMP)", zone))])


def number(text: str, formats: Iterable[str]) -> str:
    """A finite number.

    Without a declared format a comma or point that could part thousands as well as
    decimals (`1,234`) makes a number unreadable.
    """
    declared = {style: _plain(text, style) for style in formats}
    if not declared:
        plain = _plain(text, "1,234.5")
        continental = _plain(text, "1.234,5")
        indian = rf"regexp_matches({text}, '\d,(\d{{2,3}},)+\d{{3}}(\D|$)')"
        both = rf"regexp_matches({text}, ',\d{{3}}\.\d')"
        reverse = rf"regexp_matches({text}, '\.\d{{3}},\d|\.\d{{3}}\.\d{{3}}')"
        free = f"NOT contains({text}, ',')"
        looked = case(
            [
                (reverse, f"try_cast({continental} AS DOUBLE)"),
                (f"{free} OR {both} OR {indian}", f"try_cast({plain} AS DOUBLE)"),
            ]
        )
    else:
        looked = _first(f"try_cast({plain} AS DOUBLE)" for plain in declared.values())
    if "1.234,5" in declared:
        return _finite(looked)
    return _finite(f"coalesce(try_cast({text} AS DOUBLE), {looked})")


def amount(raw: str) -> str:
    """A finite number from a column of numbers."""
    return _finite(f"try_cast({raw} AS DOUBLE)")


def _plain(text: str, style: str) -> str:
    """The digits of a number without currency signs, grouping and brackets."""
    bare = f"regexp_replace({text}, {literal(_AROUND)}, '', 'g')"
    signed = rf"regexp_replace({bare}, '^\((.+)\)$', '-\1')"
    if style == "1.234,5":
        return f"replace(replace({signed}, '.', ''), ',', '.')"
    return f"replace({signed}, ',', '')"


def _finite(value: str) -> str:
    return case([(f"isfinite({value})", value)])


def _first(values: Iterable[str]) -> str:
    return f"coalesce({', '.join(values)}, NULL)"


def moment(text: str, formats: Iterable[str], zone: str) -> str:
    """A moment, in UTC where its zone is known.

    Args:
        text: A tidied text.
        formats: `iso`, `epoch_seconds`, `epoch_milliseconds`, `excel`, `cell`
            (a moment in a spreadsheet), then strptime formats, tried in this order.
        zone: The zone of moments that name none, or nothing.
    """
    styles = [style for style in formats if "%" not in style or "%z" in style]
    plain = [style for style in formats if style not in styles]
    found = [_moment(text, style, zone) for style in styles]
    if plain:
        found.append(_in_utc(f"try_strptime({text}, [{texts(plain)}])", zone))
    return f"coalesce({', '.join(found)}, NULL)"


def _moment(text: str, form: str, zone: str) -> str:
    if form in _EPOCHS:
        scaled = f"try_cast({text} AS DOUBLE) * {_EPOCHS[form]}"
        return f"make_timestamp(try_cast({scaled} AS BIGINT))"
    if form == "cell":
        held = f"strlen({text}) >= {_LONGEST_NAIVE} AND substr({text}, 11, 1) = 'T'"
        return case([(held, _iso(text, zone))])
    if form == "excel":
        return _in_utc(_excel(f"try_cast({text} AS DOUBLE)"), zone)
    if "%z" in form:
        return f"timezone('UTC', try_strptime({text}, {literal(form)}))"
    return _iso(text, zone)


def _iso(text: str, zone: str) -> str:
    naive = _in_utc(f"try_cast({text} AS TIMESTAMP)", zone)
    aware = f"timezone('UTC', try_cast({text} AS TIMESTAMPTZ))"
    week = _in_utc(f"try_strptime({text}, ['%G-W%V-%u', '%G-W%V'])", zone)
    return case(
        [
            (f"contains({text}, 'W')", week),
            (f"substr({text}, 5, 1) NOT IN ('-', '/')", "NULL"),
            (f"ends_with({text}, 'Z')", f"try_cast({text} AS TIMESTAMP)"),
            (f"strlen({text}) <= {_SHORTEST_AWARE}", naive),
            (f"regexp_matches({text}, {literal(_OFFSET)})", aware),
        ],
        naive,
    )


def _excel(days: str) -> str:
    """Days since the last but one of 1899, to the second that a spreadsheet means."""
    seconds = f"CAST(round({days} * {_DAY}) AS BIGINT)"
    held = f"{days} BETWEEN 1 AND 2958465"
    return case([(held, f"TIMESTAMP '1899-12-30' + to_seconds({seconds})")])


def _in_utc(value: str, zone: str) -> str:
    return f"timezone('UTC', timezone({literal(zone)}, {value}))" if zone else value


def native_moment(raw: str, type_: str, formats: Iterable[str], zone: str) -> str:
    """A moment from a column with a type of its own."""
    if "TIME ZONE" in type_:
        return f"timezone('UTC', {raw})"
    if type_.startswith(("TIMESTAMP", "DATE")):
        return _in_utc(f"CAST({raw} AS TIMESTAMP)", zone)
    return moment(f"CAST({raw} AS VARCHAR)", formats, zone)
