"""What a package says, found in its source: modules and templates.

Neither is run. A module says the literals that it gives to `message` and its kin, a
template what stands between `{% trans %}` and `{% endtrans %}`.
"""

from __future__ import annotations

import ast
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Problem
from auditor.translation.text import Text, gathered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["folder_of", "texts_in"]

ONE: Final = frozenset({"message", "say"})
"""Functions whose first argument is a text."""
TWO: Final = frozenset({"plural", "say_plural"})
"""Functions whose first two are the forms for one and for many."""
COUNTED: Final = "counted"
"""The function whose second and third are a noun for one and for many."""
NAMES: Final = ONE | TWO | {COUNTED}
TEMPLATES: Final = frozenset({".j2", ".html", ".svg", ".txt"})
"""How names of templates end."""
OPTIONS: Final = {"trim_blocks": "true", "lstrip_blocks": "true"}
"""As reports are rendered."""


def folder_of(package: str) -> Path:
    """Return the folder of a package's source.

    Raises:
        InputError: If it is in an archive or several folders.
    """
    folder = files(package)
    if isinstance(folder, Path):
        return folder
    raise InputError([Problem(f"The package {package} is not in a folder.")])


def texts_in(package: str) -> tuple[Text, ...]:
    """Return what the modules and templates of a package say, by file and line.

    Raises:
        InputError: If the package is not in a folder.
    """
    folder = folder_of(package)
    found: list[Text] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        place = path.relative_to(folder.parent).as_posix()
        if path.suffix == ".py":
            found += _in_module(path, place)
        elif path.suffix in TEMPLATES:
            found += _in_template(path, place)
    return gathered(found)


def _in_module(path: Path, place: str) -> Iterator[Text]:
    source = path.read_bytes()
    # Parsing takes its time, and most modules say nothing.
    if not any(f"{name}(".encode() in source for name in NAMES):
        return
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):  # a sample of broken code, and never imported
        return
    names = dict(_names(tree))
    calls = [
        (node.lineno, names[node.func.id], node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in names
    ]
    for line, name, call in sorted(calls, key=lambda found: found[0]):
        for one, many in _said(name, call):
            yield Text(one, many, ((place, line),))


def _names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield what a module calls our functions, and what they are called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (
                (alias.asname or alias.name, alias.name)
                for alias in node.names
                if alias.name in NAMES
            )
    for definition in tree.body:
        if isinstance(definition, ast.FunctionDef) and definition.name in NAMES:
            yield definition.name, definition.name


def _said(name: str, call: ast.Call) -> Iterator[tuple[str, str]]:
    """Yield what a call says, as far as it is literal."""
    named = {word.arg: word.value for word in call.keywords if word.arg}
    given: Mapping[int | str, ast.expr] = {**dict(enumerate(call.args)), **named}
    if name in ONE:
        yield from ((text, "") for text in _literals(given.get(0)))
    elif name in TWO:
        ones, manies = _literals(given.get(0)), _literals(given.get(1))
        yield from zip(ones, manies, strict=False)
    else:
        nouns = _literals(given.get(2, given.get("nouns")))
        for noun in _literals(given.get(1, given.get("noun"))):
            many = next(nouns, f"{noun}s")
            yield f"{{n:,}} {noun}", f"{{n:,}} {many}"


def _literals(node: ast.expr | None) -> Iterator[str]:
    """Yield the text that an expression is, or those of which it chooses one."""
    if isinstance(node, ast.IfExp):
        yield from _literals(node.body)
        yield from _literals(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node.value


def _in_template(path: Path, place: str) -> Iterator[Text]:
    # Imported only where there is a template: it takes a while.
    from jinja2.ext import babel_extract  # noqa: PLC0415 - see above

    with path.open("rb") as file:
        for line, _, said, _ in babel_extract(file, ("gettext", "ngettext"), (), OPTIONS):
            texts = (said,) if isinstance(said, str) else said
            one, *others = (text for text in texts if text)
            yield Text(one, others[0] if others else "", ((place, line),))
