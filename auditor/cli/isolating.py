"""The option `--isolate`, which several commands have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["isolate_option"]

HELP = (
    "Import and judge checks of third parties in processes of their own: time is "
    "limited everywhere; on Linux memory too, and they have no network, write nothing, "
    "start nothing and read only Python's folders; on macOS they start nothing. The "
    "report says what was guarded."
)


def isolate_option(command: Callable[..., object]) -> Callable[..., object]:
    """Give a command the option to run checks of third parties apart."""
    option = click.option("--isolate", is_flag=True, help=HELP)
    return option(command)
