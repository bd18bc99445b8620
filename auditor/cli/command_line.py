"""The group of all commands: lazy, and the one place where a run ends."""

from __future__ import annotations

import io
import os
import sys
import traceback
from errno import ENAMETOOLONG
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NoReturn

import click

from auditor.cli.exit_code import EXIT_CODES, ExitCode

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from click.shell_completion import CompletionItem

__all__ = ["CommandLine", "ended"]

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

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Prepare the surroundings, then read the options of the group."""
        # Another package's plugin for pydantic must not change how a profile is read.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        if os.environ.get("NO_COLOR"):
            ctx.color = False
        _replace_what_cannot_be_printed()
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> NoReturn:
        """Run the command and exit with its code."""
        ctx.exit(ended(lambda: super(CommandLine, self).invoke(ctx)))


def ended(run: Callable[[], int | None]) -> int:
    """Run, say what stopped it if anything did, and return the exit code."""
    from auditor.cli.messages import tell
    from auditor.errors import AuditorError, InputError

    try:
        return run() or ExitCode.DONE
    except InputError as cause:
        tell(cause)
        return ExitCode.UNUSABLE
    except AuditorError as cause:
        tell(cause)
        return ExitCode.INCOMPLETE
    except (click.Abort, KeyboardInterrupt) as stop:
        # Only a prompt has ended the line on which the terminal shows ^C.
        start = "\n" if isinstance(stop, KeyboardInterrupt) else ""
        click.echo(f"{start}Interrupted.", err=True)
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # Whoever reads has gone, as in `| head`: that is no error.
        _forget_stdout()
        return ExitCode.NOBODY_READS
    except (click.ClickException, click.exceptions.Exit):
        raise
    except Exception as cause:  # noqa: BLE001 - Python would exit with 1: "threshold missed"
        return _unforeseen(cause)


def _unforeseen(cause: Exception) -> ExitCode:
    """Say what stopped a run that nobody foresaw, and return the exit code."""
    from auditor.cli.messages import error

    # Of a name that is too long, not even whether it exists can be asked.
    if isinstance(cause, OSError) and cause.errno == ENAMETOOLONG:
        error(f"{str(cause.filename)!r} cannot be used: {cause.strerror}.")
        return ExitCode.UNUSABLE
    traceback.print_exception(cause)
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
