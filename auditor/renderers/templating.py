"""Templates: found in a folder, in plugins and in our package, rendered in a sandbox.

A template of a folder or plugin takes the place of ours of the same path, and reaches
ours by `auditor_report/` before the path. None is trusted more than a profile is: it
sees plain values only, cannot change them, cannot reach Python through them, and
what it prints is escaped.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import PurePath
from traceback import extract_tb
from typing import TYPE_CHECKING, Final

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    PackageLoader,
    PrefixLoader,
    TemplateError,
    TemplateNotFound,
    Undefined,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from auditor.errors import RenderError
from auditor.renderers.foreign_templates import NO_TEMPLATES, ForeignTemplates
from auditor.renderers.line_ends import with_a_full_last_line, with_figures_whole
from auditor.renderers.plain import plain
from auditor.renderers.trans import Trans
from auditor.renderers.undefined_names import NotedUndefined, RefusedUndefined

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2 import Environment
    from jinja2.runtime import Context

__all__ = ["OURS", "render_template", "sandbox"]

OURS: Final = "auditor_report"
"""The import package of our own templates."""
ENDINGS: Final = (".j2", ".html", ".css", ".svg", ".txt")
"""How the names of templates end."""
WRONG_KINDS: Final = (ArithmeticError, LookupError, TypeError, ValueError)
"""What Python raises where a template adds or compares what does not allow it."""


class _FolderLoader(BaseLoader):
    """Templates of a folder, each with a file name that errors in it can show."""

    def __init__(self, files: Mapping[str, str]) -> None:
        self._files = files

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - Jinja's signature
        template: str,
    ) -> tuple[str, str | None, Callable[[], bool]]:
        """Return a template, with its path as file name."""
        if template not in self._files:
            raise TemplateNotFound(template)
        return self._files[template], template, lambda: True


class _ReportEnvironment(ImmutableSandboxedEnvironment):
    """A sandbox in which a template can place values and do little else.

    Multiplication, formatting and methods are refused: templates do no arithmetic, and
    `"a" * 10 ** 9` or `"a".ljust(10 ** 9)` is a text of a gigabyte.
    """

    intercepted_binops = frozenset({"*", "**", "%"})

    def is_safe_callable(self, obj: object) -> bool:
        """Allow macros, blocks and translating: no value has a method worth a call.

        What is not there may be called: it says itself that it is not.
        """
        allowed = (Macro, BlockReference, Undefined)
        return isinstance(obj, allowed) or Trans.is_said_by(obj)

    def call(
        self, context: Context, obj: object, /, *args: object, **kwargs: object
    ) -> object:
        """Call what may be called; Jinja's own refusal shows an address in memory.

        Raises:
            SecurityError: If it may not.
        """
        if not (callable(obj) and self.is_safe_callable(obj)):
            raise SecurityError("a template calls nothing but macros and blocks")
        return context.call(obj, *args, **kwargs)

    def call_binop(
        self, context: Context, operator: str, left: object, right: object
    ) -> object:
        """Refuse the operator."""
        del context, left, right
        raise SecurityError(f"a template must not use the operator {operator}")


def render_template(
    name: str,
    values: Mapping[str, object],
    foreign: ForeignTemplates = NO_TEMPLATES,
    *,
    lenient: bool = False,
) -> str:
    """Return a template filled in with plain values.

    Args:
        name: Path of the template within its package.
        values: Texts, numbers, truth values, lists and mappings of these.
        foreign: Templates that come before ours.
        lenient: Whether a name that is not there is noted and left empty.

    Raises:
        RenderError: If a template is missing, malformed or does what it must not.
    """
    try:
        return sandbox(foreign, lenient=lenient).get_template(name).render(values)
    except TemplateNotFound as error:
        cause = f"there is no template {str(error.name)!r:.200}"
        raise _failure(error, name, cause) from error
    except TemplateError as error:
        raise _failure(error, name, str(error)) from error
    except WRONG_KINDS as error:
        if foreign is NO_TEMPLATES:
            raise  # a bug of ours, which keeps its traceback
        raise _failure(error, name, str(error)) from error


def _failure(error: Exception, name: str, cause: str) -> RenderError:
    return RenderError(
        f"The template {_place(error, name)} failed: {cause.rstrip('.')}."
    )


def _place(error: Exception, name: str) -> str:
    """Return the file and line of the template that failed."""
    if line := getattr(error, "lineno", None):
        return f"{getattr(error, 'name', None) or name}:{line}"
    # Jinja gives templates frames of their own, with their lines.
    frames = extract_tb(error.__traceback__)
    template = [frame for frame in frames if frame.filename.endswith(ENDINGS)]
    if not template:
        return name
    return f"{PurePath(template[-1].filename).name}:{template[-1].lineno}"


@lru_cache(maxsize=8)
def sandbox(
    foreign: ForeignTemplates, *, lenient: bool = False
) -> ImmutableSandboxedEnvironment:
    """Return the sandbox, with what no template needs taken out of it.

    Raises:
        RenderError: If a package of templates cannot be found.
    """
    ours = _loader(OURS)
    theirs = [_FolderLoader(dict(foreign.files)), *map(_loader, foreign.packages)]
    environment = _ReportEnvironment(
        loader=ChoiceLoader([*theirs, ours, PrefixLoader({OURS: ours})]),
        autoescape=True,
        extensions=[Trans],
        undefined=NotedUndefined if lenient else RefusedUndefined,
        finalize=_text,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    environment.globals.clear()
    environment.filters["full_last_line"] = with_a_full_last_line
    for filter_ in ("safe", "format", "center", "indent", "xmlattr"):
        del environment.filters[filter_]
    return environment


def _loader(package: str) -> PackageLoader:
    try:
        return PackageLoader(package, ".")
    except (ImportError, ValueError) as error:
        message = f"The templates of {package!r} cannot be found: {error}"
        raise RenderError(message) from error


def _text(value: object) -> object:
    """Return a value as it may stand in a document: without control characters.

    What a macro returns is `Markup`, escaped piece by piece already, and stays.
    """
    return with_figures_whole(plain(value)) if type(value) is str else value
