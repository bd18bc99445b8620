"""Profiles that say something hostile wherever a profile can say anything.

They are made from the JSON Schema of a profile, so that a field added tomorrow is
attacked tomorrow.
"""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any, Final

from auditor.profile.schema import profile_schema

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["PAYLOADS", "STEERS", "UNREADABLE", "profile_with", "run_limited"]

MEMORY: Final = 1_500_000_000
"""Bytes of address space; PDF alone takes a third."""
SECONDS: Final = 300
LIMITED: Final = (
    "import resource, sys; "
    f"resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY})); "
    f"resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS})); "
    "from auditor.cli import main; main()"
)
STEERS: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What steers a terminal or turns a text around; a line end does not."""

NOWHERE: Final = "postgres://127.0.0.1:1/none"
LONGEST: Final = 5_000
PAYLOADS: Final = {
    "markup": (
        "\"' onload=alert(1) --></title></td></table></svg><script>alert(1)</script>"
        '<img src="file://{canary}" onerror=alert(2)><base href="http://{server}/">'
        '<iframe src="http://{server}/"></iframe><svg/onload=alert(3)>'
    ),
    "attachments": (
        '<link rel=attachment href="file://{canary}">'
        '<a rel=attachment href="file://{canary}">x</a>'
        '<object data="file://{canary}"></object><embed src="http://{server}/e">'
    ),
    "addresses": (
        "file://{canary} http://{server}/plain https://{server}/tls //{server}/none "
        "javascript:alert(1) data:text/html,<b>x vbscript:x www.{server} {canary}"
    ),
    "styles": (
        "</style><style>@import url(http://{server}/i.css); @import 'file://{canary}';"
        "*{{background:url(file://{canary});position:fixed;font:url(http://{server}/)}}"
        "@page{{size:1px}} expression(alert(1)) </style>"
    ),
    "entities": (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b '
        '"&a;&a;&a;&a;"><!ENTITY f SYSTEM "file://{canary}">]><x>&b;&f;</x> &lt;b&gt; '
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="file://{canary}"/></svg> '
        "data:image/svg+xml,%3Csvg/%3E &#x0; &amp;amp; ]]>"
    ),
    "templates": (
        "{{{{ 7 * 191 }}}} {{% for i in range(10**9) %}}{{{{ i }}}}{{% endfor %}} "
        "{{{{ cycler.__init__.__globals__ }}}} {{# x #}} {{% raw %}} ${{7*191}} "
        "#{{7*191}} <%= 7*191 %> {{having}} {{0.__class__}} "
        "{{:>1000000000}} %s %n @{{x}}"
    ),
    "terminal": (
        "[bold red]x[/] [link=http://{server}/]x[/link] [@click=app.quit]x[/] "
        "[/] :bomb:"
    ),
    "markdown": (
        "# x | y | [x](javascript:alert(1)) ![x](http://{server}/i.png) <b>x</b> "
        "[r]: http://{server}/ @everyone #1 `{canary}` ~~~ *** --- 1. x <!-- $x$ "
        "[[x]] <http://{server}/a> mail@{server} ~x~ \\<script\\>"
    ),
    "directions": "\u202egnp.exe\u202c \u2066x\u2069 \u200b\u200d\ufeff \u061c x",
    "spreadsheet": "=cmd|' /C calc'!A0 +1+1 -1 @SUM(1)",
    "one long word": "W" * LONGEST,
    "one long character": "a" + "\u0301" * (LONGEST - 1),
    "far scripts": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \ufdfd " * 400,
}
"""Texts that a profile may hold; `{server}` and `{canary}` are nobody's business."""

# Given to the library only: no file that can be read holds these.
UNREADABLE: Final = {
    "escape sequences": "\x1b[31mred\x1b]0;title\x07\x1b[2J\x9b1m\x90q\x9c \r\n\x08 x",
    "control characters": "".join(map(chr, range(0x20))) + "\x7f\x85\u2028\u2029 x",
    "surrogates": "\ud800 x \udfff \udc80",
}


def run_limited(folder: Path, *args: object) -> subprocess.CompletedProcess[str]:
    """Run the tool as a process of its own, with little memory, in a folder."""
    return subprocess.run(
        [sys.executable, "-c", LIMITED, *map(str, args)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )


def profile_with(text: str, *, answer: bool = True) -> dict[str, Any]:
    """Return a profile with every field, and this text in each that holds a text.

    Args:
        text: What every text says.
        answer: What every yes-or-no says.
    """
    schema = profile_schema()
    made: dict[str, Any] = _value(schema, schema["$defs"], text, answer=answer)
    made["evidence"] = [table for each in made["evidence"] for table in _tables(each)]
    return made


def _tables(full: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield a table in a file, and tables in a database that nobody runs."""
    file = {key: part for key, part in full.items() if key not in {"table", "query"}}
    yield file
    for key in ("table", "query"):
        database = {"id": f"{full['id']}-{key}", "source": NOWHERE, key: full[key]}
        yield {"kind": full["kind"], "columns": full["columns"], **database}


def _value(
    schema: dict[str, Any], parts: dict[str, Any], text: str, *, answer: bool
) -> Any:
    """Return a value that the schema allows."""
    value: Any = text
    match schema:
        case {"$ref": name}:
            part = parts[name.rpartition("/")[2]]
            value = _value(part, parts, text, answer=answer)
        case {"anyOf": [first, *_]} if "examples" not in schema:
            value = _value(first, parts, text, answer=answer)
        case {"const": only} | {"enum": [only, *_]} | {"examples": [only, *_]}:
            value = only
        case {"type": "boolean"}:
            value = answer
        case {"type": "number" | "integer"}:
            value = max(schema.get("minimum", 1), -2)
        case {"type": "string", "pattern": _}:
            value = "javascript-alert.1"
        case {"type": "array", "items": entry}:
            value = [_value(entry, parts, text, answer=answer)]
        case {"type": "object", "properties": fields}:
            value = {
                key: _value(field, parts, text, answer=answer)
                for key, field in fields.items()
                if key != "$schema"
            }
        case {"type": "object"}:
            entry = schema.get("additionalProperties")
            kind = entry if isinstance(entry, dict) else {}
            value = {text[:199].strip(): _value(kind, parts, text, answer=answer)}
    return value
