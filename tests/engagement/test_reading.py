from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from auditor.engagement import SECTIONS, Person
from auditor.engagement.file import engagement_schema
from auditor.engagement.reading import read_engagement
from auditor.engagement.toml_document import read_toml
from auditor.errors import InputError
from tests.engagement.images import SVG, font

if TYPE_CHECKING:
    from auditor.engagement import Engagement

SAMPLES = Path(__file__).parents[2] / "sample_audits"
SAMPLE = SAMPLES / "northlight_broadband" / "engagement.toml"
LEAST = "client: A client\nfirm: A firm\n"


def engagement(folder: Path, text: str, name: str = "engagement.yaml") -> Engagement:
    file = folder / name
    file.write_text(text)
    return read_engagement(file)


def problems(folder: Path, text: str, name: str = "engagement.yaml") -> list[str]:
    with pytest.raises(InputError) as caught:
        engagement(folder, text, name)
    start = f"{folder}/"
    return [str(problem).removeprefix(start) for problem in caught.value.problems]


def test_an_engagement_is_the_same_in_toml_yaml_and_json(tmp_path: Path) -> None:
    value: dict[str, Any] = {
        "client": "Müller & Söhne",
        "firm": "A firm",
        "dates": {"began": "2026-03-01", "issued": "2026-04-01"},
        "people": [
            {"name": "Ann", "function": "Lead", "signs": True},
            {"name": "Bob", "function": "Sponsor", "organisation": "Müller"},
        ],
        "sections": ["roadmap", "board"],
        "colours": {"primary": "#1d5c4d"},
        "introduction": "# Why\n\nBecause.",
    }
    toml = (
        'client = "Müller & Söhne"\nfirm = "A firm"\nsections = [ # two\n "roadmap",\n'
        '"board" ]\nintroduction = """\n# Why\n\nBecause."""\n'
        "dates = { began = 2026-03-01, issued = 2026-04-01 }\n"
        '[[people]]\nname = "Ann"\nfunction = "Lead"\nsigns = true\n'
        '[[people]]\nname = "Bob"\nfunction = "Sponsor"\norganisation = "Müller"\n'
        '[colours]\nprimary = "#1d5c4d"\n'
    )
    found = engagement(tmp_path, toml, "e.toml")
    assert found == engagement(tmp_path, yaml.safe_dump(value), "e.yaml")
    assert found == engagement(tmp_path, json.dumps(value), "e.json")
    assert found.people[0] == Person("Ann", "Lead", "A firm", signs=True)
    assert found.began == date(2026, 3, 1)
    assert found.sections == ("roadmap", "board")


