"""Quotes that are opened and never closed: they would swallow the rows behind them."""

from __future__ import annotations

from collections import deque
from itertools import chain, islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["LONGEST_FIELD", "closed"]

LONGEST_FIELD = 200
"""Ours: lines that one quoted field may have; a longer one was never closed."""
_QUOTE = b'"'


def closed(lines: Iterable[bytes], unclosed: list[int]) -> Iterator[bytes]:
    """Yield lines; one in which a quote is opened for good loses its quotes.

    Args:
        lines: The lines of a file with delimited fields.
        unclosed: Where to note the numbers, from 1, of lines that lost their quotes.
    """
    ahead = iter(lines)
    held: deque[bytes] = deque()
    number = 0
    while True:
        taken, is_closed = _field(chain(held, ahead))
        if not taken:
            return
        if is_closed:
            number += len(taken)
            held = deque(islice(held, len(taken), None))
            yield from taken
            continue
        number += 1
        unclosed.append(number)
        yield taken[0].replace(_QUOTE, b"")
        held = deque((*taken[1:], *islice(held, len(taken), None)))


def _field(lines: Iterable[bytes]) -> tuple[list[bytes], bool]:
    """Take lines until all quotes in them are closed; whether they are."""
    taken: list[bytes] = []
    is_closed = True
    for line in lines:
        taken.append(line)
        is_closed ^= bool(line.count(_QUOTE) % 2)
        if is_closed or len(taken) > LONGEST_FIELD:
            break
    return taken, is_closed
