"""Whatever a profile says, the whole tool ends in a message or a harmless report.

Time is bounded by a limit on the process that nothing honest comes near, memory by one
that would be met; how much is drawn is counted. No test looks at a clock.
"""

from __future__ import annotations

import json
import re
import socket
from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from auditor.cli.exit_code import ExitCode
from auditor.engine import audit
from auditor.plugin.collection import Plugins
from auditor.profile import Profile
from auditor.profile.reading import load_profile_value
from auditor.profile.vocabulary_map import key_paths
from auditor.renderers import built_in
from auditor.renderers.html import HtmlRenderer
from tests.hostile import PAYLOADS, STEERS, UNREADABLE, profile_with, run_limited

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from auditor.report import Report

AS_OF: Final = date(2026, 11, 21)
HARMLESS: Final = "A text that harms nobody."
FORMATS: Final = tuple(
    renderer.suffix[1:] for name, renderer in built_in().items() if name != "pdf"
)


@pytest.fixture(scope="module")
def plugins() -> Plugins:
    return Plugins.load()


@pytest.fixture(scope="module")
def server() -> Iterator[socket.socket]:
    """Listen on a port that nobody has reason to call."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0)
        yield listening


def hostile(text: str, *, answer: bool = True) -> dict[str, Any]:
    """Return a profile that is hostile in each text, and in each finding's waiver."""
    profile = profile_with(text, answer=answer)
    accepted = {"reason": text, "approver": text, "expires": "2027-03-31"}
    profile["waivers"] += [
        {"check": check, **accepted} for check in ("FL002", "MB001", "OW002", "OW003")
    ]
    profile["not_applicable"] += [{"check": "MB007", "reason": text}]
    return profile


def report_on(profile: dict[str, Any], plugins: Plugins) -> Report:
    return audit(load_profile_value(profile), plugins, as_of=AS_OF)


def shape(html: bytes) -> list[tuple[str, ...]]:
    """Return the elements of a page and the names of their attributes, in order."""
    page = ET.fromstring(html)
    return [(element.tag, *sorted(element.attrib)) for element in page.iter()]


def links(html: bytes) -> set[str]:
    page = ET.fromstring(html)
    return {
        element.attrib["href"] for element in page.iter() if "href" in element.attrib
    }


def drawn(markdown: bytes) -> list[tuple[str, ...]]:
    """Return the elements that Markdown makes, and where its links lead."""
    html = MarkdownIt("gfm-like", {"linkify": False}).render(markdown.decode())
    tags = re.findall(r'<(\w+)(?:[^>]*?(?:href|src)="([^"]*)")?', html)
    return [tag for tag in tags if tag[0] != "code"]


def test_the_hostile_profile_leaves_no_field_out(plugins: Plugins) -> None:
    def paths(value: object) -> Iterator[tuple[str, ...]]:
        for entry in value if isinstance(value, list) else [value]:
            for key, part in entry.items() if isinstance(entry, dict) else ():
                # A key of the writer's own, such as that of a scale, is no field.
                here = () if key == HARMLESS else (key,)
                yield here
                yield from ((*here, *path) for path in paths(part))

    assert set(key_paths(Profile)) - set(paths(profile_with(HARMLESS))) == set()
    report = report_on(hostile(HARMLESS), plugins)
    assert sum(bool(finding.waiver) for finding in report.findings) == 4


@pytest.fixture(scope="module", params=[True, False], ids=["yes", "no"])
def harmless(
    request: pytest.FixtureRequest, plugins: Plugins
) -> tuple[bool, dict[str, bytes]]:
    """Return what every yes-or-no says, and the reports on a harmless profile."""
    return request.param, rendered(hostile(HARMLESS, answer=request.param), plugins)


def rendered(profile: dict[str, Any], plugins: Plugins) -> dict[str, bytes]:
    """Return the report on a profile in every format but PDF."""
    report = report_on(profile, plugins)
    assert not [finding for finding in report.findings if finding.outcome == "error"]
    return {
        name: renderer.render(report)
        for name, renderer in built_in().items()
        if name != "pdf"
    }


