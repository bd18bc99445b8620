"""`cxaudit schema`: the JSON Schemas of what is read and written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from auditor.cli.command import Command

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["command"]


def _profile() -> dict[str, Any]:
    from auditor.cli.installed import load_plugins
    from auditor.profile.schema import profile_schema

    return profile_schema(load_plugins().extensions)


def _result() -> dict[str, Any]:
    from auditor.renderers.result import result_schema

    return result_schema()


def _rubric() -> dict[str, Any]:
    from auditor.rubric_file import rubric_schema

    return rubric_schema()


def _comparison() -> dict[str, Any]:
    from auditor.renderers.result.comparison import comparison_schema

    return comparison_schema()


def _history() -> dict[str, Any]:
    from auditor.renderers.result.history import history_schema

    return history_schema()


def _what_if() -> dict[str, Any]:
    from auditor.renderers.result.what_if import what_if_schema

    return what_if_schema()


def _rubric_diff() -> dict[str, Any]:
    from auditor.renderers.result.rubrics import rubric_diff_schema

    return rubric_diff_schema()


def _engagement() -> dict[str, Any]:
    from auditor.engagement.file import engagement_schema

    return engagement_schema()


def _pack() -> dict[str, Any]:
    from auditor.packs.pack_file import pack_schema

    return pack_schema()


SCHEMAS: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    "profile": _profile,
    "result": _result,
    "rubric": _rubric,
    "comparison": _comparison,
    "history": _history,
    "whatif": _what_if,
    "rubricdiff": _rubric_diff,
    "engagement": _engagement,
    "pack": _pack,
}
"""What has a schema, and how to get it."""


@click.command(
    "schema",
    cls=Command,
    examples=[
        "cxaudit schema profile > profile.schema.json",
        "cxaudit schema result | jq .properties.score",
    ],
)
@click.argument("document", type=click.Choice(list(SCHEMAS)))
def command(document: str) -> None:
    """Print the JSON Schema of what is read and written.

    An editor that knows the schema completes keys, explains them and marks mistakes.
    `cxaudit init` writes the schema of a profile beside it.
    """
    from auditor.cli.listing import print_json

    print_json(SCHEMAS[document]())