def test_the_sample_can_be_used_and_is_what_the_schema_allows() -> None:
    found = read_engagement(SAMPLE)
    assert found.logo
    value = json.loads(json.dumps(tomllib.loads(SAMPLE.read_text()), default=str))
    Draft202012Validator(engagement_schema()).validate(value)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("e.toml", 'client = "C"\nfirm "F"\n', "e.toml:2:6: This is not TOML"),
        ("e.toml", 'client = "C"\n', "e.toml:1:1: 'firm': this key is missing"),
        ("e.toml", 'client = "C\n', "e.toml:1:12: This is not TOML"),
        (
            "e.toml",
            'client = "C"\nfirm = "F"\n[dates]\nbegan = 2026-03-01\nended = 2026-01-01',
            "e.toml:5:1: 'ended': 2026-01-01 lies before 'began'",
        ),
        (
            "e.toml",
            'client = "C"\nfirm = "F"\n[[people]]\nname = "A"\n[[people]]\nname = 3\n',
            "e.toml:6:1: 'name': found the number 3",
        ),
        ("e.toml", f'client = "{"x" * 21_000}"', "Found a text of 21,000 characters"),
        ("e.toml", f"client = {'9' * 5000}", "e.toml:1:1: This is not TOML"),
        ("e.toml", "a = " + "[" * 5_000, "e.toml:1:1: Nested too deeply"),
        ("e.toml", "a = " + "[" * 60 + "]" * 60, "Nested too deeply"),
        (
            "e.toml",
            'client = "\\u0007"\nfirm = "F"',
            "e.toml:1:1: Found a character that cannot be printed",
        ),
        ("e.yaml", LEAST + "clinet: x\n", "e.yaml:3:1: 'clinet': this key is not"),
        ("e.yaml", LEAST + "sections: [board, raodmap]", "Did you mean 'roadmap'?"),
        ("e.yaml", LEAST + "sections: [board, board]", "e.yaml:3:19: entry 2: 'board'"),
        ("e.yaml", LEAST + "sections: []", "name a section, or leave the key out"),
        ("e.yaml", LEAST + "colours: {primary: #1f4e79\n}", "write a colour in quotes"),
        ("e.yaml", LEAST + "colours: {primary: blue}", "e.yaml:3:20: 'primary'"),
        ("e.yaml", LEAST + "language: German!", "write a tag such as en"),
        ("e.yaml", LEAST + "logo: {file: ../nothing.png}", "e.yaml:3:14: 'file'"),
        (
            "e.yaml",
            LEAST + "introduction: '![x](y.png)'",
            "'introduction': paragraph at line 1: it shows the image 'y.png'",
        ),
        ("e.yaml", LEAST + "closing: '[x](javascript:y)'", "e.yaml:3:10: 'closing'"),
        ("e.yaml", LEAST + f"reference: {'x' * 200}", "at most 160 characters"),
        ("e.yaml", LEAST + 'typefaces: {text: {family: "a\'); b"}}', "'family'"),
        (
            "e.yaml",
            LEAST + "people: [{name: A, function: B}, 3]",
            "entry 2 of 'people'",
        ),
        (
            "e.yaml",
            LEAST + "colours: {primary: '#ffff00', contrast: refuse}",
            "e.yaml:3:20: 'primary': #ffff00 has a contrast of ",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place(
    name: str, text: str, expected: str, tmp_path: Path
) -> None:
    assert any(expected in problem for problem in problems(tmp_path, text, name))


def test_all_mistakes_are_told_at_once_in_the_order_of_the_file(
    tmp_path: Path,
) -> None:
    text = LEAST + "sections: [x]\nlogo: {file: no.png}\nclosing: '![](x)'\n"
    lines = [problem.split(":")[1] for problem in problems(tmp_path, text)]
    assert lines == ["3", "4", "5"]


@pytest.mark.parametrize("primary", ["#ffcc00", "#ffffff", "#999999"])
def test_a_colour_that_cannot_be_read_is_mended_with_a_notice(
    primary: str, tmp_path: Path
) -> None:
    found = engagement(tmp_path, LEAST + f"colours: {{primary: '{primary}'}}")
    assert found.palette.brand != primary
    assert primary in found.notices[0]
    assert found.palette.brand in found.notices[0]
    assert "WCAG 2.2, 1.4.3" in found.notices[0]


def test_a_language_is_taken_as_it_is_and_english_without_one(tmp_path: Path) -> None:
    assert engagement(tmp_path, LEAST).language == "en"
    asked = engagement(tmp_path, LEAST + "language: fr-CH")
    assert (asked.language, asked.notices) == ("fr-CH", ())


def test_logo_and_fonts_are_found_from_the_folder_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "brand").mkdir()
    (tmp_path / "brand" / "logo.svg").write_text(SVG.format(""))
    (tmp_path / "brand" / "font.ttf").write_bytes(font())
    found = engagement(
        tmp_path,
        LEAST + "logo: {file: brand/logo.svg}\n"
        "typefaces: {text: {family: Blocky, regular: brand/font.ttf}}",
    )
    assert found.logo
    assert found.logo.says == "A firm"
    assert found.text
    assert [file.weight for file in found.text.files] == ["normal"]


def test_a_bold_font_alone_is_refused(tmp_path: Path) -> None:
    (tmp_path / "font.ttf").write_bytes(font())
    text = LEAST + "typefaces: {text: {family: Blocky, bold: font.ttf}}"
    assert "the regular font is missing" in problems(tmp_path, text)[0]


def test_the_schema_names_every_section_and_explains_every_key() -> None:
    schema = engagement_schema()
    Draft202012Validator.check_schema(schema)
    entries = schema["properties"]["sections"]["items"]
    assert entries["enum"] == list(SECTIONS)
    for part in (schema, *schema["$defs"].values()):
        assert all(field.get("description") for field in part["properties"].values())


texts = st.text("ab =[]#\"'\n\\{},.é", max_size=12)
values = st.recursive(
    st.booleans() | st.integers(-9, 9) | texts,
    lambda inner: st.lists(inner, max_size=3),
    max_leaves=6,
)
tables = st.dictionaries(st.text("abc", min_size=1, max_size=3), values, max_size=4)


def written(value: object) -> str:
    """Return a value as TOML has it; its texts are those of JSON."""
    if isinstance(value, list):
        return f"[{', '.join(map(written, value))}]"
    return json.dumps(value)


@given(tables, st.lists(tables, max_size=3))
def test_every_key_of_toml_has_its_place_whatever_its_values_hold(
    tmp_path_factory: pytest.TempPathFactory,
    top: dict[str, Any],
    entries: list[dict[str, Any]],
) -> None:
    lines = [f"{key} = {written(value)}" for key, value in top.items()]
    expected = {f"/{key}": number for number, key in enumerate(top, 1)}
    for index, entry in enumerate(entries):
        lines.append("[[entries]] # [x] = '")
        for key, value in entry.items():
            lines.append(f'  {key} = {written(value)} # ] = "')
            expected[f"/entries/{index}/{key}"] = len(lines)
    file = tmp_path_factory.mktemp("toml") / "e.toml"
    file.write_text("\n".join(lines))
    document = read_toml(file)
    assert document.value == tomllib.loads(file.read_text())
    for pointer, line in expected.items():
        assert document.locate(pointer).line == line, pointer
