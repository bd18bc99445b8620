"""`cxaudit history`: the results of one organisation over years."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.command import Command
from auditor.cli.documents import paper_options

__all__ = ["command"]


@click.command(
    "history",
    cls=Command,
    examples=[
        "cxaudit history audits/",
        "cxaudit history 2024.json 2025.json 2026.json -o history.md",
        "cxaudit history audits/ --format json | jq .returns",
    ],
)
@click.argument("results", nargs=-1, required=True, type=click.Path(path_type=Path))
@paper_options
def command(
    results: tuple[Path, ...],
    outputs: tuple[Path, ...],
    format_: str | None,
    quiet: bool,
) -> None:
    """Show the results of one organisation over years.

    RESULTS are files that `cxaudit run -o result.json` wrote, PDFs, or folders with
    such JSON files at any depth. Trends compare like with like: only criteria that were
    assessed at both ends. Findings that were met and are open again are named.
    """
    from auditor.cli.documents import deliver_papers, papers
    from auditor.cli.editions import aliases_of, one_organisation, read_editions
    from auditor.cli.installed import load_plugins
    from auditor.comparison import history
    from auditor.renderers.over_time.history import history_outline
    from auditor.renderers.result.history import HistoryDocument

    chosen = papers(outputs, format_, results)
    editions = read_editions(results)
    one_organisation(editions)
    found = history(editions, aliases_of(load_plugins()))
    deliver_papers(
        chosen, history_outline(found), HistoryDocument.of(found), quiet=quiet
    )
