"""The group of all commands: lazy, and the one place where a run ends."""

from __future__ import annotations

import io
import os
import sys
import traceback
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import click

from auditor.cli.exit_code import EXIT_CODES, ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from click.shell_completion import CompletionItem

__all__ = ["CommandLine"]

COMPLETION: Final = {
    "bash": 'eval "$(_CXAUDIT_COMPLETE=bash_source cxaudit)"',
    "zsh": 'eval "$(_CXAUDIT_COMPLETE=zsh_source cxaudit)"',
    "fish": "_CXAUDIT_COMPLETE=fish_source cxaudit | source",
}
"""What to put into the start-up file of each shell."""


class CommandLine(click.Group):
    """A group whose commands are modules, imported when they are called.

    Args:
        summaries: The one-line help of each command. It stands beside the name, so
            that the list of commands can be printed without importing them.
    """

    def __init__(self, *args: Any, summaries: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.summaries = summaries

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of all commands, in the order of the work."""
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Import a command."""
        if cmd_name not in self.summaries:
            return None
        command: click.Command = import_module(f"auditor.cli.{cmd_name}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the arguments begin with, and the others.

        Raises:
            NoSuchCommand: If there is none; it names the nearest.
        """
        name = args[0]
        if name in self.summaries or name.startswith("-") or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        raise click.NoSuchCommand(name, possibilities=self.summaries, ctx=ctx)

    def shell_complete(
        self, ctx: click.Context, incomplete: str
    ) -> list[CompletionItem]:
        """Return what the word can become, without importing any command."""
        from click.shell_completion import CompletionItem

        options = click.Command.shell_complete(self, ctx, incomplete)
        fitting = [name for name in self.summaries if name.startswith(incomplete)]
        return [
            *(CompletionItem(name, help=self.summaries[name]) for name in fitting),
            *options,
        ]

    def format_commands(
        self,
        ctx: click.Context,  # noqa: ARG002 - click's signature
        formatter: click.HelpFormatter,
    ) -> None:
        """Write the list of commands, the exit codes and the shells."""
        codes = [(str(int(code)), meaning) for code, meaning in EXIT_CODES.items()]
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))
        with formatter.section("Exit codes"):
            formatter.write_dl(codes)
        with formatter.section("Completion: put this into the start-up file of"):
            formatter.write_dl(list(COMPLETION.items()))

    def main(self, *args: Any, standalone_mode: bool = True, **extra: Any) -> Any:  # noqa: ANN401 - click's own
        """Run a command and exit with its code; messages go to stderr."""
        # Another package's plugin for pydantic must not change how a profile is read;
        # looking for one also costs more than reading the profile.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        if os.environ.get("NO_COLOR"):
            extra.setdefault("color", False)
        if not standalone_mode:
            return super().main(*args, standalone_mode=False, **extra)  # type: ignore[call-overload] # passed on as they came
        _replace_what_cannot_be_printed()
        sys.exit(_ended(lambda: self.main(*args, standalone_mode=False, **extra)))

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own
        """Run the command; a reader who has gone, as in `| head`, is no error."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            _forget_stdout()
            return ExitCode.NOBODY_READS


def _ended(run: Callable[[], int | None]) -> int:
    """Run, say what stopped it if anything did, and return the exit code."""
    try:
        return run() or ExitCode.DONE
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        click.echo("Interrupted.", err=True)
        return ExitCode.INTERRUPTED
    # Python's own exit code for a bug is 1, which says that a threshold was missed.
    except Exception:  # noqa: BLE001
        traceback.print_exc()
        click.echo("This is a bug: please report it with the lines above.", err=True)
        return ExitCode.BUG


def _replace_what_cannot_be_printed() -> None:
    """Let a terminal that lacks a character show a question mark instead."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")


def _forget_stdout() -> None:
    """Keep the interpreter from complaining of the broken pipe when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
