"""What `cxaudit plugins new` does: a package from a few templates of ours."""

from __future__ import annotations

import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

import click
from jinja2 import Environment, StrictUndefined

from auditor.cli.messages import note
from auditor.cli.package_names import check_name, letters_for
from auditor.cli.plugins import LICENCES
from auditor.cli.writing import write_file
from auditor.errors import OutputError
from auditor.plugin.collection import Plugins
from auditor.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["perform_new"]

SPDX: Final = dict(
    zip(
        LICENCES,
        ("MIT", "Apache-2.0", "BSD-3-Clause", "LicenseRef-Proprietary"),
        strict=True,
    )
)
"""What each licence is called in a package's metadata."""
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


def _answered(name: str, installed: Plugins, given: dict[str, str | None]) -> _Package:
    """Return what is to be written, by options, answers and defaults."""
    topic = name.lower().removeprefix("auditor-").replace("-", "_")
    words = topic.replace("_", " ")
    title = _answer(given["title"], "The area in reports", words.capitalize())
    proposed = letters_for(topic, given["letters"], installed)
    letters = _answer(given["letters"], "Two letters of its ids", proposed)
    author = _answer(given["author"], "Author", f"The authors of {name}")
    licence = _answer(given["licence"], f"Licence ({', '.join(LICENCES)})", LICENCES[0])
    if licence not in LICENCES:
        raise click.UsageError(f"Licences are {', '.join(LICENCES)}.")
    return _Package(
        name=name,
        module=f"auditor_{topic}",
        topic=topic,
        title=title,
        letters=letters_for(topic, letters, installed),
        author=author,
        licence=licence,
        spdx=SPDX[licence],
        year=datetime.now().astimezone().year,
    )


def _answer(given: str | None, question: str, default: str) -> str:
    """Return what an option says; else what is answered in a terminal."""
    if given is None and sys.stdin.isatty():
        given = click.prompt(question, default=default, err=True)
    text = "".join(c if c.isprintable() else " " for c in given or default)
    words = " ".join(text.replace('"', "”").replace("\\", "/").split()) or default
    if len(words) > LONGEST:
        raise click.UsageError(f"{question}: {LONGEST} characters are enough.")
    return words


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
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as cause:
        message = f"{path.parent} cannot be made: {cause.strerror or cause}."
        raise OutputError(message) from cause
    write_file(path, content.encode())
