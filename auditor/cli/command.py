"""One command: examples in its help, and errors that say what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from auditor.cli.messages import BadInput, Failure
from auditor.errors import AuditorError, InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Command"]


class Command(click.Command):
    """A command that returns its exit code, or nothing for success.

    Args:
        examples: Command lines that the help shows.
    """

    def __init__(self, *args: Any, examples: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.examples = examples

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        with formatter.section("Examples"):
            for example in self.examples:
                formatter.write(f"{'':{formatter.current_indent}}{example}\n")
        super().format_epilog(ctx, formatter)

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own
        """Run the command; what a user can act on becomes a message.

        Raises:
            BadInput: If the input cannot be used.
            Failure: If something else stopped the command.
        """
        try:
            return super().invoke(ctx)
        except InputError as error:
            raise BadInput(error) from error
        except AuditorError as error:
            raise Failure(error) from error
