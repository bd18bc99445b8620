"""What `cxaudit plugins new` does: a package from a few templates of ours."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import click
from jinja2 import Environment, StrictUndefined

from auditor.cli.licences import LICENCES, USUAL_LICENCE
from auditor.cli.messages import note
from auditor.cli.package_names import check_name, letters_for
from auditor.cli.writing import make_folder, write_file
from auditor.plugin.collection import Plugins
from auditor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

__all__ = ["perform_new"]

LONGEST: Final = 60
"""Ours: characters of a title or an author."""
FILES: Final = {
    "pyproject.toml": "pyproject.toml",
    "README.md": "README.md",
    "CHANGELOG.md": "CHANGELOG.md",
    ".gitignore": "gitignore",
    ".github/workflows/test.yml": "github/test.yml",
    "{module}/__init__.py": "package/init.py",
    "{module}/asked_customers.py": "package/asked_customers.py",
    "{module}/locale/README.md": "package/locale/README.md",
    "tests/test_checks.py": "tests/test_checks.py",
    "LICENSE": "licences/{licence}",
}
"""Each file of a package, and the template that it is made from."""
TYPED: Final = "{module}/py.typed"
"""The empty file that says that the package has types."""


@dataclass(frozen=True, slots=True)
class _Package:
    """A package that is to be written."""

    name: str
    module: str
    topic: str
    title: str
    letters: str
    author: str
    licence: str
    spdx: str
    year: int
    version: str = __version__


def perform_new(name: str, output: Path, **given: str | None) -> None:
    """Write a package.

    Raises:
        UsageError: If a name cannot be used, or if there is something already.
        OutputError: If a file cannot be written.
    """
    installed = Plugins.load()
    check_name(name, installed)
    folder = output / name
    if folder.exists():
        message = f"{folder} is there already; nothing is overwritten."
        raise click.UsageError(message)
    package = _answered(name, installed, given)
    for path, content in _files(package):
        _write(folder / path, content)
    note(f"wrote {folder}, with one check, {package.letters}001")
    note(f"Next:  cd {folder}  and  pip install --editable . --group dev")
    note("       (with pip 25.1 or newer: pip install --upgrade pip)")


def _answered(name: str, installed: Plugins, given: dict[str, str | None]) -> _Package:
    """Return what is to be written, by options, answers and defaults."""
    topic = name.lower().removeprefix("auditor-").replace("-", "_")
    words = topic.replace("_", " ")
    proposed = letters_for(topic, None, installed)

    def free_letters(text: str) -> str:
        return letters_for(topic, text, installed)

    title = _answer(given["title"], "The area in reports", words.capitalize(), _text)
    letters = _answer(
        given["letters"], "Two letters of its ids", proposed, free_letters
    )
    author = _answer(given["author"], "Author", f"The authors of {name}", _text)
    licences = f"Licence ({', '.join(LICENCES)})"
    licence = _answer(given["licence"], licences, USUAL_LICENCE, _licence)
    return _Package(
        name=name,
        module=f"auditor_{topic}",
        topic=topic,
        title=title,
        letters=letters,
        author=author,
        licence=licence,
        spdx=LICENCES[licence],
        year=datetime.now().astimezone().year,
    )


def _answer(
    given: str | None, question: str, default: str, take: Callable[[str], str]
) -> str:
    """Return what an option says; else what is answered in a terminal.

    Raises:
        UsageError: If the option cannot be taken; a question is asked again.
    """
    if given is not None:
        return take(given)
    if not sys.stdin.isatty():
        return take(default)
    answer: str = click.prompt(question, default=default, value_proc=take, err=True)
    return answer


def _text(text: str) -> str:
    """Return a text without what would end it in Python or TOML.

    Raises:
        UsageError: If it says nothing, or too much.
    """
    printable = "".join(c if c.isprintable() else " " for c in text)
    words = " ".join(printable.replace('"', "”").replace("\\", "/").split())
    if not 0 < len(words) <= LONGEST:
        raise click.UsageError(f"Write 1 to {LONGEST} characters.")
    return words


def _licence(text: str) -> str:
    """Return the licence of a name.

    Raises:
        UsageError: If there is none.
    """
    if text.lower() not in LICENCES:
        raise click.UsageError(f"Licences are {', '.join(LICENCES)}.")
    return text.lower()


def _files(package: _Package) -> Iterator[tuple[str, str]]:
    """Yield each file's path in the package's folder, and what it says."""
    templates = files("auditor.cli") / "new_package"
    environment = Environment(  # noqa: S701 - Python, TOML and Markdown, no HTML
        undefined=StrictUndefined, keep_trailing_newline=True
    )
    values: dict[str, Any] = asdict(package)
    for path, template in FILES.items():
        source = templates.joinpath(f"{template.format(**values)}.j2")
        rendered = environment.from_string(source.read_text("utf-8")).render(values)
        yield path.format(**values), rendered
    yield TYPED.format(**values), ""


def _write(path: Path, content: str) -> None:
    make_folder(path.parent)
    write_file(path, content.encode())
