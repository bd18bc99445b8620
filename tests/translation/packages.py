"""Packages that say something, as an installer would leave them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.distributions import install, plugin_of

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["GERMAN", "HEAD", "PACKAGE", "hospitality", "po", "translate"]

PACKAGE: Final = "auditor_hospitality"
HEAD: Final = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""
GERMAN: Final = {
    "Hospitality": "Gastlichkeit",
    "Guests.": "Gäste.",
    "Guests are greeted": "Gäste werden begrüßt",
    "A greeting costs nothing.": "Ein Gruß kostet nichts.",
    "Always met.": "Immer erfüllt.",
    "Greet guests.": "Begrüßen Sie Ihre Gäste.",
    "They are.": "Das werden sie.",
}
"""All that the plugin says."""


def po(texts: dict[str, str], head: str = HEAD) -> str:
    """Return a file of translations."""
    entries = (f'msgid "{one}"\nmsgstr "{said}"\n' for one, said in texts.items())
    return "\n".join((head, *entries))


def translate(site: Path, content: str | bytes, language: str = "de") -> Path:
    """Put a file of translations into the package, and return its path."""
    folder = site / PACKAGE / "locale" / language / "LC_MESSAGES"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{PACKAGE}.po"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def hospitality(site: Path, more: str = "") -> None:
    """Install a plugin with one check as a package.

    Args:
        site: Where packages are installed.
        more: More source of it.
    """
    site.mkdir(exist_ok=True)
    body = "return Verdict(Outcome.MET, message('They are.'))"
    source = plugin_of(body=body) + "\nfrom auditor import message\n"
    install(site, "hospitality", source)
    (site / PACKAGE).mkdir()
    module = site / f"{PACKAGE}.py"
    module.rename(site / PACKAGE / "__init__.py")
    with (site / PACKAGE / "__init__.py").open("a", encoding="utf-8") as file:
        file.write(more)
