"""The profile that `cxaudit init` writes: a few answers, and examples to uncomment."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from importlib.resources import files
from string import Template
from typing import TYPE_CHECKING, Final

from auditor.profile.writing import to_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from auditor.profile import Extension

__all__ = ["Answers", "starter_profile"]

LONGEST_ID: Final = 60
"""Characters of an id that is made of a name; ours."""
HELD_BACK: Final = {
    "industry": "#  industry: retail",
    "departments": (
        "#departments:\n"
        "#  - {id: customer-experience, name: Customer experience, function: cx}"
    ),
    "channels": (
        "#channels:\n#  - {id: phone, kind: phone, hours: 'Mon-Fri 08:00-18:00'}"
    ),
    "segments": (
        "#  segments:\n#    - {id: households, name: Households, primary: true}"
    ),
    "segment": "#    segment: households",
}
"""What stands as an example where nothing was answered."""


class _Blanks(Template):
    """A text with blanks such as `@{name}`."""

    delimiter = "@"


@dataclass(frozen=True, slots=True)
class Answers:
    """What is known of the organisation before its profile is written."""

    name: str
    """Its name."""
    industry: str = ""
    """Its industry, if known."""
    segment: str = ""
    """The customers that matter most, if known."""
    departments: tuple[str, ...] = ()
    """Names of departments."""
    channels: tuple[str, ...] = ()
    """Kinds of channels, as the vocabulary of a profile has them."""


def starter_profile(
    answers: Answers, file: str, schema: str, extensions: Iterable[Extension] = ()
) -> str:
    """Return a profile with these answers; all else is there as an example.

    Args:
        answers: What is known.
        file: Name of the profile's file, for its comments.
        schema: Name of the schema's file, for editors.
        extensions: The keys that plugins add.
    """
    form = (files("auditor.cli") / "starter.yaml").read_text("utf-8")
    blanks = HELD_BACK | _filled(answers)
    departments = _ids(answers.departments)
    written = _Blanks(form).substitute(
        blanks,
        title=answers.name,
        name=_quoted(answers.name),
        file=file,
        schema=schema,
        department=departments[0] if departments else "customer-experience",
        channel=answers.channels[0] if answers.channels else "phone",
    )
    return "".join((written, *_examples(extensions)))


def _examples(extensions: Iterable[Extension]) -> Iterator[str]:
    """Yield what plugins add, as examples to uncomment."""
    for number, extension in enumerate(extensions):
        if not number:
            yield "\n## What plugins add.\n#extensions:\n"
        meaning = (extension.model.__doc__ or "").partition("\n")[0]
        yield f"## {meaning} (plugin {extension.plugin})\n"
        example = to_yaml({extension.key: dict(extension.example)})
        yield "".join(f"#  {line}\n" for line in example.splitlines())


def _filled(answers: Answers) -> dict[str, str]:
    """Return the blanks for which there is an answer."""
    filled = {}
    if answers.industry:
        filled["industry"] = f"  industry: {_quoted(answers.industry)}"
    if answers.segment:
        (id_,) = _ids([answers.segment])
        entry = f"{{id: {id_}, name: {_quoted(answers.segment)}, primary: true}}"
        filled["segments"] = f"  segments:\n    - {entry}"
        filled["segment"] = f"#    segment: {id_}"
    if answers.departments:
        named = zip(_ids(answers.departments), answers.departments, strict=True)
        entries = [f"  - {{id: {id_}, name: {_quoted(name)}}}" for id_, name in named]
        filled["departments"] = "\n".join(("departments:", *entries))
    if answers.channels:
        entries = [f"  - {{id: {kind}, kind: {kind}}}" for kind in answers.channels]
        filled["channels"] = "\n".join(("channels:", *entries))
    return filled


def _quoted(text: str) -> str:
    """Return a text as YAML reads it whatever is in it: as a JSON string."""
    return json.dumps(text, ensure_ascii=False)


def _ids(names: tuple[str, ...] | list[str]) -> list[str]:
    """Return an id for each name, all different: "Customer care" is customer-care."""
    ids: list[str] = []
    for number, name in enumerate(names, 1):
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
        id_ = re.sub("[^a-z0-9]+", "-", plain.lower())[:LONGEST_ID].strip("-")
        id_ = id_ or f"no-{number}"
        ids.append(f"{id_}-{number}" if id_ in ids else id_)
    return ids
