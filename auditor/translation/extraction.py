"""What modules say: the literals that they give to `message` and its kin.

They are parsed and not run.
"""

from __future__ import annotations

import ast
import re
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from auditor.errors import InputError, Problem
from auditor.translation.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["folder_of", "texts_of_modules"]

ONE: Final = frozenset({"message", "say"})
"""Functions whose first argument is a text."""
TWO: Final = frozenset({"plural", "say_plural"})
"""Functions whose first two are the forms for one and for many."""
COUNTED: Final = "counted"
"""The function whose second and third are a noun for one and for many."""
NAMES: Final = ONE | TWO | {COUNTED}
MAY_SAY: Final = re.compile(rf"\b({'|'.join(sorted(NAMES))})(\(| as )".encode())


def folder_of(package: str) -> Path:
    """Return the folder of a package's source.

    Raises:
        InputError: If it is in an archive or several folders.
    """
    folder = files(package)
    if isinstance(folder, Path):
        return folder
    raise InputError([Problem(f"The package {package} is not in a folder.")])


def texts_of_modules(folder: Path) -> Iterator[Text]:
    """Yield what the modules in a package's folder say, by file and line."""
    for path in sorted(folder.rglob("*.py")):
        yield from _in_module(path, path.relative_to(folder.parent).as_posix())


def _in_module(path: Path, place: str) -> Iterator[Text]:
    source = path.read_bytes()
    # Parsing takes its time, and most modules say nothing.
    if not MAY_SAY.search(source):
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
    given: dict[int | str, ast.expr] = {**dict(enumerate(call.args))}
    given |= {word.arg: word.value for word in call.keywords if word.arg}
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
