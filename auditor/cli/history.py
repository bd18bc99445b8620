"""`cxaudit history`: the results of one organisation over years."""

from __future__ import annotations

from pathlib import Path

import click

from auditor.cli.command import Command
from auditor.cli.documents import paper_options
from auditor.cli.parameters import TRANSLATED, pack_option

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
@pack_option(TRANSLATED)
def command(
    *,
    results: tuple[Path, ...],
    packs: tuple[Path, ...],
    outputs: tuple[Path, ...],
    format_: str | None,
    language: str | None,
    quiet: bool,
) -> None:
    """Show the results of one organisation over years.

    RESULTS are files that `cxaudit run -o result.json` wrote, PDFs, or folders with
    such JSON files at any depth. Trends compare like with like: only criteria that were
    assessed at both ends. Findings that were met and are open again are named.
    """
    from auditor.baseline import aliases_of, one_organisation
    from auditor.cli.documents import deliver_papers, papers
    from auditor.cli.editions import read_editions
    from auditor.cli.installed import load_plugins
    from auditor.cli.languages import language_asked_for
    from auditor.comparison import history
    from auditor.renderers.over_time.history import history_outline
    from auditor.renderers.result.history import HistoryDocument
    from auditor.translation import speaking

    chosen = papers(outputs, format_, (*results, *packs))
    editions = read_editions(results)
    one_organisation(editions)
    plugins = load_plugins(packs=packs)
    spoken = language_asked_for(language, plugins, quiet=quiet)
    found = history(editions, aliases_of(plugins, editions))
    document = HistoryDocument.of(found)
    with speaking(spoken):
        deliver_papers(chosen, history_outline(found), document, quiet=quiet)