def parts(content: bytes) -> Iterator[str]:
    """Yield what is text in a document: all of it, or the XML in an archive."""
    if not content.startswith(b"PK"):
        yield content.decode()
        return
    with ZipFile(BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield archive.read(name).decode()


@pytest.mark.parametrize("name", [*PAYLOADS, *UNREADABLE])
def test_no_text_is_more_than_text_in_any_format(
    name: str, harmless: tuple[bool, dict[str, bytes]], plugins: Plugins
) -> None:
    text = {**PAYLOADS, **UNREADABLE}[name]
    if name in PAYLOADS:
        text = text.format(server="127.0.0.1:9", canary="/etc/passwd")
    answer, expected = harmless
    found = rendered(hostile(text, answer=answer), plugins)

    assert shape(found["html"]) == shape(expected["html"])
    assert links(found["html"]) == links(expected["html"])
    assert drawn(found["markdown"]) == drawn(expected["markdown"])
    assert json.loads(found["json"]).keys() == json.loads(expected["json"]).keys()
    for format_, content in found.items():
        for part in parts(content):
            assert not STEERS.search(part.replace("\r\n", "\n")), format_


def test_nothing_hostile_reaches_files_or_the_network_through_the_whole_tool(
    server: socket.socket,
    tmp_path: Path,
) -> None:
    canary = tmp_path / "canary.css"
    canary.write_text("p::after { content: 'the canary sings' } the canary sings")
    address = f"127.0.0.1:{server.getsockname()[1]}"
    profile = tmp_path / "profile.json"
    texts = [
        text.format(server=address, canary=canary)
        for name, text in PAYLOADS.items()
        if not name.startswith("one long")
    ]
    profile.write_text(json.dumps(hostile(" ".join(texts)[:5_000])), "utf-8")
    wanted = [tmp_path / f"report.{name}" for name in (*FORMATS, "pdf")]
    outputs = [part for path in wanted for part in ("-o", path)]

    done = run_limited(tmp_path, "run", profile, *outputs, "--as-of", AS_OF)
    # Its tables of evidence are nowhere, and so not measured.
    assert done.returncode == ExitCode.INCOMPLETE, done.stderr
    assert "Traceback" not in done.stderr
    with pytest.raises(BlockingIOError):
        server.accept()  # nobody has called
    for path in wanted:
        assert b"the canary sings" not in path.read_bytes()
    _is_harmless(PdfReader(BytesIO(wanted[-1].read_bytes())))


def _is_harmless(pdf: PdfReader) -> None:
    """Check that a PDF carries our files, no script and no link but to sources."""
    assert "the canary sings" not in "".join(page.extract_text() for page in pdf.pages)
    carried = {name: b"".join(content) for name, content in pdf.attachments.items()}
    assert set(carried) == {"proof.json", "result.json", "rubric.json", "profile.json"}
    assert b"the canary sings" not in b"".join(carried.values())
    assert not any(page.images for page in pdf.pages)
    notes = [note for page in pdf.pages for note in page.annotations or ()]
    actions = [dict(note.get_object()).get("/A", {}) for note in notes]
    assert {action.get("/S", "/GoTo") for action in actions} <= {"/GoTo", "/URI"}
    addresses = {action["/URI"] for action in actions if "/URI" in action}
    assert not [
        a for a in addresses if not a.startswith("https://") or "127.0.0.1" in a
    ]
    assert not {"/OpenAction", "/AA", "/AcroForm"} & pdf.root_object.keys()
    assert "/JavaScript" not in pdf.root_object.get("/Names", {})


def huge(kind: str) -> dict[str, Any]:
    """Return a profile far larger than any honest one, most of it of one kind."""
    points = [{"id": f"t{n}", "name": "t", "owner": f"d{n}"} for n in range(6_000)]
    every = [{"id": f"s{n}", "touchpoints": [point]} for n, point in enumerate(points)]
    many: dict[str, dict[str, Any]] = {
        "journeys": {
            "journeys": [{"id": stage["id"], "stages": [stage]} for stage in every]
        },
        "stages": {
            "journeys": [
                {"id": f"j{n}", "stages": every[n : n + 200]}
                for n in range(0, 6_000, 200)
            ]
        },
        "touchpoints": {
            "departments": [{"id": f"d{n}", "name": "d"} for n in range(3_000)],
            "journeys": [{"id": "j", "stages": [{"id": "s", "touchpoints": points}]}],
        },
        "metrics": {"metrics": [{"id": f"m{n}", "kind": "nps"} for n in range(6_000)]},
        "waivers": {"waivers": [{"check": "x" * 70}] * 6_000},
    }
    return {"organisation": {"name": "Leviathan"}, **many[kind]}


@pytest.mark.parametrize(
    "kind", ["journeys", "stages", "touchpoints", "metrics", "waivers"]
)
def test_a_profile_at_the_limit_of_size_gives_a_report_that_can_be_printed(
    kind: str, plugins: Plugins
) -> None:
    report = report_on(huge(kind), plugins)
    html = HtmlRenderer().render(report)
    # Time and memory of a PDF grow with them; 80 touchpoints, drawn whole, take 9,000.
    assert len(shape(html)) < 20_000
    assert re.search(
        "[1-9][0-9]* more (journeys|stages|entry|entries|metric|notice)", html.decode()
    )
    for name in ("markdown", "text"):
        assert len(built_in()[name].render(report)) < 200_000
    for name in ("docx", "pptx", "xlsx", "csv", "junit", "oscal", "sarif"):
        assert len(built_in()[name].render(report)) < 2_000_000
