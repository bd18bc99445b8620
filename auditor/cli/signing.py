"""Signing what `cxaudit run` writes."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import click

from auditor.signing import load_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from auditor.cli.outputs import Output

__all__ = ["signed_outputs"]

VARIABLE: Final = "CXAUDIT_SIGNING_PASSPHRASE"
SIGNED: Final = "pdf"


def signed_outputs(outputs: Sequence[Output], key: Path) -> tuple[Output, ...]:
    """Return the outputs, of which PDFs are to be signed with a key.

    Raises:
        UsageError: If none of them is a PDF, or nobody can be asked the passphrase.
        InputError: If the key cannot be read.
        MissingExtraError: If the library for signatures is not installed.
    """
    if all(output.renderer.format != SIGNED for output in outputs):
        raise click.UsageError("--sign-with signs PDFs: write one with -o report.pdf.")
    loaded = load_key(key, _passphrase)
    return tuple(
        replace(output, key=loaded) if output.renderer.format == SIGNED else output
        for output in outputs
    )


def _passphrase() -> str:
    """Return the passphrase: from the environment, or asked for and not shown."""
    found = os.environ.get(VARIABLE)
    if found is not None:
        return found
    if not sys.stdin.isatty():
        raise click.UsageError(f"The key's passphrase is wanted in {VARIABLE}.")
    return str(click.prompt("Passphrase of the key", hide_input=True, err=True))
